// Pure. Words that are none of the lexicon's and no name, and that stand in the plan's own sentences.
import { milestonesOf } from "../../plan/facts.ts";
import type { MeasureId, PlanFacts } from "../../plan/plan.ts";
import { fold } from "../text/fold.ts";
import type { Heard } from "./heard.ts";

/** "Håller antagandet om dieselpriset?": the measures that assume something of it. */
export function assumedIn(
  heard: Heard,
  facts: PlanFacts,
): { readonly places: readonly number[]; readonly measures: readonly MeasureId[] } | null {
  const places = heard.unknown.filter((at) => (heard.tokens[at]?.stem.length ?? 0) >= 5);
  const rows = facts.assumptions.filter((row) =>
    places.every((at) => fold(row.text.toLowerCase()).includes(fold(heard.tokens[at]?.stem ?? ""))),
  );
  const measures = [...new Set(rows.map((row) => row.measure))];
  return places.length > 0 && measures.length > 0 ? { places, measures: measures.slice(0, 8) } : null;
}

/** "När ska chattboten svara dygnet runt?": the places of words of the milestone itself. */
export function inMilestones(
  heard: Heard,
  places: readonly number[],
  ids: readonly MeasureId[],
  facts: PlanFacts,
): number[] {
  const names = ids.flatMap((id) => milestonesOf(facts, id).map(({ name }) => fold(name.toLowerCase())));
  return places.filter((at) => {
    const beginning = heard.tokens[at]?.folded.slice(0, 5) ?? "";
    return beginning.length === 5 && names.some((name) => name.includes(beginning));
  });
}
