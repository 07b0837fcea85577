// Pure. Verifying effect asked for in words: whose, and of which months.
import { measureOf } from "../plan/facts.ts";
import { spanText } from "../plan/format.ts";
import { type MonthSpan, yearToDate } from "../plan/moment.ts";
import type { MeasureId } from "../plan/plan.ts";
import { mayVerify } from "../plan/rights.ts";
import { confirm, MOST_CHOICES, nameOfMeasure, type Outcome } from "./act-outcome.ts";
import type { Choice } from "./answer.ts";
import type { Heard } from "./grammar/heard.ts";
import { type Preference, settleSubjects } from "./grammar/subjects.ts";
import { wordsAt } from "./grammar/understanding.ts";
import type { World } from "./run/world.ts";
import * as words from "./words/action-words.ts";

/** One measure at a time; without a month the last one closed. */
export function verify(world: World, heard: Heard, prefer: Preference): Outcome {
  const { facts } = world.whole;
  const { measures, ambiguous } = settleSubjects(heard, facts, ["measure"], false, prefer);
  if (measures.length === 0 && world.viewer.roles.some(({ role }) => role === "controller"))
    return whichOne(world, heard, ambiguous?.measures ?? []);
  const found = measures.flatMap((id) => measureOf(facts, id) ?? []);
  const may = found.length > 0 && found.every((measure) => mayVerify(facts, world.viewer, measure));
  const [measure] = found;
  if (!may || !measure) return { is: "refuse", why: "verify" };
  const span = monthsSaid(world, heard);
  if (found.length > 1 || span === null) return { is: "unknown" };
  const name = nameOfMeasure(world, measure.id);
  const months = spanText(span, world.lang, world.today);
  const isLeft = facts.effects.some(
    (row) =>
      row.measure === measure.id &&
      row.month >= span.from &&
      row.month <= span.to &&
      row.realised !== null &&
      !row.verified,
  );
  return isLeft
    ? confirm(
        { do: "verify", measure: measure.id, ...span },
        [words.verifyText(world.lang, name, months)],
        [measure.id],
      )
    : { is: "tell", lines: [words.nothingToVerify(world.lang, name, months)], orgs: [] };
}

// A name that was not understood is said to be so; "verifiera effekten" names none.
function whichOne(world: World, heard: Heard, fitting: readonly MeasureId[]): Outcome {
  if (heard.unknown.length > 0) return { is: "unknown", words: wordsAt(heard, heard.unknown) };
  const choices = fitting
    .slice(0, MOST_CHOICES)
    .map((id): Choice => ({ label: nameOfMeasure(world, id), measures: [id], orgs: [] }));
  return { is: "clarify", line: words.whichMeasure(world.lang), choices };
}

// Null: a time that is no month.
function monthsSaid(world: World, heard: Heard): MonthSpan | null {
  const [first, second] = heard.whens;
  if (!first) return { from: world.through, to: world.through };
  if (second) return null;
  if (first.when.is === "months") return { from: first.when.from, to: first.when.to };
  return first.when.is === "through" ? yearToDate(first.when.month) : null;
}
