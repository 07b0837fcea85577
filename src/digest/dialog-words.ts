// Pure. What the dialogs behind the digest's buttons say.
import type { Lang } from "../plan/plan.ts";

interface DialogWords {
  readonly title: Readonly<Record<"measures" | "administrations" | "brief" | "ask", (week: string) => string>>;
  readonly onlyYou: string;
  readonly asAt: (date: string, time: string) => string;
  readonly part: (seen: number, all: number) => string;
  readonly page: (page: number, pages: number, count: number) => string;
  readonly previous: string;
  readonly next: string;
  readonly export: string;
  readonly none: string;
  readonly amounts: (parts: {
    readonly effect: string;
    readonly through: string;
    readonly rate: string | null;
  }) => string;
  readonly noAmounts: string;
  readonly year: (forecast: string, year: number) => string;
  readonly decided: (amount: string) => string;
  readonly judgement: (chef: string, outcome: string, rate: string) => string;
  readonly since: (week: string) => string;
  readonly coverage: (received: number, expected: number) => string;
  readonly noMeasures: string;
  readonly others: string;
  readonly briefMore: string;
  readonly ask: readonly string[];
  readonly askRow: string;
  readonly askExamples: (measure: string | null, org: string | null) => readonly string[];
}

export const DIALOG_WORDS: Readonly<Record<Lang, DialogWords>> = {
  sv: {
    title: {
      measures: (week) => `Alla åtgärder ${week}`,
      administrations: (week) => `Per förvaltning ${week}`,
      brief: (week) => `Underlag till månadsuppföljning, UTKAST ${week}`,
      ask: () => "Fråga boten",
    },
    onlyYou: "Bara du ser det här. Inget skrivs i kanalen.",
    asAt: (date, time) => `Läget ${date} kl. ${time}, när sammanställningen gjordes.`,
    part: (seen, all) => `Du ser ${seen} av planens ${all} åtgärder. Summorna gäller dem.`,
    page: (page, pages, count) => `Sida ${page} av ${pages} · ${count} i listan`,
    previous: "Föregående",
    next: "Visa fler",
    export: "Vill du ha hela listan som fil? Skriv ”exportera planen” till mig i vår egen chatt.",
    none: "underlag saknas",
    amounts: ({ effect, through, rate }) => `Realiserad ${effect} ${through}${rate ? ` (${rate})` : ""}`,
    noAmounts: "Inga belopp: underlag saknas.",
    year: (forecast, year) => `Prognos ${year} ${forecast}`,
    decided: (amount) => `beslutad helårseffekt ${amount}`,
    judgement: (chef, outcome, rate) => `Chefens bedömning: ${chef} · Utfall: ${outcome} (${rate})`,
    since: (week) => `sedan ${week}`,
    coverage: (received, expected) =>
      `${received} av ${expected} ${expected === 1 ? "enhet" : "enheter"} har rapporterat`,
    noMeasures: "Inga åtgärder.",
    others: "Utanför förvaltningarna",
    briefMore:
      "Underlaget är kortat här. Hela finns som Word-dokument: skriv ”månadsunderlag” till mig i vår egen chatt.",
    ask: [
      "Skriv till mig i vår egen chatt, eller nämn mig i kanalen. I kanalen svarar jag med det som ledningsgruppen får se.",
    ],
    askRow: "Till exempel",
    askExamples: (measure, org) => [
      "Hur går det?",
      ...(measure ? [`Hur går det för ${measure}?`] : []),
      ...(org ? [`Hur ligger ${org} till?`] : []),
      "Vilka åtgärder är röda?",
      "Vad har ändrats sedan förra veckan?",
    ],
  },
  en: {
    title: {
      measures: (week) => `All measures ${week}`,
      administrations: (week) => `By administration ${week}`,
      brief: (week) => `Material for the monthly follow-up, DRAFT ${week}`,
      ask: () => "Ask the bot",
    },
    onlyYou: "Only you see this. Nothing is written in the channel.",
    asAt: (date, time) => `As it stood on ${date} at ${time}, when the digest was made.`,
    part: (seen, all) => `You see ${seen} of the plan's ${all} measures. The sums are of those.`,
    page: (page, pages, count) => `Page ${page} of ${pages} · ${count} in the list`,
    previous: "Previous",
    next: "Show more",
    export: "Want the whole list as a file? Write “export the plan” to me in our own chat.",
    none: "data is missing",
    amounts: ({ effect, through, rate }) => `Realised ${effect} ${through}${rate ? ` (${rate})` : ""}`,
    noAmounts: "No amounts: data is missing.",
    year: (forecast, year) => `Forecast ${year} ${forecast}`,
    decided: (amount) => `decided full-year effect ${amount}`,
    judgement: (chef, outcome, rate) => `The manager's judgement: ${chef} · Outcome: ${outcome} (${rate})`,
    since: (week) => `since ${week}`,
    coverage: (received, expected) =>
      `${received} of ${expected} ${expected === 1 ? "unit has" : "units have"} reported`,
    noMeasures: "No measures.",
    others: "Outside the administrations",
    briefMore:
      "The material is cut short here. All of it comes as a Word document: write “monthly report” to me in our own chat.",
    ask: [
      "Write to me in our own chat, or mention me in the channel. There I answer with what the management group may see.",
    ],
    askRow: "For example",
    askExamples: (measure, org) => [
      "How is it going?",
      ...(measure ? [`How is ${measure} going?`] : []),
      ...(org ? [`How is ${org} doing?`] : []),
      "Which measures are red?",
      "What has changed since last week?",
    ],
  },
};
