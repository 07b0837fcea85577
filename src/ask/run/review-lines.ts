// Pure. The assumptions that are to be reviewed, under the measures that rest on them.
import { dateText } from "../../plan/format.ts";
import type { Measure } from "../../plan/plan.ts";
import { STANDING_WORDS } from "../../plan/words.ts";
import type { PlanQuery } from "../schema.ts";
import { reviewItem } from "../words/list-words.ts";
import { assumptionsMet } from "./filter.ts";
import type { World } from "./world.ts";

export function reviewLines(world: World, measures: readonly Measure[], query: PlanQuery): string[] {
  const filter = query.filters.find((one) => one.on === "assumption");
  if (filter?.on !== "assumption" || !filter.review) return [];
  return measures.flatMap((measure) =>
    assumptionsMet(world, measure, filter).map(({ text, standing, review }) =>
      reviewItem(
        world.lang,
        measure.id,
        text,
        STANDING_WORDS[standing][world.lang],
        review === null ? "" : dateText(review, world.lang, world.today),
      ),
    ),
  );
}
