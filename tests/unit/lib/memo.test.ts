import fc from "fast-check";
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

it("sorts ids that differ in a number as the collator does", () => {
  const collator = new Intl.Collator("sv", { numeric: true });
  const anyId = fc.tuple(
    fc.constantFrom("Å-", "Å-1", "a", "b.2", ""),
    fc.constantFrom("", "0", "7", "10", "09", "12", "120", "12b", "-3"),
  );
  fc.assert(
    fc.property(anyId, anyId, (one, other) => {
      const [a, b] = [one.join(""), other.join("")];
      expect(Math.sign(bySwedish(a, b))).toBe(collator.compare(a, b));
    }),
  );
});

it("sorts as Swedes do, numbers by size", () => {
  expect(["Ö", "Å-10", "Z", "Å-9", "Ä", "a"].sort(bySwedish)).toEqual(["a", "Z", "Å-9", "Å-10", "Ä", "Ö"]);
});
