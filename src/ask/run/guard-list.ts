// Pure. Where the staffing–production sentences hold.
import type { GuardSentence } from "../../plan/guard.ts";
import { orgOf, regionOf, unitsUnder } from "../../plan/organisation.ts";
import type { OrgId } from "../../plan/plan.ts";
import { GUARD_WORDS } from "../../plan/words.ts";
import type { Figure, PlanQuery } from "../schema.ts";
import { moreText } from "../words/list-words.ts";
import * as words from "../words/staffing-words.ts";
import { guardsFor } from "./guards.ts";
import type { Pen, Result } from "./pen.ts";
import { runStaffing } from "./staffing.ts";
import { guardLine } from "./staffing-lines.ts";
import { orgName, type World } from "./world.ts";

/** So many units are told by name; the answer's `orgs` hold all. */
const TOLD = 40;

/** What is told of one unit. */
const ALONE: Partial<Record<NonNullable<PlanQuery["guard"]>, readonly Figure[]>> = {
  kept_production: ["staffing", "production"],
  both_fall: ["staffing", "production"],
  up_but_production_falls: ["staffing", "production"],
  not_reduced: ["staffing", "production"],
  eaten_up: ["staffing", "overtime"],
};

export function runGuard(world: World, query: PlanQuery, pen: Pen): Result {
  const region = regionOf(world.plan.facts)?.id;
  const tops = query.orgs.length > 0 ? query.orgs : region ? [region] : [];
  const [only] = tops;
  const alone = ALONE[query.guard ?? "any"];
  // "Äts vår minskning upp av övertid?": the unit's own figures, with the sentence.
  if (alone && only && tops.length === 1 && orgOf(world.plan.facts, only)?.level === "unit")
    return runStaffing(world, { ...query, orgs: [only], figures: [...alone] }, pen);
  const guards = tops.flatMap((org) => guardsFor(world, org));
  const wanted: readonly GuardSentence[] =
    query.guard === "warnings" || query.guard === "any" || query.guard === null
      ? ["both_fall", "up_but_production_falls"]
      : [query.guard];
  const lines: string[] = [];
  const orgs: OrgId[] = [];
  for (const sentence of wanted) {
    const fitting = guards.filter((guard) => guard.sentences.includes(sentence));
    if (fitting.length === 0) {
      if (wanted.length === 1)
        lines.push(words.guardNone(world.lang, GUARD_WORDS[sentence][world.lang].replace("{week}", "…")));
      continue;
    }
    lines.push(
      words.guardHead(
        world.lang,
        GUARD_WORDS[sentence][world.lang].replace("{week}", "…"),
        pen.count("count", fitting.length, { subject: "plan", filter: sentence }),
      ),
      ...fitting.slice(0, TOLD).map((guard) => guardLine(world, guard, pen)),
      ...(fitting.length > TOLD ? [moreText(world.lang, String(fitting.length - TOLD))] : []),
    );
    orgs.push(...fitting.map((guard) => guard.unit));
  }
  if (query.guard === "stale") {
    const withData = new Set(guards.map((guard) => guard.unit));
    const bare = tops.flatMap((org) => unitsUnder(world.plan.facts, org)).filter((unit) => !withData.has(unit.id));
    return {
      lines: [
        words.withoutData(
          world.lang,
          pen.count("count", bare.length + orgs.length, { subject: "plan", filter: "underlag saknas" }),
        ),
        ...[...orgs.map((id) => orgName(world, id)), ...bare.map((unit) => unit.name)]
          .slice(0, TOLD)
          .map((name) => `• ${name}`),
      ],
      orgs: [...orgs, ...bare.map((unit) => unit.id)],
    };
  }
  if (lines.length === 0) lines.push(words.noWarnings(world.lang));
  const without = tops.reduce((sum, org) => sum + unitsUnder(world.plan.facts, org).length, 0) - guards.length;
  if (without > 0) lines.push(words.withoutData(world.lang, String(without)));
  return { lines, orgs };
}
