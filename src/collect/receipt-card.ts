// Pure. The card when there is nothing (more) to fill in: the receipt, answered by a colleague, closed, sent to the
// deputy, nothing to report. The same words as text, for clients without cards and for the chat.
import template from "../../cards/collect-receipt.json" with { type: "json" };
import { fillCard } from "../lib/card.ts";
import { wallAt } from "../lib/time.ts";
import { weekText } from "../plan/format.ts";
import type { Content } from "../plan/message.ts";
import { type MeasureId, STATES, type State } from "../plan/plan.ts";
import { type Button, button, clockText, personName, plainTitle, snapshotText, type View } from "./card-parts.ts";
import { lineName, stateText, unitName } from "./line-words.ts";
import type { Receipt } from "./receipt.ts";

/** Lines named in a receipt; the rest is a number. */
const LINES_MOST = 12;

/** What was received, when, the state in words, and until when it can be changed. */
export function receiptContent(view: View, receipt: Receipt): Content {
  const { board, words, lang } = view;
  const unit = unitName(board);
  const paragraphs = [
    words.thanks(weekText(board.week, lang, board.today), unit, stamp(view, receipt.at)),
    standing(view, receipt.lines),
    ...(receipt.insteadOf ? [words.onBehalf(personName(view, receipt.insteadOf))] : []),
    ...timing(view, receipt.at),
    ...receipt.support.map(
      (request) =>
        `${words.supportOpened(request.id, words.supportName[request.type])} ${words.whoAnswers[request.type]}`,
    ),
    ...(receipt.lines.some((line) => line.risks.includes("patient_safety")) ? [words.patientSafety] : []),
  ];
  return statement(view, { paragraphs, style: "good", lines: receipt.lines, buttons: [changeButton(view)] });
}

/** The first answer answers all copies: the others need do nothing, but may change it. */
export function answeredContent(view: View): Content {
  const { board, words } = view;
  const first = board.report[0];
  const when = first ? stamp(view, first.reportedAt) : "";
  const snapshot = snapshotText(view);
  const paragraphs = [words.byColleague(unitName(board), when), standing(view, board.report)];
  if (snapshot) paragraphs.push(board.closed ? words.closed(snapshot) : words.changeUntil(snapshot));
  return statement(view, { paragraphs, style: "emphasis", lines: board.report, buttons: [changeButton(view)] });
}

/** One message in the card's frame, with an optional way on. */
export function statement(
  view: View,
  about: {
    readonly paragraphs: readonly string[];
    readonly style?: "default" | "emphasis" | "good";
    readonly lines?: readonly { readonly measure: MeasureId; readonly state: State }[];
    readonly buttons?: readonly Button[];
  },
): Content {
  const { board, words, lang } = view;
  const lines = about.lines ?? [];
  const card = fillCard(template, {
    lang,
    title: words.title(weekText(board.week, lang, board.today), unitName(board)),
    fallback: plainTitle(view),
    style: about.style ?? "emphasis",
    paragraphs: about.paragraphs.map((text) => ({ text })),
    lines: lines.slice(0, LINES_MOST).map((line) => ({
      title: stateText(line.state, words),
      value: lineName(board, line.measure),
    })),
    others: lines.length > LINES_MOST ? words.othersInReceipt(lines.length - LINES_MOST) : "",
    notes: [],
    actions: about.buttons ?? [],
  });
  return { text: about.paragraphs.join(" "), card };
}

/** Until the snapshot a change, after it a correction: the same way on. */
function changeButton(view: View): Button {
  return button(view, "collect_change", view.board.closed ? view.words.correct : view.words.change);
}

function timing(view: View, at: Receipt["at"]): string[] {
  const { board, words } = view;
  const snapshot = snapshotText(view);
  const rhythm = board.rhythm;
  if (!rhythm || !snapshot) return [];
  if (at >= rhythm.digest) return [words.correction];
  const late = at > rhythm.due ? [words.late] : [];
  return [...late, board.closed ? words.closed(snapshot) : words.changeUntil(snapshot)];
}

/** `Läget: 2 gröna, 1 gul.` – the worst last would hide it, so the plan's own order of states is kept. */
function standing({ words }: View, lines: readonly { readonly state: State }[]): string {
  const counts = STATES.flatMap((state) => {
    const count = lines.filter((line) => line.state === state).length;
    return count > 0 ? [words.stateCount(state, count)] : [];
  });
  return counts.length === 0 ? words.nothingStarted : words.standing(counts.join(", "));
}

/** `2026-11-19 kl. 09.12` */
function stamp({ board, words, lang }: View, at: Receipt["at"]): string {
  const wall = wallAt(at, board.plan.facts.header.zone);
  return words.moment(wall.date, clockText(wall.time, lang));
}
