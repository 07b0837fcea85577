// Pure. The rules of the month's question for one measure (rhythm.md, "The card", 5).

import type { IsoDate } from "../lib/time.ts";
import { type Sek, sekFromMkr } from "../plan/amount.ts";
import type { MonthQuestion } from "../plan/month-questions.ts";
import { type Month, monthFrom, monthOf, monthYear } from "../plan/week.ts";
import type { NewForecast } from "./deps.ts";
import type { DraftLine } from "./draft.ts";
import type { Fault } from "./faults.ts";
import { parseMkr } from "./schema.ts";

/** A new forecast may be this many times the decided effect, no more. */
export const TIMES_DECIDED = 3;

export interface CheckedForecast {
  readonly fault: Fault | null;
  /** What is recorded; null: nothing, as for "Kan inte bedöma än". */
  readonly forecast: NewForecast | null;
}

/** Ja confirms the forecast there is; Högre and Lägre need an amount on that side of it. */
export function checkForecast(question: MonthQuestion, line: DraftLine, today: IsoDate): CheckedForecast {
  switch (line.forecast) {
    case null:
      return { fault: { code: "forecastAnswer", measure: line.measure }, forecast: null };
    case "unsure":
      return { fault: null, forecast: null };
    case "yes":
      return { fault: null, forecast: recorded(question, question.forecast ?? question.plannedYear, today) };
    case "higher":
    case "lower":
      return checkAmount(question, line, line.forecast, today);
  }
}

function checkAmount(
  question: MonthQuestion,
  line: DraftLine,
  side: "higher" | "lower",
  today: IsoDate,
): CheckedForecast {
  const { measure } = line;
  const typed = parseMkr(line.newForecast);
  if (typed === null) return { fault: { code: "forecastAmount", measure }, forecast: null };
  const amount = sekFromMkr(typed);
  const {
    forecast: now,
    measure: { decided },
  } = question;
  const most = decided === null ? null : ((decided * TIMES_DECIDED) as Sek);
  if (most !== null && amount > most)
    return { fault: { code: "forecastTooHigh", measure, limit: most }, forecast: null };
  if (now !== null && side === "higher" && amount <= now) {
    return { fault: { code: "forecastNotHigher", measure, limit: now }, forecast: null };
  }
  if (now !== null && side === "lower" && amount >= now) {
    return { fault: { code: "forecastNotLower", measure, limit: now }, forecast: null };
  }
  if (decided !== null && amount > decided && parseMkr(line.askedAbout ?? "") !== typed) {
    return { fault: { code: "forecastAboveDecided", measure, amount, decided }, forecast: null };
  }
  return { fault: null, forecast: recorded(question, amount, today) };
}

function recorded(question: MonthQuestion, year: Sek | null, today: IsoDate): NewForecast | null {
  return year === null ? null : { measure: question.measure.id, given: givenMonth(question, today), year };
}

/** This month; in January, when the year asked about is over, its December: a forecast is for its month's year. */
function givenMonth(question: MonthQuestion, today: IsoDate): Month {
  const year = monthYear(question.economyThrough);
  const thisMonth = monthOf(today);
  return monthYear(thisMonth) === year ? thisMonth : monthFrom(year, 12);
}
