// What each occurrence of the timetable brings: the verbs' decisions. The clock, `try` and the demo all call these.
import { decideCards } from "../collect/collect.ts";
import { decideFor } from "../digest/digest.ts";
import type { Decide, Decision } from "../jobs/deps.ts";
import type { Plan } from "../plan/plan.ts";
import type { Occurrence, Schedule } from "../plan/rhythm.ts";
import { decideOccurrence } from "../remind/remind.ts";
import { digestDeps } from "./digest-deps.ts";
import { remindDeps } from "./remind-deps.ts";
import type { World } from "./world.ts";

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
