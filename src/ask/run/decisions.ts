// Pure. Decisions and uppdrag.
import type { IsoDate } from "../../lib/time.ts";
import { measureOf } from "../../plan/facts.ts";
import { dateText, listText } from "../../plan/format.ts";
import { isUnder, orgOf, subtreeOf } from "../../plan/organisation.ts";
import type { Assignment, Decision, MeasureId, OrgId } from "../../plan/plan.ts";
import { unmetOf } from "../../plan/risk.ts";
import { OUTCOME_WORDS } from "../../plan/words.ts";
import type { PlanQuery } from "../schema.ts";
import * as words from "../words/happening-words.ts";
import { TOLD } from "./milestones.ts";
import type { Pen, Result } from "./pen.ts";
import { whoOfOrgs } from "./who.ts";
import { measureName, measuresByIds, orgName, ownedBy, subjectOf, type World } from "./world.ts";

function bodyText(world: World, body: string): string {
  return orgOf(world.plan.facts, body as OrgId)?.name ?? body;
}

export function runDecisions(world: World, query: PlanQuery, pen: Pen): Result {
  if (query.open === true) return awaitedDecisions(world, query, pen);
  const wanted = world.plan.facts.decisions
    .filter((row) => fitsDecision(world, row, query))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const measures = measuresByIds(world, query.measures);
  const who =
    measures.length > 0
      ? listText(measures.map(measureName), world.lang)
      : (query.about ?? whoOfOrgs(world, query.orgs));
  if (wanted.length === 0) {
    const others = otherDecisions(world, query);
    const line = others.length > 0 ? words.noSuchDecision(world.lang, who) : words.noDecisions(world.lang, who);
    return { lines: [line, ...others], measures: query.measures, orgs: query.orgs };
  }
  const head = words.decisionsHead(
    world.lang,
    who,
    pen.count("count", wanted.length, { subject: subjectOf(world, query.orgs, query.measures), filter: "beslut" }),
  );
  const items = wanted.slice(-TOLD).map((row) => decisionLine(world, row, query.measures.length === 0));
  const ids =
    query.measures.length > 0
      ? query.measures
      : [...new Set(wanted.flatMap((row) => row.measures))].filter((id) => measureOf(world.plan.facts, id) !== null);
  return { lines: [head, ...items], measures: ids, orgs: query.orgs };
}

// "Har fullmäktige sagt ja?" of a measure that has been tabled: what was decided of it instead.
function otherDecisions(world: World, query: PlanQuery): string[] {
  if (query.measures.length === 0 || (query.outcomes.length === 0 && query.about === null)) return [];
  return world.plan.facts.decisions
    .filter((row) => fitsDecision(world, row, { ...query, outcomes: [], about: null, orgs: [] }))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .slice(-TOLD)
    .map((row) => decisionLine(world, row, false));
}

// "Vilka beslut ska fattas i juni?": the plan knows what waits for a decision, and no day for it.
function awaitedDecisions(world: World, query: PlanQuery, pen: Pen): Result {
  const rows = ownedBy(world, query.orgs).flatMap((measure) =>
    unmetOf(world.plan, measure.id)
      .filter((row) => row.kind === "decision")
      .map((row) => ({ measure, row })),
  );
  const subject = subjectOf(world, query.orgs, []);
  const count = pen.count("count", rows.length, { subject, filter: "väntar på beslut" });
  return {
    lines: [
      words.undatedDecisions(world.lang, whoOfOrgs(world, query.orgs), count),
      ...rows.slice(0, TOLD).map(({ measure, row }) => `• ${measureName(measure)}: ${row.description}`),
    ],
    measures: [...new Set(rows.map(({ measure }) => measure.id))],
    orgs: query.orgs,
  };
}

export function decisionLine(world: World, row: Decision, namesMeasures: boolean): string {
  const about = namesMeasures
    ? listText(
        row.measures
          .flatMap((id) => {
            const measure = measureOf(world.plan.facts, id);
            return measure ? [measureName(measure)] : [];
          })
          .slice(0, 4),
        world.lang,
      )
    : "";
  return words.decisionItem(
    world.lang,
    dateText(row.date, world.lang, world.today),
    bodyText(world, row.body),
    OUTCOME_WORDS[row.outcome][world.lang],
    about,
    [row.paragraph, row.registryNumber && `(${row.registryNumber})`].filter(Boolean).join(" ") || null,
    row.note,
  );
}

function fitsDecision(world: World, row: Decision, query: PlanQuery): boolean {
  const visible = row.measures.filter((id) => measureOf(world.plan.facts, id) !== null);
  // A decision that is only about what the asker may not see is not told.
  if (row.measures.length > 0 && visible.length === 0) return false;
  if (query.measures.length > 0 && !query.measures.some((id) => row.measures.includes(id))) return false;
  if (
    query.about !== null &&
    row.body !== query.about &&
    bodyText(world, row.body) !== query.about &&
    row.id !== query.about
  )
    return false;
  if (
    query.orgs.length > 0 &&
    !query.orgs.some((org) => row.body === org || row.measures.some((id) => ownerUnder(world, id, org)))
  )
    return false;
  if (
    query.orgs.some((org) => orgOf(world.plan.facts, org)?.level === "board") &&
    query.measures.length === 0 &&
    !query.orgs.includes(row.body as OrgId)
  )
    return false;
  if (query.outcomes.length > 0 && !query.outcomes.includes(row.outcome)) return false;
  return inDates(row.date, query);
}

function ownerUnder(world: World, id: MeasureId, org: OrgId): boolean {
  const measure = measureOf(world.plan.facts, id);
  return measure !== null && isUnder(world.plan.facts, measure.owner, org);
}

function inDates(date: IsoDate, query: PlanQuery): boolean {
  if (query.period?.is !== "dates") return true;
  const { from, to } = query.period;
  return (from === null || date >= from) && (to === null || date <= to);
}

export function runAssignments(world: World, query: PlanQuery, pen: Pen): Result {
  const fits = (row: Assignment) =>
    (!query.missing || (row.reportBy !== null && row.reportBy < world.today)) &&
    (query.open === null || (row.status !== "done") === query.open) &&
    (query.about === null ||
      row.id === query.about ||
      row.issuer === query.about ||
      row.text.toLowerCase().includes(shortBody(query.about))) &&
    (query.orgs.length === 0 ||
      query.orgs.some(
        (org) =>
          (row.responsible !== null && subtreeOf(world.plan.facts, org).has(row.responsible)) ||
          row.issuer === org ||
          row.issuer === orgName(world, org),
      )) &&
    (query.period?.is !== "dates" || (row.reportBy !== null && inDates(row.reportBy, query)));
  const rows = world.plan.facts.assignments
    .filter(fits)
    .sort((a, b) => ((a.reportBy ?? "9") < (b.reportBy ?? "9") ? -1 : 1));
  const who = query.about ?? whoOfOrgs(world, query.orgs);
  if (rows.length === 0)
    return {
      lines: [words.noAssignments(world.lang, who, query.orgs.length > 0 && query.about === null)],
      orgs: query.orgs,
    };
  const lines = [
    words.assignmentsHead(
      world.lang,
      who,
      pen.count("count", rows.length, { subject: subjectOf(world, query.orgs, []), filter: "uppdrag" }),
    ),
    ...rows.slice(0, TOLD).map((row) => assignmentLine(world, row)),
  ];
  return {
    lines,
    orgs: [...new Set([...query.orgs, ...rows.flatMap((row) => (row.responsible ? [row.responsible] : []))])],
  };
}

function shortBody(body: string): string {
  return body
    .toLowerCase()
    .replace(/^(region|landstings?)/, "")
    .slice(0, 12);
}

export function assignmentLine(world: World, row: Assignment): string {
  return words.assignmentItem(
    world.lang,
    row.id,
    bodyText(world, row.issuer),
    dateText(row.date, world.lang, world.today),
    row.text,
    row.reportBy ? dateText(row.reportBy, world.lang, world.today) : null,
    row.responsible ? orgName(world, row.responsible) : null,
    row.status !== "done",
  );
}
