// Pure. The months in order of a figure.
import type { Figure } from "../schema.ts";
import { says } from "../text/says.ts";
import type { Draft } from "./draft.ts";
import { effectFigures } from "./figures.ts";
import type { Heard } from "./heard.ts";

/** "Vilken månad gav mest?", "vilken månad var sämst mot plan?": the months in that order. */
export function monthFrame(h: Heard): Draft | null {
  if (!h.has("sup.most", "sup.least") || !says(h.text, "(vilken|vilka|which|what) (månad|månader|months?)"))
    return null;
  if (h.has("noun.measure") || h.tags.some(({ concept }) => /^(staff|rep|dec|state|sup\.(?!most|least))/.test(concept)))
    return null;
  const figures = effectFigures(h).filter((figure) => figure !== "realisation_rate");
  const isAgainstPlan = h.has("noun.plan", "fig.gap", "fig.rate") || figures.includes("gap");
  if (figures.length > 1 || (figures.length === 1 && !["realised", "gap"].includes(figures[0] as Figure))) return null;
  // "Vilken månad kommer ge mest?": nobody knows.
  if (says(h.text, "kommer|ska|skall|skulle|väntas|förväntas|will|would")) return null;
  // "Gick bäst" says not of what; "gav mest" does.
  if (figures.length === 0 && !isAgainstPlan && !h.has("fig.effect")) return null;
  const isLeast = h.has("sup.least");
  const isGap = figures[0] === "gap" || (isAgainstPlan && says(h.text, "efter|bakom|gap|glapp|behind|avvikelsen?"));
  const by: Figure = isGap ? "gap" : isAgainstPlan ? "realisation_rate" : "realised";
  const isWorst = says(h.text, "sämst|värst|svagast|worst|weakest|längst efter|längst bakom|mest efter");
  const direction = by === "gap" ? (isWorst || !isLeast ? "most" : "least") : isLeast ? "least" : "most";
  return {
    query: {
      intent: "series",
      group: "month",
      figures: by === "realised" ? [by] : ["realised", "planned"],
      order: { by, direction },
    },
    wants: ["org", "measure"],
    filtered: true,
  };
}
