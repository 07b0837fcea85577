// Sentences about what hangs on what, and who takes part.
import type { Lang } from "../../plan/plan.ts";

export function participantsText(lang: Lang, name: string, count: string, list: string): string {
  return lang === "sv" ? `${name}: ${count} enheter deltar – ${list}.` : `${name}: ${count} units take part – ${list}.`;
}

export function noShare(lang: Lang, unit: string, name: string): string {
  return lang === "sv"
    ? `${unit} har ingen angiven andel av ${name} – underlag saknas.`
    : `${unit} has no stated share of ${name} – data is missing.`;
}

export function shareLine(
  lang: Lang,
  unit: string,
  name: string,
  share: string,
  whole: string | null,
  percent: string | null,
): string {
  const of = whole ? (lang === "sv" ? ` av beslutade ${whole}` : ` of decided ${whole}`) : "";
  return lang === "sv"
    ? `${unit}: andelen av ${name} är ${share}${of}${percent ? ` (${percent})` : ""}.`
    : `${unit}: its share of ${name} is ${share}${of}${percent ? ` (${percent})` : ""}.`;
}

export function onlyOwner(lang: Lang, name: string, owner: string): string {
  return lang === "sv"
    ? `${name}: inga andra enheter deltar; ${owner} äger den.`
    : `${name}: no other units take part; ${owner} owns it.`;
}

export function dependsHead(lang: Lang, name: string, count: string, unmet: string): string {
  return lang === "sv"
    ? `${name}: ${count} ${count === "1" ? "förutsättning" : "förutsättningar"}, varav ${unmet} inte uppfylld${unmet === "1" ? "" : "a"}.`
    : `${name}: ${count} prerequisites, ${unmet} of them not met.`;
}

export function noPrerequisites(lang: Lang, name: string): string {
  return lang === "sv" ? `${name}: inga förutsättningar är angivna.` : `${name}: no prerequisites are given.`;
}

export function dependentsHead(lang: Lang, name: string, count: string): string {
  return lang === "sv"
    ? `${count} ${count === "1" ? "åtgärd" : "åtgärder"} hänger på ${name}.`
    : `${count} ${count === "1" ? "measure depends" : "measures depend"} on ${name}.`;
}

export function noDependents(lang: Lang, name: string): string {
  return lang === "sv" ? `Ingen åtgärd hänger på ${name}.` : `No measure depends on ${name}.`;
}

export function furtherLine(lang: Lang, list: string): string {
  return lang === "sv" ? `Genom dem även: ${list}.` : `Through them also: ${list}.`;
}

export function atRiskText(lang: Lang, name: string, sum: string, count: string): string {
  return lang === "sv"
    ? `Om ${name} inte blir av står ${sum} beslutad helårseffekt på spel, i ${count} ${count === "1" ? "åtgärd" : "åtgärder"} som hänger på den direkt eller genom andra (varje åtgärd räknad en gång).`
    : `If ${name} does not happen, ${sum} of decided full-year effect is at risk, in ${count} ${count === "1" ? "measure" : "measures"} that depend on it directly or through others (each counted once).`;
}

export function atRiskNone(lang: Lang, name: string, count: string): string {
  return lang === "sv"
    ? `Om ${name} inte blir av: ${count} åtgärder hänger på den, men ingen av dem har beslutat belopp – underlag saknas i kronor.`
    : `If ${name} does not happen: ${count} measures depend on it, but none has a decided amount – data is missing in kronor.`;
}

export function ownDecided(lang: Lang, decided: string): string {
  return lang === "sv"
    ? `Dess egen beslutade helårseffekt är ${decided}.`
    : `Its own decided full-year effect is ${decided}.`;
}

export function planAtRisk(lang: Lang, who: string, sum: string, count: string): string {
  return lang === "sv"
    ? `${who}: ${sum} beslutad helårseffekt ligger bakom förutsättningar som inte är uppfyllda, i ${count} åtgärder.`
    : `${who}: ${sum} of decided full-year effect lies behind prerequisites not met, in ${count} measures.`;
}

/** A set of measures stopped at once: a worked example. */
export function stoppedText(lang: Lang, names: string, own: string, behind: string | null): string {
  if (lang === "sv")
    return `Räkneexempel: stoppas ${names} faller ${own} beslutad helårseffekt bort${behind ? `, och ytterligare ${behind} hänger på dem` : ""}.`;
  return `Worked example (räkneexempel): without ${names}, ${own} decided full-year effect is lost${behind ? `, and a further ${behind} depends on them` : ""}.`;
}

const ROWS = {
  prerequisites: { sv: "förutsättningar", en: "prerequisites" },
  assumptions: { sv: "antaganden", en: "assumptions" },
} as const;
const STANDINGS = {
  unmet: { sv: "ouppfyllda förutsättningar", en: "prerequisites not met" },
  fails: { sv: "antaganden som inte håller", en: "assumptions that do not hold" },
  uncertain: { sv: "osäkra antaganden", en: "uncertain assumptions" },
  reviewed: { sv: "antaganden att ompröva", en: "assumptions to review" },
  holds: { sv: "antaganden som håller", en: "assumptions that hold" },
} as const;

export function rowsName(lang: Lang, what: keyof typeof ROWS, standing: keyof typeof STANDINGS | null): string {
  return standing === null ? ROWS[what][lang] : STANDINGS[standing][lang];
}

export function rowsCount(lang: Lang, who: string, count: string, name: string, measures: string): string {
  return lang === "sv"
    ? `${who}: ${count} ${name}, i ${measures} ${measures === "1" ? "åtgärd" : "åtgärder"}.`
    : `${who}: ${count} ${name}, in ${measures} ${measures === "1" ? "measure" : "measures"}.`;
}

export function chainText(lang: Lang, from: string, to: string, chain: string): string {
  return lang === "sv" ? `Ja. ${from} hänger på ${to}: ${chain}.` : `Yes. ${from} depends on ${to}: ${chain}.`;
}

export function noChainText(lang: Lang, from: string, to: string): string {
  return lang === "sv"
    ? `Nej, ${from} hänger inte på ${to} genom någon förutsättning som återstår.`
    : `No, ${from} does not depend on ${to} through any prerequisite that remains.`;
}
