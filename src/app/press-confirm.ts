// The Ja and Nej buttons: what came of them stands in their place, also for one who presses twice.
import type { Replies } from "../teams/teams.ts";
import type { CardData, SubmitTurn } from "../teams/turn.ts";
import { confirmed } from "./confirm.ts";
import type { Office } from "./office.ts";
import type { Present } from "./present.ts";
import { WORDS } from "./words.ts";

const MOST_KEPT = 1_000;

/** What each question's buttons came to, in this process: a click that comes twice gets the same. */
const answers = new Map<string, Promise<Replies>>();

export async function pressConfirm(
  office: Office,
  present: Present,
  turn: SubmitTurn,
  data: CardData,
): Promise<Replies> {
  const id = String(data.id ?? "");
  const key = `${present.viewer.email} ${id}`;
  const before = answers.get(key);
  // Only what stands in the card's place: the rest has been said.
  if (before) return (await before).slice(0, 1);
  const answer = answerTo(office, present, turn, data.answer === "yes", id);
  remember(key, answer);
  return await answer;
}

async function answerTo(
  office: Office,
  present: Present,
  turn: SubmitTurn,
  yes: boolean,
  id: string,
): Promise<Replies> {
  const { open, replies } = await confirmed(office, present, turn, yes, id);
  const [first, ...rest] = replies;
  if (first?.do !== "say") {
    const done = { text: WORDS[present.viewer.lang].done, card: null };
    return [{ do: "replace", content: done }, ...replies];
  }
  // In a channel the question may be somebody else's, who is still to answer it: the card stays.
  if (!open && turn.conversation.kind !== "personal")
    return turn.via === "execute" ? [{ do: "close", text: first.content.text }] : replies;
  return [{ do: "replace", content: first.content }, ...rest];
}

function remember(key: string, answer: Promise<Replies>): void {
  if (answers.size >= MOST_KEPT) answers.clear();
  answers.set(key, answer);
  answer.catch(() => answers.delete(key));
}
