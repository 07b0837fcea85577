// Pure. Shares: a part of the whole, or one stage of the effect ladder of another.
import type { PlanFacts } from "../../plan/plan.ts";
import type { Figure } from "../schema.ts";
import { says } from "../text/says.ts";
import { isCarriedOut } from "./carried-out.ts";
import type { Draft } from "./draft.ts";
import { effectFigures } from "./figures.ts";
import { readFilters } from "./filters.ts";
import { type Heard, mentionsOf, withTags } from "./heard.ts";

export function shareFrame(h: Heard, facts: PlanFacts): Draft | null {
  if (!(h.has("ask.share") || isPartOfPlan(h)) || h.has("rep.report", "rep.rate", "staff.overtime", "staff.sick"))
    return null;
  // "Hur mycket av läkemedel är genomfört?": of its own plan.
  if (isCarriedOut(h.tags, h.tokens))
    return { query: { intent: "figure", figures: ["realisation_rate"] }, wants: ["org", "measure"], filtered: true };
  const filters = readFilters(h, facts).filter((filter) => filter.on !== "amount" && filter.on !== "amount_over");
  const figures = effectFigures(h).filter((figure) => figure !== "realisation_rate");
  // "Hur mycket av det beslutade har fallit bort?": what is lost is no longer part of what is decided.
  if (
    figures.includes("lost") &&
    figures.includes("decided") &&
    says(h.text, "hur mycket av|how much of") &&
    filters.length === 0
  )
    return { query: { intent: "figure", figures: ["lost"] }, wants: ["org", "measure"] };
  // "Hur stor andel av det planerade har psykiatrin klarat?": of its own plan.
  const isBrought = says(
    h.text,
    "(har|hade) (\\S+ ){1,4}(klarat|hämtat hem|levererat|uppnått|nått|fått in|fått hem)|delivered|brought home",
  );
  if (figures.join() === "planned" && isBrought)
    return { query: { intent: "figure", figures: ["realisation_rate"] }, wants: ["org", "measure"], filtered: true };
  const amount = h.amounts.find((one) => one.unit === "mkr")?.value ?? null;
  if (amount !== null && filters.length === 0)
    return { query: { intent: "share", figures: [figures[0] ?? "planned_year"], amount }, wants: ["org"] };
  // "Hur stor del av potentialen är beslutad?": one stage as a share of another, the whole first.
  // "Vilken andel av det planerade är realiserat?" has a name, and its own months.
  if (figures.length === 2 && figures.includes("planned") && figures.includes("realised"))
    return { query: { intent: "figure", figures: ["realisation_rate"] }, wants: ["org", "measure"], filtered: true };
  if (figures.length === 2 && filters.length === 0 && !figures.includes("verified"))
    return { query: { intent: "share", figures: [...wholeFirst(figures, h)] }, wants: ["org", "measure"] };
  // "Hur stor del av det beslutade är verifierat?"
  const isOfStage = says(h.text, "av (det|den|allt) (beslutade?|planerade?)|of (what is|the) (decided|planned)");
  if (figures.length === 2 && filters.length === 0 && isOfStage)
    return { query: { intent: "share", figures: [...wholeFirst(figures, h)] }, wants: ["org", "measure"] };
  // "Hur stor andel är verifierat av det som realiserats i närvården?": of what that part has given.
  if (figures.length === 2 && figures.includes("verified") && figures.includes("realised"))
    return {
      query: { intent: "figure", figures: ["verified", "realised"], about: "share" },
      wants: ["org", "measure"],
      filtered: true,
    };
  // "Hur stor del av bemanningsåtgärderna är verifierad?": of what they have given.
  const isSaidLast = ["är", "is", "har"].includes(h.tokens[h.at("fig.verified") - 1]?.word ?? "");
  if (figures.includes("verified") && (filters.length > 0 || isOfPlace(h)) && isSaidLast)
    return {
      query: { intent: "figure", figures: ["verified", "realised"], about: "share" },
      wants: ["org", "measure"],
      filtered: true,
    };
  const orgs = mentionsOf(h, "org").filter((mention) => !mention.weak).length;
  // "Hur stor del av det realiserade står bussen för?": of the whole plan's.
  if (filters.length === 0 && figures.length === 1 && isPartOfAll(h))
    return { query: { intent: "share", figures: [...figures] }, wants: ["measure"], needsSubject: true };
  if (filters.length === 0 && orgs === 0) {
    // "Hur stor del av planen har vi hämtat hem?", "hur stor andel är verifierad?"
    if (figures.includes("verified"))
      return {
        query: { intent: "figure", figures: ["verified", "realised"], about: "share" },
        wants: ["org", "measure"],
        filtered: true,
      };
    if (figures.includes("realised") || h.has("fig.rate"))
      return { query: { intent: "figure", figures: ["realisation_rate"] }, wants: ["org", "measure"], filtered: true };
    return null;
  }
  if (h.has("fig.rate") && h.has("noun.plan") && filters.length === 0)
    return { query: { intent: "figure", figures: ["realisation_rate"] }, wants: ["org", "measure"] };
  // "Hur många procent av planen har tandvården nått?": of its own plan.
  if (
    (figures.includes("realised") || says(h.text, "hunnit|hinner|klarat|avverkat|done|managed")) &&
    filters.length === 0 &&
    says(
      h.text,
      "(procent|del|andel|mycket|percent|share|much) (av|of) (sin |sitt |årets |the |its |[\\p{L}-]+s )?(plan|planen|årsplan|årsplanen)",
    ) &&
    !says(h.text, "står .* för|kommer från|gäller|comes? from")
  )
    return { query: { intent: "figure", figures: ["realisation_rate"] }, wants: ["org", "measure"] };
  const isCount = h.has("noun.measure") && !h.has("fig.effect") && figures.length === 0;
  return {
    query: { intent: "share", figures: [isCount ? "count" : (figures[0] ?? "decided")] },
    wants: ["org"],
    filtered: true,
  };
}

// "Andel av planen som är hyrpersonal": a part of it, which is said as the realisation rate is.
function isPartOfPlan(h: Heard): boolean {
  return h.has("fig.rate") && says(h.text, "(andel|andelen|del|share) (av|of) (the )?(plan|planen) (som|that|which)");
}

function isPartOfAll(h: Heard): boolean {
  return (
    mentionsOf(h, "measure").some((mention) => !mention.weak) &&
    says(h.text, "(står|svarar) .* för|kommer .*(från|av)|utgörs? .*av|utgör|accounts? for|comes? from")
  );
}

function isOfPlace(h: Heard): boolean {
  return mentionsOf(h, "org").some((mention) => !mention.weak);
}

// "Hur stor del är beslutad av potentialen?": what follows "av" is the whole.
function wholeFirst(figures: readonly Figure[], h: Heard): readonly Figure[] {
  const last = h.tags.filter((tag) => effectFigures(withTags(h, (one) => one === tag))[0] === figures[1]).at(-1);
  const before = last ? h.tokens.slice(Math.max(0, last.start - 2), last.start) : [];
  const isWhole = before.some(({ word }) => /^(av|of)$/.test(word));
  const isAskedAbout = h.tags.some((tag) => tag.concept === "ask.share" && tag.end === last?.start);
  return isWhole && !isAskedAbout ? [...figures].reverse() : figures;
}
