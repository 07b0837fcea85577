// Pure. The monthly material in English.
import type { BriefWords } from "./brief-sentences.ts";

const measures = (count: number) => `${count} ${count === 1 ? "measure" : "measures"}`;

export const ENGLISH: BriefWords = {
  title: "Material for the monthly follow-up",
  draft: "DRAFT",
  subtitle: (what, through, date, time) => `${what}, ${through}. Compiled on ${date} at ${time}.`,
  wholePlan: "The whole plan",
  part: (seen, all) => `The material covers ${seen} of ${measures(all)}: those you may see.`,
  noData: "data is missing",
  summary: "Summary",
  effectSentence: (realised, planned, through, rate) =>
    `Realised effect ${through}: ${realised}. Planned effect ${through}: ${planned}.${rate ? ` Realisation rate: ${rate}.` : ""}`,
  forecastSentence: (year, forecast, planned) =>
    `Forecast for ${year}: ${forecast}. Planned effect ${year}: ${planned}.`,
  statesSentence: (critical, deviation, onTrack, all) =>
    `Of ${measures(all)}, ${critical} are critical, ${deviation} deviate and ${onTrack} are on track.`,
  effect: {
    heading: "Financial effect",
    head: ["Stage", "Amount", "Period", "Source", "Without an amount"],
    perYear: "per year",
    plan: (version) => `the plan, version ${version}`,
    ledger: (through) => `ledger ${through}`,
    controller: "confirmed by the controller",
    forecasts: (through) => `forecasts given ${through}`,
    potential: "Calculated potential",
    decided: "Decided full-year effect",
    planned: "Planned effect",
    plannedYear: "Planned effect, full year",
    forecast: "Forecast",
    realised: "Realised effect",
    verified: "Verified effect",
    lost: "Lost full-year effect",
    uncounted: (count) => `${count}`,
    never: "Amounts of different stages are never added. Unknown amounts are counted in the last column, never as 0.",
  },
  states: {
    heading: "Where the plan stands",
    head: ["State", "Measures"],
    coverage: (week, received, expected) => `${received} of ${expected} units have reported for ${week}.`,
  },
  administrations: {
    heading: "By administration",
    head: (through, year) => [
      "Administration",
      `Realised ${through}`,
      `Planned ${through}`,
      "Realisation rate",
      `Forecast ${year}`,
      `Planned ${year}`,
    ],
  },
  deviations: {
    heading: "Measures that deviate",
    head: (through) => ["Measure", "State", "Cause", `Realised ${through}`, `Planned ${through}`, "Decided per year"],
    none: "No measure is critical or deviates.",
  },
  stopped: {
    heading: "Measures paused, cancelled or reverted",
    head: ["Measure", "State", "Potential per year", "Lost per year"],
    none: "No measure is paused, cancelled or reverted.",
  },
  staffing: {
    heading: "Staffing and production",
    head: ["Unit", "Staffing against last year", "Production against last year", "Reading"],
    none: "No unit has data that tells anything.",
  },
  support: {
    heading: "Support to the managers",
    open: (count, oldest) =>
      count === 0
        ? "No open requests."
        : `${count} open ${count === 1 ? "request" : "requests"}, the oldest ${oldest ?? 0} ${oldest === 1 ? "day" : "days"}.`,
  },
  sources: {
    heading: "Sources and method",
    plan: (name, version) => `Plan: ${name}, version ${version}.`,
    staffing: (week) => `Staffing and production through ${week}; means of the latest four weeks with data.`,
    reports: (week) => `Weekly reports through ${week}.`,
    method: [
      "The realisation rate is realised over planned effect for the same months, from unrounded amounts.",
      "The draft is compiled automatically from the plan and has not been reviewed. A named officer approves.",
    ],
  },
};
