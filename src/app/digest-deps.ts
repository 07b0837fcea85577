// The digest's outside world, on the store.
import type { DialogDeps, DigestDeps } from "../digest/digest.ts";
import type { Plan } from "../plan/plan.ts";
import { planAt, rhythmNow, type World } from "./world.ts";

export function digestDeps(world: World): DigestDeps {
  const { digests, log } = world.store;
  return {
    plan: (now) => planOrThrow(world, now),
    rhythm: () => rhythmNow(world),
    find: (week) => digests.find(week),
    findBefore: (week) => digests.findBefore(week),
    keep: async (digest, messages) => {
      await digests.save(digest, messages);
    },
    withdraw: (id, by, at, messages) => digests.withdraw(id, by, at, messages),
    log: async ({ what, who, week, at }) => {
      await log.append({ at, who, what, subject: week, from: null, to: null });
    },
  };
}

export function dialogDeps(world: World, brief: DialogDeps["brief"]): DialogDeps {
  return { ...digestDeps(world), brief };
}

async function planOrThrow(world: World, now: Plan["now"]): Promise<Plan> {
  const plan = await planAt(world, now);
  if (!plan) throw new Error("No plan has been imported");
  return plan;
}
