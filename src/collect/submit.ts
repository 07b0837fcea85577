// What a press of one of the card's buttons does. Everything is looked up anew from the nonce: unit, week, right, lines.
import type { Instant } from "../lib/time.ts";
import type { Content } from "../plan/message.ts";
import type { Email } from "../plan/plan.ts";
import { viewerOf } from "../plan/rights.ts";
import { type Complete, type Taken, takeStep1, takeStep2, turnPage, withDetails, withStates } from "./answers.ts";
import { type HandedOver, handOver, toDeputy } from "./away.ts";
import { awayCard } from "./away-card.ts";
import { cardContent, formContent, viewOf } from "./card.ts";
import type { CollectDeps } from "./deps.ts";
import { changeDraft, type Draft } from "./draft.ts";
import type { Fault } from "./faults.ts";
import { repeatedLines } from "./no-news.ts";
import type { Press } from "./press.ts";
import { readReceipt, receiptOfLines } from "./receipt.ts";
import { record } from "./record.ts";
import { parseSubmitted } from "./schema.ts";
import { boardIn, draftOf, openSession, refreshed, type Session } from "./session.ts";
import { wordsFor } from "./words.ts";
import { SV } from "./words-sv.ts";

export type Submission =
  /** Put this in place of the card. `answered`: the unit now has an answer, so its other copies are out of date. */
  | { readonly replace: Content; readonly answered: boolean }
  /** Say this; the card stays as it is and nothing was saved. */
  | { readonly message: string };

/**
 * Takes a press of one of the card's buttons by `person`. `data`: whatever the client sent. Safe to repeat: the same
 * submit twice records once and gives the same receipt.
 */
export async function submitCard(deps: CollectDeps, person: Email, data: unknown, now: Instant): Promise<Submission> {
  const plan = await deps.plan(now);
  const viewer = plan && viewerOf(plan.facts, person);
  if (!plan || !viewer) return { message: SV.notInPlan };
  const words = wordsFor(viewer.lang);
  const submitted = parseSubmitted(data);
  if (!submitted) return { message: words.notUnderstood };
  if (submitted.verb === "collect_question") return { message: words.askHere };
  const card = await deps.findCard(submitted.nonce);
  if (!card) return { message: words.unknownCard };
  const session = await openSession(deps, plan, viewer, card.unit, card.week);
  if ("refused" in session) return { message: session.refused };
  return press({ deps, session, card, board: boardIn(session, draftOf(card)), submitted, now });
}

async function press(at: Press): Promise<Submission> {
  const answered = at.board.report.length > 0 && !at.board.draft.change;
  switch (at.submitted.verb) {
    case "collect_send":
      return send(at);
    case "collect_same":
      return repeat(at);
    case "collect_more":
      return keep(at, turnPage(at.board, at.board.draft, at.submitted.inputs));
    case "collect_back":
      return keep(at, fromTheStart(at.board.draft));
    case "collect_change":
      return change(at);
    case "collect_away":
      return answered ? asItStands(at) : away(at, await handOver(at));
    case "collect_deputy":
      return answered ? asItStands(at) : away(at, await toDeputy(at));
    case "collect_question":
      return { message: wordsFor(at.session.viewer.lang).askHere };
  }
}

/** "Skicka" and "Fortsätt". */
async function send(at: Press): Promise<Submission> {
  const { board } = at;
  if (readReceipt(at.card.receipt) || board.lines.length === 0) return asItStands(at);
  const { step, inputs } = at.submitted;
  if (board.report.length > 0 && !board.draft.change) {
    // Somebody was first. What was typed is kept, for the one who then chooses to change the answer.
    const typed = step === 2 ? withDetails(board.draft, inputs) : withStates(board.draft, board, inputs);
    return keep(at, typed);
  }
  const taken = step === 2 ? takeStep2(board, board.draft, inputs) : takeStep1(board, board.draft, inputs);
  return carryOut(at, taken);
}

async function carryOut(at: Press, taken: Taken): Promise<Submission> {
  await saveDraft(at, taken.draft);
  if (taken.next === "form") return form(at, taken.draft, taken.faults);
  return saved(at, taken.draft, taken.report, "card");
}

/** "Inget nytt": only while it is offered, checked at this second; the card may be old. */
async function repeat(at: Press): Promise<Submission> {
  const { board } = at;
  if (readReceipt(at.card.receipt) || board.report.length > 0) return asItStands(at);
  const lines = repeatedLines(board.lines);
  if (!board.noNews || lines.length === 0) return form(at, board.draft, [{ code: "noNewsNow" }]);
  const report = { lines, forecasts: [], support: [], monthAsked: null };
  return saved(at, board.draft, report, "no_news");
}

async function saved(at: Press, draft: Draft, report: Complete, mode: "card" | "no_news"): Promise<Submission> {
  const { deps, now, card } = at;
  const about = { nonce: card.nonce, mode, change: draft.change && mode === "card", now };
  const { outcome, report: kept } = await record(deps, at.session, about, report);
  const session = await refreshed(deps, at.session, now);
  // Another answer was first: this card shows that one, with what was typed kept.
  const receipt = outcome === "already" ? null : kept.receipt;
  return shown({ ...at, card: { ...card, receipt } }, session, { ...draft, change: false }, outcome === "recorded");
}

/** "Ändra" or "Lämna en rättelse": one more card in this one's place, begun from what holds now. */
async function change(at: Press): Promise<Submission> {
  const { deps, card, now, session, board } = at;
  if (board.report.length === 0) return keep(at, fromTheStart(board.draft));
  const draft = changeDraft(beginFrom(at));
  const { unit, week, person, insteadOf } = card;
  const renewed = await deps.openCard({
    nonce: deps.newNonce(),
    unit,
    week,
    person,
    insteadOf,
    renews: card.nonce,
    draft,
    at: now,
  });
  // A repeated press gets the card there is, with what has been typed in it since.
  return shown({ ...at, card: renewed }, session, draftOf(renewed) ?? draft, false);
}

async function away(at: Press, { away, faults }: HandedOver): Promise<Submission> {
  const draft = { ...at.board.draft, away };
  await saveDraft(at, draft);
  if (faults.length === 0) return shown(at, at.session, draft, false);
  const view = viewOf(boardIn(at.session, draft), at.card, at.session.viewer.lang);
  return { replace: { text: faults.join(" "), card: awayCard(view, away, faults) }, answered: false };
}

/** One's own last answer, or what was typed while a colleague's came first; else the answer that holds. */
function beginFrom({ card, session }: Press): Draft {
  const kept = draftOf(card);
  const own = readReceipt(card.receipt);
  const current = receiptOfLines(boardIn(session, null).report);
  const outdated = own !== null && current !== null && current.at > own.at;
  return boardIn(session, kept && !outdated ? kept : null).draft;
}

/** Saves what was typed and shows the card with it. */
async function keep(at: Press, draft: Draft): Promise<Submission> {
  await saveDraft(at, draft);
  return shown(at, at.session, draft, false);
}

async function saveDraft({ deps, card }: Press, draft: Draft): Promise<void> {
  await deps.saveDraft(card.nonce, draft.step, draft);
}

function form(at: Press, draft: Draft, faults: readonly Fault[]): Submission {
  const { session, card } = at;
  const view = viewOf(boardIn(session, draft), card, session.viewer.lang);
  return { replace: formContent(view, faults), answered: false };
}

/** The card as it is, nothing saved. */
function asItStands(at: Press): Submission {
  return shown(at, at.session, at.board.draft, false);
}

function shown({ card }: Press, session: Session, draft: Draft, answered: boolean): Submission {
  const board = boardIn(session, draft);
  return { replace: cardContent(board, card, session.viewer.lang), answered };
}

function fromTheStart(draft: Draft): Draft {
  return { ...draft, step: 1, first: 0, away: null };
}
