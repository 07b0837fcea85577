// Pure. Who has reported. Rights decide which units may be told by name, and which only as numbers.
import { coverageByAdministration, coverageOf } from "../../plan/coverage.ts";
import { listText, weekText } from "../../plan/format.ts";
import { isUnder, regionOf } from "../../plan/organisation.ts";
import type { OrgId } from "../../plan/plan.ts";
import { isCardWeek, rhythmOf } from "../../plan/rhythm.ts";
import { missingReachOf } from "../../plan/rights.ts";
import type { Week } from "../../plan/week.ts";
import type { PlanQuery } from "../schema.ts";
import * as words from "../words/happening-words.ts";
import { coverageLine, reportWeekOf } from "./coverage-line.ts";
import { ownUnits } from "./list.ts";
import type { Pen, Result } from "./pen.ts";
import { unitsReported } from "./units-reported.ts";
import { isUnit, orgName, type World } from "./world.ts";

export function runCoverage(world: World, query: PlanQuery, pen: Pen): Result {
  const week = reportWeekOf(world, query);
  if (!isCardWeek(week, world.rhythm))
    return { lines: [words.noCardWeek(world.lang, weekText(week, world.lang, world.today))], orgs: query.orgs };
  const orgs = query.orgs.length > 0 ? query.orgs : query.mine ? ownBelow(world) : [];
  const reach = missingReachOf(world.whole.facts, world.viewer);
  const units = orgs.filter((org) => isUnit(world, org));
  if (units.length > 0 && units.length === orgs.length)
    return unitsReported(world, query.missing ? unreported(world, units, week) : units, week, pen);
  const tops: readonly (OrgId | null)[] = orgs.length > 0 ? orgs : [null];
  if (query.missing && reach.units.size === 0 && reach.administrations.size === 0)
    return { lines: [], refuse: "missing_units", orgs };
  const parts = tops.map((org) => coverageLines(world, org, week, query, reach, pen));
  const refused = parts.find((part) => part.refuse);
  const late =
    query.about === "late" || query.about === "in_time"
      ? tops.map((org) => lateLines(world, org, week, query.about === "in_time", reach, pen))
      : [];
  if (late.length > 0)
    return {
      lines: [...parts, ...late].flatMap((part) => part.lines),
      orgs: [...orgs, ...late.flatMap((part) => part.orgs ?? [])],
    };
  return {
    lines: parts.flatMap((part) => part.lines),
    orgs: query.missing
      ? parts.flatMap((part) => part.orgs ?? [])
      : [...orgs, ...parts.flatMap((part) => part.orgs ?? [])],
    ...(refused?.refuse && parts.length === 1 && { refuse: refused.refuse }),
  };
}

// "Hos mig": one's own units, or all below what one leads; for those who reach everything that is no part of it.
function ownBelow(world: World): readonly OrgId[] {
  const own = ownUnits(world);
  return own.some((id) => id === regionOf(world.whole.facts)?.id) ? [] : own;
}

function lateLines(
  world: World,
  org: OrgId | null,
  week: Week,
  isInTime: boolean,
  reach: ReturnType<typeof missingReachOf>,
  pen: Pen,
): Result {
  const due = rhythmOf(week, world.rhythm)?.due;
  if (due === undefined) return { lines: [] };
  const coverage = coverageOf(world.whole, week, org, due);
  const late = isInTime ? coverage.received.filter((unit) => !coverage.late.includes(unit)) : coverage.late;
  const named = late.filter((unit) => reach.units.has(unit));
  const note = isInTime ? words.inTimeNote : words.lateNote;
  const filter = isInTime ? "i tid" : "sena";
  const count = note(world.lang, pen.count("count", late.length, { subject: org ?? "plan", period: week, filter }));
  if (named.length < late.length || named.length === 0) return { lines: [count] };
  const names = listText(
    named.map((unit) => orgName(world, unit)),
    world.lang,
  );
  return { lines: [count, `• ${names}`], orgs: named };
}

// Of several units asked about those that are missing; all of them where none is.
function unreported(world: World, units: readonly OrgId[], week: Week): readonly OrgId[] {
  const missing = units.filter((unit) => coverageOf(world.whole, week, unit).missing.includes(unit));
  return missing.length > 0 ? missing : units;
}

function coverageLines(
  world: World,
  org: OrgId | null,
  week: Week,
  query: PlanQuery,
  reach: ReturnType<typeof missingReachOf>,
  pen: Pen,
): Result {
  const coverage = coverageOf(world.whole, week, org);
  const head = coverageLine(world, org, week, pen);
  const named = coverage.missing.filter((unit) => reach.units.has(unit));
  const lines = [head];
  const orgs: OrgId[] = [];
  if (!query.missing) {
    if (query.group === "administration") lines.push(...numbers(world, org, week, reach, pen, true));
    return { lines, orgs };
  }
  // All of them may be named, some of them, or only the numbers.
  if (named.length === coverage.missing.length && named.length > 0) {
    lines.push(
      words.missingNames(
        world.lang,
        listText(
          named.map((unit) => orgName(world, unit)),
          world.lang,
        ),
      ),
    );
    return { lines: [...lines, ...numbers(world, org, week, reach, pen, false)], orgs: [...named] };
  }
  if (coverage.missing.length === 0) return { lines, orgs };
  const told = numbers(world, org, week, reach, pen, false);
  if (named.length > 0) {
    lines.push(
      words.missingNames(
        world.lang,
        listText(
          named.map((unit) => orgName(world, unit)),
          world.lang,
        ),
      ),
    );
    orgs.push(...named);
  } else if (told.length === 0) {
    const own = [...reach.units].filter(
      (unit) => isUnit(world, unit) && (org === null || isUnder(world.whole.facts, unit, org)),
    );
    return own.length > 0 ? unitsReported(world, own, week, pen) : { lines: [], refuse: "missing_units" };
  }
  return { lines: [...lines, ...told], orgs };
}

function numbers(
  world: World,
  org: OrgId | null,
  week: Week,
  reach: ReturnType<typeof missingReachOf>,
  pen: Pen,
  all: boolean,
): string[] {
  return coverageByAdministration(world.whole, week).flatMap(({ administration, coverage }) => {
    if (
      administration === null ||
      !(reach.administrations.has(administration) || all) ||
      (!all && coverage.missing.length === 0)
    )
      return [];
    if (org !== null && !isUnder(world.whole.facts, administration, org)) return [];
    if (all) return [coverageLine(world, administration, week, pen)];
    return [
      words.missingNumber(
        world.lang,
        orgName(world, administration),
        pen.count("coverage_missing", coverage.missing.length, { subject: administration, period: week }),
      ),
    ];
  });
}
