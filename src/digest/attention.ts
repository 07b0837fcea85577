// Pure. Point 3 of the digest: what needs a decision or help.
import { byDecided } from "../plan/facts.ts";
import { plannedOf, realisedOf } from "../plan/measure-amounts.ts";
import type { MonthSpan } from "../plan/moment.ts";
import { administrationOf, orgOf } from "../plan/organisation.ts";
import type { Measure, OrgId, Plan } from "../plan/plan.ts";
import { type MeasureState, stateAt, stateIn } from "../plan/status.ts";
import type { Week } from "../plan/week.ts";
import type { AttentionItem } from "./snapshot.ts";

export const ATTENTION_LIMIT = 3;

/**
 * Every measure that is Kritisk, then those in Avvikelse whose latest report asks for "beslut från min chef"; each
 * group by the measure's own `beslutad` (unknown last), then id. The digest shows the first three. Source: rhythm.md.
 */
export function attentionOf(plan: Plan, week: Week, span: MonthSpan): AttentionItem[] {
  const critical: AttentionItem[] = [];
  const asking: AttentionItem[] = [];
  for (const measure of [...plan.facts.measures].sort(byDecided)) {
    const now = stateIn(plan, measure, week);
    if (now !== "critical" && now !== "deviation") continue;
    const state = stateAt(plan, measure, week);
    if (now === "critical") critical.push(itemOf(plan, measure, state, "critical", span));
    else if (state.line?.support === "manager_decision") asking.push(itemOf(plan, measure, state, "deviation", span));
  }
  return [...critical, ...asking];
}

/** The name a measure's figures are told under: its förvaltning, else the owner itself when it lies above that level. */
export function administrationName(plan: Plan, org: OrgId): string {
  return (administrationOf(plan.facts, org) ?? orgOf(plan.facts, org))?.name ?? org;
}

function itemOf(
  plan: Plan,
  measure: Measure,
  state: MeasureState,
  shown: AttentionItem["state"],
  span: MonthSpan,
): AttentionItem {
  return {
    measure: measure.id,
    title: measure.title,
    org: administrationName(plan, measure.owner),
    state: shown,
    decided: measure.decided,
    realised: realisedOf(plan, measure, span),
    planned: plannedOf(plan, measure, span),
    since: state.since,
    cause: state.line?.cause ?? null,
    support: state.line?.support ?? null,
  };
}
