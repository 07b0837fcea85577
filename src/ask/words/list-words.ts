// Sentences about lists, counts, rankings and groups of measures.
import { listText } from "../../plan/format.ts";
import type { Lang } from "../../plan/plan.ts";

export function headText(lang: Lang, who: string, count: string, total: string | null): string {
  if (lang === "sv") return `${who}: ${count} ${count === "1" ? "åtgärd" : "åtgärder"}${total ? ` av ${total}` : ""}.`;
  return `${who}: ${count} ${count === "1" ? "measure" : "measures"}${total ? ` of ${total}` : ""}.`;
}

export function noneText(lang: Lang, who: string): string {
  return lang === "sv" ? `${who}: inga åtgärder.` : `${who}: no measures.`;
}

export function itemText(name: string, state: string, amount: string | null, place: string): string {
  return `• ${name} – ${[state, amount, place].filter(Boolean).join(" · ")}`;
}

export function decidedItem(lang: Lang, amount: string): string {
  return lang === "sv" ? `beslutad ${amount}` : `decided ${amount}`;
}

export function sharedItem(lang: Lang): string {
  return lang === "sv" ? "deltar" : "takes part";
}

export function moreText(lang: Lang, count: string): string {
  return lang === "sv" ? `… och ${count} till.` : `… and ${count} more.`;
}

export function sumText(lang: Lang, decided: string | null, realised: string | null, when: string): string {
  if (lang === "sv")
    return `Tillsammans: ${[decided && `beslutad helårseffekt ${decided}`, realised && `realiserat ${realised} ${when}`].filter(Boolean).join(", ")}.`;
  return `Together: ${[decided && `decided full-year effect ${decided}`, realised && `realised ${realised} ${when}`].filter(Boolean).join(", ")}.`;
}

export function ownAndShared(lang: Lang, own: string, shared: string): string {
  return lang === "sv"
    ? `${own} egna och ${shared} där enheten deltar.`
    : `${own} of its own and ${shared} that it takes part in.`;
}

export function sumOfThem(lang: Lang, sum: string): string {
  return lang === "sv" ? `Tillsammans: ${sum}.` : `Together: ${sum}.`;
}

export function groupLine(label: string, value: string): string {
  return `• ${label}: ${value}`;
}

export function groupHead(lang: Lang, who: string, figure: string, group: string, when: string): string {
  return lang === "sv"
    ? `${who}: ${figure.toLowerCase()} per ${group}${when ? ` ${when}` : ""}.`
    : `${who}: ${figure.toLowerCase()} by ${group}${when ? ` ${when}` : ""}.`;
}

export function rankHead(lang: Lang, name: string, figure: string, value: string, when: string): string {
  return lang === "sv"
    ? `${name} – ${figure.toLowerCase()} ${value}${when ? ` ${when}` : ""}.`
    : `${name} – ${figure.toLowerCase()} ${value}${when ? ` ${when}` : ""}.`;
}

export function rankNone(lang: Lang, figure: string): string {
  return lang === "sv"
    ? `Underlag saknas för att rangordna efter ${figure.toLowerCase()}.`
    : `Data is missing to rank by ${figure.toLowerCase()}.`;
}

/** There are figures, and all are on the other side of the line asked for. */
export function noneBeyond(lang: Lang, figure: string, isOver: boolean): string {
  return lang === "sv"
    ? `Ingen ligger ${isOver ? "över" : "under"} den gränsen (${figure.toLowerCase()}).`
    : `None is ${isOver ? "above" : "below"} that line (${figure.toLowerCase()}).`;
}

export function withoutData(lang: Lang, names: string): string {
  return lang === "sv" ? `Underlag saknas för ${names}.` : `Data is missing for ${names}.`;
}

export const GROUP_WORDS: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  month: { sv: "månad", en: "month" },
  week: { sv: "vecka", en: "week" },
  region: { sv: "region", en: "region" },
  board: { sv: "nämnd", en: "board" },
  administration: { sv: "förvaltning", en: "administration" },
  area: { sv: "verksamhetsområde", en: "area" },
  unit: { sv: "enhet", en: "unit" },
  theme: { sv: "område", en: "theme" },
  horizon: { sv: "horisont", en: "horizon" },
  state: { sv: "läge", en: "state" },
  kind: { sv: "typ", en: "kind" },
  mechanism: { sv: "mekanism", en: "mechanism" },
  cause: { sv: "orsak", en: "cause" },
  permanence: { sv: "varaktighet", en: "permanence" },
  measure: { sv: "åtgärd", en: "measure" },
};

export function noValue(lang: Lang): string {
  return lang === "sv" ? "underlag saknas" : "data is missing";
}

export function notGiven(lang: Lang): string {
  return lang === "sv" ? "ej angiven" : "not given";
}

export function causeHead(lang: Lang, who: string, count: string): string {
  return lang === "sv"
    ? `${who}: orsaker som ägarna har angett för ${count} åtgärder.`
    : `${who}: causes given by the owners of ${count} measures.`;
}

export function noCauses(lang: Lang, who: string): string {
  return lang === "sv" ? `${who}: ingen orsak är angiven.` : `${who}: no cause is given.`;
}

export function monthPoint(month: string, realised: string | null, planned: string | null, lang: Lang): string {
  const sv = lang === "sv";
  return `• ${month}: ${[realised && `${sv ? "realiserat" : "realised"} ${realised}`, planned && `${sv ? "planerat" : "planned"} ${planned}`].filter(Boolean).join(sv ? ", " : ", ")}`;
}

export function orgsOfAll(lang: Lang, count: string, all: string, level: string, held: string): string {
  return lang === "sv" ? `${count} av ${all} (${level}) ${held}.` : `${count} of ${all} (${level}) ${held}.`;
}

/** What is true of the organisations that are told. */
export function heldByOrgs(
  lang: Lang,
  by: "count" | "gap" | "forecast_gap",
  side: "over" | "under",
  condition: string,
): string {
  if (by !== "count") return HELD[by][side][lang];
  const measures = HELD.count[side][lang];
  return condition ? `${measures}: ${condition}` : measures;
}

const HELD = {
  count: {
    over: { sv: "har åtgärder", en: "have measures" },
    under: { sv: "har inga åtgärder", en: "have no measures" },
  },
  gap: {
    over: { sv: "ligger efter plan", en: "are behind plan" },
    under: { sv: "ligger före plan", en: "are ahead of plan" },
  },
  forecast_gap: {
    over: { sv: "tror på mindre än årets plan", en: "expect less than the plan of the year" },
    under: { sv: "tror på mer än årets plan", en: "expect more than the plan of the year" },
  },
} as const;

/** The month (or months alike) that comes first in the order asked for. */
export function monthFirst(lang: Lang, months: readonly string[], by: string, direction: "most" | "least"): string {
  const names = listText(months, lang);
  const how = MONTH_ORDER[by === "gap" || by === "realisation_rate" ? by : "amount"][direction][lang];
  return `${names.charAt(0).toUpperCase()}${names.slice(1)}: ${how}.`;
}

const MONTH_ORDER = {
  gap: {
    most: { sv: "längst efter plan", en: "furthest behind plan" },
    least: { sv: "minst efter plan", en: "least behind plan" },
  },
  realisation_rate: {
    most: { sv: "bäst mot plan", en: "best against plan" },
    least: { sv: "sämst mot plan", en: "worst against plan" },
  },
  amount: { most: { sv: "mest", en: "the most" }, least: { sv: "minst", en: "the least" } },
} as const;

export function seriesHead(lang: Lang, who: string, year: string, total: string | null): string {
  return lang === "sv"
    ? `${who}: månad för månad ${year}${total ? `, sammanlagt ${total} realiserat` : ""}.`
    : `${who}: month by month ${year}${total ? `, ${total} realised in all` : ""}.`;
}

export function reviewItem(lang: Lang, id: string, text: string, standing: string, date: string): string {
  return `– ${id}: ${text} (${standing}, ${lang === "sv" ? "omprövas" : "reviewed"} ${date})`;
}
