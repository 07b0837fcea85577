// Pure. What hangs on what, and what if.
import { addMonths, type Month, monthOf } from "../../plan/week.ts";
import { says } from "../text/says.ts";
import { numberOf } from "../when/calendar-words.ts";
import { firstDayOf } from "../when/span-of.ts";
import type { Draft } from "./draft.ts";
import { waitedKinds } from "./filter-attributes.ts";
import { type Heard, mentionsOf } from "./heard.ts";
import { partSaid } from "./part-said.ts";

export function dependsFrame(h: Heard): Draft | null {
  const measure =
    mentionsOf(h, "measure").some((mention) => !mention.weak) || h.has("pro.it") || mentionsOf(h, "measure").length > 0;
  const start = h.whens
    .map(({ when }) => when)
    .find((when) => ["months", "since", "dates", "through", "year"].includes(when.is));
  const supposes = h.has("ask.what_if") || says(h.text, "om|if|ifall");
  const yields = supposes && measure && h.has("fig.forecast") ? yieldsSaid(h) : null;
  if (yields)
    return {
      query: { intent: "what_if", figures: ["forecast"], assume: { ...NO_CHANGE, yields } },
      wants: ["measure", "org"],
      needsSubject: true,
    };
  const part = supposes && measure ? partSaid(h) : null;
  if (part !== null)
    return {
      query: { intent: "what_if", figures: ["forecast"], assume: { ...NO_CHANGE, part } },
      wants: ["measure", "org"],
      needsSubject: true,
    };
  const shift = supposes && measure ? shiftSaid(h) : null;
  if (shift !== null)
    return {
      query: { intent: "what_if", assume: { ...NO_CHANGE, shift } },
      wants: ["measure"],
      needsSubject: true,
    };
  if (supposes && measure && start && h.has("at.start", "act.set", "at.passed", "ask.if_not", "at.end", "ask.moved")) {
    const date = firstDayOf(start);
    const stops =
      h.has("ask.if_not", "at.end") &&
      !h.has("at.start", "at.passed", "ask.moved") &&
      !/försenas|delayed|skjuts/.test(h.text.toLowerCase());
    const month = date ? aheadOf(h, monthOf(date), start.is === "months") : null;
    if (month)
      return {
        query: {
          intent: "what_if",
          assume: stops ? { ...NO_CHANGE, end: month } : { ...NO_CHANGE, start: month },
        },
        wants: ["measure"],
        needsSubject: true,
      };
  }
  if (measure && isLackAsked(h)) return { query: { intent: "depends_on" }, wants: ["measure"], needsSubject: true };
  if (supposes && measure && (h.has("ask.if_not") || isNeverSaid(h)))
    return { query: { intent: "at_risk" }, wants: ["measure"], needsSubject: true };
  if (
    h.has("ask.what_if") &&
    measure &&
    (h.has("state.cancelled", "state.paused", "fig.lost", "ask.if_not") ||
      /stoppa|skippa|hoppa över|pausa|avbryt|läg(ger|ga) ner|läg(ger|ga) ned|stryk|stop|drop|skip|pause|cancel/.test(
        h.text.toLowerCase(),
      ))
  )
    return { query: { intent: "at_risk" }, wants: ["measure"], needsSubject: true };
  if (isBehindUnmet(h) && !measure) return { query: { intent: "at_risk" }, wants: ["org"], filtered: true };
  const strong = mentionsOf(h, "measure").filter((mention) => !mention.weak);
  if (
    strong.length === 2 &&
    says(h.text, "(beror|hänger|beroende|väntar|bygger|depends?|dependent|waits?|waiting) .*(på|av|on|for)") &&
    !h.has("ask.why", "ask.which", "ask.how_much")
  )
    return { query: { intent: "depends_on", about: "chain" }, wants: ["measure"], needsSubject: true };
  // "Hur mycket tappar vi i prognosen mot planen?": how far below it the forecast is.
  if (h.has("fig.at_risk", "fig.lost") && h.has("fig.forecast") && h.has("ask.how_much") && !measure && !supposes)
    return { query: { intent: "figure", figures: ["forecast_gap"] }, wants: ["org"] };
  if (isWaitedFor(h) || isNeededBy(h))
    return { query: { intent: "dependents" }, wants: ["measure"], needsSubject: true };
  if (isLosingSaid(h) && !supposes)
    return {
      query: {
        intent: "figure",
        figures: h.whens.some(({ when }) => when.is === "year") ? ["forecast_gap"] : ["gap", "forecast_gap"],
      },
      wants: ["measure", "org"],
      filtered: true,
    };
  if (h.has("fig.at_risk") && !h.has("ask.why"))
    return { query: { intent: "at_risk" }, wants: ["measure", "org"], filtered: !supposes };
  const hangs = h.has("ask.dependents", "ask.depends_on");
  if (
    hangs &&
    h.has("fig.effect", "fig.decided") &&
    h.has("ask.how_much") &&
    measure &&
    !h.has("ask.share") &&
    !hasMechanism(h)
  )
    return { query: { intent: "at_risk" }, wants: ["measure"], needsSubject: true };
  if (h.has("noun.measure") && waitedKinds(h).length > 0 && mentionsOf(h, "measure").every((mention) => mention.weak))
    return null;
  if (hangs && (measure || h.has("ask.which")) && !hasMechanism(h) && !h.has("ask.share") && !hasCause(h))
    return {
      query: { intent: isOnWhatFollows(h) ? "dependents" : "depends_on" },
      wants: ["measure"],
      needsSubject: true,
    };
  if (h.has("cause.prerequisite") && measure && h.has("ask.which") && !h.has("noun.measure"))
    return { query: { intent: "depends_on" }, wants: ["measure"], needsSubject: true };
  if (h.has("at.prerequisite") && (measure || h.has("pro.it")) && !h.has("ask.why", "ask.how_many"))
    return { query: { intent: "depends_on" }, wants: ["measure", "org"], needsSubject: true };
  return null;
}

// "Hur mycket tappar vi på de röda i år?": how far below their plan they end, and nothing that may yet fall away.
function isLosingSaid(h: Heard): boolean {
  return (
    (says(
      h.text,
      "(hur mycket|vad|how much|what) (tappar|förlorar|missar|do we lose|are we losing)( vi| ni| de)? (på|i|hos|inom|on|in)",
    ) ||
      isSomebodyLosing(h)) &&
    !h.has("ask.if_not", "ask.what_if", "at.prerequisite", "at.unmet", "ask.dependents", "ask.depends_on") &&
    !h.tags.some(({ concept }) => concept.startsWith("staff."))
  );
}

// "Hur mycket tappar tandvården i år?": the name stands where "vi" would.
function isSomebodyLosing(h: Heard): boolean {
  return mentionsOf(h, "org").some(
    ({ start, weak }) =>
      !weak && h.has("ask.how_much") && /^(tappar|förlorar|missar)$/.test(h.tokens[start - 1]?.word ?? ""),
  );
}

// "Vad kan inte börja förrän nattpoolen är på plats?"
function isWaitedFor(h: Heard): boolean {
  return (
    mentionsOf(h, "measure").some((mention) => !mention.weak) &&
    says(
      h.text,
      "(vad|vilka|vilken|what|which) .*(kan inte|inte kan|kommer inte|måste vänta|can't|can not|cannot) .*(förrän|innan|tills|until|before)",
    )
  );
}

// "Vad är bemanningspoolen en förutsättning för?", "vilken åtgärd behöver bemanningspoolen?"
function isNeededBy(h: Heard): boolean {
  const [first] = mentionsOf(h, "measure").filter(({ weak }) => !weak);
  if (!first) return false;
  const isPrerequisite = says(
    h.text,
    "förutsättning(ar)? för( (vad|vilka|vem))?\\??$|(a )?prerequisites? (for|of)\\??$",
  );
  const needs = h.tokens.findIndex(({ word }) => /^(behöver|kräver|förutsätter|needs?|requires?)$/.test(word));
  return (
    isPrerequisite ||
    (says(h.text, "(vilken|vilka|which) (åtgärd|åtgärder|measures?)") && needs >= 0 && needs < first.start)
  );
}

// "Vad fattas för den nya lokalen?": what it waits for.
function isLackAsked(h: Heard): boolean {
  // "Vad är det som inte är klart för M-11?"
  if (
    says(
      h.text,
      "(vad|what) .*(inte|not) (är |är ännu |har |yet )?(klart|klara|på plats|uppfyllt|uppfyllda|ready|in place) (än )?(för|for)",
    ) &&
    !h.has("noun.measure", "rep.report")
  )
    return true;
  return (
    says(h.text, "(vad|what) .*(fattas|saknas|saknar|missing|lack|lacks) .*(för|for|to)") &&
    h.has("rep.missing") &&
    !h.has("noun.plan", "noun.measure", "data.data", "data.missing") &&
    !h.tags.some(({ concept }) => /^(fig|staff|rep\.(report|rate|due)|dec|sup)/.test(concept))
  );
}

// "Om verktyget aldrig kommer?": at the end, not "om den inte kommer i mål".
function isNeverSaid(h: Heard): boolean {
  return /(om|ifall|if) .*(aldrig|inte|never) (kommer|finns|dyker upp|blir något|comes|arrives|appears)[\s.?!]*$/u.test(
    h.text,
  );
}

const NO_CHANGE = { start: null, end: null, shift: null, yields: null, part: null } as const;

// "Om den inte ger något alls" takes its whole forecast away; "inte ger något mer", "stoppas" what was still to come.
function yieldsSaid(h: Heard): "nothing" | "no_more" | null {
  const gives = "(ger|gav|ge|gett|bidrar|bidra|levererar|levererade|delivers?|yields?|gives?)";
  const none = says(
    h.text,
    `(inte|ej|aldrig|not|n't) (\\w+ )?${gives}|${gives} (inget|ingenting|inte|noll|nothing|no )|uteblir|blir noll`,
  );
  const more = says(h.text, "mer|mera|ytterligare|längre|fler|more|further|anymore");
  if (none) return more ? "no_more" : "nothing";
  const stops = h.has("ask.if_not", "state.cancelled", "state.paused") && !h.has("ask.moved", "at.start");
  return stops && !/försenas|delayed|skjuts/.test(h.text.toLowerCase()) ? "no_more" : null;
}

// "Om den startar i januari": the January to come, unless a year is said or it is told in the past.
function aheadOf(h: Heard, month: Month, isMonth: boolean): Month {
  const saysYear = h.tokens.some((token) => /20[1-4]\d/.test(token.word));
  const isPast = says(h.text, "hade|skulle ha|had|startade|would have");
  return isMonth && !saysYear && !isPast && month < h.month ? addMonths(month, 12) : month;
}

// "Hur mycket beslutad effekt ligger bakom förutsättningar som inte är uppfyllda?"
function isBehindUnmet(h: Heard): boolean {
  const unmet =
    h.has("at.unmet") || (h.has("at.prerequisite", "cause.prerequisite") && h.has("neg.not", "rep.missing"));
  return (
    (unmet || h.has("cause.prerequisite") || (h.has("fig.at_risk") && h.has("at.prerequisite"))) &&
    (h.has("ask.how_much", "fig.effect") || (h.has("fig.decided") && !h.has("noun.measure"))) &&
    (h.has("fig.decided", "fig.effect", "ask.dependents", "ask.depends_on") ||
      says(h.text, "bakom|behind|på grund av")) &&
    !h.has("ask.which", "ask.how_many", "ask.share", "fig.realised", "fig.forecast", "fig.planned", "fig.potential")
  );
}

const LATER = "senare|later|framåt|fram|försenas|försenad|försenat|förskjuts|senareläggs|skjuts|delayed|late|postponed";
const EARLIER = "tidigare|earlier|tidigareläggs|sooner";
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(manad|manader|month|months|man)$/, 1],
  [/^(kvartal|quarter|quarters)$/, 3],
  [/^(tertial)$/, 4],
  [/^(halvar|half-year)$/, 6],
  [/^(ar|year|years)$/, 12],
];

/** "Tre månader senare", "ett halvår tidigare": months, below 0 when earlier; null when no move is said. */
function shiftSaid(h: Heard): number | null {
  const later = says(h.text, LATER);
  if (!later && !says(h.text, EARLIER)) return null;
  for (const [at, token] of h.tokens.entries()) {
    const unit = UNITS.find(([word]) => word.test(token.folded));
    const before = h.tokens[at - 1]?.folded ?? "";
    const number = unit ? (["en", "ett", "a", "one"].includes(before) ? 1 : numberOf(before)) : null;
    if (unit && number !== null && number >= 1 && number <= 60)
      return Math.max(-120, Math.min(120, Math.round(number * unit[1]))) * (later ? 1 : -1);
  }
  return null;
}

export function hasCause(h: Heard): boolean {
  return h.tags.some((tag) => tag.concept.startsWith("cause.") && tag.concept !== "cause.word");
}

function hasMechanism(h: Heard): boolean {
  return (
    h.tags.some((tag) => tag.concept.startsWith("mech.")) && mentionsOf(h, "measure").every((mention) => mention.weak)
  );
}

// "… hänger på M-01" (dependents) or "… hänger M-01 på" (depends on).
function isOnWhatFollows(h: Heard): boolean {
  const before = new Set(["pa", "av", "on", "upon", "om", "med", "with", "bakom", "behind", "by"]);
  const names = mentionsOf(h, "measure").map((mention) => mention.start);
  const pronouns = h.tokens.flatMap((token, at) =>
    ["den", "det", "denna", "it", "that"].includes(token.word) && at > 0 ? [at] : [],
  );
  // "… hänger på att bokningsplanen blir klar", "… depend on the booking plan"
  // "… på den gemensamma bokningsplanen"
  const wordBefore = (at: number): (typeof h.tokens)[number] | undefined => {
    const [nearer, farther] = [h.tokens[at - 1], h.tokens[at - 2]];
    const isArticle = /^(att|that|the|den|det|de)$/.test(nearer?.word ?? "");
    if (isArticle) return farther;
    return /^(den|det|de|the)$/.test(farther?.word ?? "") && /(a|e)$/.test(nearer?.word ?? "")
      ? h.tokens[at - 3]
      : nearer;
  };
  return [...names, ...(names.length > 0 ? [] : pronouns)].some((at) => before.has(wordBefore(at)?.folded ?? ""));
}
