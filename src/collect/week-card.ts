// Pure. Step 1: one choice per line, five lines at a time, with the month's question where it is asked.
import template from "../../cards/collect-week.json" with { type: "json" };
import { fillCard } from "../lib/card.ts";
import { mkr, type Sek } from "../plan/amount.ts";
import type { CardLine } from "../plan/card-lines.ts";
import { amountNumber, amountText } from "../plan/format.ts";
import type { MonthQuestion } from "../plan/month-questions.ts";
import { type Button, button, faultBox, headNotes, plainTitle, type View, viewTitle } from "./card-parts.ts";
import { TIMES_DECIDED } from "./check-forecast.ts";
import { type DraftLine, LINES_PER_PAGE } from "./draft.ts";
import { type Fault, faultText } from "./faults.ts";
import { lineAbout, lineMilestones, lineTitle } from "./line-words.ts";
import { inputId, parseMkr } from "./schema.ts";
import { unitFacts } from "./unit-facts.ts";

export function weekCard(view: View, faults: readonly Fault[]): object {
  const { board, words, lang } = view;
  const { lines, draft } = board;
  const facts = unitFacts(board, words, lang);
  const last = Math.min(draft.first + LINES_PER_PAGE, lines.length);
  return fillCard(template, {
    lang,
    title: viewTitle(view),
    fallback: plainTitle(view),
    nonce: view.card.nonce,
    notes: headNotes(view),
    ...faultBox(
      faults.map((fault) => faultText(fault, board, words, lang)),
      words,
    ),
    sentences: facts.sentences.map((text) => ({ text })),
    facts: facts.rows,
    factsDate: facts.date,
    question: words.howGoes,
    page: lines.length > LINES_PER_PAGE ? words.pageOf(draft.first + 1, last, lines.length) : "",
    lines: lines.slice(draft.first, last).map((line) => lineData(line, view)),
    more: moreTitle(last, view),
    actions: weekButtons(view, faults),
  });
}

/** "Visa fler" while there are more; from the last page the way back to the first. */
function moreTitle(last: number, { board, words }: View): string {
  if (board.lines.length <= LINES_PER_PAGE) return "";
  return last < board.lines.length ? words.more(board.lines.length - last) : words.firstLines;
}

function weekButtons(view: View, faults: readonly Fault[]): Button[] {
  const { board, words } = view;
  const onlyAsks = faults.length > 0 && faults.every((fault) => fault.code === "forecastAboveDecided");
  const buttons = [
    button(view, "collect_send", onlyAsks ? words.sendConfirmed : words.send, { style: "positive", inputs: "auto" }),
  ];
  if (board.noNews && !board.draft.change) buttons.push(button(view, "collect_same", words.same));
  if (!board.draft.change) buttons.push(button(view, "collect_away", words.away));
  buttons.push(button(view, "collect_question", words.ask));
  return buttons;
}

function lineData(line: CardLine, view: View): object {
  const { board, words, lang } = view;
  const id = line.measure.id;
  const draft = board.draft.lines.find((each) => each.measure === id);
  const fresh = line.state === "not_started";
  const states = ["on_track", "deviation", "critical", "paused", "done"] as const;
  return {
    title: lineTitle(line),
    about: lineAbout(line, board, words, lang),
    milestone: lineMilestones(line, board, words, lang),
    ownQuestion: fresh,
    question: fresh ? words.started : words.howGoes,
    id: inputId("state", id),
    error: words.faults.short.state,
    value: draft?.state ?? "",
    choices: (fresh ? (["not_started", ...states] as const) : states).map((value) => ({
      title: words.stateChoice[value],
      value,
    })),
    month: monthData(board.questions.get(id) ?? null, draft, view),
  };
}

function monthData(question: MonthQuestion | null, draft: DraftLine | undefined, { board, words, lang }: View): object {
  if (!question) return { asked: false };
  const id = question.measure.id;
  const { forecast, plannedYear } = question;
  const unit = board.plan.facts.header.amountUnit;
  // "28,0 mkr av planerade 38,0": the unit once is enough.
  const planned = plannedYear === null ? "–" : amountNumber(plannedYear, lang);
  const text =
    forecast === null
      ? words.monthQuestionNoForecast(plannedYear === null ? planned : amountText(plannedYear, lang, unit))
      : words.monthQuestion(amountText(forecast, lang, unit), planned);
  return {
    asked: true,
    text,
    question: words.monthReach,
    id: inputId("reach", id),
    error: words.faults.short.forecast,
    value: draft?.forecast ?? "",
    choices: (["yes", "higher", "lower", "unsure"] as const).map((value) => ({
      title: words.monthChoice[value],
      value,
    })),
    amountHint: words.newForecastHint,
    amountId: inputId("forecast", id),
    amountLabel: words.newForecast,
    amountError: words.faults.short.forecastAmount,
    amountMost: Math.round(mkr(question.measure.decided ?? (0 as Sek)) * TIMES_DECIDED * 10) / 10,
    amount: parseMkr(draft?.newForecast ?? "") ?? "",
  };
}
