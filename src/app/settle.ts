// Messages of which nobody knows whether they came: the planägare's word settles them, or the person's own press.
import { settleShown, unsureAbout } from "../jobs/heard.ts";
import { wordsFor } from "../jobs/words.ts";
import type { Action } from "../plan/action.ts";
import type { OrgId } from "../plan/plan.ts";
import { maySteer } from "../plan/rights.ts";
import type { Week } from "../plan/week.ts";
import type { Office } from "./office.ts";
import type { Doing, Present } from "./present.ts";
import { WORDS } from "./words.ts";

/** After Ja: once more, or held to have come. Logged. What it came to, in words. */
export async function settleUnsure(doing: Doing, action: Extract<Action, { do: "settle_unsure" }>): Promise<string> {
  const { office, plan, viewer } = doing;
  const { week, how } = action;
  if (!maySteer(plan.facts, viewer)) return WORDS[viewer.lang].notYours;
  const { outbox, log } = office.world.store;
  const reason = how === "queued" ? "Planägaren bad om att skicka om." : "Planägaren vet att det kom fram.";
  let count = 0;
  for (const { id, state } of await outbox.byWeek(week)) {
    if (state === "ambiguous" && (await outbox.settleAmbiguous(id, { state: how, reason, at: plan.now }))) count++;
  }
  const what = "outbox.settle";
  await log.append({ at: plan.now, who: viewer.email, what, subject: week, from: null, to: { how, count } });
  office.wake();
  return wordsFor(viewer.lang).settled(count);
}

/** Whoever presses a button of a card has it. */
export async function settlePressed(
  office: Office,
  { viewer, unsure, plan }: Present,
  card: { readonly unit: OrgId; readonly week: Week },
): Promise<void> {
  if (!unsure) return;
  for (const row of await unsureAbout(office.world.store, viewer.email)) {
    if (row.kind !== "card" || row.unit !== card.unit || row.week !== card.week) continue;
    await settleShown(office.world.store, row, plan.now, "Personen har svarat på kortet.");
  }
}
