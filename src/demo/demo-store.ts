// In the sample plan there are reports dated after the demo clock. They come in as the clock reaches them – unless that
// unit has answered in the demo: then what it would have said is dropped, and its own answer holds.
import type { Store } from "../store/store.ts";

export function demoStore(store: Store): Store {
  return {
    ...store,
    collect: {
      ...store.collect,
      async recordReport(report) {
        const recorded = await store.collect.recordReport(report);
        // Also for a repeat: the first try may have been cut off just here.
        const { unit, week, at } = report;
        if (recorded.outcome !== "already") await store.plan.dropImportedAfter(unit, week, at);
        return recorded;
      },
    },
  };
}
