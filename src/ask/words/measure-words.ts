// Sentences about one measure.
import type { Lang } from "../../plan/plan.ts";

export function stateLine(lang: Lang, name: string, state: string, since: string | null): string {
  return lang === "sv" ? `${name}: ${state}${since ? ` sedan ${since}` : ""}.` : `${name}: ${state}${since ? ` since ${since}` : ""}.`;
}

export function bothColours(lang: Lang, chef: string, outcome: string, rate: string): string {
  return lang === "sv" ? `Chefens bedömning: ${chef} · Utfall: ${outcome} (${rate}).` : `The manager's judgement: ${chef} · Outcome: ${outcome} (${rate}).`;
}

export function outcomeLine(lang: Lang, outcome: string, rate: string): string {
  return lang === "sv" ? `Utfall: ${outcome} (${rate}).` : `Outcome: ${outcome} (${rate}).`;
}

export function decidedLine(lang: Lang, decided: string | null, potential: string | null): string {
  if (lang === "sv") return decided ? `Beslutad helårseffekt ${decided}.` : potential ? `Ingen beslutad effekt; beräknad potential ${potential}. Den räknas inte med i beslutad effekt.` : "Ingen beslutad eller beräknad effekt i kronor, så den är inte med i summorna.";
  return decided ? `Decided full-year effect ${decided}.` : potential ? `No decided effect; calculated potential ${potential}.` : "No calculated effect in kronor.";
}

export function realisedLine(lang: Lang, when: string, realised: string, planned: string, rate: string | null): string {
  const tail = rate ? ` (${rate})` : "";
  return lang === "sv" ? `Realiserat ${when}: ${realised} av planerade ${planned}${tail}.` : `Realised ${when}: ${realised} of planned ${planned}${tail}.`;
}

export function nothingYet(lang: Lang, when: string, planned: string | null): string {
  if (lang === "sv") return planned ? `Planerat ${when}: ${planned}; realiserat: underlag saknas.` : `Ingen effekt är planerad ${when}.`;
  return planned ? `Planned ${when}: ${planned}; realised: data is missing.` : `No effect is planned ${when}.`;
}

export function forecastLine(lang: Lang, year: string, forecast: string, planned: string | null): string {
  return lang === "sv" ? `Prognos ${year}: ${forecast}${planned ? ` av planerade ${planned}` : ""}.` : `Forecast ${year}: ${forecast}${planned ? ` of planned ${planned}` : ""}.`;
}

export function ownerLine(lang: Lang, owner: string, above: string | null, id: string): string {
  return lang === "sv" ? `Ägare: ${owner}${above ? `, ${above}` : ""} (${id}).` : `Owner: ${owner}${above ? `, ${above}` : ""} (${id}).`;
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
  return lang === "sv" ? `Beslut ${date}: ${outcome}, ${body}${note ? `. ${stripDot(note)}` : ""}.` : `Decision ${date}: ${outcome}, ${body}${note ? `. ${stripDot(note)}` : ""}.`;
}

function stripDot(text: string): string {
  return text.replace(/\.\s*$/, "");
}

export function spreadLine(lang: Lang, list: string): string {
  return lang === "sv" ? `Deltagande enheter: ${list}.` : `Participating units: ${list}.`;
}

export function reportedLine(lang: Lang, week: string | null): string {
  return week === null ? (lang === "sv" ? "Ingen veckorapport ännu." : "No weekly report yet.") : lang === "sv" ? `Senast rapporterad ${week}.` : `Last reported ${week}.`;
}

export function replacedLine(lang: Lang, name: string): string {
  return lang === "sv" ? `Ersatt av ${name}.` : `Replaced by ${name}.`;
}

export function noReplacement(lang: Lang, name: string): string {
  return lang === "sv" ? `${name} är inte ersatt av någon annan åtgärd.` : `${name} has not been replaced by another measure.`;
}

export function noSeries(lang: Lang): string {
  return lang === "sv" ? "Det finns ingen mätserie för det i planen: underlag saknas. Den skulle komma från verksamhetens indikatorer." : "There is no measured series for that in the plan: data is missing. It would come from the indicators.";
}

export function startText(lang: Lang, name: string, start: string | null, state: string): string {
  if (start === null) return lang === "sv" ? `${name}: ingen startmånad är satt (läge: ${state}).` : `${name}: no start month is set (state: ${state}).`;
  return lang === "sv" ? `${name} startar ${start} (läge: ${state}).` : `${name} starts in ${start} (state: ${state}).`;
}

export function startedText(lang: Lang, name: string, start: string, state: string): string {
  return lang === "sv" ? `${name} startade ${start} (läge: ${state}).` : `${name} started in ${start} (state: ${state}).`;
}

export function endText(lang: Lang, name: string, end: string | null, state: string): string {
  if (end === null) return lang === "sv" ? `${name}: inget slutdatum är satt (läge: ${state}).` : `${name}: no end date is set (state: ${state}).`;
  return lang === "sv" ? `${name} ska vara klar i ${end} (läge: ${state}).` : `${name} is to be done in ${end} (state: ${state}).`;
}

export function attributeText(lang: Lang, name: string, label: string, value: string | null): string {
  return value === null ? (lang === "sv" ? `${name}: ${label} är inte angivet – underlag saknas.` : `${name}: ${label} is not given – data is missing.`) : `${name}: ${label} – ${value.replace(/\.\s*$/, "")}.`;
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

export function participantsText(lang: Lang, name: string, count: string, list: string): string {
  return lang === "sv" ? `${name}: ${count} enheter deltar – ${list}.` : `${name}: ${count} units take part – ${list}.`;
}

export function noShare(lang: Lang, unit: string, name: string): string {
  return lang === "sv" ? `${unit} har ingen angiven andel av ${name} – underlag saknas.` : `${unit} has no stated share of ${name} – data is missing.`;
}

export function shareLine(lang: Lang, unit: string, name: string, share: string, whole: string | null, percent: string | null): string {
  const of = whole ? (lang === "sv" ? ` av beslutade ${whole}` : ` of decided ${whole}`) : "";
  return lang === "sv" ? `${unit}: andelen av ${name} är ${share}${of}${percent ? ` (${percent})` : ""}.` : `${unit}: its share of ${name} is ${share}${of}${percent ? ` (${percent})` : ""}.`;
}

export function onlyOwner(lang: Lang, name: string, owner: string): string {
  return lang === "sv" ? `${name}: inga andra enheter deltar; ${owner} äger den.` : `${name}: no other units take part; ${owner} owns it.`;
}

export function dependsHead(lang: Lang, name: string, count: string, unmet: string): string {
  return lang === "sv" ? `${name}: ${count} förutsättningar, varav ${unmet} inte är uppfyllda.` : `${name}: ${count} prerequisites, ${unmet} of them not met.`;
}

export function noPrerequisites(lang: Lang, name: string): string {
  return lang === "sv" ? `${name}: inga förutsättningar är angivna.` : `${name}: no prerequisites are given.`;
}

export function dependentsHead(lang: Lang, name: string, count: string): string {
  return lang === "sv" ? `${count} åtgärder hänger på ${name}.` : `${count} measures depend on ${name}.`;
}

export function noDependents(lang: Lang, name: string): string {
  return lang === "sv" ? `Ingen åtgärd hänger på ${name}.` : `No measure depends on ${name}.`;
}

export function furtherLine(lang: Lang, list: string): string {
  return lang === "sv" ? `Genom dem även: ${list}.` : `Through them also: ${list}.`;
}

export function atRiskText(lang: Lang, name: string, sum: string, count: string): string {
  return lang === "sv" ? `Om ${name} inte blir av står ${sum} beslutad helårseffekt på spel, i ${count} åtgärder som hänger på den direkt eller genom andra (varje åtgärd räknad en gång).` : `If ${name} does not happen, ${sum} of decided full-year effect is at risk, in ${count} measures that depend on it directly or through others (each counted once).`;
}

export function atRiskNone(lang: Lang, name: string, count: string): string {
  return lang === "sv" ? `Om ${name} inte blir av: ${count} åtgärder hänger på den, men ingen av dem har beslutat belopp – underlag saknas i kronor.` : `If ${name} does not happen: ${count} measures depend on it, but none has a decided amount – data is missing in kronor.`;
}

export function ownDecided(lang: Lang, decided: string): string {
  return lang === "sv" ? `Dess egen beslutade helårseffekt är ${decided}.` : `Its own decided full-year effect is ${decided}.`;
}

export function planAtRisk(lang: Lang, who: string, sum: string, count: string): string {
  return lang === "sv" ? `${who}: ${sum} beslutad helårseffekt ligger bakom förutsättningar som inte är uppfyllda, i ${count} åtgärder.` : `${who}: ${sum} of decided full-year effect lies behind prerequisites not met, in ${count} measures.`;
}

export function sinceText(lang: Lang, name: string, state: string, since: string, weeks: string | null): string {
  return lang === "sv" ? `${name} har läget ${state} sedan ${since}${weeks ? ` (${weeks} veckor i rad)` : ""}.` : `${name} has been ${state} since ${since}${weeks ? ` (${weeks} weeks in a row)` : ""}.`;
}

export function sinceUnknown(lang: Lang, name: string, state: string): string {
  return lang === "sv" ? `${name} har läget ${state}; underlag saknas för sedan när.` : `${name} is ${state}; data is missing for since when.`;
}

export function notThatState(lang: Lang, name: string, asked: string, state: string): string {
  return lang === "sv" ? `${name} är inte ${asked.toLowerCase()} nu; läget är ${state}.` : `${name} is not ${asked.toLowerCase()} now; it is ${state}.`;
}

export function wasThatState(lang: Lang, weeks: string): string {
  return lang === "sv" ? `Senast så: ${weeks}.` : `Last so: ${weeks}.`;
}

export function changesHead(lang: Lang, from: string, to: string, count: string): string {
  return lang === "sv" ? `Mellan ${from} och ${to} ändrades läget för ${count} åtgärder.` : `Between ${from} and ${to} the state of ${count} measures changed.`;
}

export function noChanges(lang: Lang, from: string, to: string): string {
  return lang === "sv" ? `Inget läge ändrades mellan ${from} och ${to}.` : `No state changed between ${from} and ${to}.`;
}

export function whyHead(lang: Lang, who: string, gap: string, when: string): string {
  return lang === "sv" ? `${who}: ${gap} saknas till plan ${when}. Mest bidrar:` : `${who}: ${gap} missing to plan ${when}. What contributes most:`;
}

export function whyForecast(lang: Lang, who: string, gap: string, forecast: string, planned: string, year: string): string {
  return lang === "sv" ? `${who}: prognosen för ${year} är ${forecast} mot planerade ${planned}, ${gap} under plan. Mest bidrar:` : `${who}: the forecast for ${year} is ${forecast} against planned ${planned}, ${gap} below plan. What contributes most:`;
}

export function contribution(name: string, gap: string, cause: string | null): string {
  return `• ${name}: ${gap}${cause ? ` – ${cause}` : ""}`;
}

export function noGap(lang: Lang, who: string): string {
  return lang === "sv" ? `${who} ligger inte efter plan.` : `${who} is not behind plan.`;
}

export function greenNoCause(lang: Lang): string {
  return lang === "sv" ? "Den går enligt plan, så ingen orsak är angiven." : "It is on track, so no cause is given.";
}

export function commentText(lang: Lang, unit: string, measure: string, week: string, comment: string | null, nextStep: string | null): string {
  const parts = [comment && (lang === "sv" ? `"${comment}"` : `"${comment}"`), nextStep && (lang === "sv" ? `Nästa steg: ${nextStep}` : `Next step: ${nextStep}`)].filter(Boolean);
  return `${unit}, ${measure}, ${week}: ${parts.join(" ")}`;
}

export function noComments(lang: Lang, who: string, when: string): string {
  return lang === "sv" ? `${who}: ingen kommentar är skriven${when ? ` ${when}` : ""}.` : `${who}: no comment has been written${when ? ` ${when}` : ""}.`;
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

export function unitViewLine(lang: Lang, unit: string, state: string, week: string): string {
  return lang === "sv" ? `${unit} har själv rapporterat ${state} (${week}).` : `${unit} itself reported ${state} (${week}).`;
}

export function lostLine(lang: Lang): string {
  return lang === "sv" ? "Dess belopp är inte med i beslutad effekt." : "Its amount is not part of the decided effect.";
}
