// Pure. Point 2 of the digest in words: the effect and its curve. Every amount stands with the word of its stage.

import { mkr, type Sek } from "../plan/amount.ts";
import { amountNumber, amountText, monthText, rateText, throughText } from "../plan/format.ts";
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

export interface Fact {
  readonly title: string;
  readonly value: string;
}

export interface CurveView {
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
    line: `${amountBefore(effect.realised, speech)} ${below(effect, speech)}`,
    facts: factsOf(effect, speech),
    curve: curveView(effect, speech),
  };
}

/** An amount in words; an unknown one is "underlag saknas", never 0. */
export function amount(value: Sek | null, { lang, words, unit }: Speech): string {
  return value === null ? words.noData : amountText(value, lang, unit);
}

/** `145,0 av planerade 176,8 mkr`: in Swedish the unit is said once, in English it frames each amount. */
export function amountBefore(value: Sek | null, speech: Speech): string {
  return value !== null && speech.lang === "sv" ? amountNumber(value, "sv") : amount(value, speech);
}

function below(effect: DigestEffect, speech: Speech): string {
  const { lang, words } = speech;
  const planned = words.ofPlanned(amount(effect.planned, speech));
  if (effect.rate === null || effect.realised === null) return planned;
  const line = `${planned} (${rateText(effect.rate, lang)})`;
  const { realised, planned: base, leftOut } = effect.compared;
  if (leftOut === 0) return line;
  return `${line}. ${words.leftOut(amountBefore(realised, speech), amount(base, speech), leftOut)}`;
}

function factsOf(effect: DigestEffect, speech: Speech): Fact[] {
  const { words } = speech;
  const lost = words.lostText(
    effect.lost.amount === null ? null : amount(effect.lost.amount, speech),
    effect.lost.uncounted,
  );
  return [
    {
      title: words.forecast(effect.year),
      value: words.forecastOf(amountBefore(effect.forecast, speech), amount(effect.plannedYear, speech)),
    },
    { title: words.decided, value: amount(effect.decided, speech) },
    { title: words.potential, value: amount(effect.potential, speech) },
    ...(lost === "" ? [] : [{ title: words.lost, value: lost }]),
    { title: words.uncounted, value: words.measures(effect.uncounted) },
  ];
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
