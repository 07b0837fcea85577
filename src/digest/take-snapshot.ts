// Pure.
import { zonedText } from "../lib/time.ts";
import { coverageByAdministration, coverageOf } from "../plan/coverage.ts";
import { curveOf } from "../plan/curve.ts";
import { ladderOf } from "../plan/effect.ts";
import { guardsUnder, staffingThrough } from "../plan/guard.ts";
import { forecastOf, plannedOf } from "../plan/measure-amounts.ts";
import { defaultThrough, todayOf, wholeYear, yearToDate } from "../plan/moment.ts";
import { orgOf, regionOf } from "../plan/organisation.ts";
import type { Plan } from "../plan/plan.ts";
import { type RhythmSettings, rhythmOf } from "../plan/rhythm.ts";
import { openSupport, supportAge } from "../plan/support-queue.ts";
import { type Month, monthNumber, monthYear, type Week } from "../plan/week.ts";
import { ATTENTION_LIMIT, attentionOf } from "./attention.ts";
import { baselineOf, statesAt } from "./baseline.ts";
import { changesOf, correctionsOf } from "./changes.ts";
import type {
  CurvePoint,
  DigestCoverage,
  DigestEffect,
  DigestSnapshot,
  MissingReports,
  StaffingWarning,
} from "./snapshot.ts";
import { upcomingOf } from "./upcoming.ts";

/** Under this share of reports the figures are marked "preliminärt". */
const PRELIMINARY_BELOW = 75;
const WARNING_LIMIT = 3;

/**
 * The digest of `week` as the plan stands at `plan.now`, all nine points of rhythm.md. `previous`: the latest snapshot
 * that stands in the channel, if any. Null for a week without card, which has no digest.
 */
export function takeSnapshot(
  plan: Plan,
  week: Week,
  rhythm: RhythmSettings,
  previous: DigestSnapshot | null,
): DigestSnapshot | null {
  const moments = rhythmOf(week, rhythm);
  if (!moments) return null;
  const { header } = plan.facts;
  const effect = effectOf(plan);
  const attention = attentionOf(plan, week, yearToDate(defaultThrough(plan)));
  const baseline = baselineOf(plan, week, rhythm, previous);
  const states = statesAt(plan, week);
  return {
    form: 1,
    week,
    madeAt: zonedText(plan.now, header.zone),
    amountUnit: header.amountUnit,
    coverage: coverageShown(coverageOf(plan, week, null, moments.due)),
    effect,
    attention: attention.slice(0, ATTENTION_LIMIT),
    attentionMore: Math.max(0, attention.length - ATTENTION_LIMIT),
    comparedWith: baseline?.week ?? null,
    changes: changesOf(plan, states, baseline),
    corrections: correctionsOf(plan, effect, baseline),
    warnings: warningsOf(plan),
    support: supportOf(plan),
    missing: missingOf(plan, week),
    upcoming: upcomingOf(plan, todayOf(plan)),
    asOf: { economy: header.economyThrough, staffing: staffingThrough(plan), reports: week },
    states,
  };
}

function coverageShown(coverage: ReturnType<typeof coverageOf>): DigestCoverage {
  return {
    expected: coverage.expected.length,
    received: coverage.received.length,
    late: coverage.late.length,
    rate: coverage.percent,
    preliminary: coverage.percent !== null && coverage.percent < PRELIMINARY_BELOW,
  };
}

function effectOf(plan: Plan): DigestEffect {
  const { measures } = plan.facts;
  const ladder = ladderOf(plan, measures);
  return {
    year: monthYear(ladder.through),
    through: ladder.through,
    realised: ladder.realised.amount,
    planned: ladder.planned.amount,
    rate: ladder.rate.percent,
    compared: { realised: ladder.rate.realised, planned: ladder.rate.planned, leftOut: ladder.rate.leftOut },
    forecast: ladder.forecast.amount,
    plannedYear: ladder.plannedYear.amount,
    withoutForecast: withoutForecast(plan, monthYear(ladder.through)),
    decided: ladder.decided.amount,
    potential: ladder.potential.amount,
    lost: { amount: ladder.lost.amount, uncounted: ladder.lost.unknown },
    uncounted: ladder.potential.unknown,
    curve: curvePoints(plan, ladder.through),
  };
}

function withoutForecast(plan: Plan, year: number): number {
  const { measures } = plan.facts;
  const planned = measures.filter((measure) => plannedOf(plan, measure, wholeYear(year)));
  return planned.filter((measure) => forecastOf(plan, measure, year) === null).length;
}

/** The forecast is told where it is known: where the outcome ends and at the end of the year. */
function curvePoints(plan: Plan, through: Month): CurvePoint[] {
  return curveOf(plan, plan.facts.measures).map(({ month, planned, realised, forecast }) => {
    const known = month === through || monthNumber(month) === 12;
    return { month, planned, realised, forecast: known ? forecast : null };
  });
}

/** Only where staffing and production both fall; the largest fall of production first. */
function warningsOf(plan: Plan): StaffingWarning[] {
  const region = regionOf(plan.facts);
  const found: StaffingWarning[] = [];
  for (const guard of region ? guardsUnder(plan, region.id) : []) {
    const staffingChange = guard.staffing?.change ?? null;
    const production = guard.production[0];
    const productionChange = production?.change ?? null;
    if (!guard.sentences.includes("both_fall") || !production) continue;
    if (staffingChange === null || productionChange === null) continue;
    const name = orgOf(plan.facts, guard.unit)?.name ?? guard.unit;
    found.push({ org: guard.unit, name, metric: production.metric, staffingChange, productionChange });
  }
  return found.sort((a, b) => a.productionChange - b.productionChange).slice(0, WARNING_LIMIT);
}

function supportOf(plan: Plan): DigestSnapshot["support"] {
  const open = openSupport(plan);
  const oldest = open[0];
  return { open: open.length, oldestDays: oldest ? supportAge(oldest, todayOf(plan)) : null };
}

/** Units outside every förvaltning are told under the region: a number has to belong somewhere, never to a unit. */
function missingOf(plan: Plan, week: Week): MissingReports[] {
  const region = regionOf(plan.facts);
  const found: MissingReports[] = [];
  for (const { administration, coverage } of coverageByAdministration(plan, week)) {
    const org = administration ? orgOf(plan.facts, administration) : region;
    if (org && coverage.missing.length > 0) found.push({ org: org.id, name: org.name, count: coverage.missing.length });
  }
  return found;
}
