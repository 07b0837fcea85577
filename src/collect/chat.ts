// The same report given in chat, after the person's Ja: the lines named are new, the others keep last week's answer.
import type { Instant } from "../lib/time.ts";
import type { Action, ReportedLine } from "../plan/action.ts";
import type { Content } from "../plan/message.ts";
import type { Viewer } from "../plan/rights.ts";
import { type Complete, supportIn } from "./answers.ts";
import type { Board } from "./board.ts";
import { cardContent, formContent, viewOf } from "./card.ts";
import { checkDetails } from "./check-details.ts";
import type { CardRecord, CollectDeps } from "./deps.ts";
import { type Draft, draftOfReported, needsDetails } from "./draft.ts";
import type { Fault } from "./faults.ts";
import { plainText, unitName } from "./line-words.ts";
import { repeatedLine } from "./no-news.ts";
import { readReceipt } from "./receipt.ts";
import { record } from "./record.ts";
import { boardIn, openSession, refreshed, type Session } from "./session.ts";
import { wordsFor } from "./words.ts";
import { SV } from "./words-sv.ts";

export type ReportAction = Extract<Action, { do: "report" }>;

export type ChatReport =
  /** Saved; the receipt, as text and as card. */
  | { readonly outcome: "saved"; readonly content: Content }
  /** Nothing saved: the card with what was said filled in and what is missing asked for. */
  | { readonly outcome: "needs"; readonly content: Content }
  /** Nothing saved, and why. */
  | { readonly outcome: "refused"; readonly text: string };

/**
 * Saves a report given in chat. `nonce` makes it safe to repeat: give the confirmation's own id, so that a double Ja
 * records once.
 */
export async function saveChatReport(
  deps: CollectDeps,
  viewer: Viewer,
  action: ReportAction,
  now: Instant,
  nonce: string = deps.newNonce(),
): Promise<ChatReport> {
  const plan = await deps.plan(now);
  if (!plan) return { outcome: "refused", text: SV.notInPlan };
  const session = await openSession(deps, plan, viewer, action.unit, action.week);
  if ("refused" in session) return { outcome: "refused", text: session.refused };
  const board = boardIn(session, null);
  const refusal = refusalOf(board, action, viewer);
  if (refusal !== null) return { outcome: "refused", text: refusal };
  const faults = action.lines.flatMap((line) => faultsOf(line, board));
  if (faults.length > 0) return needsMore(deps, session, action.lines, faults, now);
  return save(deps, session, chatReport(board, action.lines), nonce, now);
}

function refusalOf(board: Board, action: ReportAction, viewer: Viewer): string | null {
  const words = wordsFor(viewer.lang);
  if (board.lines.length === 0) return words.noLines(unitName(board));
  const known = new Set(board.lines.map((line) => line.measure.id));
  const stranger = action.lines.find((line) => !known.has(line.measure));
  return stranger ? words.chatUnknownLine(plainText(stranger.measure, 60), unitName(board)) : null;
}

function faultsOf(line: ReportedLine, board: Board): readonly Fault[] {
  if (!needsDetails(line.state)) return [];
  const checked = checkDetails(draftOfReported(line), line.state, board.today);
  return "faults" in checked ? checked.faults : [];
}

/** In the card's order. A named line that is green or done carries nothing of what is only asked about the others. */
function chatReport(board: Board, named: readonly ReportedLine[]): Complete {
  const byMeasure = new Map(named.map((line) => [line.measure, line]));
  const lines = board.lines.flatMap((line) => {
    const said = byMeasure.get(line.measure.id);
    return said ?? repeatedLine(line) ?? [];
  });
  return { lines, forecasts: [], support: supportIn(named), monthAsked: null };
}

async function save(
  deps: CollectDeps,
  session: Session,
  report: Complete,
  nonce: string,
  now: Instant,
): Promise<ChatReport> {
  // The person has seen the report played back and said Ja, so it counts as a new version where there is one already.
  const { report: kept } = await record(deps, session, { nonce, mode: "chat", change: true, now }, report);
  const after = await refreshed(deps, session, now);
  const card = await ownCard(deps, session, now, null);
  const receipt = readReceipt(kept.receipt) === null ? card.receipt : kept.receipt;
  const board = boardIn(after, null);
  return { outcome: "saved", content: cardContent(board, { ...card, receipt }, session.viewer.lang) };
}

/** The step-2 card, with what was said filled in and what is missing asked for. */
async function needsMore(
  deps: CollectDeps,
  session: Session,
  named: readonly ReportedLine[],
  faults: readonly Fault[],
  now: Instant,
): Promise<ChatReport> {
  const begun = boardIn(session, null);
  const said = new Map(named.map((line) => [line.measure, line]));
  const lines = begun.draft.lines.map((line) => {
    const told = said.get(line.measure);
    return told ? { ...line, ...draftOfReported(told) } : line;
  });
  const draft: Draft = { ...begun.draft, step: 2, first: 0, change: begun.report.length > 0, lines };
  const card = await ownCard(deps, session, now, draft);
  const content = formContent(viewOf(boardIn(session, draft), card, session.viewer.lang), faults);
  return { outcome: "needs", content: { ...content, text: wordsFor(session.viewer.lang).chatMissing } };
}

/** The person's card for the unit and week; with a draft: one that can still be sent, holding it. */
async function ownCard(deps: CollectDeps, session: Session, now: Instant, draft: Draft | null): Promise<CardRecord> {
  const { unit, week, viewer, right } = session;
  const base = { unit, week, person: viewer.email, insteadOf: right.insteadOf, at: now };
  const card = await deps.openCard({ ...base, nonce: deps.newNonce(), renews: null });
  if (draft === null) return card;
  // A card that has recorded its answer can't record another one: a change is a card of its own.
  const open =
    card.receipt === null ? card : await deps.openCard({ ...base, nonce: deps.newNonce(), renews: card.nonce, draft });
  await deps.saveDraft(open.nonce, draft.step, draft);
  return open;
}
