// Pure. A picture's place on the card: as Teams draws it, and the same in words for who sees no pictures.
import { sekFromMkr } from "../plan/amount.ts";
import { amountNumber, monthName, numberText, percentText, rateText } from "../plan/format.ts";
import type { Lang } from "../plan/plan.ts";
import { monthNumber } from "../plan/week.ts";
import type { Chart } from "./answer.ts";
import type { Pair } from "./card-blocks.ts";
import type { CardWords } from "./card-words.ts";
import { CHART_WORDS } from "./words/understood-words.ts";

export interface ChartView {
  readonly is: "line" | "bars";
  readonly title: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly data: readonly object[];
  /** The same in words, one line each. */
  readonly pairs: readonly Pair[];
}

const BARS_MOST = 12;
/** One colour: the bars differ by length, not by hue. */
const BAR_COLOUR = "categoricalBlue";
const MONTHS_MOST = 36;
const LABEL_MOST = 60;

/** Null when there is nothing to look at: one point, all nought, or values that bars can't show. */
export function chartView(chart: Chart | undefined, lang: Lang, words: CardWords): ChartView | null {
  if (!chart) return null;
  return chart.is === "months" ? lineView(chart, lang, words) : barsView(chart, lang, words);
}

const STAGES = [
  ["planned", "categoricalBlue"],
  ["realised", "good"],
  ["forecast", "categoricalPurple"],
] as const;

function lineView(chart: Extract<Chart, { is: "months" }>, lang: Lang, words: CardWords): ChartView | null {
  const points = chart.points.slice(0, MONTHS_MOST);
  const lines = STAGES.map(([stage, color]) => ({
    legend: CHART_WORDS[stage][lang],
    color,
    // A month is drawn at its first day: the chart's axis takes dates.
    values: points.flatMap((point) =>
      point[stage] === null ? [] : [{ x: `${point.month}-01`, y: tenths(point[stage]) }],
    ),
  })).filter((line) => line.values.length > 1);
  if (lines.length === 0) return null;
  const years = [...new Set(points.map((point) => point.month.slice(0, 4)))];
  const unit = words.chart.units.mkr ?? "";
  return {
    is: "line",
    title: words.chart.accumulated(years.join("–"), unit),
    xTitle: CHART_WORDS.month[lang],
    yTitle: unit,
    data: lines,
    pairs: points
      .map((point) => ({
        title: `${monthName(monthNumber(point.month), lang)} ${years.length > 1 ? point.month.slice(0, 4) : ""}`.trim(),
        value: pointText(point, lang),
      }))
      .filter((pair) => pair.value !== ""),
  };
}

function pointText(point: Extract<Chart, { is: "months" }>["points"][number], lang: Lang): string {
  return STAGES.flatMap(([stage]) => {
    const value = point[stage];
    return value === null ? [] : [`${CHART_WORDS[stage][lang].toLowerCase()} ${amountNumber(sekFromMkr(value), lang)}`];
  }).join(" · ");
}

function barsView(chart: Extract<Chart, { is: "bars" }>, lang: Lang, words: CardWords): ChartView | null {
  const bars = chart.bars.slice(0, BARS_MOST);
  if (bars.length < 2 || bars.some((bar) => bar.value < 0) || bars.every((bar) => bar.value === 0)) return null;
  const unit = words.chart.units[chart.unit] ?? chart.unit;
  const title = chart.title.length > LABEL_MOST || /[.:]/.test(chart.title) ? unit : `${chart.title}, ${unit}`;
  return {
    is: "bars",
    title,
    xTitle: unit,
    yTitle: "",
    data: bars.map((bar) => ({ x: shortLabel(bar.label), y: drawn(bar.value, chart.unit), color: BAR_COLOUR })),
    pairs: bars.map((bar) => ({ title: bar.label, value: written(bar.value, chart.unit, lang) })),
  };
}

/** As it is written, so that the picture and the words don't differ: a rate is never rounded over a colour's limit. */
function drawn(value: number, unit: string): number {
  return unit === "%" ? Number.parseFloat(rateText(value, "en")) : tenths(value);
}

function written(value: number, unit: string, lang: Lang): string {
  if (unit === "mkr")
    return lang === "sv"
      ? `${amountNumber(sekFromMkr(value), lang)} mkr`
      : `SEK ${amountNumber(sekFromMkr(value), lang)} million`;
  if (unit === "%") return Number.isInteger(value) ? percentText(value, lang) : rateText(value, lang);
  return numberText(value, lang, unit === "st" || unit === "per week" ? 0 : 1);
}

function shortLabel(label: string): string {
  const characters = [...label];
  return characters.length <= LABEL_MOST ? label : `${characters.slice(0, LABEL_MOST - 1).join("")}…`;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
