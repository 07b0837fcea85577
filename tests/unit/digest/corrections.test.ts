import { describe, expect, it } from "vitest";
import { aPlan } from "../../helpers/a-plan.ts";
import { aDigest, MONDAY } from "./a-digest.ts";

const LAST_MONDAY = "2026-11-16T07:30:00+01:00";

function plan() {
  return aPlan().unit("U1").measure("M1", { owner: "U1", decided: 3 }).report("U1", "M1", "2026-W45", "on_track");
}

describe("what comes after a snapshot", () => {
  it("is not in that digest but a correction in the next, also when the first was not kept", () => {
    const late = plan().report("U1", "M1", "2026-W46", "deviation", { at: "2026-11-16T07:30:01+01:00" });
    const posted = aDigest(late.at(LAST_MONDAY), "2026-W46");
    expect(posted.states).toEqual({ M1: "on_track" });
    for (const previous of [posted, null]) {
      expect(aDigest(late.at(MONDAY), "2026-W47", previous).corrections).toMatchObject([
        { kind: "state", week: "2026-W46", measure: "M1", from: "on_track", to: "deviation" },
        { kind: "coverage", week: "2026-W46", from: 0, to: 1, expected: 1 },
      ]);
    }
  });

  it("a changed report that leaves the läge as told corrects nothing", () => {
    const same = plan()
      .report("U1", "M1", "2026-W46", "deviation")
      .report("U1", "M1", "2026-W46", "deviation", { at: "2026-11-17T10:00:00+01:00", cause: "supplier" });
    const posted = aDigest(same.at(LAST_MONDAY), "2026-W46");
    expect(aDigest(same.at(MONDAY), "2026-W47", posted).corrections).toEqual([]);
  });

  it("figures of a month that was told before are corrected; a new month's are not", () => {
    const before = plan().month("M1", "2026-10", { planned: 2, realised: 1 });
    const posted = aDigest(before.at(LAST_MONDAY), "2026-W46");
    const after = plan().month("M1", "2026-10", { planned: 2, realised: 1.5 });
    expect(aDigest(after.at(MONDAY), "2026-W47", posted).corrections).toMatchObject([
      { kind: "effect", figure: "realised", through: "2026-10", from: 1_000_000, to: 1_500_000 },
    ]);
    after.header({ economyThrough: "2026-11" as never });
    expect(aDigest(after.at(MONDAY), "2026-W47", posted).corrections).toEqual([]);
  });

  it("a measure that is new in the plan has not moved", () => {
    const posted = aDigest(plan().at(LAST_MONDAY), "2026-W46");
    const grown = plan().measure("M2", { owner: "U1", state: "deviation" });
    expect(aDigest(grown.at(MONDAY), "2026-W47", posted).changes).toEqual([]);
  });
});
