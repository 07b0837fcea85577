// A region made for proofs: as many units as wanted, each with one chef and one measure under way, a planägare and a
// channel. Put in a database, and known to the fake Teams.
import { parseInstant } from "../../src/lib/time.ts";
import type { Email } from "../../src/plan/plan.ts";
import { openStore, type Store, type StorePlace } from "../../src/store/store.ts";
import { aPlan, type PlanBuilder } from "../helpers/a-plan.ts";
import type { Channel, FakeTeams, Person } from "../helpers/fake-teams.ts";

export const OWNER = "plan@region.example";

export interface Region {
  readonly chefs: readonly Person[];
  readonly owner: Person;
  readonly channel: Channel;
}

export interface RegionSize {
  readonly units: number;
  readonly zone?: string;
  /** Met in the roster only: the first message opens the chat. */
  readonly firstContact?: boolean;
  /** When the plan was imported; nothing that fell due before is owed. */
  readonly since: string;
}

export function chefOf(unit: number): string {
  return `chef${unit}@region.example`;
}

export function unitOf(unit: number): string {
  return `E${unit}`;
}

export function measureOf(unit: number): string {
  return `Å-${unit}`;
}

export function regionPlan({ units, zone = "Europe/Stockholm" }: Pick<RegionSize, "units" | "zone">): PlanBuilder {
  const plan = aPlan().header({ zone }).person(OWNER, "plan_owner", "REG");
  for (let unit = 1; unit <= units; unit++) {
    plan
      .unit(unitOf(unit), "SJH", { name: `Enhet ${unit}` })
      .person(chefOf(unit), "line_manager", unitOf(unit))
      .measure(measureOf(unit), { owner: unitOf(unit) });
  }
  return plan;
}

/** Makes the tables, the plan and the people. The store is closed again. */
export async function makeRegion(place: StorePlace, teams: FakeTeams, size: RegionSize): Promise<Region> {
  const chefs = Array.from({ length: size.units }, (_, index) => teams.person(chefOf(index + 1)));
  const owner = teams.person(OWNER);
  const channel = teams.channel("Ledningsgrupp", [owner]);
  const store = await openStore(place);
  try {
    await savePlan(store, size);
    await meetEverybody(store, teams, [...chefs, owner], channel, size);
  } finally {
    await store.close();
  }
  return { chefs, owner, channel };
}

async function savePlan(store: Store, size: RegionSize): Promise<void> {
  const at = parseInstant(size.since);
  if (at === null) throw new Error(`not a time: ${size.since}`);
  const meta = { by: OWNER, source: "proof", hash: "proof", changes: [], at };
  const saved = await store.plan.saveVersion(
    0,
    regionPlan(size).facts(),
    { lines: [], forecasts: [], support: [] },
    meta,
  );
  if (saved.outcome !== "saved") throw new Error("the plan was not saved");
}

async function meetEverybody(
  store: Store,
  { serviceUrl }: FakeTeams,
  people: readonly Person[],
  channel: Channel,
  size: RegionSize,
): Promise<void> {
  const at = parseInstant(size.since);
  if (at === null) throw new Error(`not a time: ${size.since}`);
  const tenant = people[0]?.tenant ?? "";
  const bound = { name: "management", tenant, team: channel.teamId, channel: channel.id, serviceUrl } as const;
  await store.people.bindChannel({ ...bound, by: OWNER, at });
  const roster = people.map(({ aadId, teamsId, email }) => ({
    tenant,
    aadObjectId: aadId,
    teamsId,
    email: email as Email,
  }));
  await store.people.saveRoster(roster);
  if (size.firstContact) return;
  for (const { aadId, conversationId } of people) {
    await store.people.saw({ tenant, aadObjectId: aadId, conversation: conversationId, serviceUrl, installed: true });
  }
}
