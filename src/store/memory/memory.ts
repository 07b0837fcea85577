// Types of the group `memory`: small things the bot remembers: settings, an open Ja/Nej, the thread of a talk, questions.
import type { Instant } from "../../lib/time.ts";

export interface Setting {
  readonly key: string;
  readonly value: unknown;
  readonly by: string;
  readonly at: Instant;
}

export interface Question {
  readonly at: Instant;
  readonly text: string;
  /** The typed query it was understood as; null when it was not. */
  readonly query: unknown;
  readonly verdict: string;
}

/** What a talk is about, to be forgotten at `expires`. The key names conversation and person. */
export interface KeptContext {
  readonly key: string;
  readonly context: unknown;
  readonly expires: Instant;
}

export interface KeptTurn extends KeptContext {
  readonly question: Question;
}

export interface Taking {
  readonly person: string;
  readonly conversation: string;
  /** The `id` in the action that is meant; null: whichever is open. */
  readonly id: string | null;
  /** What takes it, a turn or a button. */
  readonly by: string;
  readonly now: Instant;
  /** How long `by` may get it again. */
  readonly keptUntil: Instant;
}

export interface MemoryStore {
  /** All settings that were changed in chat, as one object. */
  settings(): Promise<Readonly<Record<string, unknown>>>;
  /** Logged, from → to. `null` as value goes back to the default. */
  saveSetting(key: string, value: unknown, by: string, at: Instant): Promise<void>;
  listSettings(): Promise<readonly Setting[]>;

  /** One open confirmation per person and conversation: a new one replaces it. */
  saveConfirmation(person: string, conversation: string, action: unknown, expires: Instant): Promise<void>;
  /**
   * Gets and removes it, so that two Ja do it once; null when there is none or it has expired. What was taken is kept as
   * the context `by`, and the same `by` gets that again: its turn may have been cut off.
   */
  takeConfirmation(taking: Taking): Promise<unknown | null>;

  saveContext(key: string, context: unknown, expires: Instant): Promise<void>;
  context(key: string, now: Instant): Promise<unknown | null>;

  /**
   * Where the talk is now, and what was asked. The question without the person: it is kept to make answers better, not
   * to watch anyone. May be lost with a process that is killed.
   */
  saveTurn(turn: KeptTurn): Promise<void>;
  questions(since: Instant, count: number): Promise<readonly Question[]>;
  /** Removes questions older than `before`, expired confirmations and contexts. Returns rows. */
  forget(before: Instant, now: Instant): Promise<number>;
}
