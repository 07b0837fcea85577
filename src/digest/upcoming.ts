// Pure. Point 8 of the digest: milestones and uppdrag that fall within 14 days.

import { bySwedish } from "../lib/collate.ts";
import { addDays, type IsoDate } from "../lib/time.ts";
import type { Plan } from "../plan/plan.ts";
import type { UpcomingItem } from "./snapshot.ts";

const UPCOMING_DAYS = 14;

/** Not done by `today` and dated today … today + 14 days, by date; on one day uppdrag before milestones, then by id. */
export function upcomingOf(plan: Plan, today: IsoDate): UpcomingItem[] {
  const last = addDays(today, UPCOMING_DAYS);
  const within = (date: IsoDate | null): date is IsoDate => date !== null && date >= today && date <= last;
  const found: UpcomingItem[] = [];
  for (const task of plan.facts.assignments) {
    if (task.status !== "done" && within(task.reportBy))
      found.push({ kind: "assignment", date: task.reportBy, id: task.id, text: task.text });
  }
  for (const milestone of plan.facts.milestones) {
    const open = milestone.done === null || milestone.done > today;
    if (open && within(milestone.date))
      found.push({ kind: "milestone", date: milestone.date, id: milestone.measure, text: milestone.name });
  }
  return found.sort(inOrder);
}

function inOrder(a: UpcomingItem, b: UpcomingItem): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.kind.localeCompare(b.kind) || bySwedish(a.id, b.id);
}
