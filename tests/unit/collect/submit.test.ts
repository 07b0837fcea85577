// Stories of the card's life: who presses what, and what is saved.
import { beforeEach, describe, expect, it } from "vitest";
import { composeCard, decideCardFor, renderCard, saveChatReport } from "../../../src/collect/collect.ts";
import type { ReportedLine } from "../../../src/plan/action.ts";
import type { MeasureId, OrgId } from "../../../src/plan/plan.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { viewerOf } from "../../../src/plan/rights.ts";
import type { Week } from "../../../src/plan/week.ts";
import { aPlan, type PlanBuilder } from "../../helpers/a-plan.ts";
import { Chat, CollectInMemory, instant } from "./collect-in-memory.ts";
import { fieldIds, fieldOf, pressData, readCard } from "./read-card.ts";

const WEEK = "2026-W47";
const WEDNESDAY = "2026-11-18T07:30:00+01:00";
const THURSDAY = "2026-11-19T09:12:00+01:00";
const STEP = { "nextStep:M1": "Vi tar det på måndag.", "doneBy:M1": "2026-12-11", "cause:M1": "vacancy" };

/** One unit, two chefs, two measures that were green and yellow last week. */
function aUnit(): PlanBuilder {
  return aPlan()
    .unit("U1", "SJH", { name: "Ortopedkliniken" })
    .person("a@x", "line_manager", "U1", { name: "Anna" })
    .person("b@x", "line_manager", "U1", { name: "Bo" })
    .person("reader@x", "reader", "REG")
    .measure("M1", { owner: "U1", title: "Minska övertid" })
    .measure("M2", { owner: "U1", title: "Minska timanställda" })
    .report("U1", "M1", "2026-W46", "on_track")
    .report("U1", "M2", "2026-W46", "deviation", { cause: "supplier", comment: "Avtalet dröjer." });
}

let deps: CollectInMemory;
let anna: Chat;
let bo: Chat;

async function begin(plan: PlanBuilder = aUnit()): Promise<void> {
  deps = new CollectInMemory(plan.at(WEDNESDAY));
  anna = await new Chat(deps, "a@x", WEDNESDAY).opens("U1", WEEK);
  bo = await new Chat(deps, "b@x", WEDNESDAY).opens("U1", WEEK);
}

beforeEach(() => begin());

function reportedStates(): string[] {
  return deps.reports.map((report) =>
    report.lines
      .map((line) => `${line.measure} ${line.state}`)
      .sort()
      .join(", "),
  );
}

describe("one report each", () => {
  const allGreen = { "state:M1": "on_track", "state:M2": "on_track" };

  it("a double click, and a redelivery an hour later, give the same receipt", async () => {
    const data = pressData(anna.card, "collect_send", allGreen);
    await anna.sends(data, THURSDAY);
    const receipt = readCard(anna.card);
    await anna.sends(data);
    await anna.sends(data, "2026-11-19T10:12:00+01:00");
    expect(readCard(anna.card)).toBe(receipt);
    expect(reportedStates()).toEqual(["M1 on_track, M2 on_track"]);
    expect(anna.said).toContain("mottagen 2026-11-19 kl. 09.12. Läget: 2 gröna. Du kan ändra till måndag kl. 07.30.");
  });

  it("two chefs at once: the first answer answers both copies, and the second's input is kept", async () => {
    await Promise.all([
      anna.press("collect_send", allGreen, THURSDAY),
      bo.press("collect_send", { ...allGreen, "state:M1": "done" }, THURSDAY),
    ]);
    expect(reportedStates()).toHaveLength(1);
    const second = reportedStates()[0] === "M1 on_track, M2 on_track" ? bo : anna;
    expect(second.said).toContain("En kollega har redan svarat för Ortopedkliniken");
    await second.press("collect_change");
    expect(readCard(second.card)).toContain("En kollega har redan svarat. Fälten visar det du skrev.");
    expect(fieldOf(second.card, "state:M1").value).toBe(second === bo ? "done" : "on_track");
    await second.press("collect_send");
    expect(reportedStates()).toHaveLength(2);
  });

  it("a card of last week is saved for its own week, as a correction", async () => {
    await anna.press("collect_send", allGreen, "2026-11-25T08:00:00+01:00");
    expect(deps.reports[0]).toMatchObject({ week: WEEK, replaces: null });
    expect(anna.said).toContain("visas som en rättelse i nästa sammanställning");
  });

  it("Ändra begins from what was sent, is a version of its own, and can be pressed twice", async () => {
    await anna.press("collect_send", { ...allGreen, "state:M1": "critical" }, THURSDAY);
    await anna.press("collect_send", { ...STEP, "comment:M1": "Två är borta." });
    const change = pressData(anna.card, "collect_change");
    await anna.sends(change);
    await anna.sends(change);
    expect(fieldOf(anna.card, "state:M1").value).toBe("critical");
    await anna.press("collect_send");
    expect(fieldOf(anna.card, "comment:M1").value).toBe("Två är borta.");
    await anna.press("collect_send", { "comment:M1": "En är borta." });
    expect(deps.reports.map((report) => report.replaces)).toEqual([null, "latest"]);
    expect(deps.reports[1]?.lines[0]).toMatchObject({ state: "critical", comment: "En är borta." });
    expect(readCard(anna.card)).toContain("Läget: 1 grön, 1 röd.");
  });

  it("Ändra after a colleague's newer version begins from that one", async () => {
    await anna.press("collect_send", allGreen, THURSDAY);
    await bo.press("collect_send", {}, "2026-11-19T11:00:00+01:00");
    await bo.press("collect_change");
    await bo.press("collect_send", { "state:M2": "done" }, "2026-11-19T11:01:00+01:00");
    await anna.press("collect_change", {}, "2026-11-19T12:00:00+01:00");
    expect(fieldOf(anna.card, "state:M2").value).toBe("done");
  });

  it("a card that stands somewhere else shows who answered when it is drawn anew", async () => {
    await anna.press("collect_send", allGreen, THURSDAY);
    const plan = await deps.plan(instant(THURSDAY));
    const card = await deps.findCard(String(pressData(bo.card, "collect_send").nonce));
    if (!card) throw new Error("no card");
    const content = renderCard(plan, card, "sv", { settings: await deps.settings(), askedFor: null });
    expect(content?.text).toContain("En kollega har redan svarat för Ortopedkliniken, 2026-11-19 kl. 09.12.");
  });
});

describe("step 2 and its faults", () => {
  it("asks only about the lines that are not green or done, prefilled with last week's cause but not its comment", async () => {
    await anna.press("collect_send", {}, THURSDAY);
    expect(fieldIds(anna.card)).toEqual(
      ["cause", "nextStep", "doneBy", "support", "risks", "comment"].map((field) => `${field}:M2`),
    );
    expect(fieldOf(anna.card, "cause:M2").value).toBe("supplier");
    expect(fieldOf(anna.card, "comment:M2").value).toBeUndefined();
  });

  it("a field that was emptied is empty, also when the client leaves it out", async () => {
    await anna.press("collect_send", { "state:M1": "critical" });
    await anna.press("collect_send", { ...STEP, "nextStep:M1": "Kort", "comment:M1": "Gäller 19121212-1212" });
    const { "comment:M1": _emptied, ...left } = pressData(anna.card, "collect_send", STEP);
    await anna.sends(left);
    expect(deps.reports.at(-1)?.lines.find(({ measure }) => measure === "M1")?.comment).toBeNull();
  });

  it("saves nothing while something is missing, and keeps what was typed", async () => {
    await anna.press("collect_send", { "state:M1": "critical", "state:M2": "on_track" }, THURSDAY);
    await anna.press("collect_send", { "comment:M1": "Kort om folk." });
    expect(deps.reports).toEqual([]);
    expect(fieldOf(anna.card, "comment:M1").value).toBe("Kort om folk.");
    await anna.press("collect_back");
    expect(fieldOf(anna.card, "state:M1").value).toBe("critical");
    await anna.press("collect_send");
    await anna.press("collect_send", STEP);
    expect(reportedStates()).toEqual(["M1 critical, M2 on_track"]);
  });

  it("asks each kind of support once, and tells the number and who answers", async () => {
    await anna.press("collect_send", { "state:M1": "deviation" }, THURSDAY);
    await anna.press("collect_send", { "cause:M1": "other", "support:M1": "hr", "support:M2": "hr" });
    expect(deps.reports[0]?.support).toEqual(["hr"]);
    expect(anna.said).toContain("Stödärende S-10: HR. Förstärkningsteamet tar det vidare till HR.");
  });

  it.each([
    ["a state that is none", "operational"],
    ["a decision that is not the chef's", "cancelled"],
    ["Inte ännu of what has begun", "not_started"],
    ["emptied", ""],
  ])("refuses %s", async (_what, state) => {
    await anna.press("collect_send", { "state:M1": state }, THURSDAY);
    expect(deps.reports).toEqual([]);
    expect(readCard(anna.card)).toContain("M1 Minska övertid: välj ett läge för åtgärden.");
  });

  it("leaves a line of Ej påbörjad out while the answer is Inte ännu", async () => {
    await begin(aUnit().measure("M3", { owner: "U1", state: "not_started", start: "2026-11" }));
    await anna.press("collect_send", { "state:M2": "on_track" }, THURSDAY);
    expect(reportedStates()).toEqual(["M1 on_track, M2 on_track"]);
  });
});

describe("Inget nytt", () => {
  it("copies last week's lines, comment and all", async () => {
    await anna.press("collect_same", {}, THURSDAY);
    expect(deps.reports[0]).toMatchObject({ mode: "no_news", support: [] });
    expect(deps.reports[0]?.lines.map((line) => [line.measure, line.state, line.cause, line.comment])).toEqual([
      ["M2", "deviation", "supplier", "Avtalet dröjer."],
      ["M1", "on_track", null, null],
    ]);
  });

  it.each<[string, (plan: PlanBuilder) => PlanBuilder]>([
    ["a line is Kritisk", (p) => p.measure("M3", { owner: "U1" }).report("U1", "M3", "2026-W46", "critical")],
    ["a milestone passed this week", (p) => p.milestone("M1", "2026-11-17")],
    ["a prerequisite changed", (p) => p.prerequisite("M1", "yes", { date: "2026-11-17" })],
    ["first card after month close", (p) => p.measure("M3", { owner: "U1", decided: 5 }).forecast("M3", "2026-08", 4)],
    [
      "two weeks running were Inget nytt on a yellow line",
      (p) =>
        p
          .report("U1", "M2", "2026-W46", "deviation", { mode: "no_news", at: "2026-11-13T10:00:00+01:00" })
          .report("U1", "M2", "2026-W45", "deviation", { mode: "no_news" }),
    ],
  ])("is not offered when %s, and refused when pressed all the same", async (_what, told) => {
    await begin(told(aUnit()));
    expect(() => pressData(anna.card, "collect_same")).toThrow("No button");
    const { nonce } = pressData(anna.card, "collect_send");
    await anna.sends({ verb: "collect_same", nonce, step: 1 }, THURSDAY);
    expect(deps.reports).toEqual([]);
    expect(readCard(anna.card)).toContain("Inget nytt går inte att välja den här veckan");
  });
});

describe("the month's question", () => {
  beforeEach(() => begin(aUnit().measure("M3", { owner: "U1", decided: 5 }).forecast("M3", "2026-08", 4)));

  it("is asked once a month: Kan inte bedöma än is an answer too", async () => {
    await anna.press("collect_send", { "reach:M3": "unsure", "state:M2": "on_track" }, THURSDAY);
    expect(deps.reports[0]).toMatchObject({ forecasts: [] });
    const next = await new Chat(deps, "a@x", "2026-11-25T07:30:00+01:00").opens("U1", "2026-W48");
    expect(fieldIds(next.card)).not.toContain("reach:M3");
    // Changing the answer of that same card asks again.
    await anna.press("collect_change");
    expect(fieldOf(anna.card, "reach:M3").value).toBe("unsure");
  });

  it("records the new forecast with the report", async () => {
    const typed = { "reach:M3": "lower", "forecast:M3": "2,5", "state:M2": "on_track" };
    await anna.press("collect_send", typed, THURSDAY);
    expect(deps.reports[0]?.forecasts).toEqual([{ measure: "M3", given: "2026-11", year: 2_500_000 }]);
  });
});

describe("who may answer", () => {
  it.each([
    ["one who reads only", "reader@x", "Du står inte som ansvarig för Ortopedkliniken"],
    ["one who is not in the plan", "stranger@x", "Du finns inte med i planen"],
  ])("not %s, whatever nonce they hold", async (_who, person, sentence) => {
    const other = new Chat(deps, person, THURSDAY);
    await other.sends(pressData(anna.card, "collect_send"));
    expect(other.said).toContain(sentence);
    expect(deps.reports).toEqual([]);
  });

  it("a chef who no longer leads the unit is told so, and nothing is saved", async () => {
    const data = pressData(anna.card, "collect_send");
    const moved = aPlan().unit("U1").unit("U2").person("a@x", "line_manager", "U2").measure("M1", { owner: "U1" });
    const later = new CollectInMemory(moved.at(THURSDAY));
    const card = await deps.findCard(String(data.nonce));
    if (!card) throw new Error("no card");
    await later.openCard({ ...card, renews: null, at: instant(THURSDAY) });
    const chat = await new Chat(later, "a@x", THURSDAY).sends(data);
    expect(chat.said).toContain("Du står inte som ansvarig för U1");
    expect(later.reports).toEqual([]);
  });

  it("the deputy answers in the chef's place, also the Monday after", async () => {
    const away = aUnit().person("d@x", "reader", "REG").deputy("a@x", "d@x", "2026-11-16", "2026-11-20");
    deps = new CollectInMemory(away.at(WEDNESDAY));
    const deputy = await new Chat(deps, "d@x", WEDNESDAY).opens("U1", WEEK);
    expect(readCard(deputy.card)).toContain("Du svarar för Ortopedkliniken, i stället för Anna.");
    await deputy.press("collect_send", { "state:M2": "on_track" }, "2026-11-23T07:00:00+01:00");
    expect(deps.reports[0]).toMatchObject({ by: "d@x", insteadOf: "a@x" });
    expect(deputy.said).toContain("Lämnad i stället för Anna.");
  });

  it.each([
    ["a nonce nobody made", { verb: "collect_send", nonce: "x", step: 1 }, "Jag känner inte igen det här kortet"],
    ["no card data", { hello: 1 }, "Jag kunde inte läsa"],
    ["null", null, "Jag kunde inte läsa"],
    ["a question", { verb: "collect_question", nonce: "x", step: 1 }, "Skriv din fråga här i chatten"],
  ])("%s gets a sentence and changes nothing", async (_what, data, sentence) => {
    await anna.sends(data);
    expect(anna.said).toContain(sentence);
    expect(deps.reports).toEqual([]);
  });
});

describe("Jag är borta", () => {
  it("goes at once to the ersättare who is set for the day", async () => {
    const told = aUnit()
      .person("d@x", "reader", "REG", { name: "Doris" })
      .deputy("a@x", "d@x", "2026-11-19", "2026-11-20");
    await begin(told);
    await anna.press("collect_away", {}, THURSDAY);
    expect(deps.handedOver).toMatchObject([{ chef: "a@x", deputy: "d@x", unit: "U1", week: WEEK, period: null }]);
    expect(anna.said).toContain("är skickat till Doris");
  });

  it("asks who it is, and sets the period from today", async () => {
    await anna.press("collect_away", {}, THURSDAY);
    await anna.press("collect_deputy", { "away:deputy": "b@x", "away:from": "2026-11-20", "away:to": "2026-11-27" });
    expect(deps.handedOver).toMatchObject([{ deputy: "b@x", period: { from: "2026-11-19", to: "2026-11-27" } }]);
  });

  it.each([
    ["oneself", { "away:deputy": "a@x" }, "Det är din egen adress"],
    ["nobody", { "away:deputy": " " }, "Skriv ersättarens e-postadress."],
    ["someone unknown", { "away:deputy": "who@x" }, "finns inte bland personerna"],
    ["dates the wrong way round", { "away:deputy": "b@x", "away:from": "2026-12-01" }, "med till efter från"],
    ["no date", { "away:deputy": "b@x", "away:to": "snart" }, "Skriv från och till som datum"],
    [
      "days that have been",
      { "away:deputy": "b@x", "away:from": "2026-11-01", "away:to": "2026-11-02" },
      "har redan varit",
    ],
  ])("refuses %s", async (_what, typed, sentence) => {
    await anna.press("collect_away", {}, THURSDAY);
    await anna.press("collect_deputy", typed);
    expect(deps.handedOver).toEqual([]);
    expect(anna.said).toContain(sentence);
  });
});

describe("the same report in chat", () => {
  const line = (measure: string, more: Partial<ReportedLine> = {}): ReportedLine => ({
    measure: measure as MeasureId,
    state: "on_track",
    cause: null,
    nextStep: null,
    doneBy: null,
    support: null,
    risks: [],
    comment: null,
    ...more,
  });

  async function says(lines: readonly ReportedLine[], person = "a@x", nonce?: string) {
    const plan = await deps.plan(instant(THURSDAY));
    const viewer = viewerOf(plan.facts, person);
    if (!viewer) throw new Error("not in the plan");
    const action = { do: "report", unit: "U1" as OrgId, week: WEEK as Week, lines } as const;
    return saveChatReport(deps, viewer, action, instant(THURSDAY), nonce);
  }

  it("saves the lines named, the others as last week", async () => {
    const said = await says([line("M1", { state: "done" })]);
    expect(said).toMatchObject({ outcome: "saved", content: { text: expect.stringContaining("1 gul, 1 genomförd") } });
    expect(deps.reports[0]).toMatchObject({ mode: "chat" });
    expect(deps.reports[0]?.lines.map((each) => [each.measure, each.state, each.cause])).toEqual([
      ["M2", "deviation", "supplier"],
      ["M1", "done", null],
    ]);
  });

  it("a double Ja records once", async () => {
    await says([line("M1")], "a@x", "ja-1");
    const again = await says([line("M1")], "a@x", "ja-1");
    expect(deps.reports).toHaveLength(1);
    expect(again.outcome).toBe("saved");
  });

  it("asks on the card for what is missing, with what was said filled in", async () => {
    const said = await says([line("M1", { state: "critical", cause: "vacancy", comment: "Svårt att hitta folk." })]);
    if (said.outcome !== "needs") throw new Error(said.outcome);
    expect(deps.reports).toEqual([]);
    expect(fieldOf(said.content.card, "comment:M1").value).toBe("Svårt att hitta folk.");
    expect(readCard(said.content.card)).toContain("beskriv kort nästa steg");
    anna.card = said.content.card;
    await anna.press("collect_send", { ...STEP, "cause:M2": "supplier" }, THURSDAY);
    expect(deps.reports[0]?.lines.map((each) => each.state)).toEqual(["deviation", "critical"]);
  });

  it("after an answer it is a new version, also through the card", async () => {
    await says([line("M1"), line("M2")]);
    const said = await says([line("M1", { state: "paused" })]);
    if (said.outcome !== "needs") throw new Error(said.outcome);
    anna.card = said.content.card;
    await anna.press("collect_send", STEP, THURSDAY);
    expect(deps.reports.map((report) => report.replaces)).toEqual(["latest", "latest"]);
    expect(reportedStates()[1]).toBe("M1 paused, M2 on_track");
  });

  it.each([
    ["for a unit one may not report for", "reader@x", "M1", "Du står inte som ansvarig"],
    ["of a measure that is none of the unit's", "a@x", "M9", "M9 är ingen av raderna"],
  ])("is refused %s", async (_what, person, measure, sentence) => {
    expect(await says([line(measure)], person)).toEqual({
      outcome: "refused",
      text: expect.stringContaining(sentence),
    });
    expect(deps.reports).toEqual([]);
  });
});

describe("at the moment of sending", () => {
  const message = async () => {
    const plan = await deps.plan(instant(WEDNESDAY));
    const [first] = decideCardFor(plan, "U1" as OrgId, WEEK as Week, plan.now);
    if (!first) throw new Error("no card");
    return first;
  };

  it("a card is made once, however often it is composed", async () => {
    const one = await composeCard(deps, await message(), instant(WEDNESDAY));
    const two = await composeCard(deps, await message(), instant(WEDNESDAY));
    expect(one).toEqual(two);
  });

  it("it is not sent any longer when the unit has answered", async () => {
    const decided = await message();
    await anna.press("collect_same", {}, WEDNESDAY);
    expect(await composeCard(deps, decided, instant(THURSDAY))).toEqual({ skip: "Enheten har redan svarat." });
  });

  it("the planägare is told of a unit with nobody to ask", async () => {
    const plan = aPlan()
      .unit("U1", "SJH", { name: "Hud" })
      .measure("M1", { owner: "U1" })
      .person("p@x", "plan_owner", "REG");
    const lonely = new CollectInMemory(plan.at(WEDNESDAY), defaultRhythm("Europe/Stockholm"));
    const now = instant(WEDNESDAY);
    const [notice] = decideCardFor(await lonely.plan(now), "U1" as OrgId, WEEK as Week, now);
    if (!notice) throw new Error("no notice");
    expect(await composeCard(lonely, notice, now)).toMatchObject({
      nonce: null,
      content: { text: expect.stringContaining("Hud har pågående åtgärder men varken linjechef"), card: null },
    });
  });
});
