// Pure. What an import came to, as data (`plan import --json`) and as a few lines in chat.
import type { Lang } from "../plan/plan.ts";
import type { Change } from "./compare.ts";
import type { Issue } from "./fault.ts";
import type { PlanContent } from "./read-plan.ts";
import { type Counts, RECEIPT_WORDS, type ReceiptWords } from "./receipt-words.ts";

export type Receipt =
  | {
      readonly ok: true;
      /** The one that now holds; with `dryRun` the one it would have been. */
      readonly version: number;
      /** There was no plan before. */
      readonly first: boolean;
      /** The file says what already holds; nothing was stored. */
      readonly unchanged: boolean;
      readonly dryRun: boolean;
      /** What the file holds. */
      readonly counts: Counts;
      /** History in the file that was not known before. */
      readonly added: { readonly reports: number; readonly forecasts: number; readonly support: number };
      readonly changes: readonly Change[];
      readonly warnings: readonly Issue[];
    }
  | {
      readonly ok: false;
      /** The person may not import. */
      readonly refused: boolean;
      readonly first: boolean;
      readonly errors: readonly Issue[];
      readonly warnings: readonly Issue[];
      /** Per sheet, how many errors there are beyond those listed. */
      readonly more: Readonly<Record<string, number>>;
    };

export function countsOf({ facts, lines, forecasts, support }: PlanContent): Counts {
  return {
    measures: facts.measures.length,
    units: facts.orgs.filter(({ level }) => level === "unit").length,
    orgs: facts.orgs.length,
    persons: new Set(facts.persons.map(({ email }) => email)).size,
    effects: facts.effects.length,
    reports: lines.length,
    forecasts: forecasts.length,
    support: support.length,
  };
}

/** Lines of each list that are told in chat; the rest as a number. */
const TOLD = 10;
const TOLD_WARNINGS = 5;

/** How words from the file are made harmless where they are shown. */
type Escape = (words: string) => string;

/** The receipt in plain text, one thing per line. Give `harmless` where a place reads Markdown. */
export function receiptText(receipt: Receipt, lang: Lang, harmless: Escape = (words) => words): string {
  const words = escapedWords(RECEIPT_WORDS[lang], harmless);
  if (receipt.ok) return lines(acceptedLines(receipt, words));
  if (receipt.refused) return receipt.first ? words.noPlanYet : words.refused;
  const beyond = Object.values(receipt.more).reduce((sum, count) => sum + count, 0);
  const total = receipt.errors.length + beyond;
  return lines([
    words.errors(total),
    ...firstOf(receipt.errors, TOLD, (issue) => words.issue(clipped(issue))),
    total > TOLD ? words.wholeList(total - Math.min(TOLD, receipt.errors.length)) : "",
    ...warningLines(receipt.warnings, words),
  ]);
}

/** The same words, with what comes from the file escaped before it is put among them. */
function escapedWords(words: ReceiptWords, harmless: Escape): ReceiptWords {
  const orNull = (value: string | null) => (value === null ? null : harmless(value));
  return {
    ...words,
    change: ({ sheet, row, field, from, to }) =>
      words.change({ sheet, row: harmless(row), field, from: orNull(from), to: orNull(to) }),
    issue: (issue) =>
      words.issue({
        ...issue,
        sheet: harmless(issue.sheet),
        column: orNull(issue.column),
        value: orNull(issue.value),
        problem: harmless(issue.problem),
        fix: harmless(issue.fix),
      }),
  };
}

function acceptedLines(receipt: Receipt & { readonly ok: true }, words: ReceiptWords): string[] {
  if (receipt.unchanged) return [words.unchanged(receipt.version), ...warningLines(receipt.warnings, words)];
  return [
    receipt.dryRun ? words.wouldSave(receipt.version) : words.saved(receipt.version),
    words.counts(receipt.counts),
    words.added(receipt.added),
    receipt.changes.length > 0 ? words.changes(receipt.changes.length) : "",
    ...firstOf(receipt.changes, TOLD, (change) => words.change(change)),
    receipt.changes.length > TOLD ? words.more(receipt.changes.length - TOLD) : "",
    ...warningLines(receipt.warnings, words),
  ];
}

function warningLines(warnings: readonly Issue[], words: ReceiptWords): string[] {
  if (warnings.length === 0) return [];
  const rest = warnings.length > TOLD_WARNINGS ? words.more(warnings.length - TOLD_WARNINGS) : "";
  return [
    words.warnings(warnings.length),
    ...firstOf(warnings, TOLD_WARNINGS, (issue) => words.issue(clipped(issue))),
    rest,
  ];
}

function clipped(issue: Issue): Issue {
  const line = issue.value?.replace(/\s+/g, " ") ?? "";
  return { ...issue, value: line === "" ? null : line.length > VALUE_TOLD ? `${line.slice(0, VALUE_TOLD)}…` : line };
}

const VALUE_TOLD = 40;

function firstOf<T>(items: readonly T[], count: number, line: (item: T) => string): string[] {
  return items.slice(0, count).map((item) => `• ${line(item)}`);
}

function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n");
}
