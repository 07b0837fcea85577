import { expect, it } from "vitest";
import { warmUp } from "../../../src/app/warm-up.ts";
import type { World } from "../../../src/app/world.ts";
import { nameIndexOf } from "../../../src/ask/names/name-index.ts";
import type { CurrentPlan } from "../../../src/store/plan/plan.ts";
import { aPlan } from "../../helpers/a-plan.ts";

const { facts, book, now, version } = aPlan().person("anna@x.se", "plan_owner", "REG").at();

function worldWith(current: () => Promise<CurrentPlan | null>) {
  const warned: string[] = [];
  const none = () => {};
  const log = { debug: none, info: none, error: none, warn: (_fields: object, text: string) => void warned.push(text) };
  return { warned, world: { clock: { now: () => now }, log, store: { plan: { current } } } as unknown as World };
}

it("knows the names of the plan before anybody asks", async () => {
  let looks = 0;
  const watched = {
    ...facts,
    get indicators() {
      looks++;
      return facts.indicators;
    },
  };
  const { world, warned } = worldWith(async () => ({ facts: watched, book, version, settings: {} }));
  await warmUp(world);
  expect(warned).toEqual([]);
  const warming = looks;
  const asking = (): number => {
    const before = looks;
    nameIndexOf(watched);
    return looks - before;
  };
  // The first who asks makes no more of it than the second.
  const [first, second] = [asking(), asking()];
  expect(first).toBe(second);
  expect(warming).toBeGreaterThan(first);
});

it("starts cold where there is no plan, or the database is gone", async () => {
  const empty = worldWith(async () => null);
  await warmUp(empty.world);
  expect(empty.warned).toEqual([]);
  const gone = worldWith(() => Promise.reject(new Error("gone")));
  await warmUp(gone.world);
  expect(gone.warned).toEqual(["the bot starts cold"]);
});
