// Pure. Words that the query does not answer for. A wrong figure is worse than none: then the bot says it did not
// understand, and which word.
import type { Concept } from "../lexicon/concept.ts";
import { says } from "../text/says.ts";
import type { Draft } from "./draft.ts";
import type { Heard } from "./heard.ts";
import type { Subjects } from "./subjects.ts";

const BEFORE_NAMES = new Set([
  "pa",
  "for",
  "i",
  "hos",
  "inom",
  "med",
  "om",
  "av",
  "till",
  "fran",
  "vid",
  "mot",
  "at",
  "in",
  "of",
  "about",
  "with",
  "from",
  "on",
  "to",
  "jamfor",
  "compare",
  "chef",
]);
/** Intents whose subject tells so much that a stray adverb does no harm. */
const TOLERANT: ReadonlySet<string> = new Set([
  "status",
  "detail",
  "why",
  "since",
  "depends_on",
  "dependents",
  "at_risk",
  "comments",
  "help",
  "hello",
  "thanks",
  "public",
  "negotiation",
  "support",
  "trust",
]);
/** A fixed, careful answer, whatever else was said. */
const FIXED: ReadonlySet<string> = new Set(["public", "negotiation"]);
/** "Vad ska rapporteras till fullmäktige?" is no matter of the weekly reports. */
const OF_BODIES: ReadonlySet<string> = new Set(["decisions", "assignments", "detail", "since", "why", "changes"]);
const OUTSIDE: readonly Concept[] = ["oob.patient", "oob.pay", "oob.medical", "oob.politics", "oob.performance"];

/** The places of words that make the answer unsure. */
export function unaccounted(heard: Heard, draft: Draft, subjects: Subjects): readonly number[] {
  const hasSubject = subjects.orgs.length + subjects.measures.length > 0;
  const words = heard.unknown.filter((at) => (heard.tokens[at]?.word.length ?? 0) >= 3);
  const outside = heard.tags
    .filter(
      (tag) =>
        OUTSIDE.includes(tag.concept) && !hasSubject && !["public", "negotiation", "help"].includes(draft.query.intent),
    )
    .map((tag) => tag.start);
  if (outside.length > 0) return outside;
  if (words.length === 0) return unusedNames(heard, draft, subjects);
  const named = words.filter((at) => isLikeName(heard, at));
  if (named.length > 0) return named;
  if (FIXED.has(draft.query.intent) && words.length <= 3) return [];
  if (hasSubject && isTold(heard, draft) && words.length <= 2) return [];
  if (hasSubject && draft.query.intent === "status" && words.length <= 2 && areAfterComma(heard, words)) return [];
  if (words.length === 1 && heard.tokens.length >= 7 && isAside(heard, words[0] as number)) return [];
  return words;
}

// What is asked is told by words that were understood. That something is asked about a name is not enough.
function isTold(heard: Heard, draft: Draft): boolean {
  return (
    TOLERANT.has(draft.query.intent) &&
    (draft.query.intent !== "status" || says(heard.text, "hur|läget?|status[a-z]*|how|about"))
  );
}

function isLikeName(heard: Heard, at: number): boolean {
  const token = heard.tokens[at];
  const before = heard.tokens[at - 1];
  return (token?.capital === true && at > 0) || (before !== undefined && BEFORE_NAMES.has(before.folded));
}

// "Är textilierna verkligen gröna, tycker utfallet ser klent ut": what is asked is asked before the comma.
function areAfterComma(heard: Heard, words: readonly number[]): boolean {
  const comma = heard.tokens.findIndex(({ breakBefore }) => breakBefore === ",");
  const isAsked = heard.tags.some(({ concept, end }) => concept.startsWith("state.") && end <= comma);
  return isAsked && words.every((at) => at >= comma);
}

// An adverb ("tyvärr", "egentligen", "verkligen") at the end or the beginning changes nothing.
function isAside(heard: Heard, at: number): boolean {
  return /(ligen|ligt|vis|ly)$/.test(heard.tokens[at]?.word ?? "");
}

// A name that was heard clearly and that the query leaves out would make the answer about something else.
function unusedNames(_heard: Heard, draft: Draft, subjects: Subjects): readonly number[] {
  const takes = new Set<string>([
    ...draft.wants,
    ...(draft.uses ?? []),
    "theme",
    "metric",
    ...(OF_BODIES.has(draft.query.intent) ? ["body"] : []),
    "person",
    "decision",
    "assignment",
  ]);
  if (
    [
      "help",
      "hello",
      "thanks",
      "about_bot",
      "public",
      "negotiation",
      "definition",
      "data_age",
      "source",
      "plan_info",
      "deadline",
    ].includes(draft.query.intent)
  )
    return [];
  return subjects.rest
    .filter(
      (mention) =>
        !mention.weak &&
        mention.readings.every((reading) => !takes.has(reading.ref.kind)) &&
        mention.readings[0]?.by !== "words",
    )
    .map((mention) => mention.start);
}
