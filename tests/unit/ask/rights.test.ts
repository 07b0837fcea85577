// Whoever asks, in whichever plan, whatever is asked: no answer and no card tells what the table of the spec withholds.
// The table is written here once more, apart from the code's own.
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerCard, askAll } from "../../../src/ask/ask.ts";
import { type Instant, parseInstant } from "../../../src/lib/time.ts";
import { coverageOf } from "../../../src/plan/coverage.ts";
import { participationsOf } from "../../../src/plan/facts.ts";
import { isUnder } from "../../../src/plan/organisation.ts";
import { rolesOf } from "../../../src/plan/people.ts";
import type { Measure, OrgId, Plan, Role } from "../../../src/plan/plan.ts";
import { isUndecided } from "../../../src/plan/restrict.ts";
import { defaultRhythm, weekBeingReported } from "../../../src/plan/rhythm.ts";
import { type Viewer, viewerOf } from "../../../src/plan/rights.ts";
import { loadPlan } from "../../eval/load-plan.ts";
import { SAMPLE_FOLDER } from "../../helpers/sample-plan.ts";

const rhythm = defaultRhythm("Europe/Stockholm");
const EXAM = join(import.meta.dirname, "../../eval/exam");
const PLANS = [
  [SAMPLE_FOLDER, "2026-11-23T09:00:00+01:00"],
  [join(EXAM, "plan-two"), "2027-03-15T09:00:00+01:00"],
  [join(EXAM, "plan-three"), "2027-04-19T09:00:00+02:00"],
] as const;

const CHEFS: readonly Role[] = ["line_manager", "area_manager", "administration_manager"];
const OFFICE: readonly Role[] = ["plan_owner", "controller"];

const QUESTIONS = [
  "Hur går det med {measure}?",
  "Hur stor är potentialen för {measure}?",
  "Varför är {measure} röd, och vem äger den?",
  "Vem äger {measure}?",
  "Vad beror {measure} på?",
  "Vad hänger på {measure}?",
  "Vilka beslut har tagits om {measure}?",
  "Vad är nästa steg för {measure}?",
  "Vad skriver {unit} om {measure}?",
  "Vad har ändrats för {measure} sedan v. 10?",
  "Hur går det för {unit}?",
  "Vilka åtgärder har {unit}?",
  "Vilka åtgärder äger {unit} och hur mycket är de värda?",
  "Hur stor är potentialen i {unit}?",
  "Vem är chef för {unit}?",
  "Vem rapporterade för {unit}?",
  "Har {unit} rapporterat?",
  "Vilka kommentarer har {unit} skrivit?",
  "Vilka stödärenden har {unit}?",
  "Vilka åtgärder är inte beslutade?",
  "Vilka fem åtgärder är störst men inte beslutade?",
  "Vilka har inte rapporterat?",
  "Vilka enheter har missat att rapportera?",
  "Vilka har svarat i tid?",
  "Vilka kom in för sent?",
  "Vilka enheter har missat två veckor i rad?",
  "Vilka åtgärder är gröna?",
  "Vilka beslut ska fattas?",
  "Vilka milstolpar kommer?",
  "Vad är på gång?",
  "Vilka åtgärder saknar konsekvensbedömning?",
  "Vilka uppdrag finns?",
  "Visa alla åtgärder",
];

/** A shorter comment ("inget nytt") may stand anywhere. */
const LEAST_TELLING = 12;

interface Told {
  readonly plan: Plan;
  readonly viewer: Viewer;
  /** What is told to the person: the answer's text, and all that the card shows. */
  readonly told: string;
  readonly about: readonly string[];
}

describe.each(PLANS)("in %s", (folder, now) => {
  const plan = loadPlan(folder)(parseInstant(now) as Instant);
  const { facts } = plan;
  const question = fc.record({
    email: fc.constantFrom(...new Set(facts.persons.map((person) => person.email))),
    channel: fc.boolean(),
    words: fc.constantFrom(...QUESTIONS),
    measure: fc.constantFrom(...facts.measures.map(({ id }) => id)),
    unit: fc.constantFrom(...facts.orgs.filter(({ level }) => level === "unit").map(({ name }) => name)),
  });

  it("nothing withheld is told", () => {
    fc.assert(
      fc.property(question, ({ email, channel, words, measure, unit }) => {
        const viewer = viewerOf(facts, email, channel) as Viewer;
        const told = ask(plan, viewer, words.replace("{measure}", measure).replace("{unit}", unit));
        expect(measuresTold(told)).toEqual([]);
        expect(commentsTold(told)).toEqual([]);
        expect(namesTold(told)).toEqual([]);
        expect(missingTold(told)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});

function ask(plan: Plan, viewer: Viewer, text: string): Told {
  const [answer] = askAll([text], { plan, rhythm, viewer });
  if (!answer) throw new Error("no answer");
  const told = [answer.text, JSON.stringify(answerCard(answer) ?? {})].join("\n");
  return { plan, viewer, told, about: [...answer.measures, ...answer.facts.map(({ subject }) => subject)] };
}

function measuresTold({ plan, viewer, told, about }: Told): readonly string[] {
  const hidden = plan.facts.measures.filter((measure) => isUndecided(plan, measure) && !maySee(plan, viewer, measure));
  return hidden.filter(({ id, title }) => told.includes(title) || about.includes(id)).map(({ id }) => id);
}

function commentsTold({ plan, viewer, told }: Told): readonly string[] {
  const mayRead = (unit: OrgId) => within(plan, viewer, [...CHEFS, ...OFFICE], unit);
  const textsOf = ({ comment, nextStep }: (typeof plan.book.lines)[number]) => [comment ?? "", nextStep ?? ""];
  const readable = new Set(plan.book.lines.filter(({ unit }) => mayRead(unit)).flatMap(textsOf));
  const withheld = plan.book.lines.filter(({ unit }) => !mayRead(unit)).flatMap(textsOf);
  return withheld.filter((text) => text.length > LEAST_TELLING && !readable.has(text) && told.includes(text));
}

function namesTold({ plan, viewer, told }: Told): readonly string[] {
  return plan.facts.persons
    .filter(({ email, name }) => told.includes(name) && !mayName(plan, viewer, email))
    .map(({ name }) => name);
}

function missingTold({ plan, viewer, told }: Told): readonly string[] {
  const week = weekBeingReported(plan.now, rhythm);
  return coverageOf(plan, week)
    .missing.filter((unit) => !within(plan, viewer, [...CHEFS, ...OFFICE], unit))
    .map((unit) => plan.facts.orgs.find(({ id }) => id === unit)?.name ?? "")
    .filter((name) => new RegExp(`${name} har inte rapporterat|Saknas:[^\\n]*${name}`).test(told));
}

// A linjechef reaches one unit, the others what lies below; nobody more in a channel than the ledningsgrupp.
function within(plan: Plan, viewer: Viewer, roles: readonly Role[], unit: OrgId): boolean {
  if (viewer.channel) return false;
  return viewer.roles.some(
    ({ role, org }) =>
      roles.includes(role) && (role === "line_manager" ? org === unit : isUnder(plan.facts, unit, org)),
  );
}

function maySee(plan: Plan, viewer: Viewer, measure: Measure): boolean {
  const units = [measure.owner, ...participationsOf(plan.facts, measure.id).map(({ unit }) => unit)];
  const alone = { ...viewer, channel: false };
  return units.some((unit) => within(plan, alone, [...CHEFS, ...OFFICE, "management"], unit));
}

function mayName(plan: Plan, viewer: Viewer, email: Viewer["email"]): boolean {
  if (viewer.channel) return false;
  if (email === viewer.email) return true;
  return rolesOf(plan.facts, email).some(
    ({ role, org }) =>
      within(plan, viewer, OFFICE, org) ||
      (CHEFS.includes(role) && within(plan, viewer, ["area_manager", "administration_manager"], org)),
  );
}
