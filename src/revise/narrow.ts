// Pure. Which rows of a plan go out: those that belong to something in it, lie within the wished scope, and that the one
// who asked may see.
import { ancestorsOf, orgOf, subtreeOf } from "../plan/organisation.ts";
import type { Email, Forecast, OrgId, PlanFacts, ReportLine, SupportRequest } from "../plan/plan.ts";
import { mayKnowName, maySeeSupport, type Viewer } from "../plan/rights.ts";
import type { FactKey } from "./compare.ts";

export type ExportRows = Pick<PlanFacts, FactKey> & {
  readonly lines: readonly ReportLine[];
  readonly forecasts: readonly Forecast[];
  readonly support: readonly SupportRequest[];
};

/** `facts` are already without the measures that the viewer may not see. */
export function narrowed(
  rows: ExportRows,
  facts: PlanFacts,
  { viewer, scope }: { readonly viewer: Viewer | null; readonly scope: OrgId | null },
): ExportRows {
  const whole = ofThisPlan(rows, facts);
  const scoped = scope === null ? whole : within(whole, facts, scope);
  return viewer ? readable(scoped, facts, viewer) : scoped;
}

/** History of a measure or unit that is no longer in the plan is kept, but no file could be imported with it. */
function ofThisPlan(rows: ExportRows, facts: PlanFacts): ExportRows {
  const measures = new Set(facts.measures.map(({ id }) => id));
  const isUnit = (id: OrgId) => orgOf(facts, id)?.level === "unit";
  return {
    ...rows,
    lines: rows.lines.filter(({ unit, measure }) => isUnit(unit) && measures.has(measure)),
    forecasts: rows.forecasts.filter(({ measure }) => measures.has(measure)),
    support: rows.support.filter(({ unit }) => isUnit(unit)),
  };
}

/** What the organisation and those below it own, take part in or report; of those above only that they exist. */
function within(rows: ExportRows, facts: PlanFacts, scope: OrgId): ExportRows {
  const inside = subtreeOf(facts, scope);
  const above = new Set(ancestorsOf(facts, scope).map(({ id }) => id));
  const taken = new Set(rows.participations.filter(({ unit }) => inside.has(unit)).map(({ measure }) => measure));
  const measures = rows.measures.filter(({ id, owner }) => inside.has(owner) || taken.has(id));
  const ids = new Set(measures.map(({ id }) => id));
  const ofMeasure = (row: { readonly measure: (typeof measures)[number]["id"] }) => ids.has(row.measure);
  const ofUnit = (row: { readonly unit: OrgId }) => inside.has(row.unit);
  const persons = rows.persons.filter(({ org }) => inside.has(org));
  const addresses = new Set(persons.map(({ email }) => email));
  return {
    orgs: rows.orgs.filter(({ id }) => inside.has(id) || above.has(id)),
    persons,
    deputies: rows.deputies.filter(({ email }) => addresses.has(email)),
    measures,
    participations: rows.participations.filter((row) => ofMeasure(row) && ofUnit(row)),
    effects: rows.effects.filter(ofMeasure),
    prerequisites: rows.prerequisites.filter(ofMeasure),
    assumptions: rows.assumptions.filter(ofMeasure),
    staffing: rows.staffing.filter(ofUnit),
    agency: rows.agency.filter(ofUnit),
    production: rows.production.filter(ofUnit),
    decisions: rows.decisions.filter((row) => row.measures.some((id) => ids.has(id))),
    assignments: rows.assignments.filter(({ responsible }) => responsible !== null && inside.has(responsible)),
    milestones: rows.milestones.filter(ofMeasure),
    indicators: rows.indicators.filter(({ org }) => inside.has(org)),
    lines: rows.lines.filter((row) => ofMeasure(row) && ofUnit(row)),
    forecasts: rows.forecasts.filter(ofMeasure),
    support: rows.support.filter(ofUnit),
  };
}

/** Names and addresses as far as the viewer may know them; the requests of units whose support may be seen. */
function readable(rows: ExportRows, facts: PlanFacts, viewer: Viewer): ExportRows {
  const known = new Map<Email, boolean>();
  const knows = (person: Email): boolean => {
    const answer = known.get(person) ?? mayKnowName(facts, viewer, person);
    known.set(person, answer);
    return answer;
  };
  const HIDDEN = "" as Email;
  return {
    ...rows,
    persons: rows.persons.filter(({ email }) => knows(email)),
    deputies: rows.deputies.filter(({ email, deputy }) => knows(email) && knows(deputy)),
    lines: rows.lines.map((line) => ({
      ...line,
      by: knows(line.by) ? line.by : HIDDEN,
      insteadOf: line.insteadOf !== null && knows(line.insteadOf) ? line.insteadOf : null,
    })),
    support: rows.support.filter(({ unit }) => maySeeSupport(facts, viewer, unit)),
  };
}
