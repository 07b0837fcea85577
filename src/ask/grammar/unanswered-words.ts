// Pure. Which words each intent, figure, filter and group answers for. A word that stands in none of these rows is left
// out of account by the query.
import type { Concept } from "../lexicon/concept.ts";
import type { Figure, Filter, Group, Intent } from "../schema.ts";

/** Said around any figure. */
export const ANYWHERE =
  /^(stop|stop_en|pro\..*|noun\..*|fix\.must|talk\.(hello|thanks|help)|chg\.became|data\.(data|economy)|ask\.(which|has|how_much|status|where|who|true|expected|happens)|act\.(export|set|preview)|lvl\.region|word\.outcome|oob\.inject|doc\.document|act\.request|next\.upcoming)$/;

export const OF_INTENT: Partial<Record<Intent, RegExp>> = {
  figure:
    /^(cmp\.compare|ask\.(difference|share|can|how_many|last|data_age|define)|group\.each|sup\.economy|fig\.effect)$/,
  series:
    /^(cmp\.compare|group\..*|chg\..*|move\..*|word\.differs|ask\.(how_many|last|difference)|fig\.effect|log\.change|noun\..*)$/,
  breakdown: /^(cmp\.compare|group\..*|ask\.(difference|how_many|share|rank)|fig\.effect|sup\.(most|least))$/,
  rank: /^(sup\..*|lvl\..*|ask\.(rank|difference|how_many|last|share|can)|cmp\.compare|fig\.(effect|planned|gap)|move\..*|state\..*|group\.each|staff\..*|chg\..*|neg\.not|rep\..*|at\.passed)$/,
  share: /^(ask\.(share|how_many|can|source)|fig\.(effect|rate|planned_year|planned)|lvl\..*|group\.each)$/,
  compare: /^(cmp\.compare|ask\.difference|sup\..*|chg\.(better|worse)|fig\.effect|staff\..*|lvl\..*|move\..*)$/,
  staffing:
    /^(staff\.(?!cost)[a-z_]*|cmp\.compare|group\..*|move\..*|ask\.(how_many|difference|can|last|share)|lvl\..*|chg\.changed|fig\.(gap|rate|planned|mean)|state\.on_track|guard\..*|sup\.(most|least)|cause\.absence|at\.met)$/,
  guard:
    /^(staff\..*|guard\..*|move\..*|lvl\..*|neg\.not|fig\..*|ask\.(how_many|can)|data\..*|rep\.missing|state\..*|sup\..*|chg\..*)$/,
  needed:
    /^(ask\.(needed|can|how_many)|group\..*|fig\.(realised|planned|planned_year|effect|gap|forecast|mean)|staff\.(target|per_week)|state\..*|rep\.missing)$/,
  reach: /^(ask\.(can|needed)|staff\.target|fig\..*|state\..*|at\.end|cmp\.compare|move\..*)$/,
  what_if:
    /^(noun\.plan|sup\.economy|ask\..*|at\.(start|end|passed)|fig\..*|state\..*|chg\..*|next\..*|neg\.not|move\..*)$/,
  status:
    /^(ask\.(status|last|can|when|happens|since|define)|word\..*|state\..*|chg\..*|lvl\..*|doc\..*|at\.(describe|start|end|met)|digest\..*|next\..*|cause\.word|sup\.closed|ask\.define)$/,
  coverage:
    /^(rep\..*|neg\.not|lvl\..*|fig\.(rate|lost|gap)|ask\.(how_many|share|when|last|rank|since)|group\.each|sup\.(most|least|contact)|at\.passed|act\.(card|reminder)|person\.manager|cmp\..*|state\.done|staff\.per_week)$/,
  support:
    /^(at\.kind|fig\.realised|sup\..*|lvl\..*|fig\.budget|state\..*|neg\.not|ask\.(data_age|how_many|since|when|dependents|depends_on|last|what_if)|rep\.(report|missing|late)|act\.remind|at\.(passed|comment|done_by)|cause\.awaiting_decision|group\.each|person\..*|chg\..*|dec\.decision)$/,
  decisions:
    /^(sup\.request|at\.comment|dec\..*|lvl\..*|fig\.(decided|effect)|ask\.(how_many|when|why|last)|neg\.not|state\..*|at\.(owner|passed|next|end|start)|cmp\..*|person\..*|group\.each|rep\.missing|fix\.mbl|chg\..*)$/,
  comments:
    /^(at\..*|lvl\..*|ask\.(why|when|last)|rep\..*|state\..*|cause\..*|fig\.(effect|gap|realised)|word\..*|person\..*|neg\.not|chg\..*|oob\..*|act\.(card|all_green|no_news)|sup\..*)$/,
  org_list:
    /^(person\.name|lvl\..*|ask\.(how_many|define)|neg\.not|rep\.missing|fig\.(decided|realised|effect)|at\.(owner|participants)|group\.each|person\..*|word\.state)$/,
  list: /^(lvl\..*|ask\.(how_many|share)|group\.each|fig\.effect|sup\.(most|least)|at\.(owner|theme|participants)|rep\.in_row|person\.manager|at\.comment|ask\.rank)$/,
  count: /^(lvl\..*|ask\.(how_many|share)|group\.each|at\.(owner|theme|participants|prerequisite|assumption))$/,
  detail:
    /^(at\..*|ask\..*|lvl\..*|fix\..*|person\..*|rep\.(report|late)|state\.(done|active|on_track)|cause\..*|word\..*|kind\..*|fig\.(extra_cost|effect|realised)|act\.deputy|sup\.closed|neg\.not)$/,
  since: /^(dec\.decision|ask\.(since|when|why|last|how_many)|chg\.became|state\..*|sup\.most|lvl\..*|word\..*)$/,
  changes:
    /^(cmp\.compare|ask\.difference|chg\..*|state\..*|word\..*|ask\.(last|how_many|can)|sup\.least|lvl\..*|log\.change)$/,
  causes: /^(cause\..*|ask\.(how_many|why|rank)|sup\.(most|least)|state\..*|person\.manager|group\..*|lvl\..*)$/,
  milestones:
    /^(at\.(milestone|passed|end|met|start)|rep\.due|ask\.(how_many|when|last)|neg\.not|rep\.missing|state\.(done|active|not_started)|sup\.closed|lvl\..*|next\..*|fix\.must)$/,
  persons: /^(ask\.who|lvl\..*|person\..*|rep\.report|sup\.(economy|team)|at\.(replaced|owner))$/,
  depends_on: /^(ask\..*|at\.(prerequisite|unmet|met|start|end)|cause\..*|neg\.not|rep\.missing|state\.(done|active))$/,
  dependents:
    /^(ask\..*|cause\.prerequisite|at\.prerequisite|fig\.effect|lvl\..*|fix\.must|at\.(end|start|met)|state\.(done|active)|chg\.became)$/,
  missed: /^(ask\..*|at\.passed|rep\..*|neg\.not|lvl\..*|sup\.most|fig\.lost|person\.manager)$/,
  at_risk:
    /^(ask\..*|at\..*|fig\..*|move\.down|cause\.(word|prerequisite)|state\..*|neg\.not|rep\.missing|act\.(pause|delete|withdraw)|dec\..*|lvl\..*)$/,
};

export const FIGURE_OF: readonly (readonly [Concept, readonly Figure[]])[] = [
  ["fig.potential", ["potential", "uncounted"]],
  ["fig.decided", ["decided", "uncounted", "lost"]],
  ["fig.planned", ["planned", "planned_year", "gap", "forecast_gap", "realisation_rate", "forecast"]],
  ["fig.planned_year", ["planned_year", "forecast_gap", "forecast"]],
  ["fig.forecast", ["forecast", "forecast_gap"]],
  ["fig.realised", ["realised", "realisation_rate", "gap", "planned", "planned_year", "verified", "decided"]],
  ["fig.verified", ["verified"]],
  ["fig.lost", ["lost", "forecast_gap"]],
  ["fig.gap", ["gap", "forecast_gap"]],
  ["rep.missing", ["gap"]],
  ["fig.rate", ["realisation_rate", "share" as Figure]],
  ["fig.extra_cost", ["extra_cost"]],
  ["fig.uncounted", ["uncounted"]],
  ["fig.at_risk", ["at_risk", "forecast_gap"]],
];

type On = Filter["on"];
export const HELD_BY: readonly (readonly [RegExp, readonly On[]])[] = [
  [/^state\./, ["state", "outcome", "differs", "unchanged", "overdue"]],
  [/^word\.(state|outcome|judged|differs)$/, ["state", "outcome", "differs"]],
  [/^at\.(short|long|horizon)$/, ["horizon"]],
  [/^at\.(one_off|permanent)$/, ["permanence"]],
  [/^at\.impact$/, ["impact"]],
  [/^at\.consultation$/, ["consultation"]],
  [/^at\.special$/, ["special"]],
  [/^at\.theme$/, ["theme"]],
  [/^(mech\..*|staff\.agency|at\.mechanism|at\.assumption|ask\.(dependents|depends_on))$/, ["mechanism", "theme"]],
  [/^(kind\..*|at\.kind)$/, ["kind"]],
  [/^(cause\..*|ask\.why)$/, ["cause"]],
  [/^cause\.vacancy$/, ["prerequisite_unmet"]],
  // "Hur stor andel handlar om hyrpersonal?"
  [/^at\.describe$/, ["mechanism", "theme", "kind"]],
  [/^state\.(active|done)$/, ["impact", "consultation"]],
  [/^ask\.(dependents|depends_on)$/, ["prerequisite_unmet"]],
  [/^(at\.(prerequisite|unmet|met)|cause\.prerequisite)$/, ["prerequisite_unmet"]],
  [/^at\.(assumption|uncertain|fails|holds)$/, ["assumption"]],
  [/^at\.risk(_kind)?$/, ["risk"]],
  [/^sup\./, ["support"]],
  [/^fig\.(decided|potential|uncounted|extra_cost)$/, ["amount", "amount_over"]],
  [/^fig\.(gap|planned)$/, ["ahead", "behind", "rate"]],
  [/^(fig\.(forecast|planned_year|planned|gap)|move\..*|chg\.(better|worse))$/, ["forecast"]],
  [/^fig\.rate$/, ["rate"]],
  [/^(state\.not_started|fig\.effect)$/, ["yields"]],
  [/^fig\.realised$/, ["yields", "ahead", "behind", "rate"]],
  [/^at\.milestone$/, ["milestone_missed"]],
  [/^at\.(end|passed)$/, ["end", "overdue", "milestone_missed", "assumption"]],
  [/^at\.start$/, ["start"]],
  [/^(at\.owner|lvl\.under)$/, ["owner"]],
];

export const GROUPS: readonly (readonly [RegExp, readonly Group[]])[] = [
  [/^lvl\.board$/, ["board"]],
  [/^lvl\.administration$/, ["administration"]],
  [/^lvl\.area$/, ["area"]],
  [/^lvl\.unit$/, ["unit"]],
  [/^at\.theme$/, ["theme"]],
  [/^at\.(horizon|short|long)$/, ["horizon"]],
  [/^at\.(one_off|permanent)$/, ["permanence"]],
  [/^(at\.mechanism|mech\..*|staff\.agency)$/, ["mechanism", "theme"]],
  [/^at\.kind$/, ["kind"]],
  [/^word\.state$/, ["state"]],
  [/^cause\.word$/, ["cause"]],
];

export const SUPPORT_GROUPS: ReadonlySet<Group> = new Set<Group>(["kind", "board", "administration", "area", "unit"]);

export const LACKS: ReadonlySet<On> = new Set<On>([
  "prerequisite_unmet",
  "impact",
  "consultation",
  "assumption",
  "milestone_missed",
  "overdue",
  "differs",
  "yields",
  "amount",
]);
