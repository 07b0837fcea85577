import { describe, expect, it } from "vitest";
import { COLLECT_VERBS } from "../../../src/collect/schema.ts";
import { type Instant, type IsoDate, parseInstant } from "../../../src/lib/time.ts";
import type { Message, MessageKind } from "../../../src/plan/message.ts";
import type { Email, Lang, OrgId, Plan } from "../../../src/plan/plan.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { aboutSubjects, type Subject } from "../../../src/plan/subjects.ts";
import type { Week } from "../../../src/plan/week.ts";
import { type RenderState, renderReminder } from "../../../src/remind/render.ts";
import { aPlan, type PlanBuilder } from "../../helpers/a-plan.ts";

const settings = defaultRhythm("Europe/Stockholm");
const FRIDAY = "2026-11-20T13:00:00+01:00";
const at = (text: string) => parseInstant(text) as Instant;

function message(kind: MessageKind, ...subjects: readonly (readonly [string, Subject["role"]])[]): Message {
  const about = subjects.map(([unit, role]): Subject => ({ unit: unit as OrgId, role }));
  const to = { person: "anna@x" as Email };
  return { kind, to, week: "2026-W47" as Week, due: at(FRIDAY), why: "", ...aboutSubjects(about) };
}

function render(plan: Plan, wanted: Message, lang: Lang = "sv", changes: Partial<RenderState> = {}) {
  return renderReminder(plan, wanted, lang, {
    settings,
    pauses: [],
    firstWeek: null,
    unasked: new Set(),
    cards: new Map(),
    ...changes,
  });
}

function clinic(): PlanBuilder {
  return aPlan()
    .unit("U1", "SJH", { name: "Akuten" })
    .unit("U2", "SJH", { name: "1. Lab *norr*" })
    .person("anna@x", "line_manager", "U1")
    .person("anna@x", "line_manager", "U2")
    .measure("M1", { owner: "U1" })
    .measure("M2", { owner: "U2" });
}

describe("reminder 1", () => {
  it("says which report, and that it takes a minute", () => {
    const { text, card } = render(clinic().at(FRIDAY), message("reminder1", ["U1", "manager"])) ?? {};
    expect(text).toContain("Veckorapporten för Akuten är inte inskickad ännu. Den tar ungefär en minut.");
    expect(text).toContain("Sista dag är fredag 20 november kl. 12.00.");
    expect(card).toBeNull();
  });

  it("names both units of a chef, and leaves out the one that has answered in the meantime", () => {
    const both = message("reminder1", ["U1", "manager"], ["U2", "manager"]);
    expect(render(clinic().at(FRIDAY), both)?.text).toContain("Akuten och 1\\. Lab \\*norr\\*");
    const answered = clinic().report("U2", "M2", "2026-W47", "on_track").at(FRIDAY);
    expect(render(answered, both)?.text).toContain("Veckorapporten för Akuten är");
  });

  it("is nothing when everybody it was about has answered", () => {
    const answered = clinic().report("U1", "M1", "2026-W47", "on_track").at(FRIDAY);
    expect(render(answered, message("reminder1", ["U1", "manager"]))).toBeNull();
  });

  it("tells a deputy for whom", () => {
    const plan = clinic()
      .unit("U3", "SJH", { name: "BUP" })
      .person("bo@x", "line_manager", "U3")
      .measure("M3", { owner: "U3" })
      .deputy("bo@x", "anna@x", "2026-11-16", "2026-11-22")
      .at(FRIDAY);
    expect(render(plan, message("reminder1", ["U3", "manager"]))?.text).toContain("som ersättare för BUP");
  });

  it("in English", () => {
    const text = render(clinic().at(FRIDAY), message("reminder1", ["U1", "manager"]), "en")?.text;
    expect(text).toContain("The weekly report for Akuten has not been sent yet.");
  });
});

describe("reminder 2", () => {
  const cards = new Map([
    ["U1" as OrgId, { nonce: "n1", offersNoNews: true }],
    ["U2" as OrgId, { nonce: "n2", offersNoNews: false }],
  ]);
  const both = message("reminder2", ["U1", "manager"], ["U2", "manager"]);

  it("says when the week is put together and offers the two ways out, Inget nytt only where it may be", () => {
    const content = render(clinic().at(FRIDAY), both, "sv", { cards });
    expect(content?.text).toContain("Vi sammanställer veckan måndag 23 november kl. 07.30.");
    const card = JSON.stringify(content?.card);
    const pressed = [...card.matchAll(/"verb":"(collect_\w+)","nonce":"(\w+)"/g)].map(
      (match) => `${match[1]} ${match[2]}`,
    );
    // Each action stands twice: Action.Execute, and its fallback Action.Submit.
    expect([...new Set(pressed)]).toEqual(["collect_same n1", "collect_away n1", "collect_away n2"]);
    expect(pressed).toHaveLength(6);
    expect(card).toContain("1\\\\. Lab \\\\*norr\\\\*");
    expect(card).not.toContain("${");
    expect(content?.card).toMatchObject({ type: "AdaptiveCard", version: "1.5", lang: "sv" });
  });

  it("presses are verbs that the weekly card knows", () => {
    expect(COLLECT_VERBS).toEqual(expect.arrayContaining(["collect_same", "collect_away"]));
  });

  it("is plain text for one who has no card to act on", () => {
    expect(render(clinic().at(FRIDAY), both)?.card).toBeNull();
  });
});

describe("escalation", () => {
  const silent = () => clinic().report("U1", "M1", "2026-W45", "on_track").at("2026-11-23T08:00:00+01:00");

  it("asks the chef whether they need support", () => {
    const text = render(silent(), message("escalation", ["U1", "manager"]))?.text;
    expect(text).toContain("Vi har inte hört något från Akuten på två veckor. Behöver ni stöd eller är ni borta?");
  });

  it("tells the planägare, with a pause if there is one", () => {
    const pauses = [{ email: "anna@x" as Email, until: "2026-12-04" as IsoDate }];
    const text = render(silent(), message("escalation", ["U1", "owner"]), "sv", { pauses })?.text;
    expect(text).toContain(
      "- Akuten: ingen rapport på två veckor (påminnelser pausade till och med fredag 4 december)",
    );
  });

  it("is one neutral line for närmaste chef", () => {
    expect(render(silent(), message("escalation", ["U1", "above"]))?.text).toBe(
      "Ingen veckorapport har kommit från Akuten på två veckor.",
    );
  });

  it("is a list for the förvaltningschef, and never names a person", () => {
    const text = render(silent(), message("escalation", ["U1", "list"], ["U2", "list"]))?.text ?? "";
    expect(text).toMatch(/Enheter utan veckorapport, efter v\. 47:\n\n- Akuten: två veckor\n- /);
    expect(text).not.toContain("anna");
  });
});
