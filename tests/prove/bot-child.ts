// The real bot in a process of its own, to be killed at any moment: settings and clock come from the parent.
import { once } from "node:events";
import { pino } from "pino";
import { createApp } from "../../src/app.ts";
import type { Clock } from "../../src/lib/clock.ts";
import type { Instant } from "../../src/lib/time.ts";
import type { Counts, Order, Word } from "./bot-orders.ts";
import { countStatements } from "./count-statements.ts";
import { standaloneConfig } from "./standalone-config.ts";

// A child without a parent has nobody to stop it.
process.on("disconnect", () => process.exit(1));

// It loads first and begins when it is told to: a spare one stands ready when another is killed.
const [order] = (await once(process, "message")) as [Order];
if (order.do !== "begin") throw new Error(`not begun, and told to ${order.do}`);
const { place, teams, pace, logLevel, now } = order.settings;
const statements = countStatements();
const began = performance.now();
const clock = tickingClock(now);
const log = pino({ level: logLevel }, pino.destination({ dest: 2, sync: true }));
const app = await createApp(standaloneConfig(place, logLevel), { clock, teams, log, ...(pace && { pace }) });
const { sending } = await app.world.store.outbox.countByState();
process.on("message", (next: Order) => void obey(next));
// Told before anything is done about it, so that it is known even when this process is killed while it starts.
await say({ found: { inFlight: sending } });
const { port } = await app.start();
await say({ ready: { port, startMs: performance.now() - began } });

async function obey(order: Order): Promise<void> {
  switch (order.do) {
    case "begin":
      return;
    case "clock":
      clock.moveTo(order.now);
      app.office.wake();
      return;
    case "counts":
      return say({ counts: await counts() });
    case "usage":
      return say({ usage: usage() });
    case "stop":
      await app.stop();
      await say({ stopped: true });
      process.disconnect();
  }
}

/** What is due first: what has just been done has its rows by then, what is done later is still counted as due. */
async function counts(): Promise<Counts> {
  const due = await countDue();
  return { ...(await app.world.store.outbox.countByState()), due };
}

async function countDue(): Promise<number> {
  // A timetable that nobody has lived to write is still to be carried out.
  if ((await app.world.store.occurrences.lastEnsured()) === null) return 1;
  const rows = await app.world.store.occurrences.recent(50);
  const open = rows.filter(({ state }) => state === "waiting" || state === "claimed");
  return open.filter(({ due }) => due <= clock.now()).length;
}

function usage(): { rss: number; heap: number; statements: number } {
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heap: heapUsed, statements: statements.count };
}

/** Resolves when the parent can read it, whatever happens here next. */
function say(word: Word): Promise<void> {
  return new Promise((resolve) => process.send?.(word, () => resolve()));
}

function tickingClock(start: number): Clock & { moveTo(now: number): void } {
  let base = start - performance.now();
  return {
    now: () => Math.floor(base + performance.now()) as Instant,
    moveTo(now) {
      base = now - performance.now();
    },
  };
}
