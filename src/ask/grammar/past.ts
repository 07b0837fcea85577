// Pure. A month of the past is meant of what has been, though the year is not said.
import type { PlanFacts } from "../../plan/plan.ts";
import { addMonths, monthYear } from "../../plan/week.ts";
import type { Figure, PlanQuery } from "../schema.ts";
import { says } from "../text/says.ts";
import type { Moment } from "../when/when.ts";
import type { Draft } from "./draft.ts";
import type { Heard } from "./heard.ts";

const OF_THE_PAST: readonly Figure[] = ["realised", "verified", "realisation_rate", "gap"];

/** "Hur mycket realiserades i december?" asked in March: the December that has been, where the plan was running then. */
export function pastOf(
  period: PlanQuery["period"],
  draft: Draft,
  heard: Heard,
  facts: PlanFacts,
  moment: Moment,
): PlanQuery["period"] {
  const figures = draft.query.figures ?? [];
  const isThen = says(heard.text, "var|trodde|sade|sa|hade|was|did");
  const isPast =
    figures.length > 0 && figures.every((figure) => OF_THE_PAST.includes(figure) || (isThen && figure === "forecast"));
  const saysYear = heard.tokens.some((token) => /20[1-4]\d/.test(token.word));
  if (!isPast || saysYear || period === null || period.is === "year") return period;
  if (
    period.is === "months" &&
    period.from > moment.through &&
    addMonths(period.from, -12) >= facts.header.from.slice(0, 7)
  )
    return { is: "months", from: addMonths(period.from, -12), to: addMonths(period.to, -12) };
  if (
    period.is === "through" &&
    period.month > moment.through &&
    monthYear(period.month) === monthYear(moment.through) &&
    addMonths(period.month, -12) >= facts.header.from.slice(0, 7)
  )
    return { is: "through", month: addMonths(period.month, -12) };
  return period;
}
