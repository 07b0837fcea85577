// Pure. Conditions that were said and that no filter holds: a list without them would be another list than the one
// asked for.
import type { Concept } from "../lexicon/concept.ts";
import type { Filter, PlanQuery } from "../schema.ts";
import { says } from "../text/says.ts";
import type { Heard } from "./heard.ts";

type On = Filter["on"];

const OF_AMOUNT: readonly On[] = [
  "ahead",
  "behind",
  "amount",
  "amount_over",
  "outcome",
  "differs",
  "yields",
  "forecast",
];
const HELD_BY: readonly (readonly [Concept, readonly On[]])[] = [
  ["fig.forecast", OF_AMOUNT],
  ["fig.planned_year", OF_AMOUNT],
  ["fig.verified", OF_AMOUNT],
  ["move.up", ["forecast"]],
  ["move.down", ["forecast"]],
  ["chg.better", ["forecast"]],
  ["chg.worse", ["forecast"]],
  ["at.next", []],
  ["at.comment", ["outcome", "differs"]],
  ["at.milestone", ["milestone_missed"]],
  ["staff.overtime", ["theme", "mechanism"]],
  ["staff.sick", ["theme", "mechanism"]],
];
const COMPARED: readonly On[] = [...OF_AMOUNT, "unchanged", "start", "end", "theme", "overdue"];

// "Summan av bemanningsåtgärderna" in a plan without such a theme.
const UNPLACED: readonly Concept[] = [
  "staff.staffing",
  "staff.overtime",
  "staff.sick",
  "staff.production",
  "staff.agency",
];

/** The places of what a list or a count leaves out of account; empty when all is held. */
export function unheld(heard: Heard, query: PlanQuery): readonly number[] {
  if (query.intent === "figure" && query.measures.length === 0 && query.orgs.length === 0 && heard.has("noun.measure"))
    return UNPLACED.filter((concept) => heard.has(concept) && query.filters.length === 0).map((concept) =>
      heard.at(concept),
    );
  if (!["list", "count"].includes(query.intent) || query.order !== null || query.figures.length > 0) return [];
  const on = new Set(query.filters.map((filter) => filter.on));
  const stray = HELD_BY.filter(
    ([concept, holders]) => heard.has(concept) && !holders.some((holder) => on.has(holder)) && !isNamed(heard, concept),
  ).map(([concept]) => heard.at(concept));
  const compares = says(
    heard.text,
    "(mer|mindre|fler|färre|större|lägre|högre|bättre|sämre|more|less|fewer|larger|lower|higher|better|worse) (\\S+ ){0,3}(än|than)",
  );
  if (compares && !COMPARED.some((holder) => on.has(holder)))
    stray.push(heard.tokens.findIndex((token) => ["än", "than"].includes(token.word)));
  const late = heard.tokens.findIndex((token) => /^(forsena|forsening|delayed)/.test(token.folded));
  if (late >= 0 && !["behind", "overdue", "milestone_missed", "state"].some((holder) => on.has(holder as On)))
    stray.push(late);
  return stray.filter((at) => at >= 0);
}

function isNamed(heard: Heard, concept: Concept): boolean {
  return heard.tags
    .filter((tag) => tag.concept === concept)
    .every((tag) => heard.mentions.some((mention) => mention.start <= tag.start && tag.end <= mention.end));
}
