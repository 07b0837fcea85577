// The natural next questions, as a person would type them: each is understood in the thread it follows.
import type { Lang } from "../../plan/plan.ts";
import type { Intent, PlanQuery } from "../schema.ts";

const NEXT: Partial<Record<Intent, Readonly<Record<Lang, readonly string[]>>>> = {
  figure: {
    sv: ["Per förvaltning", "Månad för månad", "Varför ligger vi efter plan?"],
    en: ["By administration", "Month by month", "Why are we behind plan?"],
  },
  list: {
    sv: ["Hur många är det?", "Varför?", "Vem äger den första?"],
    en: ["How many are there?", "Why?", "Who owns the first one?"],
  },
  count: { sv: ["Vilka är det?", "Per förvaltning"], en: ["Which are they?", "By administration"] },
  rank: { sv: ["Vem äger den första?", "Varför?"], en: ["Who owns the first one?", "Why?"] },
  coverage: { sv: ["Vilka saknas?", "Och veckan innan?"], en: ["Which are missing?", "And the week before?"] },
  staffing: {
    sv: ["Och övertiden?", "Och sjukfrånvaron?", "Och hyrpersonalen?"],
    en: ["And overtime?", "And sick leave?", "And hired staff?"],
  },
  why: { sv: ["Sedan när?", "Vad är nästa steg?"], en: ["Since when?", "What is the next step?"] },
  since: { sv: ["Varför?"], en: ["Why?"] },
  changes: { sv: ["Och veckan innan?"], en: ["And the week before?"] },
  at_risk: { sv: ["Vilka förutsättningar är inte uppfyllda?"], en: ["Which prerequisites are not met?"] },
  compare: { sv: ["Vilken förvaltning har kommit längst?"], en: ["Which administration has come furthest?"] },
  breakdown: { sv: ["Månad för månad", "Hur går det med planen?"], en: ["Month by month", "How is the plan doing?"] },
  series: { sv: ["Per förvaltning", "Vad är prognosen?"], en: ["By administration", "What is the forecast?"] },
};

const ANYTHING = {
  sv: ["Hur går det med planen?", "Vilka åtgärder är röda?", "Hur mycket har vi sparat hittills?"],
  en: ["How is the plan doing?", "Which measures are red?", "How much have we saved so far?"],
} as const;

export function nextQuestions(lang: Lang, query: PlanQuery): readonly string[] {
  // What leans on one measure, or on a list of measures, needs one.
  const leans =
    (query.intent === "why" && query.measures.length === 0) || (query.intent === "rank" && query.group !== "measure");
  const next = (leans ? undefined : NEXT[query.intent]?.[lang]) ?? ANYTHING[lang];
  // Month by month and by förvaltning don't follow on a question about one measure.
  return query.measures.length === 1 ? next.filter((text) => !/förvaltning|administration/.test(text)) : next;
}
