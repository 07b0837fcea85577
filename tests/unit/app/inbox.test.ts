// Who holds a turn: as long as its process lives, and no longer.
import { describe, expect, it } from "vitest";
import { createInbox, type Inbox } from "../../../src/app/inbox.ts";
import type { World } from "../../../src/app/world.ts";
import type { InboxItem, InboxStore } from "../../../src/store/inbox/inbox.ts";
import { type FakeClock, fakeClock } from "../../helpers/fake-clock.ts";

interface Row {
  state: "waiting" | "claimed" | "done" | "dead";
  worker: string | null;
  lease: number;
  attempts: number;
}

interface Shared {
  readonly clock: FakeClock;
  readonly rows: Map<string, Row>;
  /** The database does not answer. */
  isAway: boolean;
  replica(): Inbox;
}

function shared(): Shared {
  const clock = fakeClock("2026-11-18T09:00:00+01:00");
  const rows = new Map<string, Row>();
  const here = (): void => {
    if (fake.isAway) throw new Error("the database is away");
  };
  const inbox: Partial<InboxStore> = {
    async accept(key, _activity, at, claim) {
      if (rows.has(key)) return false;
      rows.set(key, {
        state: "claimed",
        worker: claim?.worker ?? null,
        lease: at + (claim?.leaseMs ?? 0),
        attempts: 1,
      });
      return true;
    },
    async claim(now, worker, _limit, leaseMs): Promise<readonly InboxItem[]> {
      const found = [...rows].find(([, row]) => row.state === "claimed" && row.lease <= now);
      if (!found) return [];
      const [key, row] = found;
      Object.assign(row, { worker, lease: now + leaseMs, attempts: row.attempts + 1 });
      return [{ key, activity: { key }, received: now, attempts: row.attempts, reason: null }];
    },
    async renew(keys, worker, until) {
      const held = keys.filter((key) => rows.get(key)?.worker === worker && rows.get(key)?.state === "claimed");
      for (const key of held) Object.assign(rows.get(key) ?? {}, { lease: until });
      return held;
    },
    async finish(key, worker) {
      here();
      if (rows.get(key)?.worker === worker) Object.assign(rows.get(key) ?? {}, { state: "done" });
    },
    async fail(key) {
      Object.assign(rows.get(key) ?? {}, { state: "dead" });
    },
  };
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const world = { clock, log, store: { inbox } } as unknown as World;
  const fake: Shared = { clock, rows, isAway: false, replica: () => createInbox(world) };
  return fake;
}

async function takenUp(inbox: Inbox): Promise<string[]> {
  const ran: string[] = [];
  await inbox.runCutOff({
    run: async (activity) => void ran.push(`run ${(activity as { key: string }).key}`),
    giveUp: async (activity) => void ran.push(`sorry ${(activity as { key: string }).key}`),
    stopping: () => false,
  });
  return ran;
}

describe("a turn that takes minutes", () => {
  it("is its own process's as long as that one lives, and another's when it is dead", async () => {
    const { clock, replica } = shared();
    const [mine, other] = [replica(), replica()];
    await mine.accept("k", {});
    for (let step = 0; step < 9; step++) {
      clock.advance(20_000);
      await mine.tend();
      expect(await takenUp(other)).toEqual([]);
    }
    clock.advance(60_000);
    expect(await takenUp(other)).toEqual(["run k"]);
  });

  it("is not begun twice by the one who took it up", async () => {
    const { clock, replica } = shared();
    await replica().accept("k", {});
    clock.advance(60_000);
    const [heir, other] = [replica(), replica()];
    const ran: string[] = [];
    await heir.runCutOff({
      async run() {
        ran.push("heir");
        clock.advance(45_000);
        await heir.tend();
        clock.advance(45_000);
        ran.push(...(await takenUp(other)), ...(await takenUp(heir)));
      },
      giveUp: async () => {},
      stopping: () => false,
    });
    expect(ran.slice(0, 1)).toEqual(["heir"]);
    expect(ran.slice(1)).toEqual([]);
  });
});

it("a turn is its own process's no longer when that one stood still and another has taken it up", async () => {
  const { clock, replica, rows } = shared();
  const [frozen, other] = [replica(), replica()];
  await frozen.accept("k", {});
  clock.advance(60_000);
  expect(await frozen.isMine("k")).toBe(true);
  clock.advance(60_000);
  await other.runCutOff({
    async run() {
      expect(await frozen.isMine("k")).toBe(false);
      await frozen.finished("k");
      expect([rows.get("k")?.state, await other.isMine("k")]).toEqual(["claimed", true]);
    },
    giveUp: async () => {},
    stopping: () => false,
  });
});

it("a turn that is done while the database is away is noted afterwards, and not run again", async () => {
  const fake = shared();
  const mine = fake.replica();
  await mine.accept("k", {});
  fake.isAway = true;
  await expect(mine.finished("k")).rejects.toThrow();
  fake.isAway = false;
  fake.clock.advance(50_000);
  await mine.tend();
  expect(fake.rows.get("k")?.state).toBe("done");
  fake.clock.advance(60_000);
  expect(await takenUp(fake.replica())).toEqual([]);
});

it("a turn that kills its process again and again ends with an apology", async () => {
  const { clock, replica, rows } = shared();
  await replica().accept("k", {});
  const ends: string[] = [];
  for (let restart = 0; restart < 20; restart++) {
    clock.advance(60_000);
    ends.push(...(await takenUp(replica())));
  }
  expect(ends).toEqual([...Array.from({ length: 11 }, () => "run k"), "sorry k"]);
  expect(rows.get("k")?.state).toBe("dead");
});

it("nothing is taken up while the bot stops", async () => {
  const { clock, replica } = shared();
  await replica().accept("k", {});
  clock.advance(60_000);
  const run = () => Promise.reject(new Error("not now"));
  await replica().runCutOff({ run, giveUp: run, stopping: () => true });
});
