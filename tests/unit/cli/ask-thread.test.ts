import { describe, expect, it } from "vitest";
import type { Understand } from "../../../src/app/understanding.ts";
import { noAnswer } from "../../../src/cli/answer-json.ts";
import { startThread } from "../../../src/cli/ask-thread.ts";
import type { Lang } from "../../../src/plan/plan.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { aPlan } from "../../helpers/a-plan.ts";

const plan = aPlan().person("anna@x", "plan_owner", "REG").at("2026-11-23T09:00:00+01:00");

/** Confirms what begins with "do", answers the rest; `leaned` tells what each turn could lean on. */
function threadIn(lang: Lang, as = "anna@x") {
  const leaned: (number | null)[] = [];
  const viewers: unknown[] = [];
  const understand: Understand = async ({ text, viewer, context, plan: { now } }) => {
    leaned.push(context && (context.at as number));
    viewers.push(viewer?.email ?? null);
    const answer = noAnswer("answer", lang, text);
    const kept = { query: null, listed: { measures: [], orgs: [] }, pending: null, lang, at: now };
    const kind = text.startsWith("do") ? "confirm" : "answer";
    return { answer: { ...answer, kind, followUps: [] }, context: kept, unknownWords: [], sure: true };
  };
  const thread = startThread(understand, plan, defaultRhythm("Europe/Stockholm"), { as, channel: false });
  return { thread, leaned, viewers };
}

describe("the turns of a conversation on the command line", () => {
  it.each<[Lang, string, RegExp]>([
    ["sv", "Nej", /^Okej, .*ingenting/],
    ["en", "No", /^All right, nothing was done\.$/],
    // Nobody acts as somebody else by way of a file of questions.
    ["sv", "Ja", /^Ingenting gjordes: på kommandoraden/],
    ["en", "Yes", /^Nothing was done: the command line/],
  ])("in %s, %s after a confirm does nothing and says so", async (lang, word, said) => {
    const { thread } = threadIn(lang);
    expect((await thread("do it")).kind).toBe("confirm");
    expect(await thread(word)).toMatchObject({ kind: "answer", lang, text: expect.stringMatching(said), query: null });
  });

  it("takes Nej for a question when nothing is open, and once only", async () => {
    const { thread } = threadIn("sv");
    expect((await thread("nej")).text).toBe("nej");
    await thread("do it");
    await thread("nej");
    expect((await thread("nej")).text).toBe("nej");
  });

  it("leaves the question open past another one", async () => {
    const { thread } = threadIn("sv");
    await thread("do it");
    expect((await thread("hur går det?")).text).toBe("hur går det?");
    expect((await thread("nej")).text).toMatch(/^Okej, .*ingenting/);
  });

  it("hands the thread on from turn to turn, and who asks", async () => {
    const { thread, leaned, viewers } = threadIn("sv", "ANNA@x");
    await thread("hur går det?");
    await thread("och ögon?");
    expect(leaned).toEqual([null, plan.now]);
    expect(viewers).toEqual(["anna@x", "anna@x"]);
  });

  it("lets whoever is not in the plan be refused by the answer itself", async () => {
    const { thread, viewers } = threadIn("sv", "nobody@x");
    await thread("hur går det?");
    expect(viewers).toEqual([null]);
  });
});
