import { describe, expect, it } from "vitest";
import { aPlan } from "../../helpers/a-plan.ts";
import { aDigest, MONDAY } from "./a-digest.ts";

type Line = readonly [
  id: string,
  state: "critical" | "deviation" | "on_track",
  decided: number | null,
  asks?: "hr" | "manager_decision",
];

describe("behöver beslut eller hjälp", () => {
  it.each<[string, readonly Line[], readonly string[], number]>([
    [
      "critical first, then those asking for a decision",
      [
        ["A", "deviation", 90, "manager_decision"],
        ["B", "critical", 1],
      ],
      ["B", "A"],
      0,
    ],
    [
      "a deviation that asks for something else is not there",
      [
        ["A", "deviation", 90, "hr"],
        ["B", "deviation", 5],
      ],
      [],
      0,
    ],
    ["on track and asking for a decision is not there", [["A", "on_track", 90, "manager_decision"]], [], 0],
    [
      "by beslutad, unknown last, then id",
      [
        ["A", "critical", null],
        ["C", "critical", 5],
        ["B", "critical", 5],
        ["D", "critical", 9],
      ],
      ["D", "B", "C"],
      1,
    ],
    [
      "ids by number",
      [
        ["M-10", "critical", null],
        ["M-9", "critical", null],
      ],
      ["M-9", "M-10"],
      0,
    ],
    [
      "a fourth critical pushes out every deviation",
      [
        ["A", "critical", 1],
        ["B", "critical", 2],
        ["C", "critical", 3],
        ["D", "deviation", 99, "manager_decision"],
      ],
      ["C", "B", "A"],
      1,
    ],
  ])("%s", (_, lines, shown, more) => {
    const plan = aPlan();
    for (const [id, state, decided, support] of lines) {
      plan.unit(`U${id}`).measure(id, { owner: `U${id}`, decided });
      plan.report(`U${id}`, id, "2026-W47", state, { support: support ?? null });
    }
    const snapshot = aDigest(plan.at(MONDAY));
    expect(snapshot.attention.map((item) => item.measure)).toEqual(shown);
    expect(snapshot.attentionMore).toBe(more);
  });

  it("goes by the owner's line, not a participant's, and keeps the last one of a unit that is silent", () => {
    const plan = aPlan()
      .unit("U1")
      .unit("U2")
      .measure("M1", { owner: "U1" })
      .takesPart("M1", "U2")
      .measure("M2", { owner: "U2" })
      .report("U1", "M1", "2026-W47", "on_track")
      .report("U2", "M1", "2026-W47", "critical")
      .report("U2", "M2", "2026-W44", "critical", { cause: "supplier" });
    expect(aDigest(plan.at(MONDAY)).attention).toMatchObject([{ measure: "M2", since: "2026-W44", cause: "supplier" }]);
  });
});
