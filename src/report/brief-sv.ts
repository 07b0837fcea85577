// Pure. The monthly material in Swedish.
import type { BriefWords } from "./brief-sentences.ts";

const measures = (count: number) => `${count} ${count === 1 ? "åtgärd" : "åtgärder"}`;

export const SWEDISH: BriefWords = {
  title: "Underlag till månadsuppföljning",
  draft: "UTKAST",
  subtitle: (what, through, date, time) => `${what}, ${through}. Sammanställt ${date} kl. ${time}.`,
  wholePlan: "Hela planen",
  part: (seen, all) => `Underlaget gäller ${seen} av ${measures(all)}: dem som du får se.`,
  noData: "underlag saknas",
  summary: "Sammanfattning",
  effectSentence: (realised, planned, through, rate) =>
    `Realiserad effekt ${through}: ${realised}. Planerad effekt ${through}: ${planned}.${rate ? ` Realiseringsgrad: ${rate}.` : ""}`,
  forecastSentence: (year, forecast, planned) =>
    `Prognos för ${year}: ${forecast}. Planerad effekt ${year}: ${planned}.`,
  statesSentence: (critical, deviation, onTrack, all) =>
    `Av ${measures(all)} är ${critical} ${critical === 1 ? "kritisk" : "kritiska"}, ${deviation} har avvikelse och ${onTrack} följer planen.`,
  effect: {
    heading: "Ekonomisk effekt",
    head: ["Steg", "Belopp", "Period", "Källa", "Utan belopp"],
    perYear: "per år",
    plan: (version) => `planen, version ${version}`,
    ledger: (through) => `ekonomi ${through}`,
    controller: "bekräftat av controller",
    forecasts: (through) => `prognoser lämnade ${through}`,
    potential: "Beräknad potential",
    decided: "Beslutad helårseffekt",
    planned: "Planerad effekt",
    plannedYear: "Planerad effekt, helår",
    forecast: "Prognos",
    realised: "Realiserad effekt",
    verified: "Verifierad effekt",
    lost: "Bortfallen helårseffekt",
    uncounted: (count) => `${count}`,
    never: "Belopp från olika steg läggs aldrig ihop. Okända belopp räknas i sista kolumnen, aldrig som 0.",
  },
  states: {
    heading: "Läget i planen",
    head: ["Läge", "Antal åtgärder"],
    coverage: (week, received, expected) => `${received} av ${expected} enheter har rapporterat ${week}.`,
  },
  administrations: {
    heading: "Per förvaltning",
    head: (through, year) => [
      "Förvaltning",
      `Realiserad ${through}`,
      `Planerad ${through}`,
      "Realiseringsgrad",
      `Prognos ${year}`,
      `Planerad ${year}`,
    ],
  },
  deviations: {
    heading: "Åtgärder med avvikelse",
    head: (through) => ["Åtgärd", "Läge", "Orsak", `Realiserad ${through}`, `Planerad ${through}`, "Beslutad per år"],
    none: "Ingen åtgärd är kritisk eller har avvikelse.",
  },
  stopped: {
    heading: "Pausade, avbrutna och återtagna åtgärder",
    head: ["Åtgärd", "Läge", "Potential per år", "Bortfallen per år"],
    none: "Ingen åtgärd är pausad, avbruten eller återtagen.",
  },
  staffing: {
    heading: "Bemanning och produktion",
    head: ["Enhet", "Bemanning mot i fjol", "Produktion mot i fjol", "Bedömning"],
    none: "Ingen enhet har underlag med en bedömning.",
  },
  support: {
    heading: "Stöd till cheferna",
    open: (count, oldest) =>
      count === 0
        ? "Inga öppna ärenden."
        : `${count} ${count === 1 ? "öppet ärende" : "öppna ärenden"}, äldst ${oldest ?? 0} ${oldest === 1 ? "dag" : "dagar"}.`,
  },
  sources: {
    heading: "Källor och metod",
    plan: (name, version) => `Plan: ${name}, version ${version}.`,
    staffing: (week) =>
      `Bemanning och produktion t.o.m. ${week}; medelvärden för de fyra senaste veckorna med underlag.`,
    reports: (week) => `Veckorapporter t.o.m. ${week}.`,
    method: [
      "Realiseringsgrad är realiserad delat med planerad effekt för samma månader, räknat på oavrundade belopp.",
      "Utkastet är sammanställt automatiskt ur planen och har inte granskats. En namngiven tjänsteperson godkänner.",
    ],
  },
};
