// Sentences about since when, what moved, why, and what was written.
import type { Lang } from "../../plan/plan.ts";

export function sinceText(lang: Lang, name: string, state: string, since: string, weeks: string | null): string {
  return lang === "sv"
    ? `${name} har läget ${state} sedan ${since}${weeks ? ` (${weeks} ${weeks === "1" ? "vecka" : "veckor"} i rad)` : ""}.`
    : `${name} has been ${state} since ${since}${weeks ? ` (${weeks} ${weeks === "1" ? "week" : "weeks"} in a row)` : ""}.`;
}

export function sinceUnknown(lang: Lang, name: string, state: string): string {
  return lang === "sv"
    ? `${name} har läget ${state}; underlag saknas för sedan när.`
    : `${name} is ${state}; data is missing for since when.`;
}

export function notThatState(lang: Lang, name: string, asked: string, state: string): string {
  return lang === "sv"
    ? `${name} är inte ${asked.toLowerCase()} nu; läget är ${state}.`
    : `${name} is not ${asked.toLowerCase()} now; it is ${state}.`;
}

export function wasThatState(lang: Lang, weeks: string): string {
  return lang === "sv" ? `Senast så: ${weeks}.` : `Last so: ${weeks}.`;
}

export function changesHead(lang: Lang, from: string, to: string, count: string, how: string): string {
  return lang === "sv"
    ? `Mellan ${from} och ${to} ändrades läget${how} för ${count} ${count === "1" ? "åtgärd" : "åtgärder"}.`
    : `Between ${from} and ${to} the state of ${count} ${count === "1" ? "measure" : "measures"} changed${how}.`;
}

export function datedLine(lang: Lang, name: string, state: string, date: string): string {
  return lang === "sv" ? `• ${name}: ${state} sedan ${date}` : `• ${name}: ${state} since ${date}`;
}

export function noChanges(lang: Lang, from: string, to: string, how: string): string {
  return lang === "sv"
    ? `Inget läge ändrades${how} mellan ${from} och ${to}.`
    : `No state changed${how} between ${from} and ${to}.`;
}

/** " från Avvikelse till Kritisk", " till det sämre"; empty where any change is meant. */
export function movedHow(lang: Lang, from: string, to: string, direction: string | null): string {
  const [out, into] = lang === "sv" ? ["från", "till"] : ["from", "to"];
  const words = [
    ...(from ? [`${out} ${from}`] : []),
    ...(to ? [`${into} ${to}`] : []),
    ...(direction === "worse" ? [lang === "sv" ? "till det sämre" : "for the worse"] : []),
    ...(direction === "better" ? [lang === "sv" ? "till det bättre" : "for the better"] : []),
  ];
  return words.map((word) => ` ${word}`).join("");
}

export function whyHead(lang: Lang, who: string, gap: string, when: string): string {
  return lang === "sv"
    ? `${who}: ${gap} saknas till plan ${when}. Mest bidrar:`
    : `${who}: ${gap} missing to plan ${when}. What contributes most:`;
}

export function whyForecast(
  lang: Lang,
  who: string,
  gap: string,
  forecast: string,
  planned: string,
  year: string,
): string {
  return lang === "sv"
    ? `${who}: prognosen för ${year} är ${forecast} mot planerade ${planned}, ${gap} under plan. Mest bidrar:`
    : `${who}: the forecast for ${year} is ${forecast} against planned ${planned}, ${gap} below plan. What contributes most:`;
}

export function contribution(name: string, gap: string, cause: string | null): string {
  return `• ${name}: ${gap}${cause ? ` – ${cause}` : ""}`;
}

export function noGap(lang: Lang, who: string): string {
  return lang === "sv" ? `${who} ligger inte efter plan.` : `${who} is not behind plan.`;
}

export function commentText(
  lang: Lang,
  unit: string,
  measure: string,
  week: string,
  comment: string | null,
  nextStep: string | null,
): string {
  const parts = [
    comment && (lang === "sv" ? `”${comment}”` : `“${comment}”`),
    nextStep && (lang === "sv" ? `Nästa steg: ${nextStep}` : `Next step: ${nextStep}`),
  ].filter(Boolean);
  return `${unit}, ${measure}, ${week}: ${parts.join(" ")}`;
}

export function noComments(lang: Lang, who: string, when: string): string {
  return lang === "sv"
    ? `${who}: ingen kommentar är skriven${when ? ` ${when}` : ""}.`
    : `${who}: no comment has been written${when ? ` ${when}` : ""}.`;
}

export function logLine(week: string, state: string, cause: string | null): string {
  return `• ${week}: ${state}${cause ? ` (${cause})` : ""}`;
}

export function logHead(lang: Lang, name: string): string {
  return lang === "sv" ? `${name}: rapporterade lägen, senaste först.` : `${name}: reported states, latest first.`;
}

export function noLog(lang: Lang, name: string): string {
  return lang === "sv" ? `${name}: inga rapporter finns.` : `${name}: there are no reports.`;
}
