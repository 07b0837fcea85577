import { describe, expect, it } from "vitest";
import { noAnswer } from "../../../src/cli/answer-json.ts";
import { startThread } from "../../../src/cli/ask-thread.ts";
import type { Lang } from "../../../src/plan/plan.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { aPlan } from "../../helpers/a-plan.ts";

const plan = aPlan().person("anna@x", "plan_owner", "REG").at("2026-11-23T09:00:00+01:00");
type Understand = NonNullable<Parameters<typeof startThread>[3]>;

/** Confirms what begins with "do", answers the rest; `leaned` tells what each turn could lean on. */
function threadIn(lang: Lang, as = "anna@x") {
  const leaned: (number | null)[] = [];
  const viewers: unknown[] = [];
  const understand: Understand = ({ text, viewer, context, plan: { now } }) => {
    leaned.push(context && (context.at as number));
    viewers.push(viewer?.email ?? null);
    const answer = noAnswer("answer", lang, text);
    const kept = { query: null, listed: { measures: [], orgs: [] }, pending: null, lang, at: now };
    return { answer: { ...answer, kind: text.startsWith("do") ? "confirm" : "answer", followUps: [] }, context: kept };
  };
  const thread = startThread(plan, defaultRhythm("Europe/Stockholm"), { as, channel: false }, understand);
  return { thread, leaned, viewers };
}

describe("the turns of a conversation on the command line", () => {
  it.each<[Lang, string, RegExp]>([
    ["sv", "Nej", /^Okej, .*ingenting/],
    ["en", "No", /^All right, nothing was done\.$/],
    // Nobody acts as somebody else by way of a file of questions.
    ["sv", "Ja", /^Ingenting gjordes: på kommandoraden/],
    ["en", "Yes", /^Nothing was done: the command line/],
  ])("in %s, %s after a confirm does nothing and says so", (lang, word, said) => {
    const { thread } = threadIn(lang);
    expect(thread("do it").kind).toBe("confirm");
    expect(thread(word)).toMatchObject({ kind: "answer", lang, text: expect.stringMatching(said), query: null });
  });

  it("takes Nej for a question when nothing is open, and once only", () => {
    const { thread } = threadIn("sv");
    expect(thread("nej").text).toBe("nej");
    thread("do it");
    thread("nej");
    expect(thread("nej").text).toBe("nej");
  });

  it("leaves the question open past another one", () => {
    const { thread } = threadIn("sv");
    thread("do it");
    expect(thread("hur går det?").text).toBe("hur går det?");
    expect(thread("nej").text).toMatch(/^Okej, .*ingenting/);
  });

  it("hands the thread on from turn to turn, and who asks", () => {
    const { thread, leaned, viewers } = threadIn("sv", "ANNA@x");
    thread("hur går det?");
    thread("och ögon?");
    expect(leaned).toEqual([null, plan.now]);
    expect(viewers).toEqual(["anna@x", "anna@x"]);
  });

  it("lets whoever is not in the plan be refused by the answer itself", () => {
    const { thread, viewers } = threadIn("sv", "nobody@x");
    thread("hur går det?");
    expect(viewers).toEqual([null]);
  });
});
