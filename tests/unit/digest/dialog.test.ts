import { describe, expect, it } from "vitest";
import { type BriefSection, renderDialog } from "../../../src/digest/dialog.ts";
import { DIALOGS, type Dialog } from "../../../src/digest/dialogs.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import { restrict } from "../../../src/plan/restrict.ts";
import { viewerOf } from "../../../src/plan/rights.ts";
import { aPlan } from "../../helpers/a-plan.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";
import { aDigest, MONDAY } from "./a-digest.ts";

const sample = samplePlan(MONDAY);

describe("the dialogs of the sample plan", () => {
  it("all measures: läge, effect and both colours where they differ, by beslutad", () => {
    const text = opened(sample, "ledning.direktor", "measures");
    expect(text).toContain("▲ Avvikelse · Å-04 Återbesätt inte alla vakanser (naturlig avgång)");
    expect(text).toContain("Realiserad 21,0 av planerade 30,0 mkr t.o.m. oktober (70 %)");
    expect(text).toContain("Chefens bedömning: Gul · Utfall: Röd (70 %)");
    expect(text.indexOf("Å-01")).toBeLessThan(text.indexOf("Å-04"));
    expect(text).toContain("Sida 1 av 3");
  });

  it("per förvaltning: effect, forecast, läge and how many have reported", () => {
    const text = opened(sample, "ledning.direktor", "administrations");
    expect(text).toContain("Realiserad 81,6 av planerade 104,9 mkr t.o.m. oktober (78 %)");
    expect(text).toContain("3 av 5 enheter har rapporterat");
    expect(text).toContain("Folktandvården");
  });

  it("a läsare sees no undecided measure and no coverage, and is told that it is a part", () => {
    const measures = [1, 2, 3].map((page) => opened(sample, "lasare.facklig", "measures", page)).join("\n");
    expect(measures).not.toContain("Å-18");
    expect(measures).toContain("av planens 52 åtgärder");
    expect(opened(sample, "lasare.facklig", "administrations")).not.toContain("har rapporterat");
  });

  it("speaks the presser's language", () => {
    expect(opened(sample, "ledning.digital", "measures")).toContain("Only you see this");
  });

  it("shows figures as the digest told them, whatever has come since", () => {
    const later: Plan = { ...sample, now: (sample.now + 14 * 86_400_000) as Plan["now"] };
    expect(opened(later, "ledning.direktor", "measures")).toBe(opened(sample, "ledning.direktor", "measures"));
  });

  it("shows the monthly material, cut short with word of where the rest is", () => {
    const short: BriefSection[] = [{ heading: "Effekt", lines: ["1. första", "andra"] }];
    expect(opened(sample, "ledning.direktor", "brief", 1, short)).toContain("1\\. första");
    const long: BriefSection[] = [
      { heading: "Effekt", lines: Array.from({ length: 500 }, (_, line) => `rad ${line}`) },
    ];
    const text = opened(sample, "ledning.direktor", "brief", 1, long);
    expect(text).toContain("rad 59");
    expect(text).not.toContain("rad 60");
    expect(text).toContain("Underlaget är kortat");
  });

  it("hints how to ask, with the plan's own names", () => {
    expect(opened(sample, "ledning.direktor", "ask")).toContain("Hur går det för Å-01?");
  });
});

describe("paging", () => {
  const many = aPlan();
  for (let index = 0; index < 45; index++) {
    many.unit(`U${index}`).measure(`M${index}`, { owner: `U${index}`, title: "_*~`[]<>|".repeat(40), decided: index });
  }
  many.person("a@example.org", "management", "REG");
  const plan = many.at(MONDAY);

  it.each([
    [1, ["Visa fler"], "M44 "],
    [2, ["Föregående", "Visa fler"], "M24 "],
    [3, ["Föregående"], "M4 "],
    [99, ["Föregående"], "M4 "],
  ])("page %i has buttons %j and begins with %s", (page, buttons, first) => {
    const card = cardOf(plan, "a@example.org", "measures", page);
    expect((card.actions ?? []).map((action) => action.title)).toEqual(buttons);
    expect(textOf(card)).toContain(first);
    expect(JSON.stringify(card).length * 2).toBeLessThan(60 * 1024);
  });
});

describe("an empty plan", () => {
  it.each(DIALOGS)("%s opens all the same", (which) => {
    const plan = aPlan().person("a@example.org", "reader", "REG").at(MONDAY);
    expect(textOf(cardOf(plan, "a@example.org", which, 1))).not.toBe("");
  });
});

interface Shown {
  readonly body: readonly { readonly text?: string; readonly items?: readonly { readonly text: string }[] }[];
  readonly actions?: readonly { readonly title: string }[];
}

function opened(plan: Plan, person: string, which: Dialog, page = 1, brief: readonly BriefSection[] = []): string {
  return textOf(cardOf(plan, `${person}@region-exempel.example`, which, page, brief));
}

function cardOf(plan: Plan, email: string, which: Dialog, page: number, brief: readonly BriefSection[] = []): Shown {
  const viewer = viewerOf(plan.facts, email);
  if (!viewer) throw new Error(`${email} is not in the plan`);
  const snapshot = aDigest({ ...plan, now: Date.parse(MONDAY) as Plan["now"] });
  return renderDialog(restrict(plan, viewer), viewer, which, snapshot, { page, brief }).card as Shown;
}

function textOf(card: Shown): string {
  const texts = card.body.flatMap((part) => [part.text, ...(part.items ?? []).map((item) => item.text)]);
  return texts
    .filter((text) => text !== undefined)
    .join("\n")
    .replaceAll("\u00a0", " ");
}
