// Pure. Definitions with the plan's own numbers, the age and source of data, and the fixed answers.

import { mkr, type Sek } from "../../plan/amount.ts";
import { ladderOf } from "../../plan/effect.ts";
import { amountText, dateText, throughText, weekText } from "../../plan/format.ts";
import { unitsUnder } from "../../plan/organisation.ts";
import type { OrgId, State } from "../../plan/plan.ts";
import { stateAt } from "../../plan/status.ts";
import { CONSULTATION_WORDS } from "../../plan/words.ts";
import { TERMS, type Term } from "../grammar/terms.ts";
import { type Figure, type PlanQuery, queryOf } from "../schema.ts";
import { DEFINITIONS } from "../words/definition-words.ts";
import { FIGURE_LABELS } from "../words/effect-words.ts";
import { attributeText, LABELS } from "../words/measure-words.ts";
import * as statusWords from "../words/status-words.ts";
import * as words from "../words/talk-words.ts";
import { runCoverage } from "./coverage.ts";
import { runFigure } from "./figure.ts";
import { guardFor } from "./guards.ts";
import { runCount, runList } from "./list.ts";
import type { Pen, Result } from "./pen.ts";
import { scopeOf } from "./span.ts";
import { dataDates, measureName, measuresByIds, orgName, type World } from "./world.ts";

const EXAMPLE_FIGURES: Partial<Record<Term, readonly Figure[]>> = {
  potential: ["potential"],
  decided: ["decided"],
  planned: ["planned"],
  planned_year: ["planned_year"],
  forecast: ["forecast"],
  realised: ["realised"],
  verified: ["verified"],
  lost: ["lost"],
  gap: ["gap"],
  realisation_rate: ["realisation_rate"],
  at_risk: ["at_risk"],
  extra_cost: ["extra_cost"],
  uncounted: ["uncounted"],
  ladder: ["potential", "decided", "planned", "forecast", "realised", "verified"],
  outcome: ["realisation_rate"],
};
const EXAMPLE_STATES: Partial<Record<Term, State>> = {
  not_started: "not_started",
  on_track: "on_track",
  deviation: "deviation",
  critical: "critical",
  paused: "paused",
  cancelled: "cancelled",
  reverted: "reverted",
  done: "done",
  operational: "operational",
};

export function runDefinition(world: World, query: PlanQuery, pen: Pen): Result {
  const asked = (query.about ?? "").split("|");
  const terms = TERMS.filter((one) => asked.includes(one));
  return {
    lines: (terms.length > 0 ? terms : (["ladder"] as const)).flatMap((term) => [
      DEFINITIONS[term][world.lang],
      ...exampleOf(world, term, pen),
    ]),
  };
}

function exampleOf(world: World, term: Term, pen: Pen): string[] {
  const figures = EXAMPLE_FIGURES[term];
  const lead = words.exampleText(world.lang);
  if (figures)
    return [
      `${lead} ${runFigure(world, queryOf("figure", { figures: [...figures] }), pen)
        .lines.filter((_line, i) => i === 0 || figures.length > 1)
        .join(" ")}`,
    ];
  const state = EXAMPLE_STATES[term];
  if (state) {
    const fitting = world.plan.facts.measures.filter(
      (measure) => stateAt(world.plan, measure, world.week).state === state,
    );
    return [
      `${lead} ${runCount(world, queryOf("count", { filters: [{ on: "state", values: [state], not: false }] }), pen).lines[0] ?? ""}${fitting[0] ? ` (${measureName(fitting[0])})` : ""}`,
    ];
  }
  if (term === "coverage") return [`${lead} ${runCoverage(world, queryOf("coverage"), pen).lines[0] ?? ""}`];
  if (term === "special")
    return [
      `${lead} ${runList(world, queryOf("list", { filters: [{ on: "special", not: false }], limit: 3 }), pen).lines[0] ?? ""}`,
    ];
  if (term === "measure") return [`${lead} ${runCount(world, queryOf("count"), pen).lines[0] ?? ""}`];
  if (term === "enabler")
    return [
      `${lead} ${runCount(world, queryOf("count", { filters: [{ on: "kind", values: ["enabler"], not: false }] }), pen).lines[0] ?? ""}`,
    ];
  if (term === "horizon")
    return [
      `${lead} ${runCount(world, queryOf("count", { filters: [{ on: "horizon", value: "short", not: false }] }), pen).lines[0] ?? ""}`,
    ];
  return [];
}

export function runDataAge(world: World, query: PlanQuery): Result {
  const dates = dataDates(world);
  const staffing = dates.staffing ? weekText(dates.staffing, world.lang, world.today) : null;
  if (query.orgs.length > 0 && query.about !== "economy" && query.about !== "reports")
    return { lines: query.orgs.map((org) => unitAge(world, org)), orgs: query.orgs };
  if (query.about === "staffing") return { lines: [words.staffingAge(world.lang, staffing)] };
  const reports = dates.reports ? weekText(dates.reports, world.lang, world.today) : null;
  return { lines: [words.dataAge(world.lang, throughText(world.through, world.lang, world.today), staffing, reports)] };
}

// A unit's own series may have stopped before the plan's.
function unitAge(world: World, org: OrgId): string {
  const weeks = unitsUnder(world.plan.facts, org).flatMap((unit) => {
    const guard = guardFor(world, unit.id);
    return guard.staffing?.weeks.at(-1) ?? guard.staleWeek ?? guard.production[0]?.weeks.at(-1) ?? [];
  });
  const last = weeks.sort().at(-1);
  return words.unitAge(world.lang, orgName(world, org), last ? weekText(last, world.lang, world.today) : null);
}

export function runSource(world: World, query: PlanQuery, pen: Pen): Result {
  const figure = query.figures.length > 0 ? runFigure(world, { ...query, intent: "figure" }, pen).lines : [];
  return { lines: [words.sourceText(world.lang, throughText(world.through, world.lang, world.today)), ...figure] };
}

export function runTrust(world: World, query: PlanQuery, pen: Pen): Result {
  const ladder = ladderOf(world.plan, scopeOf(world, query), world.through);
  // "Är de 145 miljonerna verifierade?": what is realised, and how much of it is verified.
  const asksVerified = query.figures[0] === "verified";
  const figure = asksVerified ? "realised" : (query.figures[0] ?? "realised");
  const value =
    figure === "decided"
      ? ladder.decided.amount
      : figure === "potential"
        ? ladder.potential.amount
        : figure === "forecast"
          ? ladder.forecast.amount
          : figure === "planned"
            ? ladder.planned.amount
            : figure === "verified"
              ? ladder.verified.amount
              : ladder.realised.amount;
  const said = query.amount;
  const verdict =
    said === null || value === null
      ? "none"
      : Math.abs(mkr(value) - said) < 0.05 + 1e-9 || Math.round(mkr(value)) === said
        ? "yes"
        : "no";
  const saidText =
    said === null ? null : amountText((said * 1_000_000) as Sek, world.lang, world.plan.facts.header.amountUnit);
  const figures: Figure[] = [
    ...new Set<Figure>([figure, ...(["decided", "potential"].includes(figure) ? [] : (["verified"] as const))]),
  ];
  const result = runFigure(world, { ...query, intent: "figure", figures, about: null }, pen);
  // "403 miljoner besparing" is the potential: said, so that stages are not mixed up.
  const stages = [
    ["potential", ladder.potential.amount],
    ["decided", ladder.decided.amount],
    ["planned_year", ladder.plannedYear.amount],
    ["forecast", ladder.forecast.amount],
  ] as const;
  const other =
    verdict === "no" && said !== null
      ? stages.find(([, amount]) => amount !== null && Math.abs(mkr(amount) - said) < 0.5)
      : undefined;
  const otherLine =
    other && other[1] !== null
      ? [`${FIGURE_LABELS[other[0]][world.lang]}: ${pen.mkr(other[0], other[1], { subject: "plan" })}.`]
      : [];
  return { ...result, lines: [words.trustText(world.lang, verdict, saidText), ...result.lines, ...otherLine] };
}

export function runNegotiation(world: World, query: PlanQuery): Result {
  const lines = measuresByIds(world, query.measures).map((measure) =>
    attributeText(
      world.lang,
      measureName(measure),
      LABELS.consultation[world.lang],
      measure.consultation ? CONSULTATION_WORDS[measure.consultation][world.lang] : null,
    ),
  );
  return { lines: [words.NEGOTIATION[world.lang], ...lines], measures: query.measures };
}

export function runPlanInfo(world: World): Result {
  const { header } = world.plan.facts;
  const date = (value: typeof header.from | null) => (value ? dateText(value, world.lang, world.today) : null);
  return {
    lines: [
      statusWords.planInfo(
        world.lang,
        header.name,
        header.from,
        header.to,
        date(header.decided),
        header.paragraph,
        header.registryNumber,
      ),
    ],
  };
}
