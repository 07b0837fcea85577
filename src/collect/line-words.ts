// Pure. How a line is named and introduced on the card. Everything the plan's people wrote is cut to size and escaped.
import { escapeMarkdown } from "../lib/card.ts";
import type { CardLine } from "../plan/card-lines.ts";
import { amountNumber, amountText, dateText, monthText, weekText } from "../plan/format.ts";
import type { Lang, MeasureId, State } from "../plan/plan.ts";
import { addWeeks } from "../plan/week.ts";
import type { Board } from "./board.ts";
import type { Words } from "./words.ts";

/** A sign of its own for each state, so that nothing is told by colour alone. */
const SIGNS: Readonly<Record<State, string>> = {
  not_started: "○",
  on_track: "●",
  deviation: "▲",
  critical: "■",
  paused: "‖",
  cancelled: "×",
  reverted: "×",
  done: "✓",
  operational: "✓",
};

const TITLE_MOST = 140;
const NAME_MOST = 60;

/** Text of the plan's people for a card: at most `most` characters, Markdown taken literally, no template mark left. */
export function plainText(text: string, most: number): string {
  const characters = [...text.replace(/\s+/gu, " ").trim()];
  const cut =
    characters.length > most
      ? `${characters
          .slice(0, most - 1)
          .join("")
          .trimEnd()}…`
      : characters.join("");
  return escapeMarkdown(cut).replaceAll("${", "$ {");
}

export function unitName(board: Board): string {
  return plainText(board.unit.name, TITLE_MOST);
}

/** `M-04 Nya scheman` */
export function lineTitle(line: CardLine): string {
  return plainText(`${line.measure.id} ${line.measure.title}`, TITLE_MOST);
}

/** The same, short: in a list of faults or a receipt. */
export function lineName(board: Board, measure: MeasureId): string {
  const line = board.lines.find((each) => each.measure.id === measure);
  return plainText(line ? `${measure} ${line.measure.title}` : measure, NAME_MOST);
}

/** `Förra veckan: Gul · Beslutad helårseffekt 42,0 mkr (er del 3,2)` */
export function lineAbout(line: CardLine, board: Board, words: Words, lang: Lang): string {
  return [before(line, board, words, lang), decided(line, board, words, lang)]
    .filter((part) => part !== "")
    .join(" · ");
}

/** `▲ Gul`, kept on one line. */
export function stateText(state: State, words: Words): string {
  return `${SIGNS[state]}\u00a0${words.stateName[state]}`;
}

/** Milestones dated this week, one text. */
export function lineMilestones(line: CardLine, board: Board, words: Words, lang: Lang): string {
  return line.milestones
    .map((each) => words.milestone(plainText(each.name, NAME_MOST), dateText(each.date, lang, board.today)))
    .join(" · ");
}

function before(line: CardLine, board: Board, words: Words, lang: Lang): string {
  // A change begins from this week's own answer, so "last week" is looked up before it.
  const { plan, unit, week } = board;
  const last = plan.book.latest(unit.id, line.measure.id, addWeeks(week, -1), plan.now);
  if (last) {
    const state = words.stateName[last.state];
    if (last.week === addWeeks(week, -1)) return words.lastWeek(state);
    return words.lastAnswer(state, weekText(last.week, lang, board.today));
  }
  if (line.state !== "not_started") return words.firstTime;
  const start = line.measure.start;
  return start ? words.plannedStart(monthText(start, lang, board.today)) : words.stateName.not_started;
}

function decided(line: CardLine, board: Board, words: Words, lang: Lang): string {
  const amount = line.measure.decided;
  if (amount === null) return "";
  const text = amountText(amount, lang, board.plan.facts.header.amountUnit);
  // "42,0 mkr (er del 3,2)": the unit once is enough.
  return line.share === null ? words.decided(text) : words.decidedShare(text, amountNumber(line.share, lang));
}
