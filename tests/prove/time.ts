// When the weeks of a proof begin and end, read off the product's own rhythm (which is proved elsewhere: year.ts).
import { defaultRhythm, isCardWeek, rhythmOf, type WeekRhythm } from "../../src/plan/rhythm.ts";
import { addWeeks, type Week } from "../../src/plan/week.ts";

const SETTINGS = defaultRhythm("Europe/Stockholm");

export function rhythmIn(week: Week): WeekRhythm {
  const rhythm = rhythmOf(week, SETTINGS);
  if (!rhythm) throw new Error(`${week} has no card`);
  return rhythm;
}

/** `count` weeks with cards, from `first` on. */
export function cardWeeks(first: Week, count: number): Week[] {
  const weeks: Week[] = [];
  for (let week = first; weeks.length < count; week = addWeeks(week, 1)) {
    if (isCardWeek(week, SETTINGS)) weeks.push(week);
  }
  return weeks;
}
