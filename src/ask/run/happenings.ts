// Pure. Milestones, decisions, uppdrag, support requests, what is coming.
import { addDays, type IsoDate } from "../../lib/time.ts";
import { measureOf, milestonesOf } from "../../plan/facts.ts";
import { dateText, listText, monthText } from "../../plan/format.ts";
import { isUnder, orgOf, subtreeOf } from "../../plan/organisation.ts";
import type { Assignment, Decision, Measure, MeasureId, Milestone, OrgId } from "../../plan/plan.ts";
import { maySeeSupport } from "../../plan/rights.ts";
import { openSupport, supportAge, supportKnown } from "../../plan/support-queue.ts";
import { OUTCOME_WORDS, SUPPORT_WORDS } from "../../plan/words.ts";
import { stateAt } from "../../plan/status.ts";
import { lastDayOf, type Month } from "../../plan/week.ts";
import type { PlanQuery } from "../schema.ts";
import { PLAN_NAME } from "../words/effect-words.ts";
import * as words from "../words/happening-words.ts";
import { ownUnits } from "./list.ts";
import type { Pen, Result } from "./pen.ts";
import { measureName, measuresByIds, orgName, ownedBy, subjectOf, type World } from "./world.ts";

const TOLD = 12;

interface Dated {
  readonly measure: Measure;
  readonly milestone: Milestone;
}

export function runMilestones(world: World, query: PlanQuery, pen: Pen): Result {
  const measures = query.measures.length > 0 ? measuresByIds(world, query.measures) : ownedBy(world, query.orgs);
  const span = query.period?.is === "dates" ? query.period : null;
  const rows = measures.flatMap((measure) => milestonesOf(world.plan.facts, measure.id).map((milestone): Dated => ({ measure, milestone })));
  const isDone = (row: Dated) => row.milestone.done !== null && row.milestone.done <= world.today;
  const isLate = (row: Dated) => !isDone(row) && row.milestone.date < world.today;
  const isAhead = span !== null && span.from !== null && span.from >= world.today;
  const kind = query.missing || query.open === true ? "late" : query.open === false ? "done" : isAhead || (span === null && query.measures.length === 0) ? "upcoming" : "all";
  const fitting = rows
    .filter((row) => (kind === "late" ? isLate(row) : kind === "done" ? isDone(row) : kind === "upcoming" ? !isDone(row) && row.milestone.date >= world.today : true))
    .filter((row) => span === null || ((span.from === null || row.milestone.date >= span.from) && (span.to === null || row.milestone.date <= span.to)))
    .sort((a, b) => (a.milestone.date < b.milestone.date ? -1 : a.milestone.date > b.milestone.date ? 1 : 0));
  const who = query.measures.length === 1 && measures[0] ? measureName(measures[0]) : whoOfOrgs(world, query.orgs);
  if (fitting.length === 0) return { lines: [words.noMilestones(world.lang, who)], measures: query.measures, orgs: query.orgs };
  const head = words.milestonesHead(world.lang, who, pen.count("count", fitting.length, { subject: subjectOf(world, query.orgs, query.measures), filter: "milstolpar" }), kind);
  const items = fitting.slice(0, TOLD).map((row) => words.milestoneItem(world.lang, measureName(row.measure), row.milestone.name, dateText(row.milestone.date, world.lang, world.today), isDone(row) && row.milestone.done ? dateText(row.milestone.done, world.lang, world.today) : null, isLate(row)));
  const ids = [...new Set(fitting.map((row) => row.measure.id))].sort();
  return { lines: [head, ...items], measures: ids, orgs: query.orgs };
}

export function whoOfOrgs(world: World, orgs: readonly OrgId[]): string {
  return orgs.length > 0 ? orgs.map((id) => orgName(world, id)).join(", ") : PLAN_NAME[world.lang];
}

function bodyText(world: World, body: string): string {
  return orgOf(world.plan.facts, body as OrgId)?.name ?? body;
}

export function runDecisions(world: World, query: PlanQuery, pen: Pen): Result {
  const wanted = world.plan.facts.decisions.filter((row) => fitsDecision(world, row, query)).sort((a, b) => (a.date < b.date ? -1 : 1));
  const measures = measuresByIds(world, query.measures);
  const who = measures.length > 0 ? listText(measures.map(measureName), world.lang) : query.about ?? whoOfOrgs(world, query.orgs);
  if (wanted.length === 0) return { lines: [words.noDecisions(world.lang, who)], measures: query.measures, orgs: query.orgs };
  const head = words.decisionsHead(world.lang, who, pen.count("count", wanted.length, { subject: subjectOf(world, query.orgs, query.measures), filter: "beslut" }));
  const items = wanted.slice(-TOLD).map((row) => decisionLine(world, row, query.measures.length === 0));
  const ids = query.measures.length > 0 ? query.measures : [...new Set(wanted.flatMap((row) => row.measures))].filter((id) => measureOf(world.plan.facts, id) !== null);
  return { lines: [head, ...items], measures: ids, orgs: query.orgs };
}

function decisionLine(world: World, row: Decision, namesMeasures: boolean): string {
  const about = namesMeasures ? listText(row.measures.flatMap((id) => { const measure = measureOf(world.plan.facts, id); return measure ? [measureName(measure)] : []; }).slice(0, 4), world.lang) : "";
  return words.decisionItem(world.lang, dateText(row.date, world.lang, world.today), bodyText(world, row.body), OUTCOME_WORDS[row.outcome][world.lang], about, row.paragraph, row.note);
}

function fitsDecision(world: World, row: Decision, query: PlanQuery): boolean {
  const visible = row.measures.filter((id) => measureOf(world.plan.facts, id) !== null);
  // A decision that is only about what the asker may not see is not told.
  if (row.measures.length > 0 && visible.length === 0) return false;
  if (query.measures.length > 0 && !query.measures.some((id) => row.measures.includes(id))) return false;
  if (query.about !== null && row.body !== query.about && bodyText(world, row.body) !== query.about && row.id !== query.about) return false;
  if (query.orgs.length > 0 && !query.orgs.some((org) => row.body === org || row.measures.some((id) => ownerUnder(world, id, org)))) return false;
  if (query.orgs.some((org) => orgOf(world.plan.facts, org)?.level === "board") && query.measures.length === 0 && !query.orgs.includes(row.body as OrgId)) return false;
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
    (query.open === null || (row.status !== "done") === query.open) &&
    (query.about === null || row.id === query.about || row.issuer === query.about || row.text.toLowerCase().includes(shortBody(query.about))) &&
    (query.orgs.length === 0 || query.orgs.some((org) => (row.responsible !== null && subtreeOf(world.plan.facts, org).has(row.responsible)) || row.issuer === org || row.issuer === orgName(world, org))) &&
    (query.period?.is !== "dates" || (row.reportBy !== null && inDates(row.reportBy, query)));
  const rows = world.plan.facts.assignments.filter(fits).sort((a, b) => ((a.reportBy ?? "9") < (b.reportBy ?? "9") ? -1 : 1));
  const who = query.about ?? whoOfOrgs(world, query.orgs);
  if (rows.length === 0) return { lines: [words.noAssignments(world.lang, who)], orgs: query.orgs };
  const lines = [words.assignmentsHead(world.lang, who, pen.count("count", rows.length, { subject: subjectOf(world, query.orgs, []), filter: "uppdrag" })), ...rows.slice(0, TOLD).map((row) => assignmentLine(world, row))];
  return { lines, orgs: [...new Set([...query.orgs, ...rows.flatMap((row) => (row.responsible ? [row.responsible] : []))])] };
}

function shortBody(body: string): string {
  return body.toLowerCase().replace(/^(region|landstings?)/, "").slice(0, 12);
}

function assignmentLine(world: World, row: Assignment): string {
  return words.assignmentItem(world.lang, row.id, bodyText(world, row.issuer), dateText(row.date, world.lang, world.today), row.text, row.reportBy ? dateText(row.reportBy, world.lang, world.today) : null, row.responsible ? orgName(world, row.responsible) : null, row.status !== "done");
}

export function runSupport(world: World, query: PlanQuery, pen: Pen): Result {
  const orgs = query.orgs.length > 0 ? query.orgs : query.mine ? ownUnits(world) : [];
  const inScope = (unit: OrgId) => orgs.length === 0 || orgs.some((org) => isUnder(world.whole.facts, unit, org));
  const known = supportKnown(world.whole).filter((row) => inScope(row.unit));
  const visible = known.filter((row) => maySeeSupport(world.whole.facts, world.viewer, row.unit));
  const isNumbersOnly = world.viewer.channel && world.viewer.roles.some(({ role }) => ["management", "plan_owner", "controller", "support_team"].includes(role));
  if (visible.length === 0 && known.length > 0 && !isNumbersOnly) return { lines: [], refuse: "support", orgs };
  const rows = isNumbersOnly ? known : visible;
  const openIds = new Set(openSupport(world.whole).map((row) => row.id));
  const open = rows.filter((row) => openIds.has(row.id));
  const who = whoOfOrgs(world, orgs);
  const subject = subjectOf(world, query.orgs, []);
  if (rows.length === 0) return { lines: [words.noSupport(world.lang, who)], orgs };
  const shown = rows
    .filter((row) => query.supportTypes.length === 0 || query.supportTypes.includes(row.type))
    .filter((row) => (query.missing ? row.firstContact === null && openIds.has(row.id) : query.open === null ? query.supportTypes.length > 0 || query.figures.length === 0 || openIds.has(row.id) : openIds.has(row.id) === query.open));
  const told = query.open === null && !query.missing && shown.some((row) => openIds.has(row.id)) ? shown.filter((row) => openIds.has(row.id)) : shown;
  const head = words.supportHead(world.lang, who, pen.count("count", open.length, { subject, filter: "öppna stödärenden" }), pen.count("count", rows.length, { subject, filter: "stödärenden" }), open[0] ? String(supportAge(open[0], world.today)) : null);
  if (isNumbersOnly) return { lines: [head], orgs };
  const items = told.slice(0, TOLD).map((row) => words.supportItem(world.lang, row.id, orgName(world, row.unit), SUPPORT_WORDS[row.type][world.lang], dateText(row.created, world.lang, world.today), row.firstContact ? dateText(row.firstContact, world.lang, world.today) : null, openIds.has(row.id) ? null : row.closed ? dateText(row.closed, world.lang, world.today) : null, row.result));
  return { lines: [head, ...items], orgs: [...new Set(told.map((row) => row.unit))] };
}

export function runUpcoming(world: World, query: PlanQuery): Result {
  const span = query.period?.is === "dates" ? query.period : { from: world.today, to: addDays(world.today, 14) };
  const from = span.from ?? world.today;
  const to = span.to ?? addDays(from, 14);
  const until = dateText(to, world.lang, world.today);
  const measures = ownedBy(world, query.orgs);
  const ending = measures.filter((measure) => measure.end !== null && `${measure.end}-31` >= from && lastDayOf(measure.end) <= to && !["done", "operational", "cancelled", "reverted"].includes(stateAt(world.plan, measure, world.week).state));
  const milestones = measures.flatMap((measure) => milestonesOf(world.plan.facts, measure.id).filter((row) => row.done === null && row.date >= from && row.date <= to).map((milestone): Dated => ({ measure, milestone })));
  milestones.sort((a, b) => (a.milestone.date < b.milestone.date ? -1 : 1));
  const assignments = world.plan.facts.assignments.filter((row) => row.status !== "done" && row.reportBy !== null && row.reportBy >= from && row.reportBy <= to);
  if (milestones.length + assignments.length + ending.length === 0) return { lines: [words.nothingUpcoming(world.lang, until)], orgs: query.orgs };
  const lines = [words.upcomingHead(world.lang, until), ...milestones.slice(0, TOLD).map((row) => words.milestoneItem(world.lang, measureName(row.measure), row.milestone.name, dateText(row.milestone.date, world.lang, world.today), null, false)), ...assignments.map((row) => assignmentLine(world, row)), ...ending.slice(0, TOLD).map((measure) => words.endingItem(world.lang, measureName(measure), monthText(measure.end as Month, world.lang, world.today)))];
  return { lines, measures: [...new Set([...milestones.map((row) => row.measure.id), ...ending.map((measure) => measure.id)])], orgs: query.orgs };
}
