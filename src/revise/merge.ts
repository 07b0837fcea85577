// Pure. What a file adds to what the bot has collected. A row of the file counts only when it is newer than what is known;
// that something is absent from the file never takes it away (spec: data-format).
import { grouped } from "../lib/memo.ts";
import type { Book } from "../plan/book.ts";
import type { Deputy, Forecast, PlanFacts, Prerequisite, ReportLine, SupportRequest } from "../plan/plan.ts";
import type { PlanContent } from "./read-plan.ts";
import { type AnyRow, type SheetKey, sheetOf } from "./sheets.ts";
import { bare } from "./text.ts";

/** The plan in force. */
export interface InForce {
  readonly version: number;
  /** With what was set in chat laid over: aliases, deputies, prerequisites met. */
  readonly facts: PlanFacts;
  /** The same version as it was imported. What differs from `facts` was collected by the bot. */
  readonly imported: PlanFacts;
  readonly book: Book;
}

export interface NewRows {
  readonly lines: readonly ReportLine[];
  readonly forecasts: readonly Forecast[];
  readonly support: readonly SupportRequest[];
}

export interface Merged {
  /** What will be in force: the file's facts with what the bot has collected laid over. */
  readonly facts: PlanFacts;
  readonly rows: NewRows;
  /** Report rows of the file that say something else than what is known, without being newer. They are left out. */
  readonly outdated: number;
}

export function merge(content: PlanContent, inForce: InForce | null): Merged {
  const { lines, outdated } = newLines(content.lines, inForce?.book.lines ?? []);
  const forecasts = newForecasts(content.forecasts, inForce?.book.forecasts ?? []);
  const support = newSupport(content.support, inForce?.book.support ?? []);
  const facts = inForce ? withCollected(content.facts, inForce) : content.facts;
  return { facts, rows: { lines, forecasts, support }, outdated };
}

/** Of a unit, measure and week that is known, only rows reported later than all known ones; of others, every row. */
function newLines(fileLines: readonly ReportLine[], known: readonly ReportLine[]) {
  const keyOf = ({ unit, measure, week }: ReportLine) => `${unit}\n${measure}\n${week}`;
  const knownLines = grouped(known, keyOf);
  const added = new Set<string>();
  const lines: ReportLine[] = [];
  let outdated = 0;
  for (const line of fileLines) {
    const before = knownLines.get(keyOf(line)) ?? [];
    const content = contentOf(line);
    if (added.has(content) || before.some((row) => row.reportedAt === line.reportedAt && contentOf(row) === content))
      continue;
    if (before.some((row) => row.reportedAt >= line.reportedAt)) outdated++;
    else {
      added.add(content);
      lines.push(line);
    }
  }
  return { lines, outdated };
}

/** Everything but how it was given: a file without the column `sätt` says nothing about that. */
function contentOf(line: ReportLine): string {
  return written("lines", { ...line, mode: null });
}

/**
 * Forecasts carry no time, so a row is known when the book has it, as many times over: a belief may go back to an
 * earlier value. An older export can thus not undo what was given since.
 */
function newForecasts(fileRows: readonly Forecast[], known: readonly Forecast[]): Forecast[] {
  const keyOf = ({ measure, given, year }: Forecast) => `${measure}\n${given}\n${year}`;
  const left = new Map([...grouped(known, keyOf)].map(([key, rows]) => [key, rows.length]));
  return fileRows.filter((row) => {
    const count = left.get(keyOf(row)) ?? 0;
    left.set(keyOf(row), count - 1);
    return count <= 0;
  });
}

/** A request is newer when its last date is later; or the same, and it says something else. */
function newSupport(fileRows: readonly SupportRequest[], known: readonly SupportRequest[]): SupportRequest[] {
  const byId = new Map(known.map((row) => [row.id, row]));
  return fileRows.filter((row) => {
    const before = byId.get(row.id);
    if (!before) return true;
    return lastDate(row) >= lastDate(before) && written("support", row) !== written("support", before);
  });
}

function lastDate({ created, firstContact, closed }: SupportRequest): string {
  return [created, firstContact ?? "", closed ?? ""].reduce((latest, date) => (date > latest ? date : latest));
}

/** A row as it comes back from a file, so that a space too many is no difference. */
function written(key: SheetKey, row: object): string {
  const values = Object.keys(sheetOf(key).columns).map((field) => (row as AnyRow)[field]);
  return JSON.stringify(values.map((value) => (typeof value === "string" ? bare(value) : value)));
}

function withCollected(facts: PlanFacts, { facts: held, imported }: InForce): PlanFacts {
  if (held === imported) return facts;
  return {
    ...facts,
    orgs: withAliases(facts.orgs, held.orgs, imported.orgs),
    measures: withAliases(facts.measures, held.measures, imported.measures),
    deputies: withDeputies(facts.deputies, held.deputies, imported.deputies),
    prerequisites: withMarks(facts.prerequisites, held.prerequisites, imported.prerequisites),
  };
}

interface Named {
  readonly id: string;
  readonly aliases: readonly string[];
}

function withAliases<T extends Named>(rows: readonly T[], held: readonly Named[], imported: readonly Named[]): T[] {
  const before = new Map(imported.map((row) => [row.id, new Set(row.aliases)]));
  const collected = new Map(
    held.map((row) => [row.id, row.aliases.filter((alias) => !before.get(row.id)?.has(alias))]),
  );
  return rows.map((row) => {
    const extra = (collected.get(row.id) ?? []).filter((alias) => !row.aliases.includes(alias));
    return extra.length === 0 ? row : { ...row, aliases: [...row.aliases, ...extra] };
  });
}

/** A period set in chat takes the place of one of the file that it overlaps. */
function withDeputies(
  rows: readonly Deputy[],
  held: readonly Deputy[],
  imported: readonly Deputy[],
): readonly Deputy[] {
  const before = new Set(imported.map((row) => written("deputies", row)));
  const collected = held.filter((row) => !before.has(written("deputies", row)));
  const overlaps = (row: Deputy) =>
    collected.some(({ email, from, to }) => email === row.email && from <= row.to && to >= row.from);
  return collected.length === 0 ? rows : [...rows.filter((row) => !overlaps(row)), ...collected];
}

/** How a prerequisite stands, as marked in chat, holds until the file has a row with a later date. */
function withMarks(rows: readonly Prerequisite[], held: readonly Prerequisite[], imported: readonly Prerequisite[]) {
  const keyOf = ({ measure, description }: Prerequisite) => `${measure}\n${description}`;
  const before = new Set(imported.map((row) => written("prerequisites", row)));
  const marked = held.filter((row) => !before.has(written("prerequisites", row)));
  const marks = new Map(marked.map((row) => [keyOf(row), row]));
  return rows.map((row) => {
    const mark = marks.get(keyOf(row));
    const isNewer = (row.date ?? "") > (mark?.date ?? "");
    return mark === undefined || isNewer ? row : { ...row, met: mark.met, date: mark.date };
  });
}
