// Pure. Verifying effect asked for in words: whose, and of which months.
import { measureOf } from "../plan/facts.ts";
import { spanText } from "../plan/format.ts";
import { type MonthSpan, yearToDate } from "../plan/moment.ts";
import { mayVerify } from "../plan/rights.ts";
import { confirm, nameOfMeasure, type Outcome } from "./act-outcome.ts";
import type { Heard } from "./grammar/heard.ts";
import { type Preference, settleSubjects } from "./grammar/subjects.ts";
import type { World } from "./run/world.ts";
import * as words from "./words/action-words.ts";

/** One measure at a time; without a month the last one closed. */
export function verify(world: World, heard: Heard, prefer: Preference): Outcome {
  const { facts } = world.whole;
  const { measures } = settleSubjects(heard, facts, ["measure"], false, prefer);
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

// Null: a time that is no month.
function monthsSaid(world: World, heard: Heard): MonthSpan | null {
  const [first, second] = heard.whens;
  if (!first) return { from: world.through, to: world.through };
  if (second) return null;
  if (first.when.is === "months") return { from: first.when.from, to: first.when.to };
  return first.when.is === "through" ? yearToDate(first.when.month) : null;
}
