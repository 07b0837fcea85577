// Pure. Support requests, within what may be seen.
import { dateText, listText } from "../../plan/format.ts";
import { isUnder } from "../../plan/organisation.ts";
import type { OrgId, SupportRequest, SupportType } from "../../plan/plan.ts";
import { maySeeSupport } from "../../plan/rights.ts";
import { openSupport, supportAge, supportKnown } from "../../plan/support-queue.ts";
import { SUPPORT_WORDS } from "../../plan/words.ts";
import type { Group, PlanQuery } from "../schema.ts";
import { withFilter } from "../words/effect-words.ts";
import * as words from "../words/happening-words.ts";
import { ownUnits } from "./list.ts";
import { TOLD } from "./milestones.ts";
import type { Pen, Result } from "./pen.ts";
import { whoOfOrgs } from "./who.ts";
import { orgName, subjectOf, type World } from "./world.ts";

// So many of each kind, or at each place, the most first, and how many of them are open.
function eachLines(
  world: World,
  query: PlanQuery,
  rows: readonly SupportRequest[],
  openIds: ReadonlySet<string>,
  pen: Pen,
): string[] {
  const subject = subjectOf(world, query.orgs, []);
  return [...groupedBy(world, query.group, rows)].map(([key, own]) => {
    const kind = query.group === "kind" ? SUPPORT_WORDS[key as SupportType] : null;
    const count = (some: readonly SupportRequest[], name: string) =>
      pen.count("count", some.length, {
        subject: kind ? subject : key,
        filter: [name, kind ? `typ=${kind.sv}` : ""].filter(Boolean).join("; "),
      });
    const open = own.filter(({ id }) => openIds.has(id));
    return words.supportOf(
      world.lang,
      kind?.[world.lang] ?? orgName(world, key as OrgId),
      count(own, query.open === true ? "öppna stödärenden" : "stödärenden"),
      query.open === null ? count(open, "öppna stödärenden") : null,
    );
  });
}

function groupedBy(world: World, group: Group | null, rows: readonly SupportRequest[]) {
  const groups = new Map<string, SupportRequest[]>();
  for (const row of rows) {
    const key = group === "kind" ? row.type : placeOf(world, row.unit, group);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].toSorted(([, a], [, b]) => b.length - a.length);
}

function placeOf(world: World, unit: OrgId, level: Group | null): OrgId | null {
  const { facts } = world.whole;
  return facts.orgs.find((org) => org.level === level && isUnder(facts, unit, org.id))?.id ?? null;
}

export function runSupport(world: World, query: PlanQuery, pen: Pen): Result {
  const orgs = query.orgs.length > 0 ? query.orgs : query.mine ? ownUnits(world) : [];
  const inScope = (unit: OrgId) => orgs.length === 0 || orgs.some((org) => isUnder(world.whole.facts, unit, org));
  const known = supportKnown(world.whole).filter((row) => inScope(row.unit));
  const visible = known.filter((row) => maySeeSupport(world.whole.facts, world.viewer, row.unit));
  const isNumbersOnly =
    world.viewer.channel &&
    world.viewer.roles.some(({ role }) => ["management", "plan_owner", "controller", "support_team"].includes(role));
  if (visible.length === 0 && known.length > 0 && !isNumbersOnly) return { lines: [], refuse: "support", orgs };
  // "Stödärenden om schemaläggning": the numbers too are of that kind.
  const rows = (isNumbersOnly ? known : visible).filter(
    (row) => query.supportTypes.length === 0 || query.supportTypes.includes(row.type),
  );
  const openIds = new Set(openSupport(world.whole).map((row) => row.id));
  const open = rows.filter((row) => openIds.has(row.id));
  const kinds = listText(
    query.supportTypes.map((type) => (type === "hr" ? "HR" : SUPPORT_WORDS[type][world.lang])),
    world.lang,
  );
  const who = withFilter(whoOfOrgs(world, orgs), kinds);
  const subject = subjectOf(world, query.orgs, []);
  if (rows.length === 0) return { lines: [words.noSupport(world.lang, who)], orgs };
  const shown = rows.filter((row) =>
    query.missing
      ? row.firstContact === null && openIds.has(row.id)
      : query.open === null
        ? query.supportTypes.length > 0 || query.figures.length === 0 || openIds.has(row.id)
        : openIds.has(row.id) === query.open,
  );
  const fitting =
    query.open === null && !query.missing && shown.some((row) => openIds.has(row.id))
      ? shown.filter((row) => openIds.has(row.id))
      : shown;
  // The oldest come first.
  const told = query.limit === null ? fitting : fitting.slice(0, query.limit);
  const head = words.supportHead(
    world.lang,
    who,
    pen.count("count", open.length, { subject, filter: ["öppna stödärenden", kinds].filter(Boolean).join("; ") }),
    pen.count("count", rows.length, { subject, filter: ["stödärenden", kinds].filter(Boolean).join("; ") }),
    open[0] ? String(supportAge(open[0], world.today)) : null,
  );
  const asked = query.open === null ? rows : shown;
  // In a channel no unit is told apart.
  if (isNumbersOnly && query.group === "unit") return { lines: [head], orgs };
  if (query.group !== null) return { lines: [head, ...eachLines(world, query, asked, openIds, pen)], orgs };
  if (isNumbersOnly) return { lines: [head], orgs };
  const items = told
    .slice(0, TOLD)
    .map((row) =>
      words.supportItem(
        world.lang,
        row.id,
        orgName(world, row.unit),
        SUPPORT_WORDS[row.type][world.lang],
        dateText(row.created, world.lang, world.today),
        row.firstContact ? dateText(row.firstContact, world.lang, world.today) : null,
        openIds.has(row.id) ? null : row.closed ? dateText(row.closed, world.lang, world.today) : null,
        row.result,
      ),
    );
  return { lines: [head, ...items], orgs: [...new Set(told.map((row) => row.unit))] };
}
