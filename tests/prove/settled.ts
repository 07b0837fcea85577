// Waiting for a bot to have nothing left to send.
import { setTimeout as wait } from "node:timers/promises";
import type { Counts } from "./bot-orders.ts";
import type { BotProcess } from "./bot-process.ts";

const PATIENCE_MS = 60_000;

/** Nothing is waiting or under way, and at least `sent` rows have been sent. Gives up when nothing has moved for so long. */
export async function settled(
  bot: BotProcess,
  least: { readonly sent: number } = { sent: 0 },
  { patienceMs = PATIENCE_MS, everyMs = 50 } = {},
): Promise<void> {
  let stands = { counted: "", since: Date.now() };
  for (let quiet = 0; quiet < 2; ) {
    const counts = await bot.counts();
    quiet = leftIn(counts) === 0 && counts.sent >= least.sent ? quiet + 1 : 0;
    const counted = JSON.stringify(counts);
    if (counted !== stands.counted) stands = { counted, since: Date.now() };
    else if (Date.now() - stands.since > patienceMs) throw new Error(`not settled: ${counted}`);
    await wait(everyMs);
  }
}

/** What is due, waiting or under way. */
export function leftIn({ due, queued, claimed, sending }: Counts): number {
  return due + queued + claimed + sending;
}
