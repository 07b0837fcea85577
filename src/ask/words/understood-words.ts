// "Så här förstod jag frågan": a query in words.
import type { IsoDate } from "../../lib/time.ts";
import { dateText, monthText, throughText, weekText } from "../../plan/format.ts";
import type { Lang } from "../../plan/plan.ts";
import type { Intent, Period } from "../schema.ts";

export const INTENT_WORDS: Readonly<Record<Intent, Readonly<Record<Lang, string>>>> = {
  status: { sv: "läget", en: "how it stands" },
  figure: { sv: "belopp", en: "amounts" },
  series: { sv: "månad för månad", en: "month by month" },
  breakdown: { sv: "fördelning", en: "breakdown" },
  rank: { sv: "rangordning", en: "ranking" },
  list: { sv: "lista över åtgärder", en: "list of measures" },
  count: { sv: "antal åtgärder", en: "number of measures" },
  share: { sv: "andel", en: "share" },
  compare: { sv: "jämförelse", en: "comparison" },
  why: { sv: "varför", en: "why" },
  since: { sv: "sedan när", en: "since when" },
  changes: { sv: "ändrade lägen", en: "changed states" },
  depends_on: { sv: "vad den hänger på", en: "what it depends on" },
  dependents: { sv: "vad som hänger på den", en: "what depends on it" },
  at_risk: { sv: "effekt bakom ouppfyllda förutsättningar", en: "effect behind unmet prerequisites" },
  needed: { sv: "vad som behövs per månad", en: "what is needed per month" },
  reach: { sv: "om målet nås", en: "whether the goal is reached" },
  what_if: { sv: "räkneexempel", en: "worked example" },
  detail: { sv: "uppgift om en åtgärd", en: "a detail of a measure" },
  staffing: { sv: "bemanning och produktion", en: "staffing and production" },
  guard: { sv: "bemanning mot produktion", en: "staffing against production" },
  coverage: { sv: "veckorapporter", en: "weekly reports" },
  missed: { sv: "missade rapporter", en: "missed reports" },
  comments: { sv: "kommentarer", en: "comments" },
  change_log: { sv: "ändringslogg", en: "change log" },
  support: { sv: "stödärenden", en: "support requests" },
  decisions: { sv: "beslut", en: "decisions" },
  assignments: { sv: "uppdrag", en: "assignments" },
  milestones: { sv: "milstolpar", en: "milestones" },
  upcoming: { sv: "kommande", en: "what is coming" },
  persons: { sv: "personer", en: "persons" },
  causes: { sv: "orsaker", en: "causes" },
  indicator: { sv: "indikator", en: "indicator" },
  budget: { sv: "ram", en: "budget frame" },
  definition: { sv: "vad ordet betyder", en: "what the term means" },
  data_age: { sv: "hur färska uppgifterna är", en: "how fresh the data is" },
  source: { sv: "varifrån uppgifterna kommer", en: "where the data comes from" },
  trust: { sv: "om uppgiften stämmer", en: "whether it is true" },
  org_list: { sv: "organisation", en: "organisation" },
  plan_info: { sv: "om planen", en: "about the plan" },
  deadline: { sv: "när rapporten ska lämnas", en: "when the report is due" },
  public: { sv: "allmän handling", en: "public documents" },
  negotiation: { sv: "MBL", en: "MBL" },
  help: { sv: "hjälp", en: "help" },
  hello: { sv: "hälsning", en: "greeting" },
  thanks: { sv: "tack", en: "thanks" },
  about_bot: { sv: "om boten", en: "about the bot" },
};

/** What is the asker's own, where nothing is named. */
export const OWN: Readonly<Record<Lang, string>> = { sv: "det egna", en: "your own" };

export function understoodText(lang: Lang, read: string): string {
  return lang === "sv" ? `Så här förstod jag frågan: ${read}` : `How I understood the question: ${read}`;
}

export function periodText(period: Period, lang: Lang, today: IsoDate): string {
  switch (period.is) {
    case "months":
      return period.from === period.to
        ? monthText(period.from, lang, today)
        : `${monthText(period.from, lang, today)}–${monthText(period.to, lang, today)}`;
    case "through":
      return throughText(period.month, lang, today);
    case "year":
      return String(period.year);
    case "weeks":
      return period.from === period.to
        ? weekText(period.from, lang, today)
        : `${weekText(period.from, lang, today)}–${weekText(period.to, lang, today)}`;
    case "dates":
      return [period.from, period.to].map((date) => (date ? dateText(date, lang, today) : "")).join("–");
  }
}

export const CHART_WORDS = {
  month: { sv: "Månad", en: "Month" },
  planned: { sv: "Planerad", en: "Planned" },
  realised: { sv: "Realiserad", en: "Realised" },
  forecast: { sv: "Prognos", en: "Forecast" },
} as const;
