// Pure. The digest in English.

import type { DigestWords } from "./digest-words.ts";
import { points, sentence } from "./word-parts.ts";

export const ENGLISH: DigestWords = {
  plan: "The transition plan",
  coverage: (received, expected, rate) =>
    `${received} of ${expected} ${expected === 1 ? "unit has" : "units have"} reported (${rate})`,
  nothingOwed: "no unit had anything to report",
  late: (count) => `${count} came after the deadline`,
  preliminary: "The figures are preliminary: fewer than 75% of the units have reported.",
  preliminaryMark: "preliminary",
  preview: "Preview. Nothing has been sent.",
  corrected: (version) => `Corrected digest, version ${version}. It replaces the earlier one.`,
  noData: "data is missing",
  realised: (through) => `Realised effect ${through}`,
  onlyPlanned: (planned) => `data is missing, planned ${planned}`,
  onlyPlannedAlone: (planned) => `planned ${planned}`,
  notPlanned: (value) => `${value}, planned: data is missing`,
  withoutForecast: (count) => `${englishMeasures(count)} with a plan ${count === 1 ? "has" : "have"} no forecast`,
  ofPlanned: (planned) => `of ${planned} planned`,
  leftOut: (realised, planned, months) =>
    `The share is counted on ${realised} of ${planned}: ${months} ${months === 1 ? "month" : "months"} of a measure have no outcome.`,
  forecast: (year) => `Forecast ${year}`,
  decided: "Decided full-year effect",
  potential: "Calculated potential",
  lost: "Lost full-year effect",
  lostText: (amount, uncounted) =>
    [amount, uncounted > 0 ? `${englishMeasures(uncounted)} without a decided amount` : null]
      .filter((part) => part !== null)
      .join(" · "),
  uncounted: "Without an amount",
  measures: englishMeasures,
  curve: {
    title: (year, unit) => `Effect ${year}, accumulated by month, ${unit}`,
    x: "Month",
    planned: "Planned",
    realised: "Realised",
    forecast: "Forecast",
  },
  curvePoint: (planned, realised, forecast) =>
    points([
      ["planned", planned],
      ["realised", realised],
      ["forecast", forecast],
    ]),
  attention: "Needs a decision or help",
  attentionNone: "No measure is critical or waits for a manager's decision.",
  attentionMore: (count) => `${englishMeasures(count)} more need a decision or help, see Show all measures.`,
  figures: (effect, through, decided) =>
    `Realised ${effect} ${through}${decided ? ` · decided ${decided} a year` : ""}`,
  since: (state, week) => `${state} since ${week}`,
  noCause: "no cause given",
  asked: {
    scheduling: "Asks the support team for scheduling support.",
    training: "Asks the support team for training.",
    production_planning: "Asks the support team for help with production planning.",
    economy: "Asks the support team for finance support.",
    hr: "Asks the support team for HR support.",
    manager_decision: "Asks the nearest manager for a decision.",
  },
  askedNothing: "No support is asked for in the report.",
  changes: (week) => (week ? `Changed since ${week}` : "Changed since last week"),
  changesNone: "No state has changed.",
  corrections: "Corrections to the digest before",
  coverageCorrection: (from, to, expected) => `units that have reported ${from} → ${to} of ${expected}`,
  effectCorrection: {
    realised: (through, from, to) => `realised effect ${through} ${from} → ${to}`,
    planned: (through, from, to) => `planned effect ${through} ${from} → ${to}`,
  },
  warnings: "Staffing and production",
  warning: (org, staffing, metric, production) =>
    `${org}: staffing ${staffing}, ${metric} ${production} against the same weeks last year.`,
  support: "Support",
  supportText: (open, oldest) =>
    open === 0
      ? "No open requests."
      : `${open} open ${open === 1 ? "request" : "requests"}, the oldest ${englishDays(oldest ?? 0)}.`,
  missing: "Missing",
  missingNone: "Every unit has reported.",
  missingMore: (units, orgs) => `${units} in ${orgs} other ${orgs === 1 ? "administration" : "administrations"}`,
  upcoming: "Next 14 days",
  upcomingNone: "No milestones or assignments.",
  assignment: (id, text) => `Assignment ${id}: ${text}`,
  more: (count) => `and ${count} more`,
  dates: (economy, staffing, reports) =>
    sentence(
      [
        ["Ledger", economy],
        ["staffing", staffing],
        ["reports", reports],
      ],
      (what, until) => `${what} through ${until}`,
    ),
  made: (date, time) => `Compiled automatically on ${date} at ${time}.`,
  withdrawn: "The plan owner has withdrawn this digest. Ask the plan owner if you wonder why.",
  buttons: {
    measures: "Show all measures",
    administrations: "By administration",
    brief: "Material for the monthly follow-up",
    ask: "Ask the bot",
  },
};

function englishMeasures(count: number): string {
  return `${count} ${count === 1 ? "measure" : "measures"}`;
}

function englishDays(days: number): string {
  return `${days} ${days === 1 ? "day" : "days"}`;
}
