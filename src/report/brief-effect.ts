// Pure. The figures: summary, the effect ladder stage by stage, and each förvaltning.
import { grouped } from "../lib/memo.ts";
import type { Sum } from "../plan/amount.ts";
import { type Ladder, ladderOf } from "../plan/effect.ts";
import { percentText, rateText } from "../plan/format.ts";
import { administrationOf } from "../plan/organisation.ts";
import type { Measure } from "../plan/plan.ts";
import { stateNow } from "../plan/status.ts";
import { monthYear } from "../plan/week.ts";
import type { BriefScope } from "./brief-scope.ts";
import type { ReportSection } from "./document.ts";

export function summarySection(scope: BriefScope): ReportSection {
  const { words, plan, measures, month, through, lang } = scope;
  const ladder = ladderOf(plan, measures, month);
  const states = grouped(measures, (measure) => stateNow(plan, measure));
  const count = (state: "critical" | "deviation" | "on_track") => states.get(state)?.length ?? 0;
  const rate = ladder.rate.percent === null ? null : rateText(ladder.rate.percent, lang);
  return {
    heading: words.summary,
    paragraphs: [
      words.effectSentence(scope.amount(ladder.realised.amount), scope.amount(ladder.planned.amount), through, rate),
      words.forecastSentence(
        monthYear(month),
        scope.amount(ladder.forecast.amount),
        scope.amount(ladder.plannedYear.amount),
      ),
      words.statesSentence(count("critical"), count("deviation"), count("on_track"), measures.length),
    ],
    table: null,
  };
}

/** Each stage with its period, source and the number of measures without an amount. */
export function effectSection(scope: BriefScope): ReportSection {
  const words = scope.words.effect;
  const ladder = ladderOf(scope.plan, scope.measures, scope.month);
  const year = `${monthYear(scope.month)}`;
  const plan = words.plan(scope.plan.version);
  const row = (stage: string, sum: Sum, period: string, source: string) => [
    stage,
    scope.amount(sum.amount),
    period,
    source,
    words.uncounted(sum.unknown),
  ];
  return {
    heading: words.heading,
    paragraphs: [words.never],
    table: {
      head: words.head,
      rows: [
        row(words.potential, ladder.potential, words.perYear, plan),
        row(words.decided, ladder.decided, words.perYear, plan),
        row(words.lost, ladder.lost, words.perYear, plan),
        row(words.plannedYear, ladder.plannedYear, year, plan),
        row(words.forecast, ladder.forecast, year, words.forecasts(scope.through)),
        row(words.planned, ladder.planned, scope.through, plan),
        row(words.realised, ladder.realised, scope.through, words.ledger(scope.through)),
        row(words.verified, ladder.verified, scope.through, words.controller),
      ],
    },
  };
}

/** Null when there is only one förvaltning to tell of. */
export function administrationsSection(scope: BriefScope): ReportSection | null {
  const { plan, words, month, through } = scope;
  const groups = grouped(scope.measures, (measure) => administrationOf(plan.facts, measure.owner));
  if (groups.size < 2) return null;
  const order = new Map(plan.facts.orgs.map((org, index) => [org.id, index]));
  const rows = [...groups]
    .flatMap(([org, measures]) => (org ? [{ org, measures }] : []))
    .sort((a, b) => (order.get(a.org.id) ?? 0) - (order.get(b.org.id) ?? 0))
    .map(({ org, measures }) => administrationRow(scope, org.name, measures));
  const head = words.administrations.head(through, monthYear(month));
  return { heading: words.administrations.heading, paragraphs: [], table: { head, rows } };
}

function administrationRow(scope: BriefScope, name: string, measures: readonly Measure[]): string[] {
  const ladder: Ladder = ladderOf(scope.plan, measures, scope.month);
  return [
    name,
    scope.amount(ladder.realised.amount),
    scope.amount(ladder.planned.amount),
    ladder.rate.percent === null ? scope.words.noData : percentText(ladder.rate.percent, scope.lang, 1),
    scope.amount(ladder.forecast.amount),
    scope.amount(ladder.plannedYear.amount),
  ];
}
