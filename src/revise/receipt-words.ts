// What a person reads after an import, in Swedish and English.
import type { Lang } from "../plan/plan.ts";
import type { Change } from "./compare.ts";
import type { Issue } from "./fault.ts";

/** How many there are in a file. */
export type Counts = Readonly<
  Record<"measures" | "units" | "orgs" | "persons" | "effects" | "reports" | "forecasts" | "support", number>
>;

export interface ReceiptWords {
  saved(version: number): string;
  wouldSave(version: number): string;
  unchanged(version: number): string;
  counts(counts: Counts): string;
  added(added: { readonly reports: number; readonly forecasts: number; readonly support: number }): string;
  changes(count: number): string;
  change(change: Change): string;
  more(count: number): string;
  warnings(count: number): string;
  errors(count: number): string;
  wholeList(rest: number): string;
  issue(issue: Issue): string;
  readonly refused: string;
  readonly noPlanYet: string;
}

const SV: ReceiptWords = {
  saved: (version) => `Klart, planen är inläst som version ${version}.`,
  wouldSave: (version) => `Filen går att läsa in. Den skulle bli version ${version}. Inget är sparat.`,
  unchanged: (version) => `Filen säger samma sak som den plan som gäller (version ${version}). Inget är ändrat.`,
  counts: ({ measures, units, persons }) =>
    `Filen har ${counted(measures, "åtgärd", "åtgärder")}, ${counted(units, "enhet", "enheter")} och ${counted(persons, "person", "personer")}.`,
  added: ({ reports, forecasts, support }) =>
    addedText("Ny historik", [
      [reports, "rapportrad", "rapportrader"],
      [forecasts, "prognos", "prognoser"],
      [support, "stödbegäran", "stödbegäranden"],
    ]),
  changes: (count) => `${counted(count, "ändring", "ändringar")}:`,
  change: ({ sheet, row, field, from, to }) =>
    field !== null
      ? `${sheet} ${row}, ${field}: ${from ?? "tomt"} → ${to ?? "tomt"}`
      : `${sheet} ${row}: ${from === null ? `ny${named(row, to)}` : `borttagen${named(row, from)}`}`,
  more: (count) => `… och ${count} till.`,
  warnings: (count) => `${counted(count, "sak", "saker")} att titta på:`,
  errors: (count) => `Planen är inte inläst: ${counted(count, "sak", "saker")} behöver rättas först. Inget är ändrat.`,
  wholeList: (rest) => `Hela listan har ${rest} till.`,
  issue: (issue) => issueText(issue, "rad", (value) => `”${value}”`),
  refused:
    "Det är planägaren som läser in planen, så jag har inte läst filen. Hör av dig till planägaren om något behöver ändras.",
  noPlanYet: "Det finns ingen plan ännu. Den första läses in med kommandot plan import av den som sköter boten.",
};

const EN: ReceiptWords = {
  saved: (version) => `Done, the plan is imported as version ${version}.`,
  wouldSave: (version) => `The file can be imported. It would become version ${version}. Nothing is saved.`,
  unchanged: (version) => `The file says the same as the plan in force (version ${version}). Nothing is changed.`,
  counts: ({ measures, units, persons }) =>
    `The file has ${counted(measures, "measure", "measures")}, ${counted(units, "unit", "units")} and ${counted(persons, "person", "persons")}.`,
  added: ({ reports, forecasts, support }) =>
    addedText("New history", [
      [reports, "report line", "report lines"],
      [forecasts, "forecast", "forecasts"],
      [support, "support request", "support requests"],
    ]),
  changes: (count) => `${counted(count, "change", "changes")}:`,
  change: ({ sheet, row, field, from, to }) =>
    field !== null
      ? `${sheet} ${row}, ${field}: ${from ?? "empty"} → ${to ?? "empty"}`
      : `${sheet} ${row}: ${from === null ? `new${named(row, to)}` : `removed${named(row, from)}`}`,
  more: (count) => `… and ${count} more.`,
  warnings: (count) => `${counted(count, "thing", "things")} to look at:`,
  errors: (count) =>
    `The plan is not imported: ${counted(count, "thing needs", "things need")} mending first. Nothing is changed.`,
  wholeList: (rest) => `The whole list has ${rest} more.`,
  issue: (issue) => issueText(issue, "row", (value) => `“${value}”`),
  refused:
    "Importing the plan is for the plan owner, so I have not read the file. Please turn to them if something needs to change.",
  noPlanYet: "There is no plan yet. The first one is imported with the command plan import by whoever runs the bot.",
};

export const RECEIPT_WORDS: Readonly<Record<Lang, ReceiptWords>> = { sv: SV, en: EN };

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function addedText(title: string, parts: readonly (readonly [count: number, one: string, many: string])[]): string {
  const some = parts.filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many));
  return some.length === 0 ? "" : `${title}: ${some.join(", ")}.`;
}

/** `Åtgärder rad 5, beslutad ”1.631”: what is wrong. What to write.` */
function issueText(issue: Issue, rowWord: string, quoted: (value: string) => string): string {
  const { sheet, row, column, value, problem, fix } = issue;
  const cell = [row === null ? null : `${rowWord} ${row}`, column].filter((part) => part !== null).join(", ");
  const place = [sheet, cell, value === null ? "" : quoted(value)].filter((part) => part !== "").join(" ");
  return `${place}: ${problem} ${fix}`;
}

/** The name of a row that is not known by its key alone. */
function named(row: string, title: string | null): string {
  return title === null || title === row ? "" : ` (${title})`;
}
