// The real bot in a process of its own, to be killed at any moment: settings from `BOT_CHILD`, the clock from the parent.
import { pino } from "pino";
import { createApp } from "../../src/app.ts";
import type { Clock } from "../../src/lib/clock.ts";
import type { Instant } from "../../src/lib/time.ts";
import type { BotSettings, Order, Word } from "./bot-orders.ts";
import { standaloneConfig } from "./standalone-config.ts";

const began = performance.now();
const settings = JSON.parse(process.env.BOT_CHILD ?? "{}") as BotSettings;
const clock = tickingClock(settings.now);
const { place, teams, pace, logLevel } = settings;
// A child without a parent has nobody to stop it.
process.on("disconnect", () => process.exit(1));

const log = pino({ level: logLevel }, pino.destination({ dest: 2, sync: true }));
const app = await createApp(standaloneConfig(place, logLevel), { clock, teams, log, ...(pace && { pace }) });
const { sending } = await app.world.store.outbox.countByState();
const { port } = await app.start();
process.on("message", (order: Order) => void obey(order));
say({ ready: { port, inFlight: sending, startMs: performance.now() - began } });

async function obey(order: Order): Promise<void> {
  switch (order.do) {
    case "clock":
      clock.moveTo(order.now);
      app.office.wake();
      return;
    case "counts":
      return say({ counts: await app.world.store.outbox.countByState() });
    case "usage":
      return say({ usage: usage() });
    case "stop":
      await app.stop();
      say({ stopped: true });
      process.disconnect();
  }
}

function usage(): { rss: number; heap: number; statements: number } {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heap: heapUsed, statements: 0 };
}

function say(word: Word): void {
  process.send?.(word);
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
