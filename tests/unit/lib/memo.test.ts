import { expect, it } from "vitest";
import { bySwedish } from "../../../src/lib/collate.ts";
import { grouped, memoised, once } from "../../../src/lib/memo.ts";

it("builds once per object, also when nothing came of it", () => {
  let built = 0;
  const lookup = memoised((_key: object) => {
    built++;
    return undefined;
  });
  const key = {};
  lookup(key);
  lookup(key);
  lookup({});
  expect(built).toBe(2);
});

it("makes a thing once, and not before it is asked for", () => {
  let made = 0;
  const nothing = once(() => {
    made++;
    return undefined;
  });
  expect(made).toBe(0);
  nothing();
  nothing();
  expect(made).toBe(1);
});

it("keeps the order of rows in a group", () => {
  expect([...grouped([3, 1, 2, 5], (n) => n % 2)]).toEqual([
    [1, [3, 1, 5]],
    [0, [2]],
  ]);
});

it("sorts as Swedes do, numbers by size", () => {
  expect(["Ö", "Å-10", "Z", "Å-9", "Ä", "a"].sort(bySwedish)).toEqual(["a", "Z", "Å-9", "Å-10", "Ä", "Ö"]);
});
