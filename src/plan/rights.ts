// Pure. Who may see and do what (the table of answers.md). A role reaches as far as its organisation; several roles: the
// union; in a channel no more than the ledningsgrupp may see, and never a person's name.
import type { IsoDate } from "../lib/time.ts";
import { isUnder, orgsUnder, regionOf, subtreeOf } from "./organisation.ts";
import { peopleFor, rolesOf, standsInFor } from "./people.ts";
import type { Email, Lang, Measure, OrgId, PlanFacts, Role } from "./plan.ts";

/** The one who asks, and where the answer will be read. */
export interface Viewer {
  readonly email: Email;
  readonly lang: Lang;
  readonly roles: readonly { readonly role: Role; readonly org: OrgId }[];
  /** An answer in a channel is limited to what the ledningsgrupp may see, never a person's name. */
  readonly channel: boolean;
}

const CHEFS: readonly Role[] = ["area_manager", "administration_manager"];
const OFFICE: readonly Role[] = ["plan_owner", "controller"];
const BEYOND_OWN: readonly Role[] = [...CHEFS, ...OFFICE];

/** The viewer with all their roles, or null when the person is not in Personer. `email` in any case. */
export function viewerOf(facts: PlanFacts, email: string, channel = false): Viewer | null {
  const rows = rolesOf(facts, email);
  const first = rows[0];
  if (!first) return null;
  return { email: first.email, lang: first.lang, roles: rows.map(({ role, org }) => ({ role, org })), channel };
}

/**
 * Whether the viewer holds one of `roles` for `org` or something above it. A linjechef leads exactly that unit, nothing
 * below it.
 */
export function reaches(facts: PlanFacts, viewer: Viewer, roles: readonly Role[], org: OrgId): boolean {
  return viewer.roles.some(
    (held) =>
      roles.includes(held.role) && (held.role === "line_manager" ? held.org === org : isUnder(facts, org, held.org)),
  );
}

/** Free-text comments and next steps of a unit's lines. Never in a channel: the ledningsgrupp may not read them. */
export function mayReadText(facts: PlanFacts, viewer: Viewer, unit: OrgId): boolean {
  return !viewer.channel && reaches(facts, viewer, ["line_manager", ...BEYOND_OWN], unit);
}

export interface MissingReach {
  /** Units of which it may be told by name that they have not reported. */
  readonly units: ReadonlySet<OrgId>;
  /** Förvaltningar for which the number may be told. */
  readonly administrations: ReadonlySet<OrgId>;
}

/** Which units have not reported: what may be told by name, and what as numbers per förvaltning. */
export function missingReachOf(facts: PlanFacts, viewer: Viewer): MissingReach {
  const units = new Set<OrgId>();
  const administrations = new Set<OrgId>();
  for (const { role, org } of viewer.roles) {
    if (!BEYOND_OWN.includes(role) && role !== "management" && role !== "line_manager") continue;
    const inside = role === "line_manager" ? [org] : subtreeOf(facts, org);
    if (role !== "management" && !viewer.channel) for (const id of inside) units.add(id);
    if (role === "line_manager") continue;
    for (const { id } of orgsUnder(facts, org, "administration")) administrations.add(id);
  }
  return { units, administrations };
}

/** The name of a person: one's own, the chefer of one's tree, or anyone within reach of planägare and controller. */
export function mayKnowName(facts: PlanFacts, viewer: Viewer, person: Email): boolean {
  if (viewer.channel) return false;
  if (viewer.email === person) return true;
  return rolesOf(facts, person).some(
    ({ role, org }) => reaches(facts, viewer, OFFICE, org) || (isChef(role) && reaches(facts, viewer, CHEFS, org)),
  );
}

/** The change log of a unit (for a measure: of its owner). Never in a channel. */
export function mayReadLog(facts: PlanFacts, viewer: Viewer, unit: OrgId): boolean {
  return mayReadText(facts, viewer, unit);
}

export interface ReportingRight {
  readonly as: "manager" | "deputy" | "on_behalf";
  /** Whom the report is given for; null for the unit's own linjechef, or when the unit has none. */
  readonly insteadOf: Email | null;
}

/** How the viewer may report for a unit on `today`, or null when they may not. */
export function reportingRight(facts: PlanFacts, viewer: Viewer, unit: OrgId, today: IsoDate): ReportingRight | null {
  const managers = peopleFor(facts, unit, "line_manager").map((row) => row.email);
  if (managers.includes(viewer.email)) return { as: "manager", insteadOf: null };
  const away = standsInFor(facts, viewer.email, today).find((email) => managers.includes(email));
  if (away !== undefined) return { as: "deputy", insteadOf: away };
  if (reaches(facts, viewer, BEYOND_OWN, unit)) return { as: "on_behalf", insteadOf: managers[0] ?? null };
  return null;
}

/** The week's digest, as the ledningsgrupp's channel has it: the ledningsgrupp and the planägare of the whole plan. */
export function maySeeDigest(facts: PlanFacts, viewer: Viewer): boolean {
  const top = regionOf(facts);
  return top !== null && reaches(facts, viewer, ["plan_owner", "management"], top.id);
}

/** Send reminders, set the schedule, bind a channel, import, withdraw a digest: the planägare of the whole plan. */
export function maySteer(facts: PlanFacts, viewer: Viewer): boolean {
  const top = regionOf(facts);
  return top !== null && reaches(facts, viewer, ["plan_owner"], top.id);
}

/** Remind the units at or below `org`: the planägare who reaches it. */
export function mayRemind(facts: PlanFacts, viewer: Viewer, org: OrgId): boolean {
  return reaches(facts, viewer, ["plan_owner"], org);
}

/** Export what lies at or below `scope` (null: the whole plan), within what may be seen. */
export function mayExport(facts: PlanFacts, viewer: Viewer, scope: OrgId | null): boolean {
  const org = scope ?? regionOf(facts)?.id;
  return org !== undefined && viewer.roles.some(({ role }) => reaches(facts, viewer, [role], org));
}

/** Verify the realised effect of a measure: a controller who reaches its owner. */
export function mayVerify(facts: PlanFacts, viewer: Viewer, measure: Measure): boolean {
  return reaches(facts, viewer, ["controller"], measure.owner);
}

/** A unit's support requests: its own chefer, those who run the plan, the förstärkningsteam and the ledningsgrupp. */
export function maySeeSupport(facts: PlanFacts, viewer: Viewer, unit: OrgId): boolean {
  if (viewer.channel) return false;
  return reaches(facts, viewer, ["line_manager", ...BEYOND_OWN, "support_team", "management"], unit);
}

function isChef(role: Role): boolean {
  return role === "line_manager" || CHEFS.includes(role);
}
