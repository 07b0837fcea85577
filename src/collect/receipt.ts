// Pure. What was received: kept with the report, so that a repeated submit gets the same words. Plain JSON.
import { z } from "zod";
import type { Instant, IsoDate } from "../lib/time.ts";
import type { ReportedLine } from "../plan/action.ts";
import {
  CAUSES,
  type Email,
  type MeasureId,
  REPORTABLE_STATES,
  type ReportLine,
  RISKS,
  SUPPORT_TYPES,
} from "../plan/plan.ts";
import type { Month } from "../plan/week.ts";

const ReceivedLine = z.object({
  measure: z.string().transform((id) => id as MeasureId),
  state: z.enum(REPORTABLE_STATES),
  cause: z.enum(CAUSES).nullable(),
  nextStep: z.string().nullable(),
  doneBy: z
    .string()
    .transform((date) => date as IsoDate)
    .nullable(),
  support: z.enum(SUPPORT_TYPES).nullable(),
  risks: z.array(z.enum(RISKS)).readonly(),
  comment: z.string().nullable(),
});

export const Receipt = z.object({
  at: z.number().transform((at) => at as Instant),
  by: z.string().transform((email) => email as Email),
  insteadOf: z
    .string()
    .transform((email) => email as Email)
    .nullable(),
  lines: z.array(ReceivedLine).readonly(),
  /** The requests that this report opened, or that were open already for what it asks. */
  support: z.array(z.object({ id: z.string(), type: z.enum(SUPPORT_TYPES) })).readonly(),
  /** The month (`ekonomi t.o.m.`) whose question this report answered; null when none was asked. */
  monthAsked: z
    .string()
    .transform((month) => month as Month)
    .nullable(),
});
export type Receipt = Readonly<z.infer<typeof Receipt>>;

/** A kept receipt; null when there is none, or it was kept by a version that wrote it otherwise. */
export function readReceipt(kept: unknown): Receipt | null {
  return Receipt.safeParse(kept).data ?? null;
}

/** The receipt of a report that was not given on this card (in chat, on another, imported): made from its lines. */
export function receiptOfLines(lines: readonly ReportLine[]): Receipt | null {
  const last = lines.reduce<ReportLine | null>(
    (latest, line) => (latest && latest.reportedAt >= line.reportedAt ? latest : line),
    null,
  );
  if (!last) return null;
  const reported = lines.flatMap((line): ReportedLine[] => {
    const state = REPORTABLE_STATES.find((each) => each === line.state);
    return state ? [{ ...line, state }] : [];
  });
  return {
    at: last.reportedAt,
    by: last.by,
    insteadOf: last.insteadOf,
    lines: reported,
    support: [],
    monthAsked: null,
  };
}
