// Pure. What a press of the card's button leads to: the next step, a complete report, or the card again with what is
// missing. Nothing here saves.
import type { ReportedLine } from "../plan/action.ts";
import type { SupportType } from "../plan/plan.ts";
import type { Month } from "../plan/week.ts";
import type { Board } from "./board.ts";
import { checkDetails } from "./check-details.ts";
import { checkForecast } from "./check-forecast.ts";
import type { NewForecast } from "./deps.ts";
import { type Draft, type DraftLine, LINES_PER_PAGE, needsDetails } from "./draft.ts";
import type { Fault } from "./faults.ts";
import { ForecastAnswer, type Inputs, inputId, LineState } from "./schema.ts";

export interface Complete {
  readonly lines: readonly ReportedLine[];
  readonly forecasts: readonly NewForecast[];
  readonly support: readonly SupportType[];
  readonly monthAsked: Month | null;
}

export type Taken =
  /** The form again: on step 2, on the next page, or (with faults) on the page that has the first of them. */
  | { readonly next: "form"; readonly draft: Draft; readonly faults: readonly Fault[] }
  | { readonly next: "record"; readonly draft: Draft; readonly report: Complete };

/** "Skicka" on step 1: every line has a state and every month's question an answer, also those on other pages. */
export function takeStep1(board: Board, draft: Draft, inputs: Inputs): Taken {
  const filled = withStates({ ...draft, step: 1 }, board, inputs);
  const faults = stepOneFaults(board, filled);
  if (faults.length > 0) return formWith(asked(filled, faults), faults, filled.lines);
  if (detailLines(filled).length > 0) return { next: "form", draft: { ...filled, step: 2, first: 0 }, faults: [] };
  return { next: "record", draft: filled, report: completeReport(board, filled) };
}

/** "Skicka" or "Fortsätt" on step 2: the lines of this page, then the next page, then everything once more. */
export function takeStep2(board: Board, draft: Draft, inputs: Inputs): Taken {
  const filled = withDetails({ ...draft, step: 2 }, inputs);
  // The plan may have moved since step 1; what step 1 must hold, holds again.
  const stepOne = stepOneFaults(board, filled);
  if (stepOne.length > 0) return formWith({ ...asked(filled, stepOne), step: 1 }, stepOne, filled.lines);

  const lines = detailLines(filled);
  const page = lines.slice(filled.first, filled.first + LINES_PER_PAGE);
  const faults = page.flatMap((line) => detailFaults(board, line));
  if (faults.length > 0) return { next: "form", draft: filled, faults };
  const next = filled.first + LINES_PER_PAGE;
  if (next < lines.length) return { next: "form", draft: { ...filled, first: next }, faults: [] };
  const left = lines.flatMap((line) => detailFaults(board, line));
  if (left.length > 0) return formWith(filled, left, lines);
  return { next: "record", draft: filled, report: completeReport(board, filled) };
}

/** "Visa fler": the next five, from the last page the first ones again. What was chosen is kept. */
export function turnPage(board: Board, draft: Draft, inputs: Inputs): Draft {
  const filled = withStates(draft, board, inputs);
  const next = filled.first + LINES_PER_PAGE;
  return { ...filled, step: 1, first: next < filled.lines.length ? next : 0 };
}

/** The lines that step 2 asks about, in the card's order. */
export function detailLines(draft: Draft): readonly DraftLine[] {
  return draft.lines.filter((line) => needsDetails(line.state));
}

/** Puts what came back of step 1 into the draft. An input that did not come back, or is none of ours, changes nothing. */
export function withStates(draft: Draft, board: Board, inputs: Inputs): Draft {
  const lines = draft.lines.map((line) => {
    const typed = inputs.get(inputId("state", line.measure));
    const answer = inputs.get(inputId("reach", line.measure));
    return {
      ...line,
      state: typed === undefined ? line.state : stateOf(typed, board, line),
      forecast: answer === undefined ? line.forecast : (ForecastAnswer.safeParse(answer).data ?? null),
      newForecast: inputs.get(inputId("forecast", line.measure))?.trim() ?? line.newForecast,
    };
  });
  return { ...draft, lines };
}

/** The same for step 2, but for a field that was emptied: some clients leave it out of what they send. */
export function withDetails(draft: Draft, inputs: Inputs): Draft {
  const lines = draft.lines.map((line) => {
    const typed = (field: DetailField) => inputs.get(inputId(field, line.measure));
    // These two always have a value once chosen: when one came back, the line was on the form.
    const cameBack = typed("cause") !== undefined || typed("support") !== undefined;
    const emptied = (field: DetailField) => typed(field) ?? (cameBack ? "" : line[field]);
    return {
      ...line,
      cause: typed("cause") ?? line.cause,
      nextStep: emptied("nextStep"),
      doneBy: emptied("doneBy"),
      support: typed("support") ?? line.support,
      risks: emptied("risks"),
      comment: emptied("comment"),
    };
  });
  return { ...draft, lines };
}

type DetailField = "cause" | "nextStep" | "doneBy" | "support" | "risks" | "comment";

/** "Inte ännu" is an answer only where a measure has not been started. */
function stateOf(typed: string, board: Board, draft: DraftLine): LineState | null {
  const state = LineState.safeParse(typed).data ?? null;
  if (state !== "not_started") return state;
  const line = board.lines.find((each) => each.measure.id === draft.measure);
  return line?.state === "not_started" ? state : null;
}

function stepOneFaults(board: Board, draft: Draft): readonly Fault[] {
  return draft.lines.flatMap((line): Fault[] => {
    const question = board.questions.get(line.measure);
    const forecast = question ? checkForecast(question, line, board.today).fault : null;
    const state: Fault[] = line.state === null ? [{ code: "state", measure: line.measure }] : [];
    return forecast ? [...state, forecast] : state;
  });
}

function detailFaults(board: Board, line: DraftLine): readonly Fault[] {
  if (!needsDetails(line.state)) return [];
  const checked = checkDetails(line, line.state, board.today);
  return "faults" in checked ? checked.faults : [];
}

/** Remembers which forecast "Stämmer det?" was asked about: the same one sent again is a yes. */
function asked(draft: Draft, faults: readonly Fault[]): Draft {
  const about = new Set(faults.flatMap((fault) => (fault.code === "forecastAboveDecided" ? [fault.measure] : [])));
  const lines = draft.lines.map((line) => (about.has(line.measure) ? { ...line, askedAbout: line.newForecast } : line));
  return { ...draft, lines };
}

/** The form on the page that is shown now when it has a fault, else on the page that has the first one. */
function formWith(draft: Draft, faults: readonly Fault[], lines: readonly DraftLine[]): Taken {
  const faulty = faults.map((fault) =>
    "measure" in fault ? lines.findIndex((line) => line.measure === fault.measure) : 0,
  );
  const here = faulty.some((index) => index >= draft.first && index < draft.first + LINES_PER_PAGE);
  const first = here ? draft.first : Math.floor(Math.min(...faulty) / LINES_PER_PAGE) * LINES_PER_PAGE;
  return { next: "form", draft: { ...draft, first }, faults };
}

function completeReport(board: Board, draft: Draft): Complete {
  const lines = draft.lines.flatMap((line) => reportedLine(board, line));
  const forecasts = draft.lines.flatMap((line) => {
    const question = board.questions.get(line.measure);
    const forecast = question ? checkForecast(question, line, board.today).forecast : null;
    return forecast ? [forecast] : [];
  });
  return {
    lines,
    forecasts,
    support: supportIn(lines),
    monthAsked: board.questions.size > 0 ? board.plan.facts.header.economyThrough : null,
  };
}

/** None for "Inte ännu": the measure stays Ej påbörjad. */
function reportedLine(board: Board, line: DraftLine): readonly ReportedLine[] {
  if (line.state === null || line.state === "not_started") return [];
  if (!needsDetails(line.state)) return [plainLine(line.measure, line.state)];
  const checked = checkDetails(line, line.state, board.today);
  return "line" in checked ? [checked.line] : [];
}

function plainLine(measure: ReportedLine["measure"], state: ReportedLine["state"]): ReportedLine {
  return { measure, state, cause: null, nextStep: null, doneBy: null, support: null, risks: [], comment: null };
}

/** Each kind of support once, in the order asked. */
export function supportIn(lines: readonly ReportedLine[]): readonly SupportType[] {
  return [...new Set(lines.flatMap((line) => (line.support ? [line.support] : [])))];
}
