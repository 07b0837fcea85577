// Pure. Words that mean something and that the query does not answer for: "realiserat på tisdagar", "hur många
// årsarbetare är läkare". An answer to an easier question than the one put is a wrong answer.
import type { Concept } from "../lexicon/concept.ts";
import type { Tag } from "../lexicon/tag.ts";
import type { Figure, Filter, Group, Intent, PlanQuery } from "../schema.ts";
import { expandChat } from "../text/chat-spelling.ts";
import { fold } from "../text/fold.ts";
import { typoDistance } from "../text/fuzzy.ts";
import type { Token } from "../text/tokens.ts";
import type { Heard } from "./heard.ts";
import { numbersLeftOut, timesUnanswered } from "./unanswered-times.ts";

/** Said around any figure. */
const ANYWHERE =
  /^(stop|stop_en|pro\..*|noun\..*|fix\.must|talk\.(hello|thanks|help)|chg\.became|data\.(data|economy)|ask\.(which|has|how_much|status|where|who|true|expected|happens)|act\.(export|set|preview)|lvl\.region|word\.outcome|oob\.inject|doc\.document|act\.request|next\.upcoming)$/;

const OF_INTENT: Partial<Record<Intent, RegExp>> = {
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
  since: /^(ask\.(since|when|why|last|how_many)|chg\.became|state\..*|sup\.most|lvl\..*|word\..*)$/,
  changes:
    /^(cmp\.compare|ask\.difference|chg\..*|state\..*|word\..*|ask\.(last|how_many|can)|sup\.least|lvl\..*|log\.change)$/,
  causes: /^(cause\..*|ask\.(how_many|why|rank)|sup\.(most|least)|state\..*|person\.manager|group\..*|lvl\..*)$/,
  milestones:
    /^(at\.(milestone|passed|end|met|start)|rep\.due|ask\.(how_many|when|last)|neg\.not|rep\.missing|state\.(done|active|not_started)|sup\.closed|lvl\..*|next\..*|fix\.must)$/,
  persons: /^(ask\.who|lvl\..*|person\..*|rep\.report|sup\.(economy|team)|at\.(replaced|owner))$/,
  depends_on: /^(ask\..*|at\.(prerequisite|unmet|met|start|end)|cause\..*|neg\.not|rep\.missing|state\.(done|active))$/,
  dependents: /^(ask\..*|fig\.effect|lvl\..*|fix\.must|at\.(end|start|met)|state\.(done|active)|chg\.became)$/,
  missed: /^(ask\..*|at\.passed|rep\..*|neg\.not|lvl\..*|sup\.most|fig\.lost|person\.manager)$/,
  at_risk:
    /^(ask\..*|at\..*|fig\..*|move\.down|cause\.(word|prerequisite)|state\..*|neg\.not|rep\.missing|act\.(pause|delete|withdraw)|dec\..*|lvl\..*)$/,
};

const FIGURE_OF: readonly (readonly [Concept, readonly Figure[]])[] = [
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
const HELD_BY: readonly (readonly [RegExp, readonly On[]])[] = [
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

const GROUPS: readonly (readonly [RegExp, readonly Group[]])[] = [
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

const SUPPORT_GROUPS: ReadonlySet<Group> = new Set<Group>(["kind", "board", "administration", "area", "unit"]);

const LACKS: ReadonlySet<On> = new Set<On>([
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

/** The places of words left out of account. */
export function unanswered(heard: Heard, query: PlanQuery): readonly number[] {
  const own = OF_INTENT[query.intent];
  if (!own) return [...reasonLeftOut(heard, query), ...(query.intent === "why" ? numbersLeftOut(heard, query) : [])];
  const words = heard.tokens.flatMap((_, at) => {
    const tags = heard.tags.filter((tag) => isSaidAt(tag, at, heard));
    const isTime = heard.whens.some((span) => span.start <= at && at < span.end);
    if (isTime || tags.length === 0 || isNamed(heard, at, query)) return [];
    const said = tags.filter((tag) => !tag.concept.startsWith("stop"));
    // "Om vi" is made of small words and yet says something.
    const isPhrase = said.some((tag) => tag.end - tag.start > 1 && (!tag.gapped || isEndOf(tag, at)));
    const isMost = ["figure", "series", "share", "status"].includes(query.intent) && said.some(isSuperlative);
    if (said.length < tags.length && !isPhrase && !isMost) return isFarGuess(heard.tokens[at] as Token) ? [at] : [];
    return said.length === 0 || said.some((tag) => isAnswered(tag, own, query, heard)) ? [] : [at];
  });
  return [
    ...words,
    ...whenAsked(heard, query),
    ...behindLeftOut(heard, query),
    ...strangePlaces(heard),
    ...endLeftOut(heard, query),
    ...placesLeftOut(heard, query),
    ...timesUnanswered(heard, query),
  ];
}

// "Fick vi inte in": a "not" in the gap of "fick ~ in" is not said by it.
function isSaidAt(tag: Tag, at: number, heard: Heard): boolean {
  const isNot = heard.tags.some(({ concept, start }) => concept === "neg.not" && start === at);
  return tag.start <= at && at < tag.end && !(isNot && tag.gapped && !isEndOf(tag, at));
}

// What stands in the gap of "gick ~ på" speaks for itself.
function isEndOf({ start, end }: Tag, at: number): boolean {
  return at === start || at === end - 1;
}

// "Vad ger mest pengar?": which one, and no sum of them all.
function isSuperlative({ concept }: Tag): boolean {
  return concept === "sup.most" || concept === "sup.least";
}

// "Vilken har varit röd längst, och varför?": the reasons of all that are red are not of that one.
function reasonLeftOut(heard: Heard, query: PlanQuery): readonly number[] {
  if (query.intent !== "why" || query.measures.length + query.orgs.length > 0) return [];
  // "Vilka blev röda förra veckan, och varför?": nor are those of all that are red now.
  const moved = query.period?.is === "weeks" ? ["chg.became", "chg.changed"] : [];
  return ["sup.most", "sup.least", "ask.share", "ask.how_many", ...moved].flatMap((concept) => {
    const at = heard.at(concept as Concept);
    return at < 0 ? [] : [at];
  });
}

// "Hur går det till slut?" asks how it will end, which is no state of now.
function endLeftOut(heard: Heard, query: PlanQuery): readonly number[] {
  if (query.intent !== "status") return [];
  return heard.tokens.flatMap(({ word }, at) =>
    /^(slut|sist|slutändan)$/.test(word) && /^(till|i)$/.test(heard.tokens[at - 1]?.word ?? "") ? [at] : [],
  );
}

const NO_DATES: ReadonlySet<Intent> = new Set<Intent>([
  "figure",
  "series",
  "breakdown",
  "share",
  "count",
  "rank",
  "staffing",
  "needed",
  "compare",
  "at_risk",
]);

// "Hur mycket ligger stafetterna efter?": how far behind, and not what they cost.
function behindLeftOut({ tokens }: Heard, query: PlanQuery): readonly number[] {
  const isAtEnd = /^(efter|back|bakom|behind)$/.test(tokens.at(-1)?.word ?? "");
  return query.intent === "staffing" && isAtEnd ? [tokens.length - 1] : [];
}

// "När får vi hem pengarna?": a date is asked for, and a sum is no date.
function whenAsked(heard: Heard, query: PlanQuery): readonly number[] {
  if (!NO_DATES.has(query.intent) || query.group === "month") return [];
  return heard.tokens.flatMap(({ word }, at) => {
    const isFirst = at === 0 || /^(och|men|samt|and|but)$/.test(heard.tokens[at - 1]?.word ?? "");
    const isTime = heard.whens.some(({ start, end }) => start <= at && at < end);
    return isFirst && /^(när|when)$/.test(word) && !isTime ? [at] : [];
  });
}

// "De korta på VS": some place that is not of the plan, and no "versus".
function strangePlaces(heard: Heard): readonly number[] {
  return heard.tokens.flatMap(({ word }, at) => {
    const isPlace = word === "vs" && /^(på|i|hos|inom|för|av|at|in|for)$/.test(heard.tokens[at - 1]?.word ?? "");
    return isPlace && !heard.mentions.some(({ start, end }) => start <= at && at < end) ? [at] : [];
  });
}

// "Ställdes" read as "ställe": a word that was put right so far, and into one that says nothing, is a word not understood.
function isFarGuess(token: Token): boolean {
  const isChat = expandChat([token.raw]).join(" ") !== token.raw;
  return !isChat && token.raw.length >= 6 && typoDistance(fold(token.raw), token.folded) >= 2;
}

// "Hur mycket bidrar utomlänsvården med till primärvården?": the figure of a measure is the same whatever the place.
function placesLeftOut(heard: Heard, query: PlanQuery): readonly number[] {
  if (!["figure", "series", "needed"].includes(query.intent) || query.measures.length === 0) return [];
  return heard.mentions
    .filter(
      ({ weak, readings }) => !weak && readings.some(({ ref }) => (query.orgs as readonly string[]).includes(ref.id)),
    )
    .map(({ start }) => start);
}

// A general word that is also a name ("läkemedel", "övertid") is one where the query says so.
function isNamed(heard: Heard, at: number, query: PlanQuery): boolean {
  const ids = new Set<string>([...query.measures, ...query.orgs]);
  const themes = query.filters.flatMap((filter) => (filter.on === "theme" ? filter.values : []));
  return heard.mentions.some(
    (mention) =>
      mention.start <= at &&
      at < mention.end &&
      (!mention.weak ||
        mention.readings.some(
          ({ ref }) =>
            ids.has(ref.id) || (ref.kind === "theme" && (query.group === "theme" || themes.includes(ref.id))),
        )),
  );
}

// Words that the intent has room for, but not as they are said here.
function isOfOther({ concept, start, end }: Tag, query: PlanQuery, heard: Heard): boolean {
  const follows = (other: Concept) => heard.tags.some((tag) => tag.concept === other && tag.start === end);
  switch (query.intent) {
    // "Vem har sagt att den är grön?"
    case "status":
      return ["vem", "who"].includes(heard.tokens[start]?.word ?? "");
    // "Hur många saknas per nämnd?": they are told by förvaltning.
    case "coverage":
      return /^lvl\.(board|area)$/.test(concept) && heard.has("group.each") && query.orgs.length === 0;
    // "Stödärenden per månad": so many of each are told by kind and by level only.
    case "support":
      return (
        (concept === "group.each" && (query.group === null || !SUPPORT_GROUPS.has(query.group))) ||
        (/^(mest|flest|most|vanligast|vanligaste)$/.test(heard.tokens[start]?.word ?? "") && query.group === null)
      );
    // "Jämför prognosen med planen per förvaltning": only the one of them would be told.
    case "breakdown":
      return (
        concept === "cmp.compare" &&
        query.figures.length === 1 &&
        ["forecast", "realised"].includes(query.figures[0] ?? "") &&
        heard.has("noun.plan", "fig.planned", "fig.planned_year")
      );
    // "Har alla deltagare rapporterat?": neither who they are nor when the owner did.
    case "detail":
      return (
        (query.detail === "reported" && concept === "at.participants") ||
        (query.detail === "participants" && concept === "rep.report")
      );
    // "Vilka åtgärder har ingen milstolpe?": not those that were passed.
    case "milestones":
      return (
        concept === "at.milestone" && /^(ingen|inga|inget|utan|no|without)$/.test(heard.tokens[start - 1]?.word ?? "")
      );
    // "Vilka röda åtgärder har fått ett beslut?"
    case "decisions":
      return /^state\.(critical|deviation|on_track|not_started)$/.test(concept) && heard.has("noun.measure");
    // "Hur mycket saknas för de tre största åtgärderna?": the largest are not those that lack the most.
    // "Vilka har högst hyrkostnad?": no order of measures by what is decided.
    case "rank":
      return (
        (/^staff\.(agency|overtime|sick|staffing|production)$/.test(concept) &&
          query.group === "measure" &&
          !query.filters.some(({ on }) => on === "mechanism" || on === "theme") &&
          !heard.has("noun.measure")) ||
        (concept === "sup.most" &&
          follows("noun.measure") &&
          heard.has("ask.how_much") &&
          query.order?.by !== "decided")
      );
    // "Hur stor andel av de röda beror på vakanser?": of the red, not of all.
    // "Hur mycket av planen har sjukhuset respektive psykiatrin hunnit?": a share of each.
    case "share":
      if (concept === "group.each" && query.orgs.length + query.measures.length > 1) return true;
      return concept.startsWith("state.") && heard.tokens[start - 1]?.word === "de" && query.filters.length > 1;
    // "Vilka av de klara hänger på M-01?": of the klara only; "… på att M-01 blir klar" says nothing more.
    case "dependents":
      return concept.startsWith("state.") && !heard.mentions.some((mention) => mention.end <= start);
    default:
      return false;
  }
}

function isAnswered(tag: Tag, own: RegExp, query: PlanQuery, heard: Heard): boolean {
  const { concept } = tag;
  if (isOfOther(tag, query, heard)) return false;
  // "Per nämnd och läge": two groups, and only one is made.
  const isState = heard.tags.some((other) => other.concept === "word.state" && other.start === tag.start);
  if (concept === "ask.status" && isState && query.intent === "breakdown") return query.group === "state";
  if (ANYWHERE.test(concept)) return true;
  if (own.test(concept)) return !isWhichUnit(tag, query, heard);
  if (concept === "at.review")
    return query.filters.some((filter) => filter.on === "assumption" && filter.review !== undefined);
  // "Vilka åtgärder ska jag rapportera på?": one's own.
  if (concept === "rep.due" && query.intent === "list") return query.mine;
  if (concept === "oob.person")
    return /^(vem|vilka|någon|who|people|anyone)$/.test(heard.tokens[tag.start]?.word ?? "");
  const figures = [...query.figures, ...(query.order ? [query.order.by] : [])];
  if (FIGURE_OF.some(([said, held]) => said === concept && held.some((figure) => figures.includes(figure))))
    return true;
  if (query.filters.some((filter) => HELD_BY.some(([said, on]) => said.test(concept) && on.includes(filter.on))))
    return true;
  if (concept === "neg.not" && query.intent === "dependents") return /förrän|innan|tills|until|before/.test(heard.text);
  if (concept === "neg.not") return query.filters.some((filter) => filter.not || LACKS.has(filter.on));
  // "Vad skulle vi ha hunnit enligt plan?", "är vi i fas?"
  if (concept === "state.on_track" && figures.some((figure) => ["planned", "planned_year", "gap"].includes(figure)))
    return true;
  // "Hur mycket lägre än årsplanen är prognosen?"
  if (concept.startsWith("move.") && (figures.length > 1 || figures.some((figure) => /gap$/.test(figure)))) return true;
  // "När öppnar den nya mottagningen?": words of the milestones, which are all told.
  if (query.detail === "milestones" && /^(sup\.open|chg\.changed|staff\..*)$/.test(concept)) return true;
  if (concept === "dec.decision" && figures.includes("decided")) return true;
  if (concept === "fig.rate" && figures.some((figure) => /(overtime|sick_leave|_rate|_change)$/.test(figure)))
    return true;
  // "Hur stor del av planen är verifierad?": of what the plan has given, which the answer says.
  if (concept === "fig.rate" && query.about === "share") return true;
  if (concept === "at.comment" && figures.includes("forecast")) return true;
  if (concept === "staff.cost" && figures.includes("extra_cost")) return true;
  if (/^(staff\.cost|fig\.effect)$/.test(concept) && query.intent === "staffing")
    return figures.includes("agency_cost");
  if (
    query.group !== null &&
    GROUPS.some(([said, groups]) => said.test(concept) && groups.includes(query.group as Group))
  )
    return true;
  // "Vilka enheter i närsjukvården ligger efter?": which, and no sum of them all.
  if (concept.startsWith("lvl."))
    return (query.orgs.length > 0 || query.mine) && !(query.intent === "figure" && isAfterWhich(tag, heard));
  return false;
}

// "Vilka enheter har mer personal än …?", "finns det någon enhet som …?" ask which; one sum is no answer to that.
function isWhichUnit(tag: Tag, query: PlanQuery, heard: Heard): boolean {
  return (
    // "Vilka nämnder har åtgärder?": nor are all the measures.
    (query.intent === "staffing" || query.intent === "list") &&
    tag.concept.startsWith("lvl.") &&
    query.orgs.length === 0 &&
    query.group === null &&
    isAfterWhich(tag, heard)
  );
}

// "… någon enhet som …" asks which, too.
function isAfterWhich(tag: Tag, heard: Heard): boolean {
  return (
    heard.tags.some((other) => other.concept === "ask.which" && other.end === tag.start) ||
    /^(som|that|which|who)$/.test(heard.tokens[tag.end]?.word ?? "")
  );
}
