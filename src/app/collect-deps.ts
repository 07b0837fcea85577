// The weekly card's outside world, on the store.
import { randomUUID } from "node:crypto";
import type { CollectDeps, NewReport } from "../collect/collect.ts";
import { openSupport } from "../plan/support-queue.ts";
import { supportMessages } from "../support/support.ts";
import { handOverCard } from "./stand-in.ts";
import { planAt, rhythmNow, type World } from "./world.ts";

export function collectDeps(world: World, wake: () => void): CollectDeps {
  const { collect } = world.store;
  return {
    plan: (now) => planAt(world, now),
    settings: () => rhythmNow(world),
    openCard: (card) => collect.openCard(card),
    findCard: (nonce) => collect.findCard(nonce),
    saveDraft: (nonce, step, draft) => collect.saveDraft(nonce, step, draft),
    recordReport: (report) => recordWithNotices(world, report),
    findReports: (unit, weeks) => collect.findReports(unit, weeks),
    async sendToDeputy(input) {
      await handOverCard(world, input);
      wake();
    },
    newNonce: randomUUID,
  };
}

/** What a report asks for is told to those who answer, in the same transaction; open requests are not told twice. */
async function recordWithNotices(world: World, report: NewReport) {
  const plan = await planAt(world, report.at);
  const open = plan ? openSupport(plan, report.unit).map((request) => request.type) : [];
  const fresh = report.support.filter((type) => !open.includes(type));
  const notices = plan ? fresh.flatMap((type) => supportMessages(plan, report.unit, type, report.by)) : [];
  return await world.store.collect.recordReport({ ...report, alsoMessages: [...report.alsoMessages, ...notices] });
}
