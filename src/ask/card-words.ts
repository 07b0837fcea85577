// Pure. What stands on an answer's card beside the answer's own sentences.
import type { Lang } from "../plan/plan.ts";

export interface CardWords {
  readonly showMore: string;
  readonly showFigures: string;
  readonly showLess: string;
  /** Rows that did not fit. */
  readonly more: (count: number) => string;
  readonly cut: string;
  readonly source: (parts: string) => string;
  readonly staffing: (week: string) => string;
  readonly reports: (week: string) => string;
  readonly try: string;
  readonly chart: {
    readonly accumulated: (year: string, unit: string) => string;
    readonly units: Readonly<Record<string, string>>;
  };
  readonly next: {
    readonly plan: string;
    readonly series: NextWords;
    readonly groups: NextWords;
    readonly why: NextWords;
    readonly whyMeasure: NextWords;
    readonly behind: NextWords;
    readonly show: NextWords;
    readonly unit: NextWords;
    readonly measures: NextWords;
    readonly red: NextWords;
  };
}

/** A button: what it says, and what is asked when it is pressed. `subject` is an id, or the plan in words. */
export interface NextWords {
  readonly title: (subject: string) => string;
  readonly text: (subject: string) => string;
}

export const CARD_WORDS: Readonly<Record<Lang, CardWords>> = {
  sv: {
    showMore: "Visa mer",
    showFigures: "Visa siffrorna",
    showLess: "Visa mindre",
    more: (count) => `… och ${count} till. Fråga om en del i taget, så visar jag fler.`,
    cut: "Svaret är förkortat. Fråga om en del i taget, så visar jag allt.",
    source: (parts) => `Källa: ${parts}`,
    staffing: (week) => `bemanning och produktion t.o.m. ${week}`,
    reports: (week) => `linjechefernas veckorapporter t.o.m. ${week}`,
    try: "Det här kan jag svara på:",
    chart: {
      accumulated: (year, unit) => `Sammanlagd effekt ${year}, ${unit}`,
      units: { mkr: "mkr", "%": "procent", st: "antal", åa: "årsarbetare", "per week": "per vecka" },
    },
    next: {
      plan: "hela planen",
      series: next("Månad för månad", (subject) => `Visa ${subject} månad för månad`),
      groups: next("Per förvaltning", (subject) => `Visa ${subject} per förvaltning`),
      why: next("Varför?", (subject) => `Varför ligger ${subject} efter plan?`),
      whyMeasure: next("Varför?", (subject) => `Varför är ${subject} i det läget?`),
      behind: { title: (id) => `Vad hänger på ${id}?`, text: (id) => `Vad hänger på ${id}?` },
      show: { title: (id) => `Visa ${id}`, text: (id) => `Hur går det med ${id}?` },
      unit: next("Hur går det för enheten?", (id) => `Hur går det för ${id}?`),
      measures: next("Enhetens åtgärder", (id) => `Vilka åtgärder har ${id}?`),
      red: next("Vilka är röda?", () => "Vilka åtgärder är röda?"),
    },
  },
  en: {
    showMore: "Show more",
    showFigures: "Show the figures",
    showLess: "Show less",
    more: (count) => `… and ${count} more. Ask about one part at a time to see more.`,
    cut: "The answer is shortened. Ask about one part at a time to see all of it.",
    source: (parts) => `Source: ${parts}`,
    staffing: (week) => `staffing and production through ${week}`,
    reports: (week) => `line managers' weekly reports through ${week}`,
    try: "This is what I can answer:",
    chart: {
      accumulated: (year, unit) => `Accumulated effect ${year}, ${unit}`,
      units: { mkr: "SEK million", "%": "per cent", st: "number", åa: "FTEs", "per week": "per week" },
    },
    next: {
      plan: "the whole plan",
      series: next("Month by month", (subject) => `Show ${subject} month by month`),
      groups: next("By administration", (subject) => `Show ${subject} by administration`),
      why: next("Why?", (subject) => `Why is ${subject} behind plan?`),
      whyMeasure: next("Why?", (subject) => `Why is ${subject} in that state?`),
      behind: { title: (id) => `What depends on ${id}?`, text: (id) => `What depends on ${id}?` },
      show: { title: (id) => `Show ${id}`, text: (id) => `How is ${id} going?` },
      unit: next("How is the unit doing?", (id) => `How is ${id} doing?`),
      measures: next("The unit's measures", (id) => `Which measures does ${id} have?`),
      red: next("Which are red?", () => "Which measures are red?"),
    },
  },
};

function next(title: string, text: (subject: string) => string): NextWords {
  return { title: () => title, text };
}
