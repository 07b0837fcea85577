// Pure. The digest as `digest --json` prints it (cli.md): million kronor, percent, ids and the plan's own codes.
import { mkr, type Sek } from "../plan/amount.ts";
import { CAUSE_WORDS } from "../plan/words.ts";
import type { Correction, DigestSnapshot } from "./snapshot.ts";

/** `text`: the digest as a person reads it. States are codes (`critical`); causes are the codes of data-format.md. */
export function digestJson(snapshot: DigestSnapshot, text: string): object {
  const { coverage, effect } = snapshot;
  return {
    week: snapshot.week,
    coverage,
    effect: {
      through: effect.through,
      realised: inMkr(effect.realised),
      planned: inMkr(effect.planned),
      rate: effect.rate,
      forecast: inMkr(effect.forecast),
      plannedYear: inMkr(effect.plannedYear),
      decided: inMkr(effect.decided),
      potential: inMkr(effect.potential),
      uncounted: effect.uncounted,
      lost: inMkr(effect.lost.amount),
      curve: effect.curve.map((point) => ({
        month: point.month,
        planned: inMkr(point.planned),
        realised: inMkr(point.realised),
        forecast: inMkr(point.forecast),
      })),
    },
    attention: snapshot.attention.map((item) => ({
      measure: item.measure,
      state: item.state,
      atRisk: inMkr(item.decided),
      since: item.since,
      cause: item.cause && CAUSE_WORDS[item.cause].sv,
    })),
    changes: snapshot.changes.map(({ measure, from, to }) => ({ measure, from, to })),
    corrections: snapshot.corrections.map(correctionJson),
    warnings: snapshot.warnings.map((row) => ({
      org: row.org,
      staffing_change: row.staffingChange,
      production_change: row.productionChange,
    })),
    support: snapshot.support,
    missing: snapshot.missing.map(({ org, count }) => ({ org, count })),
    upcoming: snapshot.upcoming.map(({ date, id, text: what }) => ({ date, id, text: what })),
    asOf: { ...snapshot.asOf, made: snapshot.madeAt },
    text,
  };
}

function correctionJson(correction: Correction): object {
  switch (correction.kind) {
    case "state":
      return { week: correction.week, measure: correction.measure, from: correction.from, to: correction.to };
    case "coverage":
      return { week: correction.week, figure: "coverage_received", from: correction.from, to: correction.to };
    case "effect":
      return {
        week: correction.week,
        figure: correction.figure,
        through: correction.through,
        from: inMkr(correction.from),
        to: inMkr(correction.to),
      };
  }
}

function inMkr(amount: Sek | null): number | null {
  return amount === null ? null : mkr(amount);
}
