// The post as seen from a chat: the planägare's view of a round, and messages of which nobody knows whether they came.
import { settleShown, unsureAbout } from "../jobs/heard.ts";
import { deliveryView } from "../jobs/view.ts";
import { readViewWish } from "../jobs/view-wish.ts";
import { weekText } from "../plan/format.ts";
import { todayOf } from "../plan/moment.ts";
import { weekBeingReported } from "../plan/rhythm.ts";
import { maySteer } from "../plan/rights.ts";
import type { Replies, Reply } from "../teams/teams.ts";
import type { Office } from "./office.ts";
import { compose } from "./post.ts";
import type { Present } from "./present.ts";
import { rhythmNow } from "./world.ts";

/** The answer to "vem har fått kortet?" and the like; null when that is not what was asked, or not by the planägare. */
export async function showDeliveries(office: Office, { plan, viewer }: Present, text: string): Promise<Replies | null> {
  const what = readViewWish(text);
  if (what === null || viewer.channel || !maySteer(plan.facts, viewer)) return null;
  const week = weekBeingReported(plan.now, await rhythmNow(office.world));
  const rows = await office.world.store.outbox.byWeek(week);
  const { lang } = viewer;
  const view = deliveryView({ rows, facts: plan.facts, lang, week: weekText(week, lang, todayOf(plan)), what });
  return [{ do: "say", content: { text: view.text, card: null } }];
}

/** What may never have reached the person who is here now, as it stands; then it is settled. */
export async function showUnsure(office: Office, { plan, viewer, unsure }: Present): Promise<Replies> {
  if (viewer.channel || !unsure) return [];
  const { outbox } = office.world.store;
  const replies: Reply[] = [];
  for (const row of await unsureAbout({ outbox }, viewer.email)) {
    const composed = await compose(office.world, plan, row);
    if (composed) replies.push({ do: "say", content: composed.content });
    await settleShown({ outbox }, row, plan.now);
  }
  return replies;
}
