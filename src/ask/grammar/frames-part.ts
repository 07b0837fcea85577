// Pure. "Om vi når 90 procent av årets plan, vad blir det?": so much of a sum, and no condition on measures.
import type { Figure } from "../schema.ts";
import { says } from "../text/says.ts";
import type { Draft } from "./draft.ts";
import type { Heard } from "./heard.ts";
import { partSaid } from "./part-said.ts";

const WHOLE: readonly (readonly [RegExp, Figure])[] = [
  [/^(arsplan|helarsplan|plan(en)?$|planned$|target$)/, "planned_year"],
  [/^(prognos|arsprognos|helarsprognos|forecast)/, "forecast"],
  [/^(beslutad|beslutat|beslutet|decided|helarseffekt)/, "decided"],
  [/^potential/, "potential"],
];
/** "Av hela den beslutade effekten": so many small words at most. */
const MOST_BETWEEN = 4;

export function partFrame(h: Heard): Draft | null {
  const figure = wholeSaid(h);
  const part = h.amounts.find(({ unit }) => unit === "%");
  if (!part || !figure || part.value <= 0 || part.value > 1000 || !isSupposed(h)) return null;
  // "Om den bara når 75 procent av sin prognos, var hamnar planens?": that of the plan is asked for.
  if (partSaid(h) !== null && h.tags.filter(({ concept }) => concept === "fig.forecast").length > 1) return null;
  if (h.has("ask.which", "ask.how_many", "noun.measure", "sup.most", "sup.least", "group.each", "group.month"))
    return null;
  return {
    query: { intent: "what_if", amount: part.value, figures: [figure] },
    wants: ["measure", "org"],
    filtered: true,
  };
}

// "90 procent av årets plan": what follows the percentage.
function wholeSaid(h: Heard): Figure | null {
  const part = h.amounts.find(({ unit }) => unit === "%");
  if (!part || !/^(av|of)$/.test(h.tokens[part.end]?.word ?? "")) return null;
  for (const { folded } of h.tokens.slice(part.end + 1, part.end + 1 + MOST_BETWEEN)) {
    const figure = WHOLE.find(([word]) => word.test(folded));
    if (figure) return figure[1];
    if (!/^(arets|hela|den|det|var|vara|sin|sitt|its|their|the|our|annual|years|year's|full|whole|all)$/.test(folded))
      return null;
  }
  return null;
}

// Supposed ("om vi landar på …") or asked for in money ("hur mycket är …").
function isSupposed(h: Heard): boolean {
  return (
    says(h.text, "i kronor|i pengar|i mkr|i mnkr|i miljoner|in money|in kronor") ||
    says(h.text, "om|ifall|if|tänk|anta|säg att|suppose|say") ||
    (says(h.text, "vad|hur mycket|what|how much") &&
      says(h.text, "är|blir|motsvarar|vore|skulle bli|innebär|is|would be|equals|mkr|kronor|pengar|miljoner|money"))
  );
}
