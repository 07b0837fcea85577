// Pure. Reminders, support and export asked for in words.
import { coverageOf } from "../plan/coverage.ts";
import { weekText } from "../plan/format.ts";
import { isUnder, regionOf } from "../plan/organisation.ts";
import { type OrgId, SUPPORT_TYPES } from "../plan/plan.ts";
import { mayExport, mayRemind, reportingRight } from "../plan/rights.ts";
import { SUPPORT_WORDS } from "../plan/words.ts";
import { confirm, MOST_CHOICES, type Outcome, orgsNamed, reportable, unitChoice, withoutUnit } from "./act-outcome.ts";
import { type Heard, mentionsOf } from "./grammar/heard.ts";
import type { Preference } from "./grammar/subjects.ts";
import type { Wish } from "./grammar/wish.ts";
import { orgName, type World } from "./run/world.ts";
import * as words from "./words/action-words.ts";

export function remind(world: World, heard: Heard, prefer: Preference): Outcome {
  const named = orgsNamed(world, heard, prefer);
  if (named.ambiguous.length > 0) return unitChoice(world, named.ambiguous);
  const region = regionOf(world.whole.facts)?.id;
  const tops = named.orgs.length > 0 ? named.orgs : region ? [region] : [];
  if (!tops.every((org) => mayRemind(world.whole.facts, world.viewer, org))) return { is: "refuse", why: "steer" };
  const said = heard.whens.map((span) => span.when).find((when) => when.is === "weeks");
  const week = said?.is === "weeks" && said.to !== world.week ? said.to : world.reportWeek;
  const missing = coverageOf(world.whole, week).missing.filter((unit) =>
    tops.some((org) => isUnder(world.whole.facts, unit, org)),
  );
  const label = weekText(week, world.lang, world.today);
  if (missing.length === 0) return { is: "tell", lines: [words.nobodyToRemind(world.lang, label)], orgs: [] };
  const where =
    named.orgs.length > 0 ? named.orgs.map((id) => orgName(world, id)).join(", ") : words.wholePlan(world.lang);
  return confirm(
    { do: "remind", week, units: named.orgs.length > 0 ? missing : [] },
    [words.remindText(world.lang, String(missing.length), where, label)],
    [],
    world.viewer.channel ? [] : missing,
  );
}

export function support(
  world: World,
  wish: Extract<Wish, { wish: "support" }>,
  heard: Heard,
  prefer: Preference,
): Outcome {
  const named = orgsNamed(world, heard, prefer);
  // "HR-stöd" and "ekonomi" are types here, also where units are called so.
  const typed = new Set(
    heard.tags
      .filter((tag) => tag.concept.startsWith("sup."))
      .flatMap((tag) =>
        mentionsOf(heard, "org")
          .filter((mention) => mention.start >= tag.start && mention.end <= tag.end)
          .flatMap((mention) => mention.readings.map((reading) => reading.ref.id)),
      ),
  );
  const orgs = named.orgs.filter((org) => !typed.has(org));
  const units = orgs.length > 0 ? orgs : reportable(world);
  if (units.length === 0) return withoutUnit(world);
  const allowed = units.filter((unit) => reportingRight(world.whole.facts, world.viewer, unit, world.today) !== null);
  if (allowed.length === 0) return { is: "refuse", why: "report" };
  if (allowed.length > 1) return unitChoice(world, allowed);
  const unit = allowed[0] as OrgId;
  const type = wish.types[0];
  if (!type || wish.types.length > 1) {
    const types = wish.types.length > 1 ? wish.types : SUPPORT_TYPES;
    return {
      is: "clarify",
      line: words.whichSupport(world.lang),
      choices: types
        .slice(0, MOST_CHOICES)
        .map((one) => ({ label: SUPPORT_WORDS[one][world.lang], measures: [], orgs: [] })),
    };
  }
  return confirm(
    { do: "support", unit, type },
    [words.supportText(world.lang, orgName(world, unit), SUPPORT_WORDS[type][world.lang])],
    [],
    [unit],
  );
}

export function exportPlan(world: World, form: "xlsx" | "csv", heard: Heard, prefer: Preference): Outcome {
  const named = orgsNamed(world, heard, prefer);
  if (named.ambiguous.length > 0) return unitChoice(world, named.ambiguous);
  const scope = named.orgs[0] ?? null;
  const say = (org: OrgId | null) =>
    confirm(
      { do: "export", form, scope: org },
      [words.exportText(world.lang, org ? orgName(world, org) : words.wholePlan(world.lang), form)],
      [],
      org ? [org] : [],
    );
  if (mayExport(world.whole.facts, world.viewer, scope)) return say(scope);
  const own = [...new Set(world.viewer.roles.map((role) => role.org))];
  if (scope !== null || own.length === 0) return { is: "refuse", why: "export" };
  return own.length === 1 ? say(own[0] as OrgId) : unitChoice(world, own);
}
