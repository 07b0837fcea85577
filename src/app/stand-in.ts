// A deputy takes over: the period is remembered and the cards that are open go over, both or neither.
import { type DeputyInput, decideCardFor } from "../collect/collect.ts";
import type { Instant } from "../lib/time.ts";
import { reportingUnits } from "../plan/facts.ts";
import type { Message } from "../plan/message.ts";
import { todayOf } from "../plan/moment.ts";
import type { Deputy, Plan } from "../plan/plan.ts";
import { rhythmOf, weekBeingReported } from "../plan/rhythm.ts";
import { planAt, rhythmNow, type World } from "./world.ts";

/** From a card's own button: that card goes to the deputy, who may be in the plan already. */
export async function handOverCard(world: World, input: DeputyInput): Promise<void> {
  const { unit, week, at, chef, deputy, period } = input;
  const plan = await planAt(world, at);
  if (!plan) return;
  const set = period && { email: chef, deputy, ...period };
  const cards = decideCardFor(set ? withDeputy(plan, set) : plan, unit, week, at).filter(({ to }) => isTo(to, deputy));
  if (set) await world.store.plan.setDeputy(set, chef, at, cards);
  else await world.store.outbox.enqueue(cards, `deputy:${unit}:${week}:${deputy}`, at);
}

/** Said in chat: what is open this week and not answered goes to the deputy, when the absence has begun. */
export async function setDeputy(world: World, plan: Plan, period: Deputy, at: Instant): Promise<void> {
  const settings = await rhythmNow(world);
  const week = weekBeingReported(at, settings);
  const today = todayOf(plan);
  const moments = rhythmOf(week, settings);
  const isOpen = period.from <= today && today <= period.to && moments !== null && at < moments.digest;
  const then = withDeputy(plan, period);
  const cards = isOpen ? reportingUnits(plan.facts).flatMap((unit) => decideCardFor(then, unit, week, at)) : [];
  const over = cards.filter(({ to, about }) => isTo(to, period.deputy) && about.insteadOf === period.email);
  await world.store.plan.setDeputy(period, period.email, at, over);
}

/** The plan as it will be: what is said last goes before what was said earlier. */
function withDeputy(plan: Plan, period: Deputy): Plan {
  return { ...plan, facts: { ...plan.facts, deputies: [period, ...plan.facts.deputies] } };
}

function isTo(to: Message["to"], person: Deputy["deputy"]): boolean {
  return "person" in to && to.person === person;
}
