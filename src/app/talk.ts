// A written turn: an answer to an open Ja/Nej, or a question to the plan.

import { type Answer, AskContext, answerCard, parseYesNo } from "../ask/ask.ts";
import type { Instant } from "../lib/time.ts";
import { todayOf } from "../plan/moment.ts";
import type { Question } from "../store/memory/memory.ts";
import type { Replies } from "../teams/teams.ts";
import type { Turn } from "../teams/turn.ts";
import { askToConfirm, confirmed } from "./confirm.ts";
import { showDeliveries, showUnsure } from "./deliveries.ts";
import type { Office } from "./office.ts";
import type { Present } from "./present.ts";
import { showDigest } from "./show-digest.ts";
import { showUnanswered } from "./unanswered.ts";
import { rhythmFor } from "./world.ts";

const CONTEXT_LASTS_MS = 30 * 60_000;

/** Everything that is said to a written turn. */
export async function talk(office: Office, present: Present, turn: Turn & { readonly text: string }): Promise<Replies> {
  const unsure = await showUnsure(office, present);
  return [...unsure, ...(await answerTo(office, present, turn))];
}

async function answerTo(office: Office, present: Present, turn: Turn & { readonly text: string }): Promise<Replies> {
  const yes = parseYesNo(turn.text);
  if (yes !== null) {
    const outcome = await confirmed(office, present, turn, yes === "yes", null);
    if (outcome.open) return outcome.replies;
  }
  const view = (await showDeliveries(office, present, turn)) ?? (await showUnanswered(office, present, turn.text));
  if (view) return view;
  const { plan, viewer } = present;
  const { memory } = office.world.store;
  const key = `${turn.conversation.id}|${viewer.email}`;
  const kept = AskContext.nullable()
    .catch(null)
    .parse(await memory.context(key, plan.now));
  const rhythm = rhythmFor(plan);
  const { answer, context } = await office.understand({ text: turn.text, viewer, plan, context: kept, rhythm });
  const expires = (plan.now + CONTEXT_LASTS_MS) as Instant;
  await memory.saveTurn({ key, context, expires, question: questionOf(turn.text, answer, plan.now) });
  if (answer.kind === "confirm" && answer.action) {
    const question = { text: answer.text, lang: answer.lang, action: answer.action };
    return [{ do: "say", content: await askToConfirm(office, present, turn, question) }];
  }
  if (answer.digest) return await showDigest(office, present, turn, answer.digest);
  const setting = { channel: turn.conversation.kind !== "personal", today: todayOf(plan) };
  return [{ do: "say", content: { text: answer.text, card: answerCard(answer, setting) } }];
}

/** What could hold a person is taken out: an address, a long number, words in quotes. */
const PERSONAL = /[\w.+-]+@[\w.-]+|\d[\d -]{5,}\d/g;
const MOST_CHARS = 300;

/** So that the planägare can see what was not understood; never who asked, and nothing of what was refused. */
function questionOf(text: string, answer: Answer, at: Instant): Question {
  const shown = answer.kind === "refuse" ? "" : text.replace(PERSONAL, "…").slice(0, MOST_CHARS);
  return { at, text: shown, query: answer.query, verdict: answer.kind };
}
