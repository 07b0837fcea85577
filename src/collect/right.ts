// Pure. On what ground a person may answer a unit's card. Looked up from the plan at every press: the card carries none.
import { type IsoDate, wallAt } from "../lib/time.ts";
import { todayOf } from "../plan/moment.ts";
import type { OrgId, Plan } from "../plan/plan.ts";
import { cardRecipients } from "../plan/recipients.ts";
import { type RhythmSettings, rhythmOf } from "../plan/rhythm.ts";
import { type ReportingRight, reportingRight, type Viewer } from "../plan/rights.ts";
import type { Week } from "../plan/week.ts";

/**
 * The viewer's right to report for a unit and week, or null. A deputy may answer the card of the absence also when the
 * chef is back, so the days on which that week's card opened and fell due count beside today.
 */
export function answeringRight(
  plan: Plan,
  settings: RhythmSettings,
  viewer: Viewer,
  unit: OrgId,
  week: Week,
): ReportingRight | null {
  const rights = daysOf(plan, settings, week).map((day) => rightOn(plan, viewer, unit, day));
  return rights.find((right) => right && right.as !== "on_behalf") ?? rights.find((right) => right !== null) ?? null;
}

function daysOf(plan: Plan, settings: RhythmSettings, week: Week): readonly IsoDate[] {
  const rhythm = rhythmOf(week, settings);
  const { zone } = plan.facts.header;
  const moments = rhythm ? [rhythm.opens, rhythm.due] : [];
  return [todayOf(plan), ...moments.map((moment) => wallAt(moment, zone).date)];
}

/** As the plan's rights have it, and for whoever the card goes to on that day (a deputy's deputy too). */
function rightOn(plan: Plan, viewer: Viewer, unit: OrgId, day: IsoDate): ReportingRight | null {
  const right = reportingRight(plan.facts, viewer, unit, day);
  if (right && right.as !== "on_behalf") return right;
  const recipient = cardRecipients(plan.facts, unit, day).find((each) => each.person === viewer.email);
  if (recipient?.insteadOf) return { as: "deputy", insteadOf: recipient.insteadOf };
  return right;
}
