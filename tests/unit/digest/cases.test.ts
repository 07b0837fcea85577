// The recorded cases: each folder of tests/cases/digest-* holds the digest of one plan and week, as text, JSON and card.
// Looked through by a person; `npx vitest run tests/unit/digest -u` records them anew.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { digestJson } from "../../../src/digest/json.ts";
import { digestText, renderDigest } from "../../../src/digest/render.ts";
import type { DigestSnapshot } from "../../../src/digest/snapshot.ts";
import { takeSnapshot } from "../../../src/digest/take-snapshot.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import type { Week } from "../../../src/plan/week.ts";
import { aPlan } from "../../helpers/a-plan.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

interface Case {
  readonly plan: Plan;
  readonly week: string;
  readonly previous?: DigestSnapshot | null;
}

const CASES: Readonly<Record<string, () => Case>> = {
  "sample-v47": () => ({ plan: samplePlan("2026-11-23T07:30:00+01:00"), week: "2026-W47" }),
  "sample-v46": () => ({ plan: samplePlan("2026-11-16T07:30:00+01:00"), week: "2026-W46" }),
  correction: corrected,
  preliminary: () => ({ plan: fewReports().at("2026-11-23T07:30:00+01:00"), week: "2026-W47" }),
  bare: () => ({ plan: aPlan().header({ economyThrough: null }).at("2026-11-23T07:30:00+01:00"), week: "2026-W47" }),
};

describe.each(Object.keys(CASES))("digest-%s", (name) => {
  const folder = join(import.meta.dirname, `../../cases/digest-${name}`);

  it("is composed as recorded", async () => {
    const { plan, week, previous } = (CASES[name] as () => Case)();
    const snapshot = snapshotOf(plan, week, previous ?? null);
    const text = digestText(snapshot, "sv");
    await expect(`${text}\n`).toMatchFileSnapshot(join(folder, "digest.sv.txt"));
    await expect(`${digestText(snapshot, "en")}\n`).toMatchFileSnapshot(join(folder, "digest.en.txt"));
    await expect(pretty(digestJson(snapshot, text))).toMatchFileSnapshot(join(folder, "digest.json"));
    await expect(pretty(renderDigest(snapshot, "sv").card)).toMatchFileSnapshot(join(folder, "card.json"));
  });
});

/** A report of v. 46 comes on Tuesday, a day after the digest of v. 46 was posted. */
function corrected(): Case {
  const plan = aPlan()
    .unit("U1")
    .unit("U2")
    .measure("M1", { owner: "U1", title: "Minska övertid", decided: 10, potential: 10 })
    .measure("M2", { owner: "U2", title: "Färre lokaler", decided: 4, potential: 4 })
    .months("M1", "2026-01", "2026-12", { planned: 1, realised: 0.9 })
    .report("U1", "M1", "2026-W45", "on_track")
    .report("U2", "M2", "2026-W45", "on_track")
    .report("U2", "M2", "2026-W46", "on_track")
    .report("U1", "M1", "2026-W46", "critical", { at: "2026-11-17T10:00:00+01:00", cause: "absence" })
    .report("U1", "M1", "2026-W47", "critical", { cause: "absence", support: "scheduling" })
    .report("U2", "M2", "2026-W47", "deviation", { support: "manager_decision" });
  const posted = snapshotOf(plan.at("2026-11-16T07:30:00+01:00"), "2026-W46", null);
  plan.month("M1", "2026-09", { planned: 1, realised: 1 });
  return { plan: plan.at("2026-11-23T07:30:00+01:00"), week: "2026-W47", previous: posted };
}

function fewReports() {
  const plan = aPlan().org("X*", "administration", "HSN", { name: "Ett *namn* med [länk](https://example.org)" });
  for (const id of ["A", "B", "C", "D"]) {
    plan.unit(id, id === "D" ? "X*" : "SJH").measure(`M${id}`, { owner: id, title: `1. # ${id} <at>alla</at>` });
  }
  return plan.report("A", "MA", "2026-W47", "deviation", { support: "manager_decision", comment: "Hemligt" });
}

function snapshotOf(plan: Plan, week: string, previous: DigestSnapshot | null): DigestSnapshot {
  const snapshot = takeSnapshot(plan, week as Week, defaultRhythm(plan.facts.header.zone), previous);
  if (!snapshot) throw new Error(`No digest for ${week}`);
  return snapshot;
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
