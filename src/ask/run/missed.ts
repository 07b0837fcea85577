// Pure. Weeks missed in a row, and when the next report is due.
import { wallAt } from "../../lib/time.ts";
import { missedInRow } from "../../plan/coverage.ts";
import { dateText, listText, timeText, weekText } from "../../plan/format.ts";
import { administrationOf, isUnder } from "../../plan/organisation.ts";
import type { OrgId } from "../../plan/plan.ts";
import { cardWeekBefore, isCardWeek, nextCardFor, rhythmOf } from "../../plan/rhythm.ts";
import { missingReachOf } from "../../plan/rights.ts";
import { addWeeks, type Week } from "../../plan/week.ts";
import type { PlanQuery } from "../schema.ts";
import * as words from "../words/happening-words.ts";
import type { Pen, Result } from "./pen.ts";
import { isUnit, orgName, subjectOf, type World } from "./world.ts";

export function runMissed(world: World, query: PlanQuery, pen: Pen): Result {
  const weeks = Math.max(1, Math.round(query.amount ?? 2));
  const reach = missingReachOf(world.whole.facts, world.viewer);
  if (reach.units.size === 0 && reach.administrations.size === 0) return { lines: [], refuse: "missing_units" };
  const last = lastDueWeek(world, query);
  const label = weekText(last, world.lang, world.today);
  const isCard = (week: Week) => isCardWeek(week, world.rhythm);
  const scope =
    query.orgs.length > 0 ? (id: OrgId) => query.orgs.some((org) => isUnder(world.whole.facts, id, org)) : () => true;
  const [only] = query.orgs;
  if (query.orgs.length === 1 && only && isUnit(world, only)) {
    if (!reach.units.has(only)) return { lines: [], refuse: "missing_units" };
    const missed = missedInRow(world.whole, only, last, isCard);
    return {
      lines: [
        words.missedByOne(
          world.lang,
          orgName(world, only),
          pen.count("count", missed, { subject: only, filter: "veckor i rad utan rapport" }),
          label,
        ),
      ],
      orgs: [only],
    };
  }
  const found = world.whole.facts.orgs
    .filter((org) => org.level === "unit" && scope(org.id) && missedInRow(world.whole, org.id, last, isCard) >= weeks)
    .map((org) => org.id);
  const named = found.filter((unit) => reach.units.has(unit));
  const counted = found.filter((unit) => {
    const above = administrationOf(world.whole.facts, unit);
    return reach.units.has(unit) || (above !== null && reach.administrations.has(above.id));
  });
  if (counted.length === 0) return { lines: [words.missedNone(world.lang, String(weeks), label)], orgs: [] };
  const count = pen.count("count", counted.length, {
    subject: subjectOf(world, query.orgs, []),
    filter: `minst ${weeks} veckor i rad`,
  });
  if (named.length < counted.length)
    return { lines: [words.missedCount(world.lang, String(weeks), count, label)], orgs: named };
  return {
    lines: [
      words.missedText(
        world.lang,
        String(weeks),
        listText(
          named.map((unit) => orgName(world, unit)),
          world.lang,
        ),
        label,
      ),
      words.missedCount(world.lang, String(weeks), count, label),
    ],
    orgs: named,
  };
}

// Until a week's due day has passed nobody has missed it.
function lastDueWeek(world: World, query: PlanQuery): Week {
  if (query.period?.is === "weeks" && query.period.to !== world.week) return query.period.to;
  let week = world.reportWeek;
  for (let back = 0; back < 60; back++) {
    const rhythm = rhythmOf(week, world.rhythm);
    if (rhythm && rhythm.due <= world.whole.now) return week;
    week = cardWeekBefore(week, world.rhythm) ?? addWeeks(week, -1);
  }
  return world.reportWeek;
}

export function runDeadline(world: World, query: PlanQuery): Result {
  const named = query.period?.is === "weeks" && query.period.from === query.period.to ? query.period.from : null;
  if (named !== null && !isCardWeek(named, world.rhythm))
    return { lines: [words.noCardWeek(world.lang, weekText(named, world.lang, world.today))] };
  const current = rhythmOf(world.reportWeek, world.rhythm);
  const rhythm =
    (named === null ? null : rhythmOf(named, world.rhythm)) ??
    (current && current.due >= world.whole.now ? current : (nextCardFor(world.whole.now, world.rhythm) ?? current));
  if (!rhythm) return { lines: [words.noCardWeek(world.lang, weekText(world.week, world.lang, world.today))] };
  const at = (instant: typeof rhythm.due) => {
    const wall = wallAt(instant, world.rhythm.zone);
    return `${dateText(wall.date, world.lang, world.today)} ${world.lang === "sv" ? "kl. " : ""}${timeText(wall.time, world.lang)}`;
  };
  const week = weekText(rhythm.week, world.lang, world.today);
  const reminders = [rhythm.remind1, rhythm.remind2].flatMap((instant) => (instant === null ? [] : [at(instant)]));
  return {
    lines: [
      words.deadlineText(world.lang, week, at(rhythm.due), at(rhythm.opens)),
      words.afterwardsText(world.lang, listText(reminders, world.lang), at(rhythm.digest)),
    ],
  };
}
