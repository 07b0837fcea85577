// Pure. What has been set in chat, laid over the imported facts.
import type { Deputy, MeasureId, Org, OrgId, PlanFacts, Prerequisite } from "../../plan/plan.ts";
import type { Alias } from "./plan.ts";

export type Mark = Pick<Prerequisite, "measure" | "description" | "met"> & {
  readonly date: NonNullable<Prerequisite["date"]>;
};

export interface Overlay {
  readonly aliases: readonly Alias[];
  readonly marks: readonly Mark[];
  /** Oldest first. */
  readonly deputies: readonly Deputy[];
}

/**
 * The facts as they hold; the very same object when nothing was set, and the very same lists where nothing of theirs was:
 * what has been worked out from a list is kept by it. Files win only with a later date.
 */
export function layOver(facts: PlanFacts, overlay: Overlay): PlanFacts {
  const { aliases, marks, deputies } = overlay;
  if (aliases.length + marks.length + deputies.length === 0) return facts;
  return {
    ...facts,
    measures: changed(facts.measures, (measure) => withAliases(measure, aliasesOf(aliases, "measure", measure.id))),
    orgs: changed(facts.orgs, (org) => withAliases(org, aliasesOf(aliases, "org", org.id))),
    prerequisites: changed(facts.prerequisites, (row) => withMark(row, marks)),
    // Whoever looks for a deputy takes the first that covers the day: what was said last goes before the file.
    deputies: [...[...deputies].reverse(), ...facts.deputies.filter((row) => !deputies.some((set) => same(set, row)))],
  };
}

function changed<T>(rows: readonly T[], change: (row: T) => T): readonly T[] {
  const after = rows.map(change);
  return after.every((row, at) => row === rows[at]) ? rows : after;
}

function aliasesOf(aliases: readonly Alias[], of: "measure" | "org", id: MeasureId | OrgId): string[] {
  return aliases.filter((row) => row[of] === id).map((row) => row.alias);
}

function withAliases<T extends Pick<Org, "aliases">>(row: T, added: readonly string[]): T {
  const known = new Set(row.aliases.map((alias) => alias.toLocaleLowerCase("sv")));
  const fresh = added.filter((alias) => !known.has(alias.toLocaleLowerCase("sv")));
  return fresh.length === 0 ? row : { ...row, aliases: [...row.aliases, ...fresh] };
}

function withMark(row: Prerequisite, marks: readonly Mark[]): Prerequisite {
  const mark = marks.find((each) => each.measure === row.measure && each.description === row.description);
  if (!mark || (row.date !== null && row.date > mark.date)) return row;
  return { ...row, met: mark.met, date: mark.date };
}

function same(a: Deputy, b: Deputy): boolean {
  return a.email === b.email && a.deputy === b.deputy && a.from === b.from && a.to === b.to;
}
