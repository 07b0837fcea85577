// What holds for the form whatever the plan: its size, and that Teams' own parser finds nothing wrong with it.
import * as AdaptiveCards from "adaptivecards-3";
import { describe, expect, it } from "vitest";
import { aPlan } from "../../helpers/a-plan.ts";
import { Chat, CollectInMemory } from "./collect-in-memory.ts";
import { fieldIds, nodesOf, pressData } from "./read-card.ts";

const WEDNESDAY = "2026-11-18T07:30:00+01:00";

/** As large as it gets: every line critical, with a month's question, and every text as long as it may be. */
async function bigUnit(lines: number): Promise<Chat> {
  const plan = aPlan()
    .unit("U1", "SJH", { name: "Å".repeat(400) })
    .person("a@x", "line_manager", "U1");
  for (let n = 1; n <= lines; n++) {
    plan.measure(`M${n}`, { owner: "U1", title: "*å* ".repeat(300), decided: 12, state: "critical" });
    plan.milestone(`M${n}`, "2026-11-20", null, "Milstolpe ".repeat(60)).forecast(`M${n}`, "2026-08", 4);
  }
  return new Chat(new CollectInMemory(plan.at(WEDNESDAY)), "a@x", WEDNESDAY).opens("U1", "2026-W47");
}

describe("the form of a unit with 60 lines", () => {
  it("stays under 60 KB (counted in UTF-16) in both steps, with faults and full texts", async () => {
    const chat = await bigUnit(60);
    expect(bytesOf(chat)).toBeLessThan(60 * 1024);
    await chat.press("collect_send");
    expect(bytesOf(chat)).toBeLessThan(60 * 1024);
    for (let page = 0; page < 12; page++) {
      const yes = fieldIds(chat.card).filter((id) => id.startsWith("reach:"));
      await chat.press("collect_more", Object.fromEntries(yes.map((id) => [id, "yes"])));
    }
    await chat.press("collect_send");
    const texts = fieldIds(chat.card).filter((id) => /^(nextStep|comment):/.test(id));
    expect(texts).toHaveLength(10);
    await chat.press("collect_send", Object.fromEntries(texts.map((id) => [id, '"å\n'.repeat(660)])));
    expect(bytesOf(chat)).toBeLessThan(60 * 1024);
  });

  it("asks on for five at a time until all are answered", async () => {
    const chat = await bigUnit(12);
    for (let page = 0; page < 3; page++) await chat.press("collect_more", answers(chat, { reach: "yes" }));
    await chat.press("collect_send");
    for (let page = 0; page < 3; page++) {
      expect(chat.deps.reports).toHaveLength(0);
      await chat.press(
        "collect_send",
        answers(chat, { cause: "other", nextStep: "Vi tar det snart.", doneBy: "2026-12-01" }),
      );
    }
    expect(chat.deps.reports[0]?.lines).toHaveLength(12);
  });
});

describe("every view of the card", () => {
  it("is understood by Teams' own parser, every field and button of it", async () => {
    const chat = await bigUnit(6);
    const seen = [chat.card];
    await chat.press("collect_away");
    seen.push(chat.card);
    await chat.press("collect_back");
    for (let page = 0; page < 2; page++) await chat.press("collect_more", answers(chat, { reach: "yes" }));
    await chat.press("collect_send");
    seen.push(chat.card);
    for (let page = 0; page < 2; page++) {
      await chat.press(
        "collect_send",
        answers(chat, { cause: "other", nextStep: "Vi tar det snart.", doneBy: "2026-12-01" }),
      );
    }
    seen.push(chat.card);
    for (const card of seen) expect(parserFaults(card)).toEqual([]);
  });

  it("has no more than six buttons, and one that is the main one", async () => {
    const chat = await bigUnit(1);
    const { actions } = chat.card as { actions: { style: string }[] };
    expect(actions.length).toBeLessThanOrEqual(6);
    expect(actions.filter((action) => action.style === "positive")).toHaveLength(1);
    expect(Object.keys(pressData(chat.card, "collect_away"))).toEqual(["verb", "nonce", "step"]);
  });
});

function answers(chat: Chat, byField: Readonly<Record<string, string>>): Record<string, string> {
  const ids = fieldIds(chat.card).flatMap((id) => {
    const value = byField[id.split(":")[0] ?? ""];
    return value === undefined ? [] : [[id, value]];
  });
  return Object.fromEntries(ids);
}

function bytesOf(chat: Chat): number {
  return JSON.stringify(chat.card).length * 2;
}

/** The parser's complaints, and inputs or actions that it dropped. */
function parserFaults(card: object | null): string[] {
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  const parsed = new AdaptiveCards.AdaptiveCard();
  parsed.parse(card, context);
  const faults: string[] = [];
  for (let n = 0; n < context.eventCount; n++) faults.push(context.getEventAt(n).message);
  // The parser holds `lang` against a /g pattern that remembers where it was: every second card's is "invalid".
  const real = faults.filter((fault) => !fault.includes('property "lang"'));
  const dropped =
    nodesOf(card).filter((node) => String(node.type).startsWith("Input.")).length - parsed.getAllInputs().length;
  return dropped === 0 ? real : [...real, `${dropped} inputs dropped`];
}
