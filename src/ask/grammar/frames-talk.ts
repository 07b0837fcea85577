// Pure. Questions about the bot, the words, the data: they need no measure.
import type { Concept } from "../lexicon/concept.ts";
import { says } from "../text/says.ts";
import type { Draft } from "./draft.ts";
import { effectFigures } from "./figures.ts";
import type { Heard } from "./heard.ts";
import { mentionsOf } from "./heard.ts";
import { termOf, termsOf } from "./terms.ts";

export function talkFrame(h: Heard): Draft | null {
  const isShort = h.tokens.length <= 9 && h.mentions.every((mention) => mention.weak);
  if (h.has("talk.who") && isShort) return { query: { intent: "about_bot" }, wants: [] };
  if (
    h.has("talk.help") &&
    isShort &&
    !h.has("sup.scheduling", "sup.training", "sup.production_planning", "sup.economy", "sup.hr", "act.request") &&
    isOnly(h, [
      "talk.",
      "act.",
      "ask.which",
      "ask.define",
      "sup.request",
      "pro.",
      "ask.has",
      "neg.",
      "dec.assignment",
      "noun.plan",
    ])
  )
    return { query: { intent: "help" }, wants: [] };
  if (isShort && h.has("talk.hello") && isOnly(h, ["talk."])) return { query: { intent: "hello" }, wants: [] };
  if (isShort && h.has("talk.thanks") && isOnly(h, ["talk.", "sup.most", "pro."]) && h.whens.length === 0)
    return { query: { intent: "thanks" }, wants: [] };
  return null;
}

function isOnly(h: Heard, prefixes: readonly string[]): boolean {
  return (
    h.tags.every(
      (tag) => tag.concept.startsWith("stop") || prefixes.some((prefix) => tag.concept.startsWith(prefix)),
    ) && h.unknown.length === 0
  );
}

/** "Är det en allmän handling?", "måste vi MBL-förhandla?": fixed, careful answers. */
export function legalFrame(h: Heard): Draft | null {
  if (h.has("fix.public") && !h.has("oob.inject") && h.tokens.length <= 20)
    return { query: { intent: "public" }, wants: [] };
  if (
    h.has("fix.mbl") &&
    h.has("fix.must", "fix.mbl") &&
    (isObliged(h) || mentionsOf(h, "measure").length === 0) &&
    !h.has("ask.which", "ask.how_many") &&
    (/\bmbl/.test(h.text.toLowerCase()) || isObliged(h))
  )
    return { query: { intent: "negotiation" }, wants: ["measure"] };
  return null;
}

function isObliged(h: Heard): boolean {
  return h.has("fix.must") && h.has("fix.mbl");
}

const PLAIN_WHAT = /^(vad är|what is|what's|vad e|ka e|förklara|explain|vad betyder|vad menas med|what does)\b/;

export function definitionFrame(h: Heard): Draft | null {
  const strong = h.mentions.filter((mention) => !mention.weak);
  const term = h.has("ask.difference") ? termsOf(h).slice(0, 2).join("|") || null : termOf(h);
  // "Vad är snittet per åtgärd?" asks for a figure.
  if (!term || h.has("fig.mean", "next.upcoming")) return null;
  const text = h.text.trim().toLowerCase();
  const asks = h.has("ask.define") && !(h.has("pro.mean") && /^(nej|no|nä|jag|i)\b/.test(text));
  if (h.has("ask.who") && strong.length === 0 && (term === "verified" || term === "states") && words0(h) <= 8)
    return definition(term);
  // "När blir utfallet rött, vilken gräns?"
  if (
    h.has("oob.limits") &&
    strong.length === 0 &&
    h.has("word.outcome") &&
    h.has("ask.which", "ask.when", "ask.where")
  )
    return definition("outcome");
  if (asksForLimit(h)) return definition("outcome");
  if (h.has("noun.ladder") && h.has("ask.status") && strong.length === 0) return definition("ladder");
  // "Vem bestämmer om en åtgärd är röd?"
  const isState = h.tags.some((tag) => tag.concept.startsWith("state."));
  if (
    h.has("ask.who") &&
    isState &&
    strong.length === 0 &&
    says(h.text, "bestämmer|sätter|avgör|väljer|beslutar|decides|sets")
  )
    return definition(term);
  // "Vad skiljer mars från februari i utfall?" is about the figures.
  if (h.whens.length > 1) return null;
  if (asks && strong.length === 0 && !h.has("cmp.compare") && !(h.has("ask.why") && !h.has("ask.define")))
    return definition(term);
  // "Vad är realiseringsgrad?" asks for the word, "vad är realiseringsgraden?" for the figure.
  const words = h.tokens.length;
  if (
    strong.length === 0 &&
    words <= 5 &&
    PLAIN_WHAT.test(text) &&
    !/ (inom|i|på|för|hos|in|for|at) /.test(text) &&
    isIndefinite(h) &&
    !isWhatIsSo(h) &&
    !/(at|its|vt)\??$/.test(text) &&
    !h.has("ask.why") &&
    h.whens.length === 0
  )
    return definition(term);
  if (
    h.has("word.differs", "ask.difference") &&
    h.whens.length === 0 &&
    strong.length === 0 &&
    effectFigures(h).length === 0 &&
    words <= 12 &&
    !(h.has("noun.measure") && !h.has("ask.difference", "ask.define")) &&
    !h.has("chg.changed", "ask.which", "ask.where")
  )
    return definition(term);
  return null;
}

const AT_WHICH =
  "(vid|under|över|på) (vilken|vilket|hur många|hur hög|hur låg) (procent|procenttal|procentsats|realiseringsgrad|nivå|gräns|siffra|andel)|(hur många procent|vilken procent|vilken realiseringsgrad) (krävs|behövs|ger|räcker|gör)|(at|below|above|under|over) (what|which|how many) (percent|percentage|per cent|rate|level)";

// "Vid vilken procent blir utfallet rött?": the limit, and no sum of what is red.
function asksForLimit(h: Heard): boolean {
  const isColour = h.tags.some(({ concept }) => /^state\.(on_track|deviation|critical)$/.test(concept));
  return (
    isColour && h.mentions.every(({ weak }) => weak) && !h.has("noun.measure", "ask.how_much") && says(h.text, AT_WHICH)
  );
}

// "Vad är genomfört?", "vad är rött just nu?": what there is in that läge, and no explanation of it.
function isWhatIsSo(h: Heard): boolean {
  return h.tags.some(
    (tag) =>
      tag.concept.startsWith("state.") && tag.end - tag.start === 1 && /t$/.test(h.tokens[tag.start]?.word ?? ""),
  );
}

function words0(h: Heard): number {
  return h.tokens.length;
}

function definition(term: string): Draft {
  return { query: { intent: "definition", about: term }, wants: [], weakAreWords: true };
}

function isIndefinite(h: Heard): boolean {
  if (
    h.has("pro.there", "pro.mine", "pro.they") ||
    h.tokens.some((token) => token.word === "the" || token.word === "den")
  )
    return false;
  const last = h.tokens.at(-1)?.word ?? "";
  return (
    h.tokens.some((token) => ["en", "ett", "a", "an"].includes(token.word)) ||
    !/(en|et|n|na|an)$/.test(last) ||
    /^(bemanning|övertid|potential|produktion|hyrpersonal)$/.test(last)
  );
}

export function dataFrame(h: Heard): Draft | null {
  const isOfData: readonly Concept[] = [
    "data.data",
    "data.economy",
    "staff.staffing",
    "staff.production",
    "staff.agency",
    "staff.sick",
    "staff.overtime",
    "rep.report",
    "noun.plan",
    "fig.effect",
    "fig.realised",
    "fig.forecast",
  ];
  if (
    h.has("ask.source") &&
    !h.has("ask.share") &&
    h.has(
      "data.data",
      "fig.realised",
      "fig.decided",
      "fig.effect",
      "fig.potential",
      "fig.forecast",
      "staff.staffing",
      "staff.production",
      "fig.verified",
      "fig.planned",
      "staff.agency",
      "staff.sick",
    ) &&
    mentionsOf(h, "measure").every((mention) => mention.weak)
  )
    return { query: { intent: "source", figures: effectFigures(h).slice(0, 3) }, wants: [], weakAreWords: true };
  if (h.has("ask.data_age") && (h.has(...isOfData) || h.tokens.length <= 8) && !h.has("ask.why", "sup.request"))
    return {
      query: {
        intent: "data_age",
        about: h.has("staff.staffing", "staff.production", "staff.sick", "staff.overtime")
          ? "staffing"
          : h.has("rep.report")
            ? "reports"
            : h.has("data.economy", "fig.effect", "fig.realised", "fig.forecast")
              ? "economy"
              : null,
      },
      wants: ["org"],
      weakAreWords: true,
    };
  const claims =
    h.amounts.some((one) => one.unit === "mkr") &&
    /^(är|har|e|is|have|has|did)$/.test(h.tokens[0]?.word ?? "") &&
    effectFigures(h).length > 0;
  if (
    (h.has("ask.true") || claims) &&
    (h.has(
      "data.data",
      "fig.effect",
      "fig.realised",
      "fig.verified",
      "fig.decided",
      "fig.potential",
      "fig.forecast",
      "noun.plan",
    ) ||
      h.amounts.length > 0)
  ) {
    const amount = h.amounts.find((one) => one.unit !== "%")?.value ?? null;
    const figures = effectFigures(h);
    return {
      query: { intent: "trust", amount, figures: figures.length > 0 ? figures.slice(0, 2) : ["realised"] },
      wants: ["org", "measure"],
    };
  }
  if (
    h.has("dec.paragraph", "dec.plan") &&
    (h.has("noun.plan", "dec.plan") || h.tokens.length <= 4) &&
    h.mentions.length === 0
  )
    return { query: { intent: "plan_info" }, wants: [] };
  if (
    h.has("noun.plan") &&
    h.has("dec.decision", "at.start", "at.end", "person.name") &&
    h.has("ask.when", "person.name") &&
    !h.has("fig.gap", "staff.target", "fig.realised", "fig.effect") &&
    h.mentions.every((mention) => mention.weak)
  )
    return { query: { intent: "plan_info" }, wants: [] };
  return null;
}
