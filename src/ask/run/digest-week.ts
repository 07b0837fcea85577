// Pure. Which week's digest was posted last.
import { cardWeekBefore, rhythmOf } from "../../plan/rhythm.ts";
import { addWeeks, type Week } from "../../plan/week.ts";
import type { World } from "./world.ts";

const LONGEST_BREAK = 12;

/** The latest week whose digest was due before now. */
export function weekBeforeNow(world: World): Week {
  let week = world.week;
  for (let back = 0; back < LONGEST_BREAK; back++) {
    const rhythm = rhythmOf(week, world.rhythm);
    if (rhythm && rhythm.digest <= world.whole.now) return week;
    week = cardWeekBefore(week, world.rhythm) ?? addWeeks(week, -1);
  }
  return week;
}
