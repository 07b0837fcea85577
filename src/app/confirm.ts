// An open Ja/Nej: one per person and conversation, taken once, forgotten after half an hour.
import { randomUUID } from "node:crypto";
import { z } from "zod";
import template from "../../cards/confirm.json" with { type: "json" };
import { escapeMarkdown, fillCard } from "../lib/card.ts";
import type { Instant } from "../lib/time.ts";
import type { Action } from "../plan/action.ts";
import type { Content } from "../plan/message.ts";
import type { Lang } from "../plan/plan.ts";
import type { Replies } from "../teams/teams.ts";
import type { Turn } from "../teams/turn.ts";
import type { Office } from "./office.ts";
import { perform } from "./perform.ts";
import type { Present } from "./present.ts";
import { WORDS } from "./words.ts";

const OPEN_FOR_MS = 30 * 60_000;

/** What was said Ja to is remembered so long, for a turn that was cut off and is run once more. */
const TAKEN_FOR_MS = 24 * 3_600_000;

/** As kept; the action and the replies were typed when they were put there by us. */
const Kept = z.object({
  id: z.string(),
  action: z.custom<Action>((value) => typeof value === "object" && value !== null),
  /** What was said when it had been done. */
  replies: z.custom<Replies>(Array.isArray).optional(),
});

export interface Confirmed {
  /** Whether there was anything to say Ja or Nej to. */
  readonly open: boolean;
  readonly replies: Replies;
}

/** Keeps the action and gives the question with its two buttons. */
export async function askToConfirm(
  office: Office,
  { viewer, plan }: Present,
  turn: Turn,
  question: { readonly text: string; readonly lang: Lang; readonly action: Action },
): Promise<Content> {
  const id = randomUUID();
  const expires = (plan.now + OPEN_FOR_MS) as Instant;
  const kept = { id, action: question.action };
  await office.world.store.memory.saveConfirmation(viewer.email, turn.conversation.id, kept, expires);
  return { text: question.text, card: confirmCard(question.text, question.lang, id) };
}

/**
 * Ja or Nej. `id`: of the buttons that were pressed; null when it was written. Once for a button or a written turn,
 * however often it is run: what it came to is said again.
 */
export async function confirmed(
  office: Office,
  present: Present,
  turn: Turn,
  yes: boolean,
  id: string | null,
): Promise<Confirmed> {
  const { viewer, plan } = present;
  const words = WORDS[viewer.lang];
  const { memory } = office.world.store;
  const keptUntil = (plan.now + TAKEN_FOR_MS) as Instant;
  const by = id === null ? `ja:${turn.key}` : `ja:${viewer.email}:${id}:${yes}`;
  const taking = { person: viewer.email, conversation: turn.conversation.id, id, by, now: plan.now, keptUntil };
  const kept = Kept.safeParse(await memory.takeConfirmation(taking));
  if (!kept.success) return { open: false, replies: said(words.nothingToConfirm) };
  const { data } = kept;
  if (data.replies) return { open: true, replies: data.replies };
  const replies = yes ? await perform({ ...present, office, turn, id: data.id }, data.action) : said(words.nothingDone);
  // It is done; that it may be done over after a crash now is no reason to say that it failed.
  await memory
    .saveContext(by, { ...data, replies }, keptUntil)
    .catch((error) => office.world.log.warn({ error }, "what a Ja came to could not be kept"));
  return { open: true, replies };
}

function confirmCard(text: string, lang: Lang, id: string): object {
  const words = WORDS[lang];
  const lines = text.split("\n").map((line) => ({ text: escapeMarkdown(line) }));
  return fillCard(template, {
    lang,
    speak: text,
    lines,
    buttons: [
      { title: words.yes, answer: "yes", style: "positive", id },
      { title: words.no, answer: "no", style: "default", id },
    ],
  });
}

function said(text: string): Replies {
  return [{ do: "say", content: { text, card: null } }];
}
