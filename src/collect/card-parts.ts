// Pure. What all views of the card share: who reads it, its head, its faults and its buttons.
import { daysBetween } from "../lib/time.ts";
import { dateText, timeText, weekText } from "../plan/format.ts";
import { nameOf } from "../plan/people.ts";
import type { Lang } from "../plan/plan.ts";
import { type Board, wallOf } from "./board.ts";
import type { CardRecord } from "./deps.ts";
import { plainText, unitName } from "./line-words.ts";
import type { CollectVerb } from "./schema.ts";
import type { Words } from "./words.ts";

/** One card for one reader. */
export interface View {
  readonly board: Board;
  readonly card: Pick<CardRecord, "nonce" | "person" | "insteadOf">;
  readonly words: Words;
  readonly lang: Lang;
}

export interface Line {
  readonly text: string;
}

export interface Button {
  readonly title: string;
  readonly verb: CollectVerb;
  readonly style: "default" | "positive";
  /** `none`: the button sends no inputs, so nothing has to be filled in first. */
  readonly inputs: "auto" | "none";
  readonly nonce: string;
  readonly step: 1 | 2;
}

const NAME_MOST = 80;
/** Fields hold 280 at most; what is too long comes back a little longer, so that one sees where to cut. */
const FIELD_MOST = 320;
const FAULTS_MOST = 8;

/** `Veckorapport v. 47 · Ögonkliniken` */
export function viewTitle({ board, words, lang }: View): string {
  return words.title(weekText(board.week, lang, board.today), unitName(board));
}

/** The title as plain text, where no Markdown is read. */
export function plainTitle({ board, words, lang }: View): string {
  return words.title(weekText(board.week, lang, board.today), board.unit.name).replaceAll("${", "$ {");
}

/** Last day, on whose behalf, and what is particular about this card. */
export function headNotes(view: View): Line[] {
  const { board, words } = view;
  const due = momentText(view, "due");
  const snapshot = snapshotText(view);
  const texts: string[] = [];
  if (board.closed) texts.push(words.pastSnapshot);
  else if (board.pastDue && snapshot) texts.push(words.pastDue(snapshot));
  else if (due) texts.push(words.lastDay(due));
  texts.push(...behalfNote(view));
  if (board.draft.change) texts.push(changeNote(view));
  return texts.map((text) => ({ text }));
}

/** `fredag 20 november kl. 12.00`, or null in a week without card. */
function momentText({ board, words, lang }: View, moment: "due" | "digest"): string | null {
  const wall = wallOf(board, moment);
  return wall && words.moment(dateText(wall.date, lang, board.today), clockText(wall.time, lang));
}

/** When the week is summarised: `måndag kl. 07.30` when that is the coming Monday, else with its date. */
export function snapshotText(view: View): string | null {
  const wall = wallOf(view.board, "digest");
  if (!wall) return null;
  const { board, words, lang } = view;
  const ahead = daysBetween(board.today, wall.date);
  const weekday = dateText(wall.date, lang, board.today).split(" ")[0] ?? "";
  return ahead >= 0 && ahead < 7 ? words.moment(weekday, clockText(wall.time, lang)) : momentText(view, "digest");
}

/** `12.00` · `12:00` */
export function clockText(time: string, lang: Lang): string {
  return lang === "sv" ? timeText(time) : time;
}

export function personName({ board }: View, email: string): string {
  return plainText(nameOf(board.plan.facts, email) ?? email, NAME_MOST);
}

/** What is wrong, at the top of the card: a friendly sentence each. */
export function faultBox(faults: readonly string[], words: Words): { faultsTitle: string; faults: Line[] } {
  const shown = faults.slice(0, FAULTS_MOST);
  if (faults.length > shown.length) shown.push(words.othersInReceipt(faults.length - shown.length));
  const faultsTitle = faults.length === 1 ? words.fixOne : words.fixSeveral(faults.length);
  return { faultsTitle, faults: shown.map((text) => ({ text })) };
}

export function button(
  view: View,
  verb: CollectVerb,
  title: string,
  about: Partial<Pick<Button, "style" | "inputs" | "step">> = {},
): Button {
  return { title, verb, style: "default", inputs: "none", nonce: view.card.nonce, step: 1, ...about };
}

/** Text that goes back into its field as it was typed (no Markdown is read there), cut to what the card has room for. */
export function fieldValue(text: string): string {
  return [...text].slice(0, FIELD_MOST).join("").replaceAll("${", "$ {");
}

function behalfNote(view: View): string[] {
  const { board, card, words } = view;
  return card.insteadOf ? [words.behalf(unitName(board), personName(view, card.insteadOf))] : [];
}

function changeNote({ board, card, words }: View): string {
  const colleague = board.report.length > 0 && board.report.every((line) => line.by !== card.person);
  return colleague ? words.changingColleague : words.changing;
}
