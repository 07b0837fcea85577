// Pure. Questions about who leads, owns and stands in.

import { says } from "../text/says.ts";
import type { Draft } from "./draft.ts";
import { type Heard, mentionsOf } from "./heard.ts";

const OWNING_UNIT =
  "(hos|på|under|inom) (vilken|vilket|vems?) ?(enhet|klinik|avdelning|förvaltning|verksamhet|bord)? ?(ligger|finns|hamnar|drivs)|vems (åtgärd|ansvar|bord)";

export function personFrame(h: Heard): Draft | null {
  const person = mentionsOf(h, "person")[0]?.readings[0]?.ref.id ?? null;
  const measure = mentionsOf(h, "measure").some((mention) => !mention.weak);
  if (h.has("at.owner") && h.has("lvl.unit") && h.has("noun.measure") && h.has("neg.not")) return null;
  // "Vilka åtgärder deltar köket i utan att äga dem?"
  const isShared = h.has("at.participants") && says(h.text, "utan att äga|inte äger|without owning|not own");
  if (isShared && !measure && h.has("ask.which", "ask.how_many"))
    return {
      query: { intent: h.has("ask.how_many") ? "count" : "list", about: "shared", mine: h.has("pro.i") },
      wants: ["org"],
    };
  if (h.has("at.owner") && !measure && h.has("noun.measure") && mentionsOf(h, "org").length > 0)
    return {
      query: { intent: h.has("ask.how_many") ? "count" : "list", about: h.has("ask.how_many") ? null : "own" },
      wants: ["org"],
      filtered: true,
    };
  // "Vilka åtgärder äger vi?": the asker's own.
  const isAsked = h.has("ask.which", "ask.how_many") || says(h.text, "vad har (jag|vi) för åtgärder");
  if (h.has("at.owner") && h.has("noun.measure") && h.has("pro.i") && isAsked && !measure)
    return { query: { intent: "list", about: "own", mine: true }, wants: ["org"], filtered: true };
  // "Hos vilken klinik ligger jourlinjen?"
  if (measure && says(h.text, OWNING_UNIT) && !h.has("at.participants", "at.comment"))
    return { query: { intent: "detail", detail: "owner" }, wants: ["measure"], needsSubject: true };
  if (h.has("at.owner") && (measure || !h.has("person.manager")))
    return { query: { intent: "detail", detail: "owner" }, wants: ["measure", "org"], needsSubject: true };
  if (h.has("ask.who") && h.has("dec.decision")) return null;
  const asksWho = h.has("ask.who", "person.name", "ask.which") || h.tokens.length <= 5;
  if (
    (h.has("person.deputy") || (h.has("at.replaced") && h.has("person.manager"))) &&
    !measure &&
    (h.has("ask.who") || h.has("person.name"))
  )
    return { query: { intent: "persons", about: "deputy" }, wants: ["org"], weakAreWords: true };
  if (
    h.has("person.manager", "person.role") &&
    asksWho &&
    !h.has(
      "rep.report",
      "fig.realised",
      "fig.verified",
      "word.judged",
      "word.outcome",
      "sup.manager_decision",
      "sup.request",
    ) &&
    !h.tags.some((tag) => tag.concept.startsWith("state."))
  )
    return {
      query: { intent: "persons", about: person ?? roleWord(h) },
      wants: ["org", "measure"],
      weakAreWords: true,
    };
  if (person && h.tokens.length <= 8) return { query: { intent: "persons", about: person }, wants: [] };
  return null;
}

function roleWord(h: Heard): string | null {
  const text = h.text.toLowerCase();
  if (/planägare|plan owner/.test(text)) return "plan_owner";
  if (/controller/.test(text)) return "controller";
  if (/ledningsgrupp|management (team|group)/.test(text)) return "management";
  if (/förvaltningschef|divisionschef/.test(text)) return "administration_manager";
  return /verksamhetschef|områdeschef/.test(text) ? "area_manager" : null;
}
