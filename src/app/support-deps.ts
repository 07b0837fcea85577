// Support's outside world, on the store.
import type { SupportDeps } from "../support/support.ts";
import { planAt, type World } from "./world.ts";

export function supportDeps(world: World, wake: () => void): SupportDeps {
  const { plan: kept } = world.store;
  return {
    async plan(now) {
      const plan = await planAt(world, now);
      if (!plan) throw new Error("No plan has been imported");
      return plan;
    },
    async open(request, messages, by, at) {
      const opened = await kept.requestSupport(request, by, at, messages);
      wake();
      return opened;
    },
    async change(id, change, messages, by, at) {
      const changed = await kept.updateSupport(id, change, by, at, messages);
      wake();
      return changed;
    },
  };
}
