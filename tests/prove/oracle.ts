// What must hold after a round, whatever happened in it: asked of the fake Teams (what stands in the chats) and of the
// database (what the bot believes).

import type { OrgId } from "../../src/plan/plan.ts";
import { type Week, weekNumber } from "../../src/plan/week.ts";
import type { OutboxRow } from "../../src/store/outbox/outbox.ts";
import { openStore, type Store, type StorePlace } from "../../src/store/store.ts";
import { cardTexts, isObject } from "../helpers/fake-teams/read-card.ts";
import type { FakeTeams, Shown } from "../helpers/fake-teams.ts";
import { chefOf, type Region, unitOf } from "./region.ts";

export interface Verdict {
  /** Every rule that was broken, in words; empty: all held. */
  readonly faults: readonly string[];
  readonly sent: number;
  readonly ambiguous: number;
  /** Of the ambiguous: how many had come through. */
  readonly cameThrough: number;
  readonly reports: number;
  readonly digests: number;
}

export interface Expected {
  readonly week: Week;
  /** Units whose press was answered with a receipt. */
  readonly acknowledged: ReadonlySet<string>;
  /** Sends that may have been cut off: what was in flight at the kills, and connections that were cut. */
  readonly inFlight: number;
  readonly digest: boolean;
}

/** Opens the database; nobody else may have the embedded one. */
export async function judge(
  place: StorePlace,
  teams: FakeTeams,
  region: Region,
  weeks: readonly Expected[],
): Promise<readonly Verdict[]> {
  const store = await openStore(place);
  try {
    const verdicts: Verdict[] = [];
    for (const expected of weeks) verdicts.push(await judgeWeek(store, teams, region, expected));
    return verdicts;
  } finally {
    await store.close();
  }
}

async function judgeWeek(store: Store, teams: FakeTeams, region: Region, expected: Expected): Promise<Verdict> {
  const faults: string[] = [];
  const { week } = expected;
  const rows = await store.outbox.byWeek(week);
  const cards = cardsInChats(teams, region, week);
  const rowOf = new Map(rows.filter((row) => row.kind === "card").map((row) => [recipientOf(row), row]));
  if (rowOf.size !== region.chefs.length) faults.push(`${week}: ${rowOf.size} rows for ${region.chefs.length} chefs`);
  for (const chef of region.chefs) faults.push(...faultsOfOne(week, rowOf.get(chef.email), cards.get(chef.email) ?? 0));
  const unsure = rows.filter((row) => row.state === "ambiguous");
  if (unsure.length > expected.inFlight)
    faults.push(
      `${week}: ${unsure.length} ambiguous (${textsOf(unsure)}), but only ${expected.inFlight} were in flight`,
    );
  const digests = digestsInChannel(teams, region, week);
  if (expected.digest) faults.push(...digestFaults(week, rows, digests));
  const reports = await reportsOf(store, region, expected, faults);
  return {
    faults,
    sent: rows.filter((row) => row.kind === "card" && row.state === "sent").length,
    ambiguous: unsure.length,
    cameThrough: unsure.filter((row) => (cards.get(recipientOf(row)) ?? 0) > 0).length,
    reports,
    digests,
  };
}

/** What is noted of each. */
function textsOf(rows: readonly OutboxRow[]): string {
  return rows.map(({ kind, code, reason }) => [kind, code, reason].filter(Boolean).join(" ")).join("; ");
}

function faultsOfOne(week: Week, row: OutboxRow | undefined, standing: number): string[] {
  if (!row) return [`${week}: a chef has no row`];
  const allowed = row.state === "sent" ? [1] : row.state === "ambiguous" ? [0, 1] : [];
  return allowed.includes(standing)
    ? []
    : [`${week}: ${recipientOf(row)} is ${row.state} (${row.reason}), with ${standing} cards`];
}

function digestFaults(week: Week, rows: readonly OutboxRow[], digests: number): string[] {
  const [row, ...more] = rows.filter((one) => one.kind === "digest");
  if (!row || more.length > 0) return [`${week}: ${row ? more.length + 1 : 0} digest rows`];
  const allowed = row.state === "sent" ? [1] : row.state === "ambiguous" ? [0, 1] : [];
  return allowed.includes(digests) ? [] : [`${week}: the digest is ${row.state}, and stands ${digests} times`];
}

/** Every answer that got its receipt is kept, and none is there twice. */
async function reportsOf(store: Store, region: Region, expected: Expected, faults: string[]): Promise<number> {
  const { week, acknowledged } = expected;
  let count = 0;
  for (let unit = 1; unit <= region.chefs.length; unit++) {
    const report = await store.collect.findReport(unitOf(unit) as OrgId, week);
    if (report) count++;
    if (!report && acknowledged.has(unitOf(unit))) faults.push(`${week}: the report of ${unitOf(unit)} is lost`);
    if (report && report.version !== 1) faults.push(`${week}: ${unitOf(unit)} has version ${report.version}`);
  }
  return count;
}

/** How many cards of the week have been posted in each chef's chat, whatever stands in their place now. */
function cardsInChats(teams: FakeTeams, region: Region, week: Week): ReadonlyMap<string, number> {
  const heading = new RegExp(`^Veckorapport v\\. ${weekNumber(week)} `);
  const counts = new Map<string, number>();
  for (let unit = 1; unit <= region.chefs.length; unit++) {
    const chef = teams.person(chefOf(unit));
    counts.set(chef.email, teams.shows(chef).filter((shown) => heading.test(firstText(shown))).length);
  }
  return counts;
}

function digestsInChannel(teams: FakeTeams, region: Region, week: Week): number {
  const heading = new RegExp(`v\\. ${weekNumber(week)}\\n\\d+ av \\d+ enheter`);
  return teams.shows(region.channel).filter((shown) => heading.test(firstText(shown))).length;
}

/** As it was posted. */
export function firstText(shown: Shown): string {
  const activity = shown.before[0] ?? shown.activity;
  const [attachment] = Array.isArray(activity.attachments) ? activity.attachments.filter(isObject) : [];
  const card = isObject(attachment?.content) ? attachment.content : null;
  return typeof activity.text === "string" && activity.text !== ""
    ? activity.text
    : (card ? cardTexts(card) : []).join("\n");
}

function recipientOf(row: OutboxRow): string {
  return "person" in row.to ? row.to.person : "";
}
