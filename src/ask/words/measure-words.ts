// Sentences about one measure.
import type { Lang } from "../../plan/plan.ts";

export function stateLine(lang: Lang, name: string, state: string, since: string | null): string {
  return lang === "sv"
    ? `${name}: ${state}${since ? ` sedan ${since}` : ""}.`
    : `${name}: ${state}${since ? ` since ${since}` : ""}.`;
}

export function bothColours(lang: Lang, chef: string, outcome: string, rate: string): string {
  return lang === "sv"
    ? `Chefens bedömning: ${chef} · Utfall: ${outcome} (${rate}).`
    : `The manager's judgement: ${chef} · Outcome: ${outcome} (${rate}).`;
}

export function decidedLine(lang: Lang, decided: string | null, potential: string | null): string {
  if (lang === "sv")
    return decided
      ? `Beslutad helårseffekt ${decided}.`
      : potential
        ? `Ingen beslutad effekt; beräknad potential ${potential}. Den räknas inte med i beslutad effekt.`
        : "Ingen beslutad eller beräknad effekt i kronor, så den är inte med i summorna.";
  return decided
    ? `Decided full-year effect ${decided}.`
    : potential
      ? `No decided effect; calculated potential ${potential}.`
      : "No calculated effect in kronor.";
}

export function realisedLine(lang: Lang, when: string, realised: string, planned: string, rate: string | null): string {
  const tail = rate ? ` (${rate})` : "";
  return lang === "sv"
    ? `Realiserat ${when}: ${realised} av planerade ${planned}${tail}.`
    : `Realised ${when}: ${realised} of planned ${planned}${tail}.`;
}

export function nothingYet(lang: Lang, when: string, planned: string | null): string {
  if (lang === "sv")
    return planned ? `Planerat ${when}: ${planned}; realiserat: underlag saknas.` : `Ingen effekt är planerad ${when}.`;
  return planned ? `Planned ${when}: ${planned}; realised: data is missing.` : `No effect is planned ${when}.`;
}

export function forecastLine(lang: Lang, year: string, forecast: string, planned: string | null): string {
  return lang === "sv"
    ? `Prognos ${year}: ${forecast}${planned ? ` av planerade ${planned}` : ""}.`
    : `Forecast ${year}: ${forecast}${planned ? ` of planned ${planned}` : ""}.`;
}

export function ownerLine(lang: Lang, owner: string, above: string | null, id: string): string {
  return lang === "sv"
    ? `Ägare: ${owner}${above ? `, ${above}` : ""} (${id}).`
    : `Owner: ${owner}${above ? `, ${above}` : ""} (${id}).`;
}

export function responsiblePerson(lang: Lang, name: string): string {
  return lang === "sv" ? `Linjechef: ${name}.` : `Line manager: ${name}.`;
}

export function causeLine(lang: Lang, cause: string): string {
  return lang === "sv" ? `Orsak: ${cause}.` : `Cause: ${cause}.`;
}

export function noCause(lang: Lang): string {
  return lang === "sv" ? "Ingen orsak är angiven i rapporten." : "No cause is given in the report.";
}

export function unmetLine(lang: Lang, list: string): string {
  return lang === "sv" ? `Förutsättningar som inte är uppfyllda: ${list}.` : `Prerequisites not met: ${list}.`;
}

export function assumptionLine(lang: Lang, list: string): string {
  return lang === "sv" ? `Antaganden: ${list}.` : `Assumptions: ${list}.`;
}

export function decisionLine(lang: Lang, date: string, body: string, outcome: string, note: string | null): string {
  return lang === "sv"
    ? `Beslut ${date}: ${outcome}, ${body}${note ? `. ${stripDot(note)}` : ""}.`
    : `Decision ${date}: ${outcome}, ${body}${note ? `. ${stripDot(note)}` : ""}.`;
}

function stripDot(text: string): string {
  return text.replace(/\.\s*$/, "");
}

export function spreadLine(lang: Lang, list: string): string {
  return lang === "sv" ? `Deltagande enheter: ${list}.` : `Participating units: ${list}.`;
}

export function reportedLine(lang: Lang, week: string | null): string {
  return week === null
    ? lang === "sv"
      ? "Ingen veckorapport ännu."
      : "No weekly report yet."
    : lang === "sv"
      ? `Senast rapporterad ${week}.`
      : `Last reported ${week}.`;
}

export function replacedLine(lang: Lang, name: string): string {
  return lang === "sv" ? `Ersatt av ${name}.` : `Replaced by ${name}.`;
}

export function noReplacement(lang: Lang, name: string): string {
  return lang === "sv"
    ? `${name} är inte ersatt av någon annan åtgärd.`
    : `${name} has not been replaced by another measure.`;
}

export function noSeries(lang: Lang): string {
  return lang === "sv"
    ? "Det finns ingen mätserie för det i planen: underlag saknas. Den skulle komma från verksamhetens indikatorer."
    : "There is no measured series for that in the plan: data is missing. It would come from the indicators.";
}

export function startText(lang: Lang, name: string, start: string | null, state: string): string {
  if (start === null)
    return lang === "sv"
      ? `${name}: ingen startmånad är satt (läge: ${state}).`
      : `${name}: no start month is set (state: ${state}).`;
  return lang === "sv" ? `${name} startar ${start} (läge: ${state}).` : `${name} starts in ${start} (state: ${state}).`;
}

export function startedText(lang: Lang, name: string, start: string, state: string): string {
  return lang === "sv"
    ? `${name} startade ${start} (läge: ${state}).`
    : `${name} started in ${start} (state: ${state}).`;
}

export function endText(lang: Lang, name: string, end: string | null, state: string): string {
  if (end === null)
    return lang === "sv"
      ? `${name}: inget slutdatum är satt (läge: ${state}).`
      : `${name}: no end date is set (state: ${state}).`;
  return lang === "sv"
    ? `${name} ska vara klar i ${end} (läge: ${state}).`
    : `${name} is to be done in ${end} (state: ${state}).`;
}

export function attributeText(lang: Lang, name: string, label: string, value: string | null): string {
  return value === null
    ? lang === "sv"
      ? `${name}: ${label} är inte angivet – underlag saknas.`
      : `${name}: ${label} is not given – data is missing.`
    : `${name}: ${label} – ${value.replace(/\.\s*$/, "")}.`;
}

export const LABELS = {
  consultation: { sv: "samverkan", en: "consultation" },
  impact: { sv: "konsekvensbedömning", en: "impact assessment" },
  next_step: { sv: "nästa steg", en: "next step" },
  done_by: { sv: "klart senast", en: "done by" },
  counter_indicator: { sv: "motindikator", en: "counter indicator" },
  source: { sv: "källa", en: "source" },
  horizon: { sv: "horisont", en: "horizon" },
  kind: { sv: "typ", en: "kind" },
  mechanism: { sv: "mekanism", en: "mechanism" },
  theme: { sv: "område", en: "theme" },
  special: { sv: "särskild aktivitet", en: "special activity" },
  permanence: { sv: "varaktighet", en: "permanence" },
  risks: { sv: "flaggade risker", en: "flagged risks" },
  owner: { sv: "ägare", en: "owner" },
  share: { sv: "enhetens andel", en: "the unit's share" },
} as const;

export function yesNo(lang: Lang, yes: boolean): string {
  return yes ? (lang === "sv" ? "ja" : "yes") : lang === "sv" ? "nej" : "no";
}

export function greenNoCause(lang: Lang): string {
  return lang === "sv" ? "Den går enligt plan, så ingen orsak är angiven." : "It is on track, so no cause is given.";
}

export function unitViewLine(lang: Lang, unit: string, state: string, week: string): string {
  return lang === "sv"
    ? `${unit} har själv rapporterat ${state} (${week}).`
    : `${unit} itself reported ${state} (${week}).`;
}

export function lostLine(lang: Lang): string {
  return lang === "sv" ? "Dess belopp är inte med i beslutad effekt." : "Its amount is not part of the decided effect.";
}
