// Pure. The card's read-only part: what the systems already know about the unit, each with its data date.
import { amountText, monthText, numberText, percentText, shortNumber, weekText } from "../plan/format.ts";
import type { ProductionMean, StaffingMean } from "../plan/four-weeks.ts";
import { type AgencyMonth, type Guard, guardOf } from "../plan/guard.ts";
import type { Lang } from "../plan/plan.ts";
import type { Week } from "../plan/week.ts";
import { GUARD_WORDS } from "../plan/words.ts";
import type { Board } from "./board.ts";
import { plainText } from "./line-words.ts";
import type { Words } from "./words.ts";

export interface UnitFacts {
  /** The staffing–production sentences, warnings first; or that data is missing. */
  readonly sentences: readonly string[];
  /** Name and value; empty when nothing is known. A row of another date than the rest says its own. */
  readonly rows: readonly { readonly title: string; readonly value: string }[];
  /** What the rows hold for; empty without rows. */
  readonly date: string;
}

interface Fact {
  readonly title: string;
  readonly value: string;
  readonly date: string;
}

/** Who reads the facts, and of which board. */
interface Reader {
  readonly board: Board;
  readonly words: Words;
  readonly lang: Lang;
}

/** Production measures shown at most: a unit with twenty would bury its own report. */
const METRICS_MOST = 4;
const METRIC_NAME_MOST = 40;

export function unitFacts(board: Board, words: Words, lang: Lang): UnitFacts {
  const reader = { board, words, lang };
  const guard = guardOf(board.plan, board.unit.id);
  const rows = [
    ...(guard.staffing ? staffingFacts(guard.staffing, reader) : []),
    ...(guard.agency ? [agencyFact(guard.agency, reader)] : []),
    ...guard.production.slice(0, METRICS_MOST).map((metric) => productionFact(metric, reader)),
  ];
  const sentences = guardSentences(guard, reader);
  const date = rows[0]?.date ?? "";
  return {
    sentences: rows.length === 0 && sentences.length === 0 ? [words.factsMissing] : sentences,
    rows: rows.map((row) => ({ title: row.title, value: joined([row.value, row.date === date ? "" : row.date]) })),
    date: date.charAt(0).toUpperCase() + date.slice(1),
  };
}

function guardSentences(guard: Guard, { board, lang }: Reader): string[] {
  const stale = guard.staleWeek ? weekText(guard.staleWeek, lang, board.today) : "–";
  return guard.sentences.map((code) => GUARD_WORDS[code][lang].replace("{week}", stale));
}

function staffingFacts(mean: StaffingMean, reader: Reader): Fact[] {
  const { words, lang } = reader;
  const date = meanThrough(mean.weeks, reader);
  const { staffing, overtime, sickLeave } = words.factNames;
  const target = mean.target === null ? "" : words.target(numberText(mean.target, lang));
  const gap = mean.gap === null ? "" : ` (${signed(mean.gap, lang)})`;
  const facts = [{ title: staffing, value: joined([words.fte(numberText(mean.fte, lang)), target + gap]), date }];
  if (mean.overtime !== null) {
    const way = words.trend[trendOf(mean.overtime, mean.overtimeBefore)];
    facts.push({ title: overtime, value: joined([words.ofWorked(percentText(mean.overtime, lang, 1)), way]), date });
  }
  if (mean.sickLeave !== null) facts.push({ title: sickLeave, value: percentText(mean.sickLeave, lang, 1), date });
  return facts;
}

function agencyFact(month: AgencyMonth, { board, words, lang }: Reader): Fact {
  const unit = board.plan.facts.header.amountUnit;
  const plan = month.plan === null ? "" : words.planned(amountText(month.plan, lang, unit, 2));
  const value = joined([amountText(month.cost, lang, unit, 2), plan]);
  return { title: words.factNames.agency, value, date: monthText(month.month, lang, board.today) };
}

function productionFact(mean: ProductionMean, reader: Reader): Fact {
  const { words, lang } = reader;
  const metric = plainText(mean.metric, METRIC_NAME_MOST);
  const plan = mean.plan === null ? "" : words.planned(shortNumber(mean.plan, lang));
  const rate = mean.rate === null ? "" : ` (${percentText(mean.rate, lang)})`;
  const value = joined([`${shortNumber(mean.outcome, lang)} ${metric}`, plan + rate]);
  return { title: words.factNames.production, value, date: meanThrough(mean.weeks, reader) };
}

function meanThrough(weeks: readonly Week[], { board, words, lang }: Reader): string {
  const last = weeks.at(-1);
  return last ? `${words.mean(weeks.length)} ${words.through(weekText(last, lang, board.today))}` : "";
}

/** Against the four weeks before. */
function trendOf(value: number, before: number | null): "unknown" | "rising" | "falling" | "level" {
  if (before === null) return "unknown";
  const change = Math.round((value - before) * 10);
  return change > 0 ? "rising" : change < 0 ? "falling" : "level";
}

function signed(value: number, lang: Lang): string {
  const text = numberText(value, lang);
  return value > 0 ? `+${text}` : text;
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}
