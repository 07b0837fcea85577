// Pure. What is wrong between rows: ids that do not exist, rows that stand twice.
import type { Level } from "../plan/plan.ts";
import { cellText, type Reference } from "./column.ts";
import type { Fault } from "./fault.ts";
import type { Findings } from "./findings.ts";
import type { SheetRow, SheetRows } from "./read-sheet.ts";
import { SHEET_KEYS, type Sheet, type SheetKey, sheetOf } from "./sheets.ts";
import { nearestOf } from "./text-kinds.ts";
import { LEVEL_WORDS } from "./vocabulary.ts";

export type ReadSheets = Readonly<Partial<Record<SheetKey, SheetRows>>>;

/** Tells every id that refers to nothing, and every unit column that holds something larger than a unit. */
export function checkReferences(sheets: ReadSheets, errors: Findings): void {
  const known = knownIds(sheets);
  for (const key of SHEET_KEYS) {
    const read = sheets[key];
    if (!read) continue;
    for (const [field, column] of Object.entries(sheetOf(key).columns)) {
      if (column.refersTo === null || !read.at.has(field)) continue;
      const faultOf = referenceCheck(column.refersTo, known);
      for (const row of read.rows) {
        for (const id of idsIn(row.values[field])) {
          const fault = faultOf(id);
          const place = { sheet: sheetOf(key).name, row: row.row, column: column.name, value: id };
          if (fault) errors.add(place, fault);
        }
      }
    }
  }
}

interface KnownIds {
  /** Null when the sheet could not be read: then nothing is said of ids in it. */
  readonly measures: ReadonlySet<string> | null;
  /** Id → level; null where the level could not be read. */
  readonly orgs: ReadonlyMap<string, Level | null> | null;
}

function knownIds({ measures, orgs }: ReadSheets): KnownIds {
  return {
    measures: measures?.at.has("id") ? new Set(levelsById(measures).keys()) : null,
    orgs: orgs?.at.has("id") ? levelsById(orgs) : null,
  };
}

function levelsById({ rows }: SheetRows): Map<string, Level | null> {
  const named = rows.filter(({ values }) => typeof values.id === "string");
  return new Map(named.map(({ values }) => [values.id as string, (values.level ?? null) as Level | null]));
}

function referenceCheck(refersTo: Reference, known: KnownIds): (id: string) => (() => Fault) | null {
  const { measures, orgs } = known;
  if (refersTo === "measure") {
    const isUnknown = (id: string) => measures !== null && !measures.has(id);
    return (id) =>
      isUnknown(id) ? () => ({ is: "unknownMeasure", nearest: nearestOf(id, [...(measures ?? [])]) }) : null;
  }
  return (id) => {
    if (orgs === null) return null;
    if (!orgs.has(id)) return () => ({ is: "unknownOrg", nearest: nearestOf(id, candidates(orgs, refersTo)) });
    const level = orgs.get(id) ?? null;
    return refersTo === "unit" && level !== null && level !== "unit"
      ? () => ({ is: "notUnit", level: levelWord(level) })
      : null;
  };
}

function candidates(orgs: ReadonlyMap<string, Level | null>, refersTo: Reference): string[] {
  return [...orgs].filter(([, level]) => refersTo === "org" || level === "unit").map(([id]) => id);
}

/** The Swedish word of the file for a level. */
export function levelWord(level: Level): string {
  return Object.entries(LEVEL_WORDS).find(([, code]) => code === level)?.[0] ?? level;
}

function idsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? (value as string[]) : [];
}

/** Tells each row whose key already stood in its sheet, at the key's last column, with the row it repeats. */
export function checkRepeats(sheets: ReadSheets, errors: Findings, warnings: Findings): void {
  for (const key of SHEET_KEYS) {
    const sheet = sheetOf(key);
    const read = sheets[key];
    if (!read || sheet.repeated === "allowed") continue;
    const firstRows = new Map<string, number>();
    for (const row of read.rows) {
      const parts = keyOf(sheet, row);
      if (parts === null) continue;
      const firstRow = firstRows.get(parts.join("\n"));
      if (firstRow === undefined) firstRows.set(parts.join("\n"), row.row);
      else if (sheet.repeated === "warning")
        warnings.add(repeatPlace(sheet, read, row), () => ({ is: "repeatedRow", firstRow }));
      else errors.add(repeatPlace(sheet, read, row), () => ({ is: "duplicate", firstRow, key: parts.join(" · ") }));
    }
  }
}

/** Null when a part of the key could not be read. */
function keyOf(sheet: Sheet, row: SheetRow): string[] | null {
  const parts = sheet.key.map((field) => row.values[field]);
  return parts.every((part) => typeof part === "string") ? (parts as string[]) : null;
}

function repeatPlace(sheet: Sheet, read: SheetRows, row: SheetRow) {
  const field = sheet.key.at(-1) ?? "";
  const cell = row.cells[read.at.get(field) ?? -1] ?? null;
  return { sheet: sheet.name, row: row.row, column: sheet.columns[field]?.name ?? null, value: cellText(cell) };
}
