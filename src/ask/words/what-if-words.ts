// Sentences of worked examples (räkneexempel). Amounts come already written.
import type { Lang } from "../../plan/plan.ts";

export function whatIfStart(
  lang: Lang,
  name: string,
  month: string,
  effect: string,
  year: string,
  planned: string,
): string {
  return lang === "sv"
    ? `Räkneexempel: om ${name} startar i ${month} ger den högst ${effect} under ${year} (beslutad helårseffekt fördelad på hela månader). Planerat för ${year} är ${planned}.`
    : `Worked example (räkneexempel): if ${name} starts in ${month} it gives at most ${effect} in ${year} (decided full-year effect spread over whole months). Planned for ${year} is ${planned}.`;
}

export function whatIfStop(lang: Lang, name: string, month: string, left: string, year: string, lost: string): string {
  return lang === "sv"
    ? `Räkneexempel: om ${name} stoppas från ${month} faller ${lost} av planen för ${year} bort och ${left} är kvar.`
    : `Worked example (räkneexempel): if ${name} is stopped from ${month}, ${lost} of the plan for ${year} falls away and ${left} remains.`;
}

export function whatIfUnknown(lang: Lang, name: string): string {
  return lang === "sv"
    ? `Räkneexempel går inte att göra för ${name}: underlag saknas, den har ingen beslutad effekt.`
    : `No worked example (räkneexempel) can be made for ${name}: data is missing, it has no decided effect.`;
}

export function whatIfForecast(
  lang: Lang,
  of: {
    readonly who: string;
    readonly name: string;
    readonly gives: string;
    readonly year: string;
    readonly left: string;
    readonly before: string;
    readonly lost: string;
  },
): string {
  return lang === "sv"
    ? `Räkneexempel: om ${of.name} ${of.gives} blir prognosen för ${of.year} ${of.left} i stället för ${of.before} (${of.lost} mindre). ${of.who}.`
    : `Worked example (räkneexempel): if ${of.name} ${of.gives}, the forecast for ${of.year} is ${of.left} instead of ${of.before} (${of.lost} less). ${of.who}.`;
}

/** What a measure is supposed to give: a part of its forecast, nothing more, nothing at all. */
export function givesText(lang: Lang, gives: number | "no_more" | "nothing"): string {
  if (typeof gives === "number") {
    const percent = Math.round(gives * 100);
    return lang === "sv" ? `ger ${percent} % av sin prognos` : `gives ${percent}% of its forecast`;
  }
  if (lang === "sv") return gives === "no_more" ? "inte ger något mer" : "inte ger något alls";
  return gives === "no_more" ? "gives nothing more" : "gives nothing at all";
}

export function partText(
  lang: Lang,
  of: {
    readonly who: string;
    readonly percent: string;
    readonly figure: string;
    readonly year: string | null;
    readonly part: string;
    readonly whole: string;
  },
): string {
  const year = of.year ? ` ${of.year}` : "";
  return lang === "sv"
    ? `Räkneexempel: ${of.percent} av ${of.figure}${year} (${of.whole}) är ${of.part}. ${of.who}.`
    : `Worked example (räkneexempel): ${of.percent} of ${of.figure}${year} (${of.whole}) is ${of.part}. ${of.who}.`;
}

export function noForecastFor(lang: Lang, name: string, year: string): string {
  return lang === "sv"
    ? `Räkneexempel går inte att göra för ${name}: underlag saknas, den har ingen prognos för ${year}.`
    : `No worked example (räkneexempel) can be made for ${name}: data is missing, it has no forecast for ${year}.`;
}

export function assumptionNote(lang: Lang): string {
  return lang === "sv"
    ? "Det är ett räkneexempel, inte en prognos."
    : "This is a worked example (räkneexempel), not a forecast.";
}
