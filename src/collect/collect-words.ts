// Types only: every sentence of the weekly card and of what is said about it. Figures, dates and names arrive as text.
import type { State, SupportType } from "../plan/plan.ts";

export interface Words {
  /** `fredag 20 november kl. 12.00` */
  moment(date: string, time: string): string;
  // Header
  title(week: string, unit: string): string;
  lastDay(when: string): string;
  /** The due moment has passed, the snapshot has not. */
  pastDue(snapshot: string): string;
  /** The week's snapshot has been taken. */
  pastSnapshot: string;
  behalf(unit: string, chef: string): string;
  changing: string;
  changingColleague: string;
  fixOne: string;
  fixSeveral(count: number): string;
  // Facts
  factNames: { staffing: string; overtime: string; agency: string; sickLeave: string; production: string };
  factsMissing: string;
  through(when: string): string;
  target(value: string): string;
  planned(value: string): string;
  mean(weeks: number): string;
  /** Against the four weeks before. */
  trend: Readonly<Record<"unknown" | "rising" | "falling" | "level", string>>;
  fte(value: string): string;
  ofWorked(value: string): string;
  // Step 1
  howGoes: string;
  started: string;
  lastWeek(state: string): string;
  lastAnswer(state: string, week: string): string;
  firstTime: string;
  plannedStart(month: string): string;
  decided(amount: string): string;
  decidedShare(amount: string, share: string): string;
  milestone(name: string, date: string): string;
  stateChoice: Readonly<Record<"on_track" | "deviation" | "critical" | "paused" | "done" | "not_started", string>>;
  stateName: Readonly<Record<State, string>>;
  pageOf(first: number, last: number, all: number): string;
  more(left: number): string;
  firstLines: string;
  monthQuestion(forecast: string, planned: string): string;
  monthQuestionNoForecast(planned: string): string;
  monthReach: string;
  monthChoice: Readonly<Record<"yes" | "higher" | "lower" | "unsure", string>>;
  newForecast: string;
  newForecastHint: string;
  // Step 2
  stepTwo(count: number): string;
  cause: string;
  causeHint: string;
  choose: string;
  nextStep: string;
  nextStepHint(required: boolean): string;
  doneBy: string;
  doneByHint(required: boolean): string;
  support: string;
  supportHint: string;
  noSupport: string;
  risk: string;
  riskHint: string;
  comment: string;
  commentHint: string;
  supportName: Readonly<Record<SupportType, string>>;
  // Buttons
  send: string;
  next: string;
  sendConfirmed: string;
  back: string;
  same: string;
  away: string;
  ask: string;
  change: string;
  correct: string;
  answerMyself: string;
  // Faults
  faults: Faults;
  // Receipt
  thanks(week: string, unit: string, when: string): string;
  standing(counts: string): string;
  stateCount(state: State, count: number): string;
  nothingStarted: string;
  changeUntil(when: string): string;
  late: string;
  correction: string;
  closed(when: string): string;
  byColleague(unit: string, when: string): string;
  onBehalf(chef: string): string;
  supportOpened(id: string, type: string): string;
  whoAnswers: Readonly<Record<SupportType, string>>;
  patientSafety: string;
  othersInReceipt(count: number): string;
  // Away
  awayTitle(unit: string): string;
  awayHow: string;
  deputy: string;
  deputyHint: string;
  awayFrom: string;
  awayTo: string;
  sendToDeputy: string;
  sentToDeputy(name: string, unit: string): string;
  // Messages
  unknownCard: string;
  notUnderstood: string;
  notYours(unit: string): string;
  unitGone: string;
  noLines(unit: string): string;
  askHere: string;
  notInPlan: string;
  chatMissing: string;
  chatUnknownLine(measure: string, unit: string): string;
  nobodyToAsk(unit: string): string;
  emptyCard(week: string, unit: string): string;
}

/** What is wrong with an answer, one friendly sentence each; `line` is the measure's id and title. */
interface Faults {
  state(line: string): string;
  cause(line: string): string;
  nextStep(line: string): string;
  nextStepLong(line: string): string;
  doneByMissing(line: string): string;
  doneByNoDate(line: string): string;
  doneByPast(line: string): string;
  doneByFar(line: string): string;
  support(line: string): string;
  risk(line: string): string;
  commentLong(line: string): string;
  personalNumber(line: string): string;
  forecastAnswer(line: string): string;
  forecastAmount(line: string): string;
  forecastTooHigh(line: string, most: string): string;
  forecastNotHigher(line: string, forecast: string): string;
  forecastNotLower(line: string, forecast: string): string;
  forecastAboveDecided(line: string, amount: string, decided: string): string;
  noNewsNow: string;
  deputyUnknown(email: string): string;
  deputyMissing: string;
  deputySelf: string;
  awayDates: string;
  awayPast: string;
  /** Beside the input. */
  short: {
    state: string;
    cause: string;
    nextStep: string;
    doneBy: string;
    forecast: string;
    forecastAmount: string;
    deputy: string;
    date: string;
  };
}
