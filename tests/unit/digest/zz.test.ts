import { test } from "vitest";
import { samplePlan } from "../../helpers/sample-plan.ts";
import { takeSnapshot } from "../../../src/digest/take-snapshot.ts";
import { digestText, renderDigest } from "../../../src/digest/render.ts";
import { digestJson } from "../../../src/digest/json.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { renderDialog } from "../../../src/digest/dialog.ts";
import { viewerOf } from "../../../src/plan/rights.ts";
import { restrict } from "../../../src/plan/restrict.ts";
test("x", () => {
  const plan = samplePlan("2026-11-23T07:30:00+01:00");
  const t0 = Date.now();
  const s = takeSnapshot(plan, "2026-W47" as never, defaultRhythm("Europe/Stockholm"), null)!;
  console.log(Date.now() - t0, "ms", JSON.stringify(s).length);
  console.log(digestText(s, "sv"));
  console.log(digestText(s, "en"));
  console.log(JSON.stringify(digestJson(s, ""), null, 1));
  const c = renderDigest(s, "sv");
  console.log(JSON.stringify(c.card).length * 2);
  const viewer = viewerOf(plan.facts, "ledning.direktor@region-exempel.example")!;
  for (const which of ["measures", "administrations", "brief", "ask"] as const) {
    const d = renderDialog(restrict(plan, viewer), viewer, which, s, { page: 1, brief: [{ heading: "H", lines: ["a"] }] });
    console.log(JSON.stringify(d.card).length * 2);
    for (const row of (d.card as any).body) console.log(row.text ?? row.items.map((i: any) => i.text).join("\n   "));
  }
});
