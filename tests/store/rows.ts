// Small rows for the store's tests; what a test is about it says itself.
import { type Instant, type IsoDate, parseInstant } from "../../src/lib/time.ts";
import type { ReportedLine } from "../../src/plan/action.ts";
import type { Message } from "../../src/plan/message.ts";
import type { Email, MeasureId, OrgId, ReportLine } from "../../src/plan/plan.ts";
import type { Occurrence } from "../../src/plan/rhythm.ts";
import type { Week } from "../../src/plan/week.ts";
import type { NewReport } from "../../src/store/collect/collect.ts";

export const UNIT = "U1" as OrgId;
export const WEEK = "2026-W47" as Week;
export const ANNA = "anna@exempel.se" as Email;
export const BO = "bo@exempel.se" as Email;

/** `2026-11-18T07:30` in Swedish winter time. */
export function at(wall: string): Instant {
  const instant = parseInstant(`${wall}:00+01:00`);
  if (instant === null) throw new Error(`not a time: ${wall}`);
  return instant;
}

export const WEDNESDAY = at("2026-11-18T07:30");
export const MINUTE = 60_000;

export function later(instant: Instant, ms: number): Instant {
  return (instant + ms) as Instant;
}

export function aMessage(more: Partial<Message> = {}): Message {
  return {
    kind: "card",
    to: { person: ANNA },
    unit: UNIT,
    week: WEEK,
    due: WEDNESDAY,
    why: "Leder enheten",
    about: {},
    ...more,
  };
}

/** What no database takes: the transaction it is in comes to nothing. */
export const UNWRITABLE = aMessage({ due: "never" as unknown as Instant });

export function anOccurrence(more: Partial<Occurrence> = {}): Occurrence {
  const localDate = "2026-11-18" as IsoDate;
  return { schedule: "collect", week: WEEK, localDate, due: WEDNESDAY, graceMs: 48 * 60 * MINUTE, ...more };
}

export function anAnswer(measure: string, more: Partial<ReportedLine> = {}): ReportedLine {
  return {
    measure: measure as MeasureId,
    state: "on_track",
    cause: null,
    nextStep: null,
    doneBy: null,
    support: null,
    risks: [],
    comment: null,
    ...more,
  };
}

export function aLine(measure: string, more: Partial<ReportLine> = {}): ReportLine {
  const report = { unit: UNIT, week: WEEK, reportedAt: WEDNESDAY, by: ANNA, insteadOf: null, mode: "import" } as const;
  return { ...anAnswer(measure), ...report, ...more };
}

export function aReport(nonce: string, more: Partial<NewReport> = {}): NewReport {
  return {
    nonce,
    unit: UNIT,
    week: WEEK,
    lines: [anAnswer("M1")],
    forecasts: [],
    support: [],
    today: "2026-11-18" as IsoDate,
    by: ANNA,
    insteadOf: null,
    mode: "card",
    at: WEDNESDAY,
    replaces: null,
    receipt: (support) => ({ from: nonce, support }),
    alsoMessages: [],
    ...more,
  };
}
