// Pure. An answer's card: headline, picture, rows, source, buttons.
import template from "../../cards/answer-figure.json" with { type: "json" };
import { fillCard } from "../lib/card.ts";
import type { IsoDate } from "../lib/time.ts";
import type { Answer } from "./answer.ts";
import { type Block, blocksOf, clip, TEXT_MOST } from "./card-blocks.ts";
import { chartView } from "./card-chart.ts";
import { filled, inert, inertPair, plainRun } from "./card-fill.ts";
import { type Headline, headlineOf, isAboutSeveral, withoutStop } from "./card-headline.ts";
import type { AskButton } from "./card-next.ts";
import { sourceText, splitAsOf } from "./card-source.ts";
import { STATE_COLOURS, STATE_MARKS } from "./card-state.ts";
import type { CardWords } from "./card-words.ts";
import { bothColours } from "./words/measure-words.ts";

export interface CardSetting {
  /** In a channel: short, with the details behind a button. */
  readonly channel?: boolean;
  /** For which year a week is of. */
  readonly today?: IsoDate;
}

const FALLBACK_MOST = 400;
/** A sentence this short stands well in large letters. */
const LARGE_MOST = 120;
const NO_CHART = { is: "none", title: "", heading: "", xTitle: "", yTitle: "", data: [], pairs: [] };

export function figureCard(
  answer: Answer,
  buttons: readonly AskButton[],
  words: CardWords,
  setting: CardSetting,
): object {
  const told = answer.text.split("\n");
  // Told in the text itself when it was no more than a likely reading: then it is never left out.
  const isGuess = answer.understood !== undefined && told.includes(answer.understood);
  const { lines, asOf } = splitAsOf(
    told.filter((line) => line !== answer.understood),
    answer,
  );
  const headline = headlineOf(answer, lines);
  const colours = headline.rest.find((line) => isBothColours(line, answer)) ?? "";
  const rest = headline.rest.filter((line) => line !== colours);
  const blocks = [...blocksOf(rest, { ...answer, subject: headline.subject }, words), ...cutNote(lines, words)];
  const chart = chartView(answer.chart, answer.lang, words);
  const { shown, hidden } = divided(blocks, chart !== null && !isAboutSeveral(answer), setting.channel === true);
  const isWide = chart !== null || blocks.some((block) => block.is === "rows");
  return fillCard(template, {
    lang: answer.lang,
    fallback: clip(answer.text, FALLBACK_MOST),
    msteams: isWide ? { width: "Full" } : {},
    ...headlineData(headline),
    colours: inert(withoutStop(colours)),
    chart: chart
      ? {
          ...chart,
          heading: inert(chart.title),
          pairs: chart.pairs.map(inertPair),
        }
      : NO_CHART,
    hasShown: shown.length > 0,
    shown: filled(shown),
    hasHidden: hidden.length > 0,
    hidden: filled(hidden),
    showMore: chart ? words.showFigures : words.showMore,
    showLess: words.showLess,
    source: inert(sourceText(answer, asOf, words, setting.today)),
    understood: inert(isGuess ? answer.understood : setting.channel === true ? "" : understoodText(answer)),
    buttons,
  });
}

/** What is cut is said to be. */
function cutNote(lines: readonly string[], words: CardWords): Block[] {
  return lines.some((line) => line.length > TEXT_MOST) ? [{ is: "text", label: "", text: words.cut }] : [];
}

/** How the question was read, where there was more to read than its subject. */
function understoodText({ understood, query }: Answer): string {
  if (!query || !understood) return "";
  const { filters, period, group, order, mine } = query;
  return filters.length > 0 || period || group || order || mine ? understood : "";
}

function headlineData({ subject, state, label, figure, below, lead }: Headline): object {
  const isLarge = lead.length <= LARGE_MOST;
  return {
    subject: inert(subject),
    mark: state ? STATE_MARKS[state.is] : "",
    state: state ? ` ${plainRun(state.text)}` : "",
    stateColour: state ? STATE_COLOURS[state.is] : "Default",
    label: inert(label),
    figure: inert(figure),
    figureSpacing: state ? "Medium" : "Small",
    below: inert(below),
    lead: inert(lead),
    leadSize: isLarge ? "Medium" : "Default",
    leadWeight: isLarge && subject === "" ? "Bolder" : "Default",
  };
}

/** Rows that a channel shows before "Visa mer". */
const SHOWN_ROWS = 3;

/** In a channel the first rows only; beside a picture the figures wait behind a button. */
function divided(
  blocks: readonly Block[],
  hasChart: boolean,
  channel: boolean,
): { readonly shown: readonly Block[]; readonly hidden: readonly Block[] } {
  if (hasChart) return { shown: [], hidden: blocks };
  const [first, ...rest] = blocks;
  if (!channel || !first || isShort(blocks)) return { shown: blocks, hidden: [] };
  if (first.is !== "rows") return { shown: [], hidden: blocks };
  const left = first.rows.slice(SHOWN_ROWS);
  return {
    shown: [{ is: "rows", rows: first.rows.slice(0, SHOWN_ROWS) }],
    hidden: left.length > 0 ? [{ is: "rows", rows: left }, ...rest] : rest,
  };
}

/** One line more is less than a button. */
function isShort(blocks: readonly Block[]): boolean {
  return (
    blocks.reduce(
      (sum, block) =>
        sum + (block.is === "text" ? 1 : block.is === "pairs" ? block.pairs.length : block.rows.length * 2),
      0,
    ) <= 2
  );
}

function isBothColours(line: string, { lang }: Answer): boolean {
  const [lead = ""] = bothColours(lang, "\n", "", "").split("\n");
  return lead !== "" && line.startsWith(lead);
}
