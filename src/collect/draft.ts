// Pure. A card's answers while they are being given: plain JSON, kept with the card between its two steps.
import { z } from "zod";
import type { IsoDate } from "../lib/time.ts";
import type { ReportedLine } from "../plan/action.ts";
import type { CardLine } from "../plan/card-lines.ts";
import type { MeasureId, ReportableState, SupportType } from "../plan/plan.ts";
import { ForecastAnswer, LineState, NO_SUPPORT } from "./schema.ts";

/** One line as the person has filled it in; texts are raw, so that a fault comes back with what was typed. */
export const DraftLine = z.object({
  measure: z.string().transform((id) => id as MeasureId),
  /** Null: nothing to prefill and nothing chosen yet. */
  state: LineState.nullable(),
  cause: z.string(),
  nextStep: z.string(),
  doneBy: z.string(),
  support: z.string(),
  /** Comma-joined, as the client sends it. */
  risks: z.string(),
  comment: z.string(),
  /** The answer to the month's question; null while it has none. */
  forecast: ForecastAnswer.nullable(),
  newForecast: z.string(),
  /** The forecast above the decided effect that "Stämmer det?" has been asked about. */
  askedAbout: z.string().nullable(),
});
export type DraftLine = Readonly<z.infer<typeof DraftLine>>;

/** The chef is away: the small step that asks who answers instead, with what was typed. */
export const Away = z.object({
  deputy: z.string(),
  from: z.string(),
  to: z.string(),
  /** Done: the deputy has the card. */
  sent: z.boolean(),
});
export type Away = Readonly<z.infer<typeof Away>>;

export const Draft = z.object({
  step: z.literal([1, 2]),
  /** Index of the first line shown: five at a time. On step 2 among the lines that need more. */
  first: z.number().int().nonnegative(),
  /** The person has seen that there is an answer and means to put a new version beside it. */
  change: z.boolean(),
  away: Away.nullable(),
  lines: z.array(DraftLine).readonly(),
});
export type Draft = Readonly<z.infer<typeof Draft>>;

/** Lines shown at a time, on both steps. */
export const LINES_PER_PAGE = 5;

/** What the person is asked to begin from: last week's answers, or this week's when there are any. */
export interface PrefillFrom {
  readonly lines: readonly CardLine[];
  readonly week: string;
  readonly today: IsoDate;
  /** Asked for before and still open: it goes on standing in the field. */
  readonly openSupport: ReadonlySet<SupportType>;
}

/** A kept draft; null when there is none, or it was kept by a version that wrote it otherwise. */
export function readDraft(kept: unknown): Draft | null {
  return Draft.safeParse(kept).data ?? null;
}

export function newDraft(from: PrefillFrom): Draft {
  return { step: 1, first: 0, change: false, away: null, lines: from.lines.map((line) => prefilled(line, from)) };
}

/** The draft for the lines that the card has now: known answers are kept, new lines prefilled, gone ones dropped. */
export function syncDraft(draft: Draft, from: PrefillFrom): Draft {
  const known = new Map(draft.lines.map((line) => [line.measure, line]));
  const lines = from.lines.map((line) => known.get(line.measure.id) ?? prefilled(line, from));
  const first = draft.first < lines.length ? draft.first : 0;
  return { ...draft, first, lines };
}

/** A line as it was told in chat, for the card that asks for what is missing. */
export function draftOfReported(line: ReportedLine): DraftLine {
  return {
    measure: line.measure,
    state: line.state,
    cause: line.cause ?? "",
    nextStep: line.nextStep ?? "",
    doneBy: line.doneBy ?? "",
    support: line.support ?? NO_SUPPORT,
    risks: line.risks.join(","),
    comment: line.comment ?? "",
    ...NO_FORECAST,
  };
}

/**
 * The draft that a change begins from: what was sent, or what was typed while a colleague's answer came first. A new
 * forecast that was given stands in the plan by now, so the question about it is answered with Ja.
 */
export function changeDraft(from: Draft): Draft {
  const lines = from.lines.map((line): DraftLine => {
    const given = line.forecast === "higher" || line.forecast === "lower";
    return given ? { ...line, forecast: "yes", newForecast: "", askedAbout: null } : line;
  });
  return { step: 1, first: 0, change: true, away: null, lines };
}

/** Whether a line in this state goes on to step 2. */
export function needsDetails(state: LineState | null): state is Exclude<ReportableState, "on_track" | "done"> {
  return state === "deviation" || state === "critical" || state === "paused";
}

const NO_FORECAST = { forecast: null, newForecast: "", askedAbout: null } as const;

function prefilled(line: CardLine, from: PrefillFrom): DraftLine {
  const last = line.line;
  const same = last?.week === from.week;
  const support = last?.support && (same || from.openSupport.has(last.support)) ? last.support : NO_SUPPORT;
  return {
    measure: line.measure.id,
    state: LineState.safeParse(line.state).data ?? null,
    cause: last?.cause ?? "",
    nextStep: last?.nextStep ?? "",
    // A date that has passed is no promise any longer: it is asked for anew.
    doneBy: last?.doneBy && last.doneBy >= from.today ? last.doneBy : "",
    support,
    risks: last?.risks.join(",") ?? "",
    // Last week's comment was about last week.
    comment: same ? (last.comment ?? "") : "",
    ...NO_FORECAST,
  };
}
