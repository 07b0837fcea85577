// The importer's outside world, on the store.
import type { ReviseDeps } from "../revise/revise.ts";
import type { World } from "./world.ts";

export function reviseDeps({ store }: World, progress?: ReviseDeps["progress"]): ReviseDeps {
  return {
    async current() {
      const inForce = await store.plan.current();
      const imported = inForce && (await store.plan.factsOf(inForce.version));
      return inForce && imported && { ...inForce, imported };
    },
    saveVersion: (expected, facts, rows, meta) => store.plan.saveVersion(expected, facts, rows, meta),
    ...(progress && { progress }),
  };
}
