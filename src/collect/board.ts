// Pure. Everything a unit's card of a week is made of, worked out once per press: the lines, the month's questions,
// whether "Inget nytt" may be offered, and where the week stands.
import { type IsoDate, wallAt } from "../lib/time.ts";
import { type CardLine, cardLinesOf } from "../plan/card-lines.ts";
import { measureOf } from "../plan/facts.ts";
import { forecastOf, plannedOf } from "../plan/measure-amounts.ts";
import { todayOf, wholeYear } from "../plan/moment.ts";
import { type MonthQuestion, monthQuestionsOf } from "../plan/month-questions.ts";
import { noNewsHindrances } from "../plan/no-news.ts";
import { orgOf } from "../plan/organisation.ts";
import type { MeasureId, Org, OrgId, Plan, ReportLine } from "../plan/plan.ts";
import { isCardWeek, type RhythmSettings, rhythmOf, type WeekRhythm } from "../plan/rhythm.ts";
import { openSupport } from "../plan/support-queue.ts";
import { type Month, monthYear, type Week } from "../plan/week.ts";
import { type Draft, newDraft, type PrefillFrom, syncDraft } from "./draft.ts";
import { repeatedLines } from "./no-news.ts";

export interface Board {
  readonly plan: Plan;
  readonly unit: Org;
  readonly week: Week;
  readonly today: IsoDate;
  readonly lines: readonly CardLine[];
  /** By measure; only on the first card after month close. */
  readonly questions: ReadonlyMap<MeasureId, MonthQuestion>;
  /** Whether "Inget nytt" may be offered, at this very moment. */
  readonly noNews: boolean;
  /** The unit's lines for the week, as known now; empty: not answered. */
  readonly report: readonly ReportLine[];
  /** Null in a week without card. */
  readonly rhythm: WeekRhythm | null;
  readonly pastDue: boolean;
  /** The snapshot has been taken: what comes now is a correction. */
  readonly closed: boolean;
  /** The answers so far, for the lines there are now. */
  readonly draft: Draft;
}

export interface BoardInput {
  readonly plan: Plan;
  readonly settings: RhythmSettings;
  readonly unit: OrgId;
  readonly week: Week;
  readonly draft: Draft | null;
  /** The month for which the unit was asked last, on an earlier week's card. */
  readonly askedFor: Month | null;
}

/** Null when the unit is not in the plan. */
export function boardOf(input: BoardInput): Board | null {
  const { plan, settings, week, askedFor } = input;
  const unit = orgOf(plan.facts, input.unit);
  if (!unit) return null;
  const rhythm = rhythmOf(week, settings);
  const today = todayOf(plan);
  const lines = cardLinesOf(plan, unit.id, week);
  const about = { isCardWeek: (each: Week) => isCardWeek(each, settings), askedFor };
  const open = new Set(openSupport(plan, unit.id).map((request) => request.type));
  const prefill: PrefillFrom = { lines, week, today, openSupport: open };
  return {
    plan,
    unit,
    week,
    today,
    lines,
    questions: questionsOf(input, unit.id),
    noNews: repeatedLines(lines).length > 0 && noNewsHindrances(plan, unit.id, week, about).length === 0,
    report: plan.book.report(unit.id, week, plan.now),
    rhythm,
    pastDue: rhythm !== null && plan.now > rhythm.due,
    closed: rhythm !== null && plan.now >= rhythm.digest,
    draft: input.draft ? syncDraft(input.draft, prefill) : newDraft(prefill),
  };
}

/** Those that fall due, and those answered on this very card: a change may change the forecast too. */
function questionsOf(input: BoardInput, unit: OrgId): ReadonlyMap<MeasureId, MonthQuestion> {
  const { plan, week, askedFor } = input;
  const questions = new Map(monthQuestionsOf(plan, unit, week, askedFor).map((each) => [each.measure.id, each]));
  const economyThrough = plan.facts.header.economyThrough;
  if (economyThrough === null) return questions;
  const year = monthYear(economyThrough);
  for (const line of input.draft?.lines ?? []) {
    const measure = measureOf(plan.facts, line.measure);
    if (line.forecast === null || !measure || questions.has(measure.id)) continue;
    const forecast = forecastOf(plan, measure, year);
    questions.set(measure.id, {
      measure,
      forecast,
      plannedYear: plannedOf(plan, measure, wholeYear(year)),
      economyThrough,
    });
  }
  return questions;
}

/** The local date and time of one of the week's moments. */
export function wallOf(board: Board, moment: "due" | "digest"): { date: IsoDate; time: string } | null {
  return board.rhythm ? wallAt(board.rhythm[moment], board.plan.facts.header.zone) : null;
}
