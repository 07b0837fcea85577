// Pure. Who leads and who stands in: names only where the rights allow, never in a channel.

import { sumRealised } from "../../plan/effect.ts";
import { measureOf, measuresOfUnit } from "../../plan/facts.ts";
import { listText, weekText } from "../../plan/format.ts";
import { yearToDate } from "../../plan/moment.ts";
import { ancestorsOf, childrenOf, orgsUnder, regionOf } from "../../plan/organisation.ts";
import { nameOf, nearestPeople, peopleFor, peopleWith, rolesOf } from "../../plan/people.ts";
import { type OrgId, type PersonRow, ROLES, type Role } from "../../plan/plan.ts";
import { mayKnowName, missingReachOf } from "../../plan/rights.ts";
import { ROLE_WORDS } from "../../plan/words.ts";
import type { PlanQuery } from "../schema.ts";
import * as effect from "../words/effect-words.ts";
import * as words from "../words/happening-words.ts";
import type { Pen, Result } from "./pen.ts";
import { isUnit, orgName, ownedBy, subjectOf, type World } from "./world.ts";

const CHIEFS: readonly Role[] = ["line_manager", "area_manager", "administration_manager"];

export function runPersons(world: World, query: PlanQuery): Result {
  const { facts } = world.whole;
  const owner = query.measures[0] ? measureOf(world.plan.facts, query.measures[0])?.owner : undefined;
  const orgs = query.orgs.length > 0 ? query.orgs : owner ? [owner] : [];
  if (query.about === "deputy") return deputies(world, orgs);
  if (query.about === "reporter") return reporters(world, query, orgs);
  const role = ROLES.find((one) => one === query.about) ?? null;
  if (query.about?.includes("@")) return told(world, rolesOf(facts, query.about), orgs);
  if (orgs.length === 0)
    return role ? told(world, peopleWith(facts, role), orgs) : told(world, rolesOf(facts, world.viewer.email), orgs);
  const rows = orgs.flatMap((org) => leaders(world, org, role));
  if (rows.length === 0)
    return { lines: [words.noPerson(world.lang, orgs.map((id) => orgName(world, id)).join(", "))], orgs };
  return told(world, rows, orgs);
}

function leaders(world: World, org: OrgId, role: Role | null): readonly PersonRow[] {
  const { facts } = world.whole;
  if (role)
    return peopleFor(facts, org, role).length > 0 ? peopleFor(facts, org, role) : nearestPeople(facts, org, role);
  if (isUnit(world, org)) {
    const own = peopleFor(facts, org, "line_manager");
    return own.length > 0
      ? own
      : [...nearestPeople(facts, org, "area_manager"), ...nearestPeople(facts, org, "administration_manager")].slice(
          0,
          1,
        );
  }
  return CHIEFS.flatMap((one) => peopleFor(facts, org, one));
}

function told(world: World, rows: readonly PersonRow[], orgs: readonly OrgId[]): Result {
  const known = rows.filter((row) => mayKnowName(world.whole.facts, world.viewer, row.email));
  if (known.length === 0) return { lines: [], refuse: "names", orgs };
  const people = [...new Map(known.map((row) => [row.email, row])).values()];
  const lines = people.slice(0, 10).map((person) => {
    const own = known.filter((row) => row.email === person.email);
    return words.personLine(
      world.lang,
      person.name,
      listText([...new Set(own.map((row) => ROLE_WORDS[row.role][world.lang]))], world.lang),
      listText([...new Set(own.map((row) => orgName(world, row.org)))], world.lang),
    );
  });
  return {
    lines,
    orgs:
      orgs.length > 0
        ? orgs
        : [...new Set(known.map((row) => row.org))].filter((org) => org !== regionOf(world.plan.facts)?.id),
  };
}

// Who gave a unit's report, and on whose behalf.
function reporters(world: World, query: PlanQuery, orgs: readonly OrgId[]): Result {
  const { facts, book, now } = world.whole;
  const week = query.period?.is === "weeks" && query.period.to !== world.week ? query.period.to : world.reportWeek;
  const label = weekText(week, world.lang, world.today);
  const lines: string[] = [];
  for (const org of orgs) {
    const line = book.report(org, week, now)[0];
    // Who may not know which units have not reported learns nothing of it here.
    if (!line && !missingReachOf(facts, world.viewer).units.has(org)) return { lines: [], refuse: "names", orgs };
    if (!line) lines.push(words.unitReported(world.lang, orgName(world, org), label, null));
    else if (!mayKnowName(facts, world.viewer, line.by)) return { lines: [], refuse: "names", orgs };
    else
      lines.push(
        words.reportedBy(
          world.lang,
          orgName(world, org),
          label,
          nameOf(facts, line.by) ?? line.by,
          line.insteadOf ? (nameOf(facts, line.insteadOf) ?? null) : null,
        ),
      );
  }
  return { lines, orgs };
}

function deputies(world: World, orgs: readonly OrgId[]): Result {
  const { facts } = world.whole;
  const people = new Set(
    orgs.length > 0 ? orgs.flatMap((org) => leaders(world, org, null)).map((row) => row.email) : [world.viewer.email],
  );
  const rows = facts.deputies.filter((row) => people.has(row.email) && row.to >= world.today);
  if (rows.length === 0) return { lines: [words.noDeputy(world.lang)], orgs };
  if (!rows.every((row) => mayKnowName(facts, world.viewer, row.email))) return { lines: [], refuse: "names", orgs };
  return {
    lines: rows.map((row) =>
      words.deputyLine(
        world.lang,
        nameOf(facts, row.deputy) ?? row.deputy,
        nameOf(facts, row.email) ?? row.email,
        row.from,
        row.to,
      ),
    ),
    orgs,
  };
}

export function runOrgList(world: World, query: PlanQuery, pen: Pen): Result {
  const region = regionOf(world.plan.facts)?.id;
  const tops = query.orgs.length > 0 ? query.orgs : region ? [region] : [];
  const level = query.level ?? "unit";
  const found = tops.flatMap((top) => orgsUnder(world.plan.facts, top, level));
  if (query.missing) {
    const bare = found.filter((org) =>
      query.about === "participates"
        ? measuresOfUnit(world.plan.facts, org.id).length === 0
        : query.about === "decided"
          ? ownedBy(world, [org.id]).every((measure) => measure.decided === null)
          : query.about === "realised"
            ? !((sumRealised(world.plan, ownedBy(world, [org.id]), yearToDate(world.through)).amount ?? 0) > 0)
            : ownedBy(world, [org.id]).length === 0,
    );
    const without =
      query.about === "decided" ? "beslutad effekt" : query.about === "realised" ? "realiserad effekt" : "åtgärd";
    const whoBare =
      query.orgs.length > 0 ? query.orgs.map((id) => orgName(world, id)).join(", ") : effect.PLAN_NAME[world.lang];
    return {
      lines: [
        words.bareOrgs(
          world.lang,
          whoBare,
          pen.count("count", bare.length, { subject: subjectOf(world, query.orgs, []), filter: `utan ${without}` }),
          words.LEVEL_PLURALS[level][world.lang],
          query.about,
        ),
        ...(bare.length > 0
          ? [
              listText(
                bare.slice(0, 60).map((org) => org.name),
                world.lang,
              ),
            ]
          : []),
      ],
      orgs: bare.map((org) => org.id),
    };
  }
  // "Vilken förvaltning hör BUP till?": upwards.
  const above =
    found.length === 0 || (query.orgs.length === 1 && found.every((org) => org.id === query.orgs[0]))
      ? tops.flatMap((top) => ancestorsOf(world.plan.facts, top).filter((org) => org.level === level))
      : [];
  const shown =
    above.length > 0 ? above : found.length > 0 ? found : tops.flatMap((top) => childrenOf(world.plan.facts, top));
  const who =
    query.orgs.length > 0 ? query.orgs.map((id) => orgName(world, id)).join(", ") : effect.PLAN_NAME[world.lang];
  const head = words.orgsHead(
    world.lang,
    who,
    pen.count("count", shown.length, {
      subject: subjectOf(world, query.orgs, []),
      filter: words.LEVEL_PLURALS[level].sv,
    }),
    words.LEVEL_PLURALS[level][world.lang],
  );
  return {
    lines: [
      head,
      listText(
        shown.slice(0, 60).map((org) => org.name),
        world.lang,
      ),
    ],
    orgs: shown.map((org) => org.id),
  };
}
