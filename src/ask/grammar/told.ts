// Pure. Words that are none of the lexicon's and no name, and that stand in the plan's own sentences.
import { assumptionsOf, milestonesOf } from "../../plan/facts.ts";
import type { MeasureId, PlanFacts } from "../../plan/plan.ts";
import type { PlanQuery } from "../schema.ts";
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

/** "När ska chattboten svara dygnet runt?": the places of words of the milestone, or the assumption, itself. */
export function inDetail(
  detail: PlanQuery["detail"] | undefined,
  heard: Heard,
  places: readonly number[],
  ids: readonly MeasureId[],
  facts: PlanFacts,
): number[] {
  const texts = ids.flatMap((id) =>
    detail === "milestones"
      ? milestonesOf(facts, id).map(({ name }) => name)
      : detail === "assumptions"
        ? assumptionsOf(facts, id).map(({ text }) => text)
        : [],
  );
  const folded = texts.map((text) => fold(text.toLowerCase()));
  return places.filter((at) => {
    const beginning = heard.tokens[at]?.folded.slice(0, 5) ?? "";
    return beginning.length === 5 && folded.some((text) => text.includes(beginning));
  });
}
