// Sentences about the effect ladder. Amounts come already written.
import type { Lang } from "../../plan/plan.ts";
import type { Figure } from "../schema.ts";

export const PLAN_NAME = { sv: "Hela planen", en: "The whole plan" } as const;

export const FIGURE_LABELS: Readonly<Record<Figure, Readonly<Record<Lang, string>>>> = {
  potential: { sv: "Beräknad potential", en: "Calculated potential" },
  decided: { sv: "Beslutad helårseffekt", en: "Decided full-year effect" },
  planned: { sv: "Planerad effekt", en: "Planned effect" },
  planned_year: { sv: "Planerad effekt för året", en: "Planned effect for the year" },
  forecast: { sv: "Prognos för året", en: "Forecast for the year" },
  realised: { sv: "Realiserad effekt", en: "Realised effect" },
  verified: { sv: "Verifierad effekt", en: "Verified effect" },
  lost: { sv: "Bortfallen effekt", en: "Lost effect" },
  gap: { sv: "Saknas till plan", en: "Missing to plan" },
  forecast_gap: { sv: "Prognos under årets plan", en: "Forecast below the year's plan" },
  realisation_rate: { sv: "Realiseringsgrad", en: "Realisation rate" },
  uncounted: { sv: "Åtgärder utan beräknat belopp", en: "Measures without an amount" },
  at_risk: { sv: "Effekt bakom ouppfyllda förutsättningar", en: "Effect behind unmet prerequisites" },
  needed_per_month: { sv: "Behövs per månad", en: "Needed per month" },
  extra_cost: { sv: "Merkostnad", en: "Extra cost" },
  staffing: { sv: "Bemanning", en: "Staffing" },
  staffing_target: { sv: "Bemanningsmål", en: "Staffing target" },
  staffing_gap: { sv: "Bemanning mot mål", en: "Staffing against target" },
  staffing_change: { sv: "Bemanning mot förra året", en: "Staffing against last year" },
  production: { sv: "Produktion", en: "Production" },
  production_plan: { sv: "Produktionsplan", en: "Production plan" },
  production_rate: { sv: "Produktion mot plan", en: "Production against plan" },
  production_change: { sv: "Produktion mot förra året", en: "Production against last year" },
  agency_cost: { sv: "Hyrpersonalkostnad", en: "Hired staff cost" },
  overtime: { sv: "Övertid", en: "Overtime" },
  sick_leave: { sv: "Sjukfrånvaro", en: "Sick leave" },
  coverage_rate: { sv: "Svarsfrekvens", en: "Response rate" },
  count: { sv: "Antal åtgärder", en: "Number of measures" },
};

export function withFilter(who: string, filter: string): string {
  return filter ? `${who} (${filter})` : who;
}

export function realisedText(
  lang: Lang,
  who: string,
  when: string,
  realised: string,
  planned: string | null,
  rate: string | null,
): string {
  const tail = rate ? ` (${rate})` : "";
  if (lang === "sv")
    return planned
      ? `${who}: realiserad effekt ${when} ${realised} av planerade ${planned}${tail}.`
      : `${who}: realiserad effekt ${when} ${realised}.`;
  return planned
    ? `${who}: realised effect ${when} ${realised} of planned ${planned}${tail}.`
    : `${who}: realised effect ${when} ${realised}.`;
}

export function plainText(lang: Lang, who: string, label: string, when: string, value: string): string {
  return lang === "sv"
    ? `${who}: ${label.toLowerCase()}${when ? ` ${when}` : ""} ${value}.`
    : `${who}: ${label.toLowerCase()}${when ? ` ${when}` : ""} ${value}.`;
}

export function missingText(lang: Lang, who: string, label: string, when: string): string {
  const tail = when ? ` ${when}` : "";
  return lang === "sv"
    ? `${who}: underlag saknas för ${label.toLowerCase()}${tail}.`
    : `${who}: data is missing for ${label.toLowerCase()}${tail}.`;
}

export function gapText(
  lang: Lang,
  who: string,
  when: string,
  gap: string,
  planned: string,
  realised: string,
  isAhead: boolean,
): string {
  if (lang === "sv")
    return isAhead
      ? `${who}: ${gap} före plan ${when} (realiserat ${realised}, planerat ${planned}).`
      : `${who}: ${gap} saknas till plan ${when} (realiserat ${realised} av planerade ${planned}).`;
  return isAhead
    ? `${who}: ${gap} ahead of plan ${when} (realised ${realised}, planned ${planned}).`
    : `${who}: ${gap} missing to plan ${when} (realised ${realised} of planned ${planned}).`;
}

export function forecastText(
  lang: Lang,
  who: string,
  year: string,
  forecast: string,
  planned: string | null,
  gap: string | null,
): string {
  if (lang === "sv")
    return `${who}: prognos ${year} ${forecast}${planned ? ` mot planerade ${planned} för året` : ""}${gap ? ` (${gap} under plan)` : ""}.`;
  return `${who}: forecast ${year} ${forecast}${planned ? ` against planned ${planned} for the year` : ""}${gap ? ` (${gap} below plan)` : ""}.`;
}

export function rateLine(
  lang: Lang,
  who: string,
  when: string,
  rate: string,
  realised: string,
  planned: string,
): string {
  return lang === "sv"
    ? `${who}: realiseringsgrad ${when} ${rate} – realiserat ${realised} av planerade ${planned}.`
    : `${who}: realisation rate ${when} ${rate} – realised ${realised} of planned ${planned}.`;
}

export function verifiedText(
  lang: Lang,
  who: string,
  when: string,
  verified: string,
  realised: string | null,
  share: string | null,
): string {
  if (lang === "sv")
    return `${who}: verifierad effekt ${when} ${verified}${realised ? ` av realiserade ${realised}` : ""}${share ? ` (${share})` : ""}. Verifierad är det som controllern har bekräftat.`;
  return `${who}: verified effect ${when} ${verified}${realised ? ` of realised ${realised}` : ""}${share ? ` (${share})` : ""}. Verified is what the controller has confirmed.`;
}

export function lostText(lang: Lang, who: string, lost: string | null, without: string | null, count: string): string {
  const sv = lang === "sv";
  const tail = without
    ? sv
      ? ` ${without} av dem saknar beslutat belopp och räknas bara till antal.`
      : ` ${without} of them have no decided amount and are only counted.`
    : "";
  if (lost === null)
    return sv
      ? `${who}: underlag saknas för bortfallen effekt.${tail}`
      : `${who}: data is missing for lost effect.${tail}`;
  return sv
    ? `${who}: bortfallen effekt ${lost} (${count} åtgärder är pausade, avbrutna eller återtagna).${tail}`
    : `${who}: lost effect ${lost} (${count} measures are paused, cancelled or reverted).${tail}`;
}

export function uncountedText(lang: Lang, count: string): string {
  return lang === "sv"
    ? count === "1"
      ? "1 åtgärd saknar beräknat belopp och är inte med i summan."
      : `${count} åtgärder saknar beräknat belopp och är inte med i summan.`
    : count === "1"
      ? "1 measure has no amount and is not in the sum."
      : `${count} measures have no amount and are not in the sum.`;
}

export function uncountedAnswer(lang: Lang, who: string, count: string, of: string): string {
  return lang === "sv"
    ? `${who}: ${count} av ${of} åtgärder saknar beräknat belopp (ej beräknad potential).`
    : `${who}: ${count} of ${of} measures have no calculated amount (potential).`;
}

export function leftOutText(lang: Lang, count: string): string {
  return lang === "sv"
    ? `${count} månadsbelopp utan realiserat värde är inte med i realiseringsgraden.`
    : `${count} monthly amounts without a realised value are left out of the rate.`;
}

export function differenceText(lang: Lang): string {
  return lang === "sv"
    ? "Stegen i effekttrappan mäter olika saker: potential är beräknad, beslutad är helårseffekten av fattade beslut, planerad är den fördelad på månader, realiserad är rapporterad hittills och verifierad har controllern bekräftat. De läggs aldrig ihop."
    : "The stages of the effect ladder measure different things: potential is calculated, decided is the full-year effect of decisions taken, planned is that spread by month, realised is what has been reported so far and verified what the controller has confirmed. They are never added.";
}

export function monthlyOnly(lang: Lang): string {
  return lang === "sv" ? "Effekten följs per månad, inte per vecka." : "The effect is followed by month, not by week.";
}

export function scopeNote(lang: Lang): string {
  return lang === "sv"
    ? "Det gäller de åtgärder som du har behörighet att se."
    : "This covers the measures that you may see.";
}

export function asOfText(lang: Lang, economy: string): string {
  return lang === "sv" ? `Ekonomi ${economy}.` : `Ledger data ${economy}.`;
}

export function shareText(
  lang: Lang,
  who: string,
  label: string,
  filter: string,
  part: string,
  whole: string,
  share: string,
): string {
  return lang === "sv"
    ? `${who}: ${share} av ${label.toLowerCase()} gäller ${filter} – ${part} av ${whole}.`
    : `${who}: ${share} of ${label.toLowerCase()} concerns ${filter} – ${part} of ${whole}.`;
}

export function stageShareText(
  lang: Lang,
  who: string,
  part: string,
  share: string,
  label: string,
  whole: string,
): string {
  return lang === "sv"
    ? `${who}: ${part} är ${share} av ${label.toLowerCase()} ${whole}.`
    : `${who}: ${part} is ${share} of ${label.toLowerCase()} ${whole}.`;
}

export function neededText(
  lang: Lang,
  who: string,
  needed: string,
  months: number,
  realised: string,
  planned: string,
): string {
  return lang === "sv"
    ? `${who}: ${needed} per månad de ${months} månader som är kvar för att nå årets plan (realiserat ${realised} av planerade ${planned} för året).`
    : `${who}: ${needed} per month in the ${months} months that remain to reach the year's plan (realised ${realised} of planned ${planned} for the year).`;
}

export function noMonthsLeft(lang: Lang, who: string): string {
  return lang === "sv"
    ? `${who}: året är stängt, det finns inga månader kvar att hämta hem på.`
    : `${who}: the year is closed, no months remain.`;
}

export function reachText(
  lang: Lang,
  who: string,
  goal: string,
  year: string,
  forecast: string,
  isReached: boolean,
  diff: string,
): string {
  if (lang === "sv")
    return isReached
      ? `${who}: ja, enligt prognosen – ${forecast} för ${year}, mot ${goal}.`
      : `${who}: inte enligt prognosen – ${forecast} för ${year}, ${diff} under ${goal}.`;
  return isReached
    ? `${who}: yes, according to the forecast – ${forecast} for ${year}, against ${goal}.`
    : `${who}: not according to the forecast – ${forecast} for ${year}, ${diff} below ${goal}.`;
}
