// What holds for every question, whoever asks and whatever is written.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answer, AskContext, ask, askAll, executeQuery } from "../../../src/ask/ask.ts";
import type { Instant } from "../../../src/lib/time.ts";
import { numberText } from "../../../src/plan/format.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import { isUndecided, maySeeMeasure } from "../../../src/plan/restrict.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { mayReadText, viewerOf } from "../../../src/plan/rights.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const rhythm = defaultRhythm("Europe/Stockholm");
const plan = samplePlan();
const domain = "@region-exempel.example";
const EVAL = join(import.meta.dirname, "../../eval");
const turnsOf = (file: string) =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { turns: string[] })
    .map((line) => line.turns);
const questions = turnsOf(join(EVAL, "own.jsonl"));

function answersFor(email: string, channel = false, at: Plan = plan): { text: string; answer: Answer }[] {
  const viewer = viewerOf(at.facts, `${email}${domain}`, channel);
  return questions.flatMap((turns) =>
    askAll(turns, { plan: at, rhythm, viewer }).map((answer, i) => ({ text: turns[i] ?? "", answer })),
  );
}

describe("any text", () => {
  const viewer = viewerOf(plan.facts, `planagare${domain}`);
  it("is answered without an exception and in bounded time", () => {
    const started = performance.now();
    let count = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 400 }),
          fc.string({ unit: "grapheme", maxLength: 3000 }),
          fc
            .array(fc.constantFrom(...questions.flat().flatMap((text) => text.split(" "))), { maxLength: 30 })
            .map((words) => words.join(" ")),
        ),
        (text) => {
          count++;
          const { answer, context } = ask({ text, viewer, plan, context: null, rhythm });
          expect(answer.text.trim()).not.toBe("");
          expect(AskContext.safeParse(JSON.parse(JSON.stringify(context))).success).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
    expect((performance.now() - started) / count).toBeLessThan(100);
  });

  it.each([
    "a".repeat(100_000),
    "vv ".repeat(50_000),
    `${"(".repeat(20_000)}`,
    "1.".repeat(30_000),
    "Å-".repeat(10_000),
    "och ".repeat(30_000),
  ])("a very long one too", (text) => {
    const started = performance.now();
    ask({ text, viewer, plan, context: null, rhythm });
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe("figures", () => {
  it("every fact stands in the text", () => {
    for (const { text, answer } of answersFor("planagare")) {
      const shown = answer.text.replace(/\s/g, " ");
      for (const fact of answer.facts) {
        const forms = [0, 1, 2]
          .flatMap((digits) => [numberText(Math.abs(fact.value), answer.lang, digits)])
          .map((form) => form.replace(/\s/g, " "));
        expect(
          forms.some((form) => shown.includes(form)) || (fact.value === 0 && /inga|no measures/.test(shown)),
          `${text}: ${fact.name} ${fact.value} in "${shown.slice(0, 200)}"`,
        ).toBe(true);
      }
    }
  });

  it("asking again gives the same answer", () => {
    const once = answersFor("controller").map(({ answer }) => answer.text);
    expect(answersFor("controller").map(({ answer }) => answer.text)).toEqual(once);
  });

  it("the query alone gives the same answer", () => {
    const viewer = viewerOf(plan.facts, `planagare${domain}`);
    for (const { answer } of answersFor("planagare")) {
      if (answer.kind !== "answer" || !answer.query || answer.lang !== "sv" || answer.text.startsWith("Så här"))
        continue;
      expect(executeQuery(answer.query, { viewer, plan, context: null, rhythm, lang: "sv" }).answer.text).toBe(
        answer.text,
      );
    }
  });
});

describe.each([
  "chef.ortopeden",
  "chef.akuten",
  "forvaltningschef.nsv",
  "ledning.vard",
  "lasare.facklig",
  "lasare.namnd",
  "stod.schema",
])("%s", (who) => {
  const viewer = viewerOf(plan.facts, `${who}${domain}`);
  if (!viewer) throw new Error(who);
  const texts = answersFor(who).map(({ answer }) => JSON.stringify({ ...answer, query: null }));

  it("never reads a comment or next step that is not theirs to read", () => {
    const secret = new Set(
      plan.book.lines
        .filter((line) => !mayReadText(plan.facts, viewer, line.unit))
        .flatMap((line) => [line.comment, line.nextStep])
        .filter((text) => text !== null),
    );
    const open = new Set(
      plan.book.lines
        .filter((line) => mayReadText(plan.facts, viewer, line.unit))
        .flatMap((line) => [line.comment, line.nextStep]),
    );
    for (const comment of secret)
      if (!open.has(comment)) expect(texts.find((text) => text.includes(comment))).toBeUndefined();
  });

  it("never sees an undecided measure that is not theirs to see", () => {
    const hidden = plan.facts.measures.filter(
      (measure) => isUndecided(plan, measure) && !maySeeMeasure(plan, viewer, measure),
    );
    for (const measure of hidden) expect(texts.find((text) => text.includes(measure.title))).toBeUndefined();
  });
});

describe("in a channel", () => {
  const texts = answersFor("planagare", true).map(({ answer }) => answer);
  it("no person's name is told", () => {
    for (const person of plan.facts.persons) for (const answer of texts) expect(answer.text).not.toContain(person.name);
  });
  it("no unit is named as missing", () => {
    const missing = texts.filter((answer) => answer.query?.intent === "coverage" && answer.query.missing);
    expect(missing.length).toBeGreaterThan(0);
    for (const answer of missing)
      for (const name of ["Sjöstaden", "BUP", "Habiliteringen"]) expect(answer.text).not.toContain(name);
  });
});

describe("a thread", () => {
  const viewer = viewerOf(plan.facts, `controller${domain}`);
  const first = ask({ text: "Hur går det för Psykiatrin?", viewer, plan, context: null, rhythm });
  const follow = (minutes: number) =>
    ask({
      text: "Och Närsjukvården?",
      viewer,
      plan: { ...plan, now: (plan.now + minutes * 60_000) as Instant },
      context: first.context,
      rhythm,
    }).answer;

  it("is kept for half an hour and then forgotten", () => {
    const figure = ask({ text: "Hur mycket är beslutat i Psykiatrin?", viewer, plan, context: null, rhythm });
    const later = (minutes: number) =>
      ask({
        text: "Och Närsjukvården?",
        viewer,
        plan: { ...plan, now: (plan.now + minutes * 60_000) as Instant },
        context: figure.context,
        rhythm,
      }).answer.query?.intent;
    expect(later(29)).toBe("figure");
    expect(later(31)).toBe("status");
  });

  it("changes only what is said", () => expect(follow(1).query).toMatchObject({ intent: "status", orgs: ["NSV"] }));

  it("every button that is offered is understood in the thread", () => {
    for (const turns of questions) {
      let context: AskContext | null = null;
      for (const text of turns) {
        const asked = ask({ text, viewer, plan, context, rhythm });
        context = asked.context;
        for (const next of asked.answer.followUps) {
          const { answer } = ask({ text: next, viewer, plan, context, rhythm });
          expect(answer.kind, `${text} → ${next}`).not.toBe("unknown");
        }
      }
    }
  });
});
