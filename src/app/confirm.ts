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

/** As kept; the action was typed when it was put there by us. */
const Kept = z.object({
  id: z.string(),
  action: z.custom<Action>((value) => typeof value === "object" && value !== null),
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

/** Ja or Nej. `id`: of the buttons that were pressed; null when it was written. */
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
  const kept = Kept.safeParse(await memory.takeConfirmation(viewer.email, turn.conversation.id, plan.now));
  if (!kept.success) return { open: false, replies: said(words.nothingToConfirm) };
  if (id !== null && id !== kept.data.id) {
    // Buttons of an earlier question: the newer one stays open.
    const expires = (plan.now + OPEN_FOR_MS) as Instant;
    await memory.saveConfirmation(viewer.email, turn.conversation.id, kept.data, expires);
    return { open: false, replies: said(words.nothingToConfirm) };
  }
  if (!yes) return { open: true, replies: said(words.nothingDone) };
  return { open: true, replies: await perform({ ...present, office, turn, id: kept.data.id }, kept.data.action) };
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
