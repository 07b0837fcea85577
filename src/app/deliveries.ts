// The post as seen from a chat: the planägare's view of a round, and messages of which nobody knows whether they came.

import type { OutboxRow } from "../jobs/deps.ts";
import { settleShown, unsureAbout } from "../jobs/heard.ts";
import { deliveryView, type ViewRequest } from "../jobs/view.ts";
import { readSettleWish, readViewWish, type ViewWish, weekNamed } from "../jobs/view-wish.ts";
import { wordsFor } from "../jobs/words.ts";
import type { Action } from "../plan/action.ts";
import { dateText, weekText } from "../plan/format.ts";
import { todayOf } from "../plan/moment.ts";
import { weekBeingReported } from "../plan/rhythm.ts";
import { maySteer } from "../plan/rights.ts";
import type { Week } from "../plan/week.ts";
import type { Replies, Reply } from "../teams/teams.ts";
import type { Turn } from "../teams/turn.ts";
import { askToConfirm } from "./confirm.ts";
import type { Office } from "./office.ts";
import { compose } from "./post.ts";
import type { Present } from "./present.ts";
import { rhythmNow } from "./world.ts";

type WrittenTurn = Turn & { readonly text: string };

/** The answer to "vem har fått kortet?" and the like; null when that is not what was asked, or not by the planägare. */
export async function showDeliveries(office: Office, present: Present, turn: WrittenTurn): Promise<Replies | null> {
  const { plan, viewer } = present;
  const [what, how] = [readViewWish(turn.text), readSettleWish(turn.text)];
  if ((what ?? how) === null || viewer.channel || !maySteer(plan.facts, viewer)) return null;
  const week = weekNamed(turn.text, weekBeingReported(plan.now, await rhythmNow(office.world)));
  const rows = await office.world.store.outbox.byWeek(week);
  if (how) return await askToSettle(office, present, turn, { do: "settle_unsure", week, how }, rows);
  return what && say(deliveryView(await viewRequest(office, present, rows, week, what)).text);
}

async function viewRequest(
  { world }: Office,
  { plan, viewer }: Present,
  rows: readonly OutboxRow[],
  week: Week,
  what: ViewWish,
): Promise<ViewRequest> {
  const { lang } = viewer;
  const today = todayOf(plan);
  const pauses = (await world.store.people.pauses(today)).map(({ email, until }) => ({
    email,
    until: dateText(until, lang, today),
  }));
  return { rows, pauses, facts: plan.facts, lang, week: weekText(week, lang, today), what };
}

async function askToSettle(
  office: Office,
  present: Present,
  turn: Turn,
  action: Extract<Action, { do: "settle_unsure" }>,
  rows: readonly OutboxRow[],
): Promise<Replies> {
  const { lang } = present.viewer;
  const words = wordsFor(lang);
  if (!rows.some(({ state }) => state === "ambiguous")) return say(words.nothingUnsure);
  const question = { text: words.settleHow[action.how], lang, action };
  return [{ do: "say", content: await askToConfirm(office, present, turn, question) }];
}

function say(text: string): Replies {
  return [{ do: "say", content: { text, card: null } }];
}

/** What may never have reached the person who is here now, as it stands; settled once that has been taken by Teams. */
export async function showUnsure(office: Office, { plan, viewer, unsure }: Present): Promise<Replies> {
  if (viewer.channel || !unsure) return [];
  const { outbox } = office.world.store;
  const replies: Reply[] = [];
  for (const row of await unsureAbout({ outbox }, viewer.email)) {
    const composed = await compose(office.world, plan, row);
    const settle = async () => void (await settleShown({ outbox }, row, plan.now));
    if (composed) replies.push({ do: "say", content: composed.content, heard: settle });
    else await settle();
  }
  return replies;
}
