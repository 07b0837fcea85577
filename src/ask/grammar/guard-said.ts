// Pure. Which sentence about staffing and production together is asked for.
import type { PlanQuery } from "../schema.ts";
import { says } from "../text/says.ts";
import { type Heard, mentionsOf } from "./heard.ts";

export function guardSaid(h: Heard): PlanQuery["guard"] {
  if (h.has("guard.kept")) return "kept_production";
  if (h.has("move.eaten")) return "eaten_up";
  const both =
    (h.has("staff.staffing") && h.has("staff.production")) ||
    says(h.text, "bemanning[a-z]* (och|samt) produktion[a-z]*|staffing and production");
  const places = mentionsOf(h, "org").filter((mention) => !mention.weak);
  // "Bemanning och produktion på akuten": the two figures of a unit.
  if (both && places.length > 0 && !says(h.text, "varning[a-z]*|vakten|warnings?|varnar|varnas")) return null;
  if (both && places.length === 0 && h.has("move.down", "move.up")) {
    // "Vilka klarar produktionen med färre folk?"
    if (says(h.text, "klara[a-z]*|manag[a-z]*") && h.has("move.down") && !h.has("neg.not", "move.up"))
      return "kept_production";
    if (h.has("move.up") && h.at("move.up") < Math.max(h.at("staff.production"), h.at("move.down")))
      return "up_but_production_falls";
    if (h.has("move.down") && keepsProduction(h)) return "kept_production";
    if (h.has("neg.not")) return "not_reduced";
    return "both_fall";
  }
  if (h.has("guard.word") && (both || h.has("guard.word")) && !h.has("fig.realised") && h.tokens.length <= 14)
    return "warnings";
  if (
    h.has("data.data") &&
    h.has("rep.missing", "neg.not") &&
    !h.has("fig.effect", "fig.realised", "rep.report") &&
    h.has("ask.which", "ask.where")
  )
    return "stale";
  if (h.has("data.missing") && h.has("staff.staffing", "staff.production", "lvl.unit")) return "stale";
  if (
    h.has("staff.staffing") &&
    h.has("move.down") &&
    h.has("neg.not") &&
    places.length === 0 &&
    h.has("ask.where", "ask.which")
  )
    return "not_reduced";
  return null;
}

// "Bemanningen minskar men inte produktionen": the negation stands between the two.
function keepsProduction(h: Heard): boolean {
  const not = h.at("neg.not");
  return not > h.at("staff.staffing") && not > h.at("move.down") && not < h.at("staff.production");
}
