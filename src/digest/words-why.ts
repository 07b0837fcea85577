// Pure. Why something is sent, for `try` and the planägare's view: Swedish, one short sentence.
import { type Week, weekNumber } from "../plan/week.ts";

export const why = {
  digest: (week: Week, coverage: { readonly received: number; readonly expected: number }) =>
    `Sammanställning av v. ${weekNumber(week)}: ${coverage.received} av ${coverage.expected} enheter har rapporterat.`,
  noCard: (week: Week) => `v. ${weekNumber(week)} har inget veckokort och därför ingen sammanställning.`,
  madeBefore: (week: Week) => `Sammanställningen av v. ${weekNumber(week)} är redan gjord.`,
  corrected: (week: Week, version: number) =>
    `Planägaren har rättat sammanställningen av v. ${weekNumber(week)} (version ${version}).`,
  withdrawn: (week: Week) => `Planägaren har dragit tillbaka sammanställningen av v. ${weekNumber(week)}.`,
} as const;
