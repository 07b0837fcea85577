// Pure. Point 2 of the digest in words: the effect and its curve. Every amount stands with the word of its stage.

import { mkr, type Sek } from "../plan/amount.ts";
import { amountNumber, monthText, rateText, throughText } from "../plan/format.ts";
import { amount, amountBefore, amountOfPlanned } from "./amounts.ts";
import type { CurvePoint, DigestEffect, DigestSnapshot } from "./snapshot.ts";
import type { Speech } from "./speech.ts";

export interface EffectView {
  readonly label: string;
  readonly big: string;
  readonly below: string;
  /** Both on one line. */
  readonly line: string;
  readonly facts: readonly Fact[];
  readonly curve: CurveView | null;
}

interface Fact {
  readonly title: string;
  readonly value: string;
}

interface CurveView {
  readonly title: string;
  readonly xTitle: string;
  readonly yTitle: string;
  /** As Chart.Line takes it; y in million kronor. */
  readonly series: readonly Series[];
  /** The same in words, one line per month. */
  readonly facts: readonly Fact[];
}

interface Series {
  readonly legend: string;
  readonly color: string;
  readonly values: readonly { readonly x: string; readonly y: number }[];
}

export function effectView({ effect, coverage }: DigestSnapshot, speech: Speech): EffectView {
  const { lang, words, today } = speech;
  const label = words.realised(throughText(effect.through, lang, today));
  return {
    label: coverage.preliminary ? `${label} (${words.preliminaryMark})` : label,
    big: amount(effect.realised, speech),
    below: below(effect, speech),
    line: `${amountOfPlanned(effect.realised, effect.planned, speech)}${share(effect, speech)}`,
    facts: factsOf(effect, speech),
    curve: curveView(effect, speech),
  };
}

function below(effect: DigestEffect, speech: Speech): string {
  const { words } = speech;
  if (effect.planned === null) return "";
  const planned = amount(effect.planned, speech);
  return effect.realised === null
    ? words.onlyPlannedAlone(planned)
    : `${words.ofPlanned(planned)}${share(effect, speech)}`;
}

/** ` (82 %)`, and what it was counted on where months lack an outcome. */
function share({ rate, realised, compared }: DigestEffect, speech: Speech): string {
  if (rate === null || realised === null) return "";
  const share = ` (${rateText(rate, speech.lang)})`;
  if (compared.leftOut === 0) return share;
  const counted = amountBefore(compared.realised, speech);
  return `${share}. ${speech.words.leftOut(counted, amount(compared.planned, speech), compared.leftOut)}`;
}

function factsOf(effect: DigestEffect, speech: Speech): Fact[] {
  const { words } = speech;
  const forecast = amountOfPlanned(effect.forecast, effect.plannedYear, speech);
  const without = effect.withoutForecast > 0 ? ` · ${words.withoutForecast(effect.withoutForecast)}` : "";
  return [
    { title: words.forecast(effect.year), value: `${forecast}${without}` },
    { title: words.decided, value: amount(effect.decided, speech) },
    { title: words.potential, value: amount(effect.potential, speech) },
    ...lostFact(effect, speech),
    { title: words.uncounted, value: words.measures(effect.uncounted) },
  ];
}

/** bortfallen is shown wherever there is any, and never part of beslutad. */
function lostFact({ lost }: DigestEffect, speech: Speech): Fact[] {
  const known = lost.amount === null || lost.amount === 0 ? null : amount(lost.amount, speech);
  const value = speech.words.lostText(known, lost.uncounted);
  return value === "" ? [] : [{ title: speech.words.lost, value }];
}

function curveView(effect: DigestEffect, speech: Speech): CurveView | null {
  const { words, unit } = speech;
  const series = (
    [
      ["planned", "categoricalBlue"],
      ["realised", "good"],
      ["forecast", "categoricalPurple"],
    ] as const
  ).map(([stage, color]) => ({ legend: words.curve[stage], color, values: valuesOf(effect.curve, stage) }));
  const drawn = series.filter((line) => line.values.length > 0);
  if (drawn.length === 0) return null;
  const facts = effect.curve.map((point) => factOf(point, effect, speech)).filter((fact) => fact.value !== "");
  return { title: words.curve.title(effect.year, unit), xTitle: words.curve.x, yTitle: unit, series: drawn, facts };
}

function valuesOf(curve: readonly CurvePoint[], stage: "planned" | "realised" | "forecast") {
  return curve.flatMap((point) => {
    const value = point[stage];
    // A month is drawn at its first day: the chart's axis takes dates.
    return value === null ? [] : [{ x: `${point.month}-01`, y: Math.round(mkr(value) * 10) / 10 }];
  });
}

function factOf(point: CurvePoint, effect: DigestEffect, speech: Speech): Fact {
  const { lang, words, today } = speech;
  const number = (value: Sek | null) => (value === null ? null : amountNumber(value, lang));
  // Where outcome and forecast meet they are the same figure: said once, as outcome.
  const forecast = point.month > effect.through ? number(point.forecast) : null;
  return {
    title: monthText(point.month, lang, today),
    value: words.curvePoint(number(point.planned), number(point.realised), forecast),
  };
}
