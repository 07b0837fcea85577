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
  /** Name and value; empty when nothing is known. */
  readonly rows: readonly Fact[];
}

interface Fact {
  readonly title: string;
  readonly value: string;
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
  return { sentences: rows.length === 0 && sentences.length === 0 ? [words.factsMissing] : sentences, rows };
}

function guardSentences(guard: Guard, { board, lang }: Reader): string[] {
  const stale = guard.staleWeek ? weekText(guard.staleWeek, lang, board.today) : "–";
  return guard.sentences.map((code) => GUARD_WORDS[code][lang].replace("{week}", stale));
}

function staffingFacts(mean: StaffingMean, reader: Reader): Fact[] {
  const { words, lang } = reader;
  const through = meanThrough(mean.weeks, reader);
  const facts: Fact[] = [];
  const target = mean.target === null ? "" : words.target(numberText(mean.target, lang));
  const gap = mean.gap === null ? "" : signed(mean.gap, lang);
  facts.push({
    title: words.factNames.staffing,
    value: joined([words.fte(numberText(mean.fte, lang)), target, gap, through]),
  });
  if (mean.overtime !== null) {
    const value = words.ofWorked(percentText(mean.overtime, lang, 1));
    facts.push({
      title: words.factNames.overtime,
      value: joined([value, arrow(mean.overtime, mean.overtimeBefore), through]),
    });
  }
  if (mean.sickLeave !== null) {
    facts.push({ title: words.factNames.sickLeave, value: joined([percentText(mean.sickLeave, lang, 1), through]) });
  }
  return facts;
}

function agencyFact(month: AgencyMonth, { board, words, lang }: Reader): Fact {
  const unit = board.plan.facts.header.amountUnit;
  const plan = month.plan === null ? "" : words.planned(amountText(month.plan, lang, unit, 2));
  const cost = amountText(month.cost, lang, unit, 2);
  return { title: words.factNames.agency, value: joined([cost, plan, monthText(month.month, lang, board.today)]) };
}

function productionFact(mean: ProductionMean, reader: Reader): Fact {
  const { words, lang } = reader;
  const outcome = `${shortNumber(mean.outcome, lang)} ${plainText(mean.metric, METRIC_NAME_MOST)}`;
  const plan = mean.plan === null ? "" : words.planned(shortNumber(mean.plan, lang));
  const rate = mean.rate === null ? "" : percentText(mean.rate, lang);
  return { title: words.factNames.production, value: joined([outcome, plan, rate, meanThrough(mean.weeks, reader)]) };
}

function meanThrough(weeks: readonly Week[], { board, words, lang }: Reader): string {
  const last = weeks.at(-1);
  return last ? `${words.mean(weeks.length)} ${words.through(weekText(last, lang, board.today))}` : "";
}

/** Which way it goes against the four weeks before, in a sign and so without colour. */
function arrow(value: number, before: number | null): string {
  if (before === null) return "";
  const change = Math.round((value - before) * 10);
  return change > 0 ? "↗" : change < 0 ? "↘" : "→";
}

function signed(value: number, lang: Lang): string {
  const text = numberText(value, lang);
  return value > 0 ? `+${text}` : text;
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}
