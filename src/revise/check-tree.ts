// Pure. The shape of the organisation, and circles in it and among the prerequisites.
import { LEVELS, type Level } from "../plan/plan.ts";
import { levelWord, type ReadSheets } from "./check-rows.ts";
import type { Fault } from "./fault.ts";
import type { Findings } from "./findings.ts";
import type { SheetRow } from "./read-sheet.ts";
import { SHEETS } from "./sheets.ts";

/** One region at the top; everything else under something of its own level or a higher one; no circle. */
export function checkOrganisation(sheets: ReadSheets, errors: Findings): void {
  const { orgs } = sheets;
  if (!orgs || !["id", "level", "parent"].every((field) => orgs.at.has(field))) return;
  const named = orgs.rows.filter((row) => typeof row.values.id === "string");
  const byId = new Map(named.map((row) => [row.values.id, row]));
  let region: SheetRow | null = null;
  for (const row of orgs.rows) {
    const fault = parentFault(row, byId);
    if (fault) errors.add(orgPlace(row, "parent"), () => fault);
    if (row.values.level !== "region") continue;
    const firstRow = region?.row;
    if (firstRow !== undefined) errors.add(orgPlace(row, "level"), () => ({ is: "secondRegion", firstRow }));
    region ??= row;
  }
  const place = { sheet: SHEETS.orgs.name, row: null, column: null, value: null };
  if (!region && orgs.rows.every((row) => row.values.level !== undefined))
    errors.add(place, () => ({ is: "noRegion" }));
  const edges = new Map(named.map((row) => [row.values.id as string, parentsOf(row)]));
  for (const path of circles(edges)) {
    const row = byId.get(path[0]);
    // A region with something above it has been told already.
    const hasRegion = path.some((id) => byId.get(id)?.values.level === "region");
    if (row && !hasRegion) errors.add(orgPlace(row, "parent"), () => ({ is: "orgCycle", path: path.join(" → ") }));
  }
}

function parentFault(row: SheetRow, byId: ReadonlyMap<unknown, SheetRow>): Fault | null {
  const level = row.values.level as Level | undefined;
  const id = row.values.parent;
  if (level === undefined || id === undefined) return null;
  if (level === "region") return id === null ? null : { is: "parentOfRegion" };
  if (id === null) return { is: "parentMissing" };
  const parentLevel = byId.get(id)?.values.level as Level | undefined;
  if (parentLevel === undefined || LEVELS.indexOf(parentLevel) <= LEVELS.indexOf(level)) return null;
  // A circle is told once, instead of this.
  if (reaches(byId, id, row.values.id)) return null;
  return { is: "parentNotHigher", parent: String(id), parentLevel: levelWord(parentLevel), level: levelWord(level) };
}

function reaches(byId: ReadonlyMap<unknown, SheetRow>, from: unknown, to: unknown): boolean {
  const seen = new Set<unknown>();
  for (let id = from; typeof id === "string" && !seen.has(id); id = byId.get(id)?.values.parent) {
    if (id === to) return true;
    seen.add(id);
  }
  return false;
}

function orgPlace(row: SheetRow, field: "level" | "parent") {
  const value = field === "parent" ? row.values.parent : levelWord(row.values.level as Level);
  const column = SHEETS.orgs.columns[field].name;
  return { sheet: SHEETS.orgs.name, row: row.row, column, value: typeof value === "string" ? value : null };
}

function parentsOf(row: SheetRow): string[] {
  const parent = row.values.parent;
  return typeof parent === "string" ? [parent] : [];
}

/** No measure may depend on itself, directly or through others. */
export function checkPrerequisites(sheets: ReadSheets, errors: Findings): void {
  const rows = sheets.prerequisites?.rows ?? [];
  const edges = new Map<string, string[]>();
  for (const { values } of rows) {
    if (typeof values.measure !== "string" || typeof values.dependsOn !== "string") continue;
    const known = edges.get(values.measure);
    if (known) known.push(values.dependsOn);
    else edges.set(values.measure, [values.dependsOn]);
  }
  for (const path of circles(edges)) {
    const row = rows.find(({ values }) => values.measure === path[0] && values.dependsOn === path[1]);
    const column = SHEETS.prerequisites.columns.dependsOn.name;
    const place = { sheet: SHEETS.prerequisites.name, row: row?.row ?? null, column, value: path[1] ?? null };
    errors.add(place, () => ({ is: "prerequisiteCycle", path: path.join(" → ") }));
  }
}

/**
 * Each circle that a walk meets, as ids with the first one again at the end; circles that share a way are told once.
 * Walks with a stack of its own, so that a chain of any length is no trouble.
 */
function* circles(edges: ReadonlyMap<string, readonly string[]>): Generator<string[]> {
  const done = new Set<string>();
  for (const start of edges.keys()) {
    if (done.has(start)) continue;
    const path: { id: string; next: number }[] = [{ id: start, next: 0 }];
    const onPath = new Map([[start, 0]]);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const target = edges.get(top.id)?.[top.next++];
      if (target === undefined) {
        path.pop();
        onPath.delete(top.id);
        done.add(top.id);
      } else if (onPath.has(target)) {
        yield [...path.slice(onPath.get(target)).map(({ id }) => id), target];
      } else if (!done.has(target)) {
        onPath.set(target, path.length);
        path.push({ id: target, next: 0 });
      }
    }
  }
}
