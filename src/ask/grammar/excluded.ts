// Pure. What a question leaves out: "exklusive M-16", "utan läkemedel", "alla utom tandvården".
import type { PlanFacts } from "../../plan/plan.ts";
import type { Mention } from "../names/mention.ts";
import type { Filter, Intent } from "../schema.ts";
import type { Heard } from "./heard.ts";
import { type Preference, settleSubjects } from "./subjects.ts";

const LEAVES_OUT = new Set(
  "utom förutom utöver exklusive exkl exl except excluding excl without utan undantaget bortsett undantagen minus skippa utanför outside borträknat borträknad".split(
    " ",
  ),
);
const PHRASES =
  /(ta bort|räkna bort|räkna inte|inte med|inte hänger|leave out|räknar bort|räknat bort|tar bort|bortser från)$/u;
const AFTER = /^(borträkna\w*|oräkna\w*|undanta\w*|exkluder\w*)$/u;
const FAR = 6;
const LIES_NOT =
  /(?:^| )(?:inte|ej|icke|not) (?:längre )?(?:(?:ligger|ligga|hör|finns|är|tillhör|sitter|ingår|drivs|ägs|hamnar|lie|belong|are|is) )?(?:hemma |under )?(?:i|till|på|hos|inom|under|av|in|to|at|within)(?: den| det| the)?$/;
const BARE_NOT = /(?:inte|ej|icke|not) (?:i|till|på|hos|inom|under|av|in|to|at|within)(?: den| det| the)?$/;
const AFTER_THAT =
  /(?:^| )(?:som|men|och|that|but|ligger|hör|finns|är|sitter|ingår|drivs) (?:inte|ej|icke|not) \S+(?: den| det| the)?$/;
const LIES_NOT_AT = /(?:^| )(?:inte|ej|icke|not) (?:tillhör|omfattar|berör|rör|gäller|concern)$/;

/** Whether what begins at a word is left out: an excluding word stands before it, with at most a few small words between. */
export function isLeftOut(heard: Heard, start: number): boolean {
  if (isElsewhere(heard, start)) return true;
  const from = Math.max(0, start - FAR);
  for (let at = start - 1; at >= from; at--) {
    if (leavesOutAt(heard, at)) return true;
    const other = heard.mentions.some((mention) => !mention.weak && mention.start <= at && at < mention.end);
    if (other && !isListed(heard, at, start)) return false;
  }
  return AFTER.test(heard.tokens[start + 1]?.word ?? "");
}

// "Som inte ligger i tandvården", "som inte hör till sjukhuset"; "inte svarat i tandvården" leaves nothing out.
function isElsewhere(heard: Heard, start: number): boolean {
  const before = heard.tokens
    .slice(Math.max(0, start - FAR), start)
    .map(({ word }) => word)
    .join(" ");
  if (LIES_NOT_AT.test(before)) return true;
  return LIES_NOT.test(before) && (!BARE_NOT.test(before) || AFTER_THAT.test(before));
}

function leavesOutAt(heard: Heard, at: number): boolean {
  const word = heard.tokens[at]?.word ?? "";
  if (LEAVES_OUT.has(word)) return true;
  return /^(inte|ej|not|remove|ta|med|bort|hänger|out|från)$/.test(word)
    ? word === "ej" || word === "remove" || PHRASES.test(`${heard.tokens[at - 1]?.word ?? ""} ${word}`)
    : false;
}

// "Exklusive M-16 och M-22": both.
function isListed(heard: Heard, at: number, start: number): boolean {
  return heard.tokens.slice(at + 1, start).some((token) => ["och", "samt", "and", "eller", "or"].includes(token.word));
}

const FILTERED: ReadonlySet<Intent> = new Set([
  "list",
  "count",
  "figure",
  "share",
  "series",
  "breakdown",
  "rank",
  "at_risk",
  "needed",
  "reach",
  "causes",
]);

/** What is left out, as conditions, and the question without it; null where the question can't be asked so. */
export function withoutLeftOut(
  heard: Heard,
  facts: PlanFacts,
  intent: Intent,
): { readonly heard: Heard; readonly filters: readonly Filter[] } | null {
  const out = heard.mentions.filter(
    (mention) => !mention.weak && isSubject(mention) && isLeftOut(heard, mention.start),
  );
  if (out.length === 0) return { heard, filters: [] };
  if (!FILTERED.has(intent)) return null;
  const subjects = settleSubjects({ ...heard, mentions: out }, facts, ["measure", "org"], false, NONE);
  const { measures, orgs } = subjects;
  if (subjects.ambiguous || measures.length + orgs.length === 0) return null;
  return {
    heard: { ...heard, mentions: heard.mentions.filter((mention) => !out.includes(mention)) },
    filters: [
      ...(measures.length > 0 ? [{ on: "measure", values: [...measures], not: true } satisfies Filter] : []),
      ...(orgs.length > 0 ? [{ on: "owner", values: [...orgs], not: true } satisfies Filter] : []),
    ],
  };
}

const NONE: Preference = { orgs: [], measures: [] };

// A theme that is left out is a condition of its own.
function isSubject(mention: Mention): boolean {
  const kinds = new Set(mention.readings.map((reading) => reading.ref.kind));
  return !kinds.has("theme") && (kinds.has("measure") || kinds.has("org"));
}
