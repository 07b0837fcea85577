// Pure. What does not add up: periods that end before they begin (errors), and what is worth a second look (warnings).
import { SEK_PER_MKR } from "../plan/amount.ts";
import type { ReadSheets } from "./check-rows.ts";
import type { Findings } from "./findings.ts";
import { decimalText } from "./number-kinds.ts";
import type { SheetRow } from "./read-sheet.ts";
import { type SheetKey, sheetOf } from "./sheets.ts";

export function checkPeriods(sheets: ReadSheets, errors: Findings): void {
  checkPeriod(sheets, "measures", "start", "end", errors);
  checkPeriod(sheets, "deputies", "from", "to", errors);
}

function checkPeriod(sheets: ReadSheets, key: SheetKey, from: string, to: string, errors: Findings): void {
  for (const row of sheets[key]?.rows ?? []) {
    const start = row.values[from];
    const end = row.values[to];
    if (typeof start !== "string" || typeof end !== "string" || end >= start) continue;
    errors.add(place(key, row, to, end), () => ({ is: "endBeforeStart", start }));
  }
}

export function warnOfOddities(sheets: ReadSheets, warnings: Findings): void {
  warnOfShares(sheets, warnings);
  warnOfAddresses(sheets, warnings);
  warnOfUnits(sheets, warnings);
}

/** Shares of a measure that together are more than what is decided for it. Told at its last share. */
function warnOfShares({ measures, participations }: ReadSheets, warnings: Findings): void {
  const decided = new Map((measures?.rows ?? []).map(({ values }) => [values.id, values.decided]));
  const sums = new Map<unknown, { sum: number; last: SheetRow }>();
  for (const row of participations?.rows ?? []) {
    const share = row.values.share;
    if (typeof share !== "number") continue;
    sums.set(row.values.measure, { sum: (sums.get(row.values.measure)?.sum ?? 0) + share, last: row });
  }
  for (const [measure, { sum, last }] of sums) {
    const whole = decided.get(measure);
    if (typeof whole !== "number" || sum <= whole) continue;
    const amounts = { shares: mkrText(sum), decided: mkrText(whole) };
    const at = place("participations", last, "share", mkrText(last.values.share as number));
    warnings.add(at, () => ({ is: "sharesExceedDecided", measure: String(measure), ...amounts }));
  }
}

function mkrText(sek: number): string {
  return decimalText(sek / SEK_PER_MKR, 1);
}

/** One `@`, a dot in the domain, nothing that no address holds: enough to be matched with a Teams UPN or mail. */
const MATCHABLE = /^[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:".]+(\.[^\s@<>()[\],;:".]+)+$/;

function warnOfAddresses({ persons, deputies }: ReadSheets, warnings: Findings): void {
  const known = new Set<unknown>();
  for (const row of persons?.rows ?? []) {
    const address = row.values.email;
    if (typeof address !== "string" || known.has(address)) continue;
    known.add(address);
    if (MATCHABLE.test(address)) continue;
    warnings.add(place("persons", row, "email", address), () => ({ is: "emailWithoutMatch" }));
  }
  for (const row of deputies?.rows ?? []) {
    for (const field of ["email", "deputy"]) {
      const address = row.values[field];
      if (typeof address !== "string" || known.has(address) || !persons?.at.has("email")) continue;
      warnings.add(place("deputies", row, field, address), () => ({ is: "personNotListed" }));
    }
  }
}

function warnOfUnits({ orgs, persons }: ReadSheets, warnings: Findings): void {
  if (!persons?.at.has("role") || !persons.at.has("org")) return;
  const managers = persons.rows.filter(({ values }) => values.role === "line_manager");
  const managed = new Set(managers.map(({ values }) => values.org));
  for (const row of orgs?.rows ?? []) {
    const unit = row.values.id;
    if (typeof unit !== "string" || row.values.level !== "unit" || managed.has(unit)) continue;
    warnings.add(place("orgs", row, "id", unit), () => ({ is: "unitWithoutManager", unit: nameOf(row, unit) }));
  }
}

function nameOf(row: SheetRow, unit: string): string {
  return typeof row.values.name === "string" ? row.values.name : unit;
}

function place(key: SheetKey, row: SheetRow, field: string, value: string) {
  const sheet = sheetOf(key);
  return { sheet: sheet.name, row: row.row, column: sheet.columns[field]?.name ?? null, value };
}
