// Pure. Whether single units have reported.
import { wallAt } from "../../lib/time.ts";
import { owes } from "../../plan/coverage.ts";
import { dateText, weekText } from "../../plan/format.ts";
import { administrationOf } from "../../plan/organisation.ts";
import type { OrgId } from "../../plan/plan.ts";
import { missingReachOf } from "../../plan/rights.ts";
import type { Week } from "../../plan/week.ts";
import * as words from "../words/happening-words.ts";
import * as measureWords from "../words/measure-words.ts";
import { coverageLine } from "./coverage-line.ts";
import type { Pen, Result } from "./pen.ts";
import { orgName, type World } from "./world.ts";

export function unitsReported(world: World, units: readonly OrgId[], week: Week, pen: Pen): Result {
  const reach = missingReachOf(world.whole.facts, world.viewer);
  const parts = units.map((unit): Result => {
    const name = orgName(world, unit);
    const label = weekText(week, world.lang, world.today);
    if (!reach.units.has(unit)) {
      const above = administrationOf(world.whole.facts, unit);
      if (!above || !reach.administrations.has(above.id)) return { lines: [], refuse: "missing_units" };
      return { lines: [coverageLine(world, above.id, week, pen)], orgs: [above.id] };
    }
    const at = world.whole.book.receivedAt(unit, week, world.whole.now);
    if (at === null && !owes(world.whole, unit, week))
      return { lines: [words.unitOwesNone(world.lang, name, label)], orgs: [unit] };
    const last = at === null ? (world.whole.book.weeks(unit, world.whole.now).at(-1) ?? null) : null;
    return {
      lines: [
        words.unitReported(
          world.lang,
          name,
          label,
          at === null ? null : dateText(wallAt(at, world.whole.facts.header.zone).date, world.lang, world.today),
        ),
        ...(last ? [measureWords.reportedLine(world.lang, weekText(last, world.lang, world.today))] : []),
      ],
      orgs: [unit],
    };
  });
  const refused = parts.find((part) => part.refuse)?.refuse;
  return {
    lines: parts.flatMap((part) => part.lines),
    orgs: parts.flatMap((part) => part.orgs ?? []),
    ...(refused && { refuse: refused }),
  };
}
