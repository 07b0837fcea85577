// Pure. The plan as one viewer may see it: rights are applied where rows are fetched, so that no rule above can leak.
import { memoised } from "../lib/memo.ts";
import { participationsOf } from "./facts.ts";
import { factsWithout } from "./hidden.ts";
import type { Measure, MeasureId, OrgId, Plan, PlanFacts, Role } from "./plan.ts";
import { restrictBook } from "./restrict-book.ts";
import { mayReadText, reaches, type Viewer } from "./rights.ts";
import { stateNow } from "./status.ts";

/**
 * The plan without the undecided measures the viewer may not see and all rows that hang on them, and with comments and
 * next steps blank where they may not be read. The facts are made once per version and set of hidden measures; `hiding` is
 * for those who have asked for `hiddenMeasures` already.
 * Ask for coverage on the whole plan: which units owe a report is no secret, also when what they owe it for is.
 */
export function restrict(plan: Plan, viewer: Viewer, hiding = hiddenMeasures(plan, viewer)): Plan {
  const hidden = new Set(hiding);
  const readable = new Map<OrgId, boolean>();
  const mayRead = (unit: OrgId): boolean => {
    const known = readable.get(unit);
    if (known !== undefined) return known;
    const answer = mayReadText(plan.facts, viewer, unit);
    readable.set(unit, answer);
    return answer;
  };
  return { ...plan, facts: seenFacts(plan.facts, hidden), book: restrictBook(plan.book, hidden, mayRead) };
}

/** The measures that `restrict` takes away, in file order: their number tells that a sum is over less than the plan. */
export function hiddenMeasures(plan: Plan, viewer: Viewer): readonly MeasureId[] {
  return undecidedCandidates(plan.facts)
    .filter((measure) => isUndecided(plan, measure) && !maySeeUndecided(plan.facts, viewer, measure))
    .map((measure) => measure.id);
}

/** Whether a measure may be seen at all: decided ones by everyone. */
export function maySeeMeasure(plan: Plan, viewer: Viewer, measure: Measure): boolean {
  return !isUndecided(plan, measure) || maySeeUndecided(plan.facts, viewer, measure);
}

/** A `potential`, no `beslutad`, and not paused, cancelled, reverted, done or operational (answers.md). */
export function isUndecided(plan: Plan, measure: Measure): boolean {
  if (measure.potential === null || measure.decided !== null) return false;
  return OPEN_STATES.has(stateNow(plan, measure));
}

const OPEN_STATES: ReadonlySet<string> = new Set(["not_started", "on_track", "deviation", "critical"]);
const SEE_UNDECIDED: readonly Role[] = [
  "line_manager",
  "area_manager",
  "administration_manager",
  "management",
  "plan_owner",
  "controller",
];

const undecidedCandidates = memoised((facts: PlanFacts) =>
  facts.measures.filter((measure) => measure.potential !== null && measure.decided === null),
);

/** Those whose own unit, tree or reach holds the owner or a participant (who has a line for it on the card). */
function maySeeUndecided(facts: PlanFacts, viewer: Viewer, measure: Measure): boolean {
  const units = [measure.owner, ...participationsOf(facts, measure.id).map((row) => row.unit)];
  return units.some((unit) => reaches(facts, viewer, SEE_UNDECIDED, unit));
}

/** The last ones made, per version of the facts: viewers with the same rights share theirs. */
const restrictedFacts = memoised((_facts: PlanFacts) => new Map<string, PlanFacts>());
const KEPT = 32;

function seenFacts(facts: PlanFacts, hidden: ReadonlySet<MeasureId>): PlanFacts {
  if (hidden.size === 0) return facts;
  const made = restrictedFacts(facts);
  const signature = [...hidden].join("\n");
  const restricted = made.get(signature) ?? factsWithout(facts, hidden);
  // The one used last stands last; the first is dropped.
  made.delete(signature);
  made.set(signature, restricted);
  for (const oldest of made.keys()) if (made.size > KEPT) made.delete(oldest);
  return restricted;
}
