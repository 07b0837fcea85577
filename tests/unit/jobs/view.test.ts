import { describe, expect, it } from "vitest";
import type { OutboxRow } from "../../../src/jobs/deps.ts";
import { reachChannel, reachPerson } from "../../../src/jobs/reach.ts";
import { deliveryView } from "../../../src/jobs/view.ts";
import { readSettleWish, readViewWish, weekNamed } from "../../../src/jobs/view-wish.ts";
import { advice, skipped, wordsFor } from "../../../src/jobs/words.ts";
import { type Instant, parseInstant } from "../../../src/lib/time.ts";
import type { Week } from "../../../src/plan/week.ts";
import { aPlan } from "../../helpers/a-plan.ts";
import { aMessage } from "./fake-jobs.ts";

const now = parseInstant("2026-11-18T07:31:00+01:00") as Instant;
const { facts } = aPlan()
  .unit("U1", "SJH", { name: "Akuten" })
  .unit("U2", "SJH", { name: "BUP" })
  .unit("U3", "SJH", { name: "Lab" })
  .person("anna@x", "line_manager", "U1", { name: "Anna" })
  .person("bo@x", "line_manager", "U2", { name: "Bo" })
  .person("cecilia@x", "line_manager", "U3", { name: "Cecilia" })
  .at();

let ids = 0;
function row(person: string, unit: string, changes: Partial<OutboxRow>): OutboxRow {
  return {
    ...aMessage(person, unit, now),
    id: ++ids,
    state: "sent",
    attempts: 1,
    code: null,
    reason: null,
    changed: now,
    ...changes,
  };
}
describe("what the planägare says", () => {
  it.each([
    ["vem har fått kortet?", "got"],
    ["Vilka har inte fått kortet v. 46?", "unreached"],
    ["vem kunde inte nås", "unreached"],
    ["vilka har pausat sina påminnelser?", "paused"],
    ["who has paused the reminders", "paused"],
    ["vilka åtgärder är pausade?", null],
    ["hur går det?", null],
  ])("%s", (sentence, wish) => {
    expect(readViewWish(sentence)).toBe(wish);
  });

  it.each([
    ["skicka om de osäkra", "queued"],
    ["Skicka de osäkra igen", "queued"],
    ["de osäkra kom fram", "sent"],
    ["resend the uncertain", "queued"],
    ["the uncertain arrived", "sent"],
    ["skicka de osäkra åtgärderna igen", null],
    ["hur osäkra är siffrorna?", null],
  ])("%s", (sentence, wish) => {
    expect(readSettleWish(sentence)).toBe(wish);
  });

  it.each([
    ["vem har fått kortet v. 46?", "2026-W46"],
    ["vem fick kortet vecka 2", "2026-W02"],
    ["who got the card week 50", "2025-W50"],
    ["vem har fått kortet?", "2026-W47"],
  ])("%s is about %s", (sentence, week) => {
    expect(weekNamed(sentence, "2026-W47" as Week)).toBe(week);
  });
});

it("reads what is stored in Swedish in the reader's language", () => {
  for (const reason of [advice.blocked, advice.gone, advice.tooLate, advice.rejected(401), skipped.answered]) {
    expect(wordsFor("en").stored(reason)).not.toBe(reason);
    expect(wordsFor("sv").stored(reason)).toBe(reason);
  }
});

const view = (what: "got" | "unreached", ...rows: OutboxRow[]) =>
  deliveryView({ rows, facts, lang: "sv", week: "v. 47", what });

describe("vem har fått kortet?", () => {
  it("names those who have it and counts persons once", () => {
    const { text, sent } = view("got", row("anna@x", "U1", {}), row("bo@x", "U2", {}), row("bo@x", "U3", {}));
    expect(sent).toHaveLength(3);
    expect(text).toBe("2 personer har fått kortet för v. 47.\n- Anna (Akuten)\n- Bo (BUP)\n- Bo (Lab)");
  });

  it("says who could not be reached, why, and what to do", () => {
    const { text } = view(
      "got",
      row("anna@x", "U1", { state: "failed", code: "not_installed" }),
      row("bo@x", "U2", { state: "failed", code: "MessageWritesBlocked", reason: "Be Bo skriva hej." }),
      row("cecilia@x", "U3", { state: "ambiguous", code: "timeout" }),
    );
    expect(text).toContain("Inga kort är skickade för v. 47 ännu.");
    expect(text).toContain("Inte installerad (1):\n- Anna (Akuten)\nAppen är inte installerad.");
    expect(text).toContain("1 kunde inte nås:\n- Bo (BUP): Be Bo skriva hej.");
    expect(text).toContain("Osäkert om det kom fram (1):\n- Cecilia (Lab)");
  });

  it("a row that was sent again stands for the failed one", () => {
    const { failed, notInstalled, sent } = view(
      "got",
      row("anna@x", "U1", { state: "failed", code: "not_installed" }),
      row("anna@x", "U1", { state: "sent" }),
    );
    expect([failed, notInstalled, sent].map((lines) => lines.length)).toEqual([0, 0, 1]);
  });
});

describe("vem kunde inte nås?", () => {
  it("looks at every message of the week, and says so when all went well", () => {
    expect(view("unreached", row("anna@x", "U1", {})).text).toBe("Alla har kunnat nås.");
    const reminder = row("anna@x", "U1", { kind: "reminder1", state: "failed", code: "silent" });
    expect(view("unreached", reminder).text).toMatch(/^1 kunde inte nås:\n- Anna \(Akuten\): .*skriva ”hej”/);
  });

  it("lists the channel that is not bound", () => {
    const digest = row("anna@x", "U1", {
      kind: "digest",
      to: { channel: "management" },
      unit: null,
      state: "failed",
      code: "not_bound",
    });
    expect(view("unreached", digest).text).toContain("- Ledningsgruppens kanal: Ingen kanal är vald.");
  });
});

describe("who can be reached", () => {
  const met = {
    tenant: "t",
    aadObjectId: "a",
    conversation: "c",
    serviceUrl: "https://s",
    installed: true,
    inRoster: false,
    unreachable: null,
  };

  it.each([
    [
      "installed, with a chat",
      met,
      { ok: true, conversation: "c", target: { to: "conversation", conversationId: "c" } },
    ],
    [
      "in the roster only",
      { ...met, installed: false, inRoster: true, conversation: null, serviceUrl: null },
      { ok: true, conversation: null, target: { to: "person", serviceUrl: "https://d", aadId: "a" } },
    ],
    ["neither", { ...met, installed: false }, { ok: false, code: "not_installed" }],
    ["never met", null, { ok: false, code: "not_installed" }],
    [
      "blocked the bot and not heard from",
      { ...met, unreachable: "MessageWritesBlocked" },
      { ok: false, code: "silent" },
    ],
  ])("%s", (_what, person, expected) => {
    expect(reachPerson(person, "https://d")).toMatchObject(expected);
  });

  it("the bound channel, as a new thread", () => {
    expect(reachChannel(null)).toEqual({ ok: false, code: "not_bound" });
    expect(reachChannel({ tenant: "t", channel: "19:x", serviceUrl: "https://s" })).toMatchObject({
      ok: true,
      conversation: "19:x",
      target: { to: "channel", channelId: "19:x" },
    });
  });
});

it.each([
  ["vem har fått kortet?", "got"],
  ["vem kunde inte nås?", "unreached"],
  ["vilka är inte installerade?", "unreached"],
  ["vilka har inte installerat appen?", "unreached"],
  ["vem saknar appen?", "unreached"],
  ["who has not installed the app?", "unreached"],
  ["hur går det?", null],
  ["vilka enheter saknas?", null],
])("%s: %s", (sentence, what) => {
  expect(readViewWish(sentence)).toBe(what);
});
