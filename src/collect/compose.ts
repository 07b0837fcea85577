// What `collect` puts in a chat on its own, composed from the plan at the moment of sending; and the preview for `card`.
import type { Instant } from "../lib/time.ts";
import type { Content, Message } from "../plan/message.ts";
import { orgOf } from "../plan/organisation.ts";
import { peopleFor, rolesOf } from "../plan/people.ts";
import type { Email, Lang, OrgId, Plan } from "../plan/plan.ts";
import type { RhythmSettings } from "../plan/rhythm.ts";
import type { Month, Week } from "../plan/week.ts";
import { boardOf } from "./board.ts";
import { cardContent, formContent, viewOf } from "./card.ts";
import type { CardRecord, CollectDeps } from "./deps.ts";
import { readDraft } from "./draft.ts";
import { plainText } from "./line-words.ts";
import { monthAsked } from "./session.ts";
import { wordsFor } from "./words.ts";

export type Composed =
  /** `nonce`: of the card, so that where it is posted can be remembered; null for a notice. */
  | { readonly content: Content; readonly nonce: string | null }
  /** No longer wanted, and why (in Swedish, for the log of what was sent). */
  | { readonly skip: string };

export interface CardState {
  readonly settings: RhythmSettings;
  /** The month the unit was last asked about; see `monthAsked`. */
  readonly askedFor: Month | null;
}

/** The content of a message of kind `card` or `notice` that `decideCards` decided. Safe to repeat: one card a person. */
export async function composeCard(deps: CollectDeps, message: Message, now: Instant): Promise<Composed> {
  const plan = await deps.plan(now);
  if (!plan || message.unit === null || !("person" in message.to)) return { skip: "Ingen plan eller mottagare." };
  const { unit, week } = message;
  const { person } = message.to;
  const org = orgOf(plan.facts, unit);
  if (!org) return { skip: "Enheten finns inte längre i planen." };
  const lang = langOf(plan, person);
  if (message.kind === "notice") {
    return { content: { text: wordsFor(lang).nobodyToAsk(plainText(org.name, 140)), card: null }, nonce: null };
  }
  if (plan.book.receivedAt(unit, week, plan.now) !== null) return { skip: "Enheten har redan svarat." };
  const insteadOf = typeof message.about.insteadOf === "string" ? (message.about.insteadOf as Email) : null;
  const card = await deps.openCard({ nonce: deps.newNonce(), unit, week, person, insteadOf, renews: null, at: now });
  const state = { settings: await deps.settings(), askedFor: await monthAsked(deps, plan, unit, week) };
  const content = renderCard(plan, card, lang, state);
  return content ? { content, nonce: card.nonce } : { skip: "Enheten finns inte längre i planen." };
}

/** A card as it stands now: the form where its draft is, or who has answered. Null when its unit has left the plan. */
export function renderCard(plan: Plan, card: CardRecord, lang: Lang, state: CardState): Content | null {
  const { unit, week } = card;
  const board = boardOf({ plan, ...state, unit, week, draft: readDraft(card.draft) });
  return board && cardContent(board, card, lang);
}

/**
 * The card that a unit would get, to be filled in, in its chef's language – also when it has answered already. Null when
 * there is no such unit. Nothing is kept.
 */
export function cardPreview(plan: Plan, settings: RhythmSettings, unit: OrgId, week: Week): Content | null {
  const person = peopleFor(plan.facts, unit, "line_manager")[0]?.email ?? ("" as Email);
  const board = boardOf({ plan, settings, unit, week, draft: null, askedFor: null });
  const card = { nonce: "preview", unit, week, person, insteadOf: null, draft: null, receipt: null };
  return board && formContent(viewOf(board, card, langOf(plan, person)), []);
}

/** Whether "Inget nytt" may be offered for a unit's card at this moment (for the button in reminder 2). */
export async function offersNoNews(deps: CollectDeps, unit: OrgId, week: Week, now: Instant): Promise<boolean> {
  const plan = await deps.plan(now);
  if (!plan) return false;
  const state = { settings: await deps.settings(), askedFor: await monthAsked(deps, plan, unit, week) };
  return boardOf({ plan, ...state, unit, week, draft: null })?.noNews ?? false;
}

function langOf(plan: Plan, person: Email): Lang {
  return rolesOf(plan.facts, person)[0]?.lang ?? "sv";
}
