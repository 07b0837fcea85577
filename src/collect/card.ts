// Pure. A card as it stands: which of its views holds, in the reader's language.

import { weekText } from "../plan/format.ts";
import type { Content } from "../plan/message.ts";
import type { Lang } from "../plan/plan.ts";
import { detailLines } from "./answers.ts";
import { awayCard, sentContent } from "./away-card.ts";
import type { Board } from "./board.ts";
import { type View, viewTitle } from "./card-parts.ts";
import type { CardRecord } from "./deps.ts";
import { detailsCard } from "./details-card.ts";
import type { Fault } from "./faults.ts";
import { unitName } from "./line-words.ts";
import { type Receipt, readReceipt, receiptOfLines } from "./receipt.ts";
import { answeredContent, receiptContent, statement } from "./receipt-card.ts";
import { weekCard } from "./week-card.ts";
import { wordsFor } from "./words.ts";

/** The card in place: answered, handed over, or the form on the step and page where its draft stands. */
export function cardContent(board: Board, card: CardRecord, lang: Lang): Content {
  const view = viewOf(board, card, lang);
  const own = readReceipt(card.receipt);
  if (own || (board.report.length > 0 && !board.draft.change)) return answered(view, own);
  const away = board.draft.away;
  if (away?.sent) return sentContent(view, away.deputy);
  if (away) return { text: viewTitle(view), card: awayCard(view, away, []) };
  return formContent(view, []);
}

/** The form with what is wrong at the top, the input kept. */
export function formContent(view: View, faults: readonly Fault[]): Content {
  const { board, words, lang } = view;
  if (board.lines.length === 0) {
    const week = weekText(board.week, lang, board.today);
    return statement(view, { paragraphs: [words.emptyCard(week, unitName(board))] });
  }
  const details = board.draft.step === 2 && detailLines(board.draft).length > 0;
  return { text: viewTitle(view), card: details ? detailsCard(view, faults) : weekCard(view, faults) };
}

export function viewOf(board: Board, card: CardRecord, lang: Lang): View {
  return { board, card, lang, words: wordsFor(lang) };
}

/** One's own receipt while it is the version that holds, else who answered. */
function answered(view: View, own: Receipt | null): Content {
  const { board, card } = view;
  const current = receiptOfLines(board.report);
  if (own && (!current || own.at >= current.at)) return receiptContent(view, own);
  if (!current) return answeredContent(view);
  return current.by === card.person ? receiptContent(view, current) : answeredContent(view);
}
