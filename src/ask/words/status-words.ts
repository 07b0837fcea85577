// Sentences about how the plan or a part of the organisation stands.
import type { Lang } from "../../plan/plan.ts";

export function statesLine(lang: Lang, who: string, count: string, list: string): string {
  return lang === "sv" ? `${who}: ${count} åtgärder – ${list}.` : `${who}: ${count} measures – ${list}.`;
}

export function unitMeasures(lang: Lang, own: string, shared: string, list: string): string {
  return lang === "sv"
    ? `Åtgärder: ${own} egna, ${shared} där enheten deltar – ${list}.`
    : `Measures: ${own} of its own, ${shared} it takes part in – ${list}.`;
}

export function noMeasures(lang: Lang, who: string): string {
  return lang === "sv" ? `${who} har inga åtgärder i planen.` : `${who} has no measures in the plan.`;
}

export function noEffect(lang: Lang, who: string): string {
  return lang === "sv"
    ? `${who}: underlag saknas för effekt i kronor (inga beräknade belopp).`
    : `${who}: data on effect in kronor is missing (no calculated amounts).`;
}

export function attention(lang: Lang, state: "critical" | "deviation", list: string): string {
  if (state === "critical") return lang === "sv" ? `Kritiska: ${list}.` : `Critical: ${list}.`;
  return lang === "sv" ? `Avvikelser: ${list}.` : `Deviations: ${list}.`;
}

export function budgetText(lang: Lang, who: string, budget: string): string {
  return lang === "sv"
    ? `${who}: årets ram är ${budget}. Utfall mot ram finns inte i planen – underlag saknas, det skulle komma från ekonomisystemet.`
    : `${who}: this year's budget frame is ${budget}. The outcome against it is not in the plan – data is missing, it would come from the ledger.`;
}

export function noBudget(lang: Lang, who: string): string {
  return lang === "sv"
    ? `${who}: underlag saknas för ram och budget i planen. Det skulle komma från ekonomisystemet.`
    : `${who}: data is missing for budget frame in the plan. It would come from the ledger.`;
}

export function indicatorLine(
  lang: Lang,
  who: string,
  metric: string,
  value: string,
  target: string | null,
  lastYear: string | null,
  period: string,
): string {
  const sv = lang === "sv";
  const tail = [
    target && `${sv ? "mål" : "target"} ${target}`,
    lastYear && `${sv ? "förra året" : "last year"} ${lastYear}`,
  ]
    .filter(Boolean)
    .join(", ");
  return `${who}: ${metric} ${value} (${period})${tail ? `, ${tail}` : ""}.`;
}

export function noIndicator(lang: Lang, who: string, metric: string): string {
  return lang === "sv" ? `${who}: underlag saknas för ${metric}.` : `${who}: data is missing for ${metric}.`;
}

export function planInfo(
  lang: Lang,
  name: string,
  from: string,
  to: string,
  decided: string | null,
  paragraph: string | null,
  registry: string | null,
): string {
  const sv = lang === "sv";
  const parts = [
    `${sv ? "gäller" : "runs"} ${from}–${to}`,
    decided && `${sv ? "beslutad" : "decided"} ${decided}`,
    paragraph,
    registry && `${sv ? "diarienummer" : "registry number"} ${registry}`,
  ].filter(Boolean);
  return `${name}: ${parts.join(", ")}.`;
}
