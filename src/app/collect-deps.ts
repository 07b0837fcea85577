// The weekly card's outside world, on the store.
import { randomUUID } from "node:crypto";
import type { CollectDeps, DeputyInput, NewReport } from "../collect/collect.ts";
import { decideCardFor } from "../collect/collect.ts";
import { openSupport } from "../plan/support-queue.ts";
import { supportMessages } from "../support/support.ts";
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
      await postToDeputy(world, input);
      wake();
    },
    newNonce: randomUUID,
  };
}

async function postToDeputy(world: World, { unit, week, at, chef, deputy, period }: DeputyInput): Promise<void> {
  const { store } = world;
  if (period) await store.plan.setDeputy({ email: chef, deputy, ...period }, chef, at);
  const plan = await planAt(world, at);
  if (!plan) return;
  const messages = decideCardFor(plan, unit, week, at).filter(({ to }) => "person" in to && to.person === deputy);
  await store.outbox.enqueue(messages, `deputy:${unit}:${week}:${deputy}`, at);
}

/** What a report asks for is told to those who answer, in the same transaction; open requests are not told twice. */
async function recordWithNotices(world: World, report: NewReport) {
  const plan = await planAt(world, report.at);
  const open = plan ? openSupport(plan, report.unit).map((request) => request.type) : [];
  const fresh = report.support.filter((type) => !open.includes(type));
  const notices = plan ? fresh.flatMap((type) => supportMessages(plan, report.unit, type, report.by)) : [];
  return await world.store.collect.recordReport({ ...report, alsoMessages: [...report.alsoMessages, ...notices] });
}
