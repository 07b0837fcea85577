// Pure. Questions about support that has been asked for.
import type { SupportType } from "../../plan/plan.ts";
import type { Concept } from "../lexicon/concept.ts";
import type { Group } from "../schema.ts";
import { fold } from "../text/fold.ts";
import { says } from "../text/says.ts";
import type { Draft } from "./draft.ts";
import { OUTCOMES } from "./frames-decisions.ts";
import { type Heard, mentionsOf } from "./heard.ts";
import { groupSaid, levelSaid } from "./levels.ts";

// "Vilka har inte fått kontakt än?"
function isContactAwaited(h: Heard): boolean {
  return (
    h.has("sup.contact") &&
    h.has("neg.not", "rep.missing") &&
    (h.has("ask.which", "ask.how_many", "ask.who", "ask.has") || says(h.text, "någon|något|några|som|any|anyone"))
  );
}

// "Vad gav stödet till urologen?"
const RESULT = "vad (gav|ledde|resulterade|blev det av)|resultat(et)? av|what did .* (give|lead|result)";

const SUPPORT: readonly (readonly [Concept, SupportType])[] = [
  ["sup.scheduling", "scheduling"],
  ["sup.training", "training"],
  ["sup.production_planning", "production_planning"],
  ["sup.economy", "economy"],
  ["sup.hr", "hr"],
  ["sup.manager_decision", "manager_decision"],
];

export function supportTypesIn(h: Heard): SupportType[] {
  return SUPPORT.filter(([concept]) => h.has(concept)).map(([, type]) => type);
}

// "Stödärenden per typ", "vilken typ av stöd efterfrågas mest": so many of each.
function supportGroup(h: Heard): Group | null {
  const isKind = says(h.text, "(vilken|vilka|vad för|which|what) (typ|typer|sorts?|slags?|kinds?|types?)( av| of)?");
  const isMost = says(h.text, "mest|flest|most");
  const place = isMost && h.has("ask.who", "ask.which") ? (levelSaid(h) ?? (h.has("ask.who") ? "unit" : null)) : null;
  const group = isKind ? "kind" : (groupSaid(h) ?? place);
  return group === "month" || group === "measure" ? null : group;
}

export function supportFrame(h: Heard): Draft | null {
  // "Vilka borde få stöd?": nobody has said.
  if (says(h.text, "borde|bör|should")) return null;
  // "Vem äger schemastödet?": a measure that is called so.
  const called = mentionsOf(h, "measure").some((mention) =>
    mention.readings.some((reading) => reading.ref.kind === "measure" && reading.by !== "words"),
  );
  if (
    called &&
    h.has(
      "at.owner",
      "ask.depends_on",
      "ask.dependents",
      "at.prerequisite",
      "ask.status",
      "word.state",
      "ask.why",
      "ask.since",
      "ask.what_if",
      "ask.if_not",
      "fig.at_risk",
      "at.start",
      "at.end",
      "fig.decided",
      "fig.realised",
    )
  )
    return null;
  // "Vilka av de försenade åtgärderna har fått stöd?" asks for measures.
  if (h.has("noun.measure") && h.has("at.passed")) return null;
  const isResult = h.has("sup.request") && mentionsOf(h, "org").length > 0 && says(h.text, RESULT);
  if (isResult) return { query: { intent: "support", open: false }, wants: ["org"] };
  const named = supportTypesIn(h).length > 0 && /stod|hjalp|support/.test(fold(h.text));
  if (
    (!h.has("sup.request", "sup.team") && !named && !isContactAwaited(h)) ||
    h.has("fig.realised", "at.milestone", "staff.overtime") ||
    OUTCOMES.some(([concept]) => h.has(concept))
  )
    return null;
  if (
    h.has("sup.request") &&
    h.tags
      .filter((tag) => !tag.concept.startsWith("stop"))
      .every((tag) => ["sup.request", "talk.help"].includes(tag.concept)) &&
    h.mentions.length === 0 &&
    h.tokens.length < 3
  )
    return null;
  const open =
    h.has("sup.closed", "state.done") && !h.has("neg.not")
      ? false
      : h.has("sup.open", "sup.contact", "neg.not", "state.active")
        ? true
        : null;
  return {
    query: {
      intent: "support",
      open,
      supportTypes: supportTypesIn(h),
      mine: h.has("pro.mine"),
      missing:
        h.has("sup.contact") &&
        (h.has("neg.not", "rep.missing", "cause.awaiting_decision", "ask.dependents") ||
          says(h.text, "väntar?|vänta[dt]?|väntan|await(?:s|ing)?|waiting")),
      figures: h.has("ask.how_many") ? ["count"] : [],
      group: supportGroup(h),
      limit: says(h.text, "längst|äldst|äldsta|oldest|longest") && !h.has("ask.how_many") ? 1 : null,
    },
    wants: ["org"],
    weakAreWords: false,
  };
}
