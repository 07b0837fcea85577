// Pure. What a model may be told of the plan: names the asker may see, and nothing else of it.
import { defaultThrough, todayOf, weekNow } from "../plan/moment.ts";
import type { Plan } from "../plan/plan.ts";
import { restrict } from "../plan/restrict.ts";
import type { Viewer } from "../plan/rights.ts";

export interface AskableNames {
  readonly orgs: readonly { readonly id: string; readonly name: string; readonly level: string }[];
  readonly measures: readonly { readonly id: string; readonly title: string }[];
  readonly themes: readonly string[];
  readonly metrics: readonly string[];
  readonly indicators: readonly string[];
  readonly today: string;
  readonly week: string;
  /** The month the ledger is closed through. */
  readonly through: string;
}

export function askableNames(plan: Plan, viewer: Viewer): AskableNames {
  const { facts } = restrict(plan, viewer);
  return {
    orgs: facts.orgs.map(({ id, name, level }) => ({ id, name, level })),
    measures: facts.measures.map(({ id, title }) => ({ id, title })),
    themes: [...new Set(facts.measures.map((measure) => measure.theme))],
    metrics: [...new Set(facts.production.map((row) => row.metric))],
    indicators: [...new Set(facts.indicators.map((row) => row.metric))],
    today: todayOf(plan),
    week: weekNow(plan),
    through: defaultThrough(plan),
  };
}
