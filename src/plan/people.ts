// Pure. Who holds which role for which part of the organisation, and who stands in for whom.

import { grouped, memoised } from "../lib/memo.ts";
import type { IsoDate } from "../lib/time.ts";
import { ancestorsOf } from "./organisation.ts";
import type { Deputy, Email, OrgId, PersonRow, PlanFacts, Role } from "./plan.ts";

const rowsByEmail = memoised((rows: readonly PersonRow[]) => grouped(rows, (row) => row.email));
const rowsByOrg = memoised((rows: readonly PersonRow[]) => grouped(rows, (row) => row.org));
const deputiesByEmail = memoised((rows: readonly Deputy[]) => grouped(rows, (row) => row.email));
const deputiesByDeputy = memoised((rows: readonly Deputy[]) => grouped(rows, (row) => row.deputy));

/** A person's rows, one per role and organisation; empty when not in Personer. `email` in any case. */
export function rolesOf(facts: PlanFacts, email: string): readonly PersonRow[] {
  return rowsByEmail(facts.persons).get(email.trim().toLowerCase() as Email) ?? [];
}

/** Those who hold `role` for exactly this organisation, in file order. */
export function peopleFor(facts: PlanFacts, org: OrgId, role: Role): readonly PersonRow[] {
  return (rowsByOrg(facts.persons).get(org) ?? []).filter((row) => row.role === role);
}

/** Everyone who holds `role` anywhere, in file order. */
export function peopleWith(facts: PlanFacts, role: Role): readonly PersonRow[] {
  return facts.persons.filter((row) => row.role === role);
}

/** The name in Personer, or null. */
export function nameOf(facts: PlanFacts, email: string): string | null {
  return rolesOf(facts, email)[0]?.name ?? null;
}

/** The units a person is linjechef for, in file order. */
export function unitsLedBy(facts: PlanFacts, email: string): readonly OrgId[] {
  return rolesOf(facts, email)
    .filter((row) => row.role === "line_manager")
    .map((row) => row.org);
}

/** Those who hold `role` for the organisation itself or the nearest one above it that has any. */
export function nearestPeople(facts: PlanFacts, org: OrgId, role: Role): readonly PersonRow[] {
  for (const id of [org, ...ancestorsOf(facts, org).map((above) => above.id)]) {
    const found = peopleFor(facts, id, role);
    if (found.length > 0) return found;
  }
  return [];
}

/** The chef nearest above a unit's linjechef: its verksamhetschef, else its förvaltningschef ("närmaste chef"). */
export function nearestManagers(facts: PlanFacts, unit: OrgId): readonly PersonRow[] {
  const area = nearestPeople(facts, unit, "area_manager");
  return area.length > 0 ? area : nearestPeople(facts, unit, "administration_manager");
}

/** Who stands in for a person on `date` (both ends of a period included), or null. */
export function deputyFor(facts: PlanFacts, email: Email, date: IsoDate): Email | null {
  return (
    deputiesByEmail(facts.deputies)
      .get(email)
      ?.find((row) => covers(row, date))?.deputy ?? null
  );
}

/** Those whom a person stands in for on `date`. */
export function standsInFor(facts: PlanFacts, deputy: Email, date: IsoDate): readonly Email[] {
  const rows = deputiesByDeputy(facts.deputies).get(deputy) ?? [];
  return rows.filter((row) => covers(row, date)).map((row) => row.email);
}

function covers(row: Deputy, date: IsoDate): boolean {
  return row.from <= date && date <= row.to;
}
