// What each occurrence of the timetable brings: the verbs' decisions. The clock, `try` and the demo all call these.
import { decideCardFor, decideCards } from "../collect/collect.ts";
import { decideFor } from "../digest/digest.ts";
import type { Decide, Decision } from "../jobs/deps.ts";
import type { Message } from "../plan/message.ts";
import type { Plan } from "../plan/plan.ts";
import type { Occurrence, Schedule } from "../plan/rhythm.ts";
import { subjectsOf } from "../plan/subjects.ts";
import { decideOccurrence } from "../remind/remind.ts";
import type { OutboxRow } from "../store/outbox/outbox.ts";
import { digestDeps } from "./digest-deps.ts";
import { remindDeps } from "./remind-deps.ts";
import type { World } from "./world.ts";

/**
 * For the clock only, since `try` takes every earlier card as sent: who is reminded without having got the card (a deputy
 * whose time began, a chef who came with a new plan, a week in which the bot was away) gets it first.
 */
export function withMissingCards(
  { store }: World,
  decide: Readonly<Record<Schedule, Decide>>,
): Readonly<Record<Schedule, Decide>> {
  const reminding =
    (base: Decide): Decide =>
    async (plan, occurrence, settings) => {
      const decision = await base(plan, occurrence, settings);
      const had = new Set((await store.outbox.byWeek(occurrence.week)).filter(isCardOnItsWay).map(cardKey));
      const reminded = [...decision.messages, ...decision.held];
      const cards = reminded.flatMap((message) => cardsFor(plan, message)).filter((card) => !had.has(cardKey(card)));
      return { ...decision, messages: [...cards, ...decision.messages] };
    };
  return { ...decide, remind1: reminding(decide.remind1), remind2: reminding(decide.remind2) };
}

function cardsFor(plan: Plan, reminder: Message): readonly Message[] {
  const { week, due } = reminder;
  const cards = subjectsOf(reminder).flatMap(({ unit }) => decideCardFor(plan, unit, week, due));
  return cards.filter((card) => card.kind === "card" && sameRecipient(card, reminder));
}

function isCardOnItsWay({ kind, state }: OutboxRow): boolean {
  return kind === "card" && state !== "failed" && state !== "skipped";
}

function cardKey({ unit, to }: Message): string {
  return `${unit} ${"person" in to ? to.person : to.channel}`;
}

function sameRecipient({ to }: Message, other: Message): boolean {
  return "person" in to && "person" in other.to && to.person === other.to.person;
}

export function decisions(world: World): Readonly<Record<Schedule, Decide>> {
  const remind = async (plan: Plan, occurrence: Occurrence): Promise<Decision> => {
    const { messages, held } = await decideOccurrence(remindDeps(world), plan, occurrence);
    return { messages, held: held.map(({ message }) => message) };
  };
  return {
    collect: async (plan, { week, due }) => ({ messages: decideCards(plan, week, due), held: [] }),
    remind1: remind,
    remind2: remind,
    escalate: remind,
    digest: async (plan, occurrence) => {
      const { messages, digest } = await decideFor(digestDeps(world), occurrence, plan.now);
      return { messages, held: [], ...(digest && { digest }) };
    },
  };
}
