// Sentences about staffing and production: always both.
import type { Lang } from "../../plan/plan.ts";

export function staffingLine(
  lang: Lang,
  unit: string,
  fte: string,
  target: string | null,
  gap: string | null,
  lastYear: string | null,
  change: string | null,
  through: string,
): string {
  if (lang === "sv")
    return `${unit}: bemanning ${fte} årsarbetare (fyraveckorsmedel t.o.m. ${through})${target ? `, mål ${target}${gap ? ` (${gap})` : ""}` : ""}${change ? `, ${change} mot samma veckor förra året${lastYear ? ` (${lastYear})` : ""}` : ""}.`;
  return `${unit}: staffing ${fte} FTEs (four-week mean through ${through})${target ? `, target ${target}${gap ? ` (${gap})` : ""}` : ""}${change ? `, ${change} against the same weeks last year${lastYear ? ` (${lastYear})` : ""}` : ""}.`;
}

export function productionLine(
  lang: Lang,
  unit: string | null,
  outcome: string,
  metric: string,
  plan: string | null,
  rate: string | null,
  change: string | null,
  through: string,
): string {
  const who = unit ? `${unit}: ` : lang === "sv" ? "Produktion: " : "Production: ";
  if (lang === "sv")
    return `${who}${outcome} ${metric} per vecka (fyraveckorsmedel t.o.m. ${through})${plan ? `, plan ${plan}${rate ? ` (${rate})` : ""}` : ""}${change ? `, ${change} mot samma veckor förra året` : ""}.`;
  return `${who}${outcome} ${metric} per week (four-week mean through ${through})${plan ? `, plan ${plan}${rate ? ` (${rate})` : ""}` : ""}${change ? `, ${change} against the same weeks last year` : ""}.`;
}

export function overtimeLine(
  lang: Lang,
  unit: string,
  overtime: string,
  before: string | null,
  through: string,
): string {
  return lang === "sv"
    ? `${unit}: övertid ${overtime} av arbetad tid (fyraveckorsmedel t.o.m. ${through})${before ? `, fyra veckor tidigare ${before}` : ""}.`
    : `${unit}: overtime ${overtime} of worked time (four-week mean through ${through})${before ? `, four weeks before ${before}` : ""}.`;
}

export function sickLine(lang: Lang, unit: string, sick: string, through: string): string {
  return lang === "sv"
    ? `${unit}: sjukfrånvaro ${sick} (fyraveckorsmedel t.o.m. ${through}).`
    : `${unit}: sick leave ${sick} (four-week mean through ${through}).`;
}

export function agencyLine(
  lang: Lang,
  unit: string,
  cost: string,
  plan: string | null,
  before: string | null,
  month: string,
): string {
  return lang === "sv"
    ? `${unit}: hyrpersonal ${cost} i ${month}${plan ? `, plan ${plan}` : ""}${before ? `, månaden före ${before}` : ""}.`
    : `${unit}: hired staff ${cost} in ${month}${plan ? `, plan ${plan}` : ""}${before ? `, the month before ${before}` : ""}.`;
}

export const SERIES = {
  staffing: { sv: "bemanning och produktion", en: "staffing and production" },
  overtime: { sv: "övertid", en: "overtime" },
  sick_leave: { sv: "sjukfrånvaro", en: "sick leave" },
  agency_cost: { sv: "hyrpersonal", en: "hired staff" },
  production: { sv: "produktion", en: "production" },
} as const;

export function missingLine(lang: Lang, unit: string, series: string, from: string): string {
  return lang === "sv"
    ? `${unit}: underlag saknas för ${series}. Det skulle komma från ${from}.`
    : `${unit}: data is missing for ${series}. It would come from ${from}.`;
}

export const FROM = {
  staffing: { sv: "schemasystemet", en: "the scheduling system" },
  overtime: { sv: "schemasystemet", en: "the scheduling system" },
  sick_leave: { sv: "hr-systemet", en: "the HR system" },
  agency_cost: { sv: "ekonomisystemet", en: "the ledger" },
  production: { sv: "vårdsystemet", en: "the care system" },
} as const;

export function sumHead(
  lang: Lang,
  who: string,
  fte: string,
  target: string | null,
  gap: string | null,
  units: string,
  through: string,
): string {
  return lang === "sv"
    ? `${who}: bemanning ${fte} årsarbetare på ${units} enheter med underlag (fyraveckorsmedel t.o.m. ${through})${target ? `, mål ${target}${gap ? ` (${gap})` : ""}` : ""}.`
    : `${who}: staffing ${fte} FTEs in ${units} units with data (four-week mean through ${through})${target ? `, target ${target}${gap ? ` (${gap})` : ""}` : ""}.`;
}

export function agencySum(
  lang: Lang,
  who: string,
  cost: string,
  plan: string | null,
  units: string,
  month: string,
): string {
  return lang === "sv"
    ? `${who}: hyrpersonal ${cost} i ${month}${plan ? `, plan ${plan}` : ""} (${units} enheter med underlag).`
    : `${who}: hired staff ${cost} in ${month}${plan ? `, plan ${plan}` : ""} (${units} units with data).`;
}

export function perUnitHead(lang: Lang, who: string, series: string): string {
  return lang === "sv" ? `${who}: ${series} per enhet.` : `${who}: ${series} by unit.`;
}

export function guardHead(lang: Lang, sentence: string, count: string): string {
  return lang === "sv"
    ? `${count} ${count === "1" ? "enhet" : "enheter"}: ”${sentence}”`
    : `${count} ${count === "1" ? "unit" : "units"}: “${sentence}”`;
}

export function guardNone(lang: Lang, sentence: string): string {
  return lang === "sv"
    ? `Det gäller ingen enhet med underlag just nu: ”${sentence}”`
    : `It holds for no unit with data at present: “${sentence}”`;
}

export function noWarnings(lang: Lang): string {
  return lang === "sv"
    ? "Inga varningar för bemanning och produktion just nu."
    : "No warnings for staffing and production at present.";
}

export function withoutData(lang: Lang, count: string): string {
  return lang === "sv"
    ? `För ${count} ${count === "1" ? "enhet" : "enheter"} saknas underlag.`
    : `Data is missing for ${count} ${count === "1" ? "unit" : "units"}.`;
}

export function otherMonth(lang: Lang, month: string): string {
  return lang === "sv" ? `Underlag saknas för ${month}.` : `Data is missing for ${month}.`;
}

export function agencySpan(lang: Lang, who: string, cost: string, plan: string | null, when: string): string {
  return lang === "sv"
    ? `${who}: hyrpersonal ${cost} ${when}${plan ? `, plan ${plan}` : ""}.`
    : `${who}: hired staff ${cost} ${when}${plan ? `, plan ${plan}` : ""}.`;
}

export function agencyMonth(_lang: Lang, month: string, cost: string, plan: string | null): string {
  return `• ${month}: ${cost}${plan ? ` (plan ${plan})` : ""}`;
}

export function monthsHead(lang: Lang, who: string, series: string): string {
  return lang === "sv" ? `${who}: ${series} per månad.` : `${who}: ${series} by month.`;
}

export function monthMeans(lang: Lang, who: string): string {
  return lang === "sv"
    ? `${who}, medel av månadens veckor (bara veckor med underlag):`
    : `${who}, mean of the weeks of each month (only weeks with data):`;
}

export function signed(text: string): string {
  return /^[−-]/.test(text) || /^0([,.]0+)?$/.test(text) ? text : `+${text}`;
}

export function namedPart(lang: Lang, series: keyof typeof SERIES, value: string): string {
  const name = series === "staffing" ? (lang === "sv" ? "bemanning" : "staffing") : SERIES[series][lang];
  return `${name} ${value}${series === "staffing" ? (lang === "sv" ? " årsarbetare" : " full-time equivalents") : ""}`;
}

export function noWeekLine(lang: Lang, name: string, when: string): string {
  return lang === "sv"
    ? `${name}: underlag saknas för ${when}; fyraveckorsmedlet är det senaste som finns.`
    : `${name}: data is missing for ${when}; the four-week mean is the latest there is.`;
}
