// Pure. How a question leans on the turn before.
import type { MeasureId, OrgId } from "../../plan/plan.ts";
import type { AskContext } from "../context.ts";
import type { PlanQuery } from "../schema.ts";
import { says } from "../text/says.ts";
import { ordinalOf } from "../when/calendar-words.ts";
import type { Draft } from "./draft.ts";
import { isLeftOut } from "./excluded.ts";
import { effectFigures, staffingFigures } from "./figures.ts";
import type { Heard } from "./heard.ts";

const LEADS = new Set([
  "och",
  "and",
  "men",
  "but",
  "samt",
  "bara",
  "endast",
  "only",
  "just",
  "nej",
  "no",
  "nä",
  "fast",
  "då",
  "also",
  "även",
  "jämfört",
  "compared",
  "visa",
  "tack",
  "thanks",
  "ok",
  "okej",
  "jo",
  "för",
  "i",
  "på",
  "ta",
  "remove",
  "utan",
  "without",
  "samma",
  "same",
  "per",
  "hela",
]);

const STRONG_LEADS = new Set(["och", "and", "men", "but", "bara", "endast", "only", "nej", "no", "nä", "samt", "även"]);

const CORRECTS = new Set(
  "nej no nä nejdå jag i förlåt ursäkta sorry oj ojdå hoppsan oops äh fel alltså ah pardon".split(" "),
);

/** How a question leans on the turn before. */
export type Leaning = "not" | "fragment" | "inherits";

export function leaningOf(heard: Heard, draft: Draft | null, context: AskContext | null): Leaning {
  if (!context?.query) return "not";
  const first = heard.tokens[0]?.word ?? "";
  const hasNames = heard.mentions.some((mention) => !mention.weak);
  const isBare =
    draft === null ||
    draft.bare === true ||
    (draft.query.intent === "status" && !heard.has("ask.status", "word.state") && heard.tokens.length <= 5) ||
    ["thanks", "hello"].includes(draft.query.intent);
  if (draft === null && isAskedThen(heard)) return "fragment";
  // "Vilka av dem ligger i psykiatrin?"
  const isOfThose = says(
    heard.text,
    "(vilka|vilken|hur många|which|how many) (av|of) (dem|dom|dessa|de|them|those|these)",
  );
  if (draft === null && isOfThose && heard.tokens.length <= 8 && hasNames) return "fragment";
  const isAbout = /^(what|how) about\b/.test(heard.text.trim().toLowerCase());
  if (isAbout && hasSomething(heard)) return "fragment";
  if (isSetAgainst(heard) && !hasNames && ["staffing", "figure"].includes(context.query.intent)) return "fragment";
  // "Bara området bemanning", though bemanning is a figure, too.
  const isOfTheme = heard.has("at.theme") && heard.mentions.some(({ readings }) => readings[0]?.ref.kind === "theme");
  if (isOfTheme && LEADS.has(first) && heard.tokens.length <= 5) return "fragment";
  const isCorrection = heard.has("pro.mean") && CORRECTS.has(first);
  if (isCorrection) return "fragment";
  if (heard.tokens.length <= 6 && isLeadOut(heard) && hasSomething(heard)) return "fragment";
  if (heard.has("at.participants") && heard.tokens.length <= 4 && context.query.measures.length === 1)
    return draft ? "inherits" : "not";
  if (isBare && (LEADS.has(first) || heard.tokens.length <= 4) && hasSomething(heard)) return "fragment";
  if (isFilterOnly(heard, draft) && (LEADS.has(first) || heard.has("pro.they"))) return "fragment";
  if (heard.has("cmp.compare") && heard.tokens.length <= 4 && !hasNames) return "fragment";
  if (!draft) return "not";
  if (isAnaphoric(heard)) return "inherits";
  if (STRONG_LEADS.has(first)) return "inherits";
  if (draft.needsSubject && !hasNames) return "inherits";
  if (draft.query.intent === "why" && !hasNames && heard.tokens.length <= 6) return "inherits";
  if (
    draft.query.intent === "rank" &&
    context.query.intent === "compare" &&
    !hasNames &&
    !heard.has("lvl.unit", "lvl.administration", "noun.measure")
  )
    return "inherits";
  if (goesOnAbout(heard, draft, context.query) && !hasNames) return "inherits";
  return isElliptic(heard, draft, context.query) && !hasNames ? "inherits" : "not";
}

// "Hur är det mot fjolåret?"
function isSetAgainst(heard: Heard): boolean {
  return says(
    heard.text,
    "^(och )?(hur|vad) (är|var|blir|blev|ser|såg|står|ligger) (det|den)( ut| sig| till)? (mot|jämfört med|i förhållande till)|^(and )?how (is|was|does) (it|that)( look)? (against|compared)",
  );
}

// "Vad var den i april?", "och hur stort är det i psykiatrin?": the same of another time or place.
function isAskedThen(heard: Heard): boolean {
  return (
    heard.tokens.length <= 8 &&
    heard.whens.length + heard.mentions.filter(({ weak }) => !weak).length > 0 &&
    says(
      heard.text,
      "(vad|hur mycket|hur stor|hur stort|hur hög|hur högt|what|how much) (var|är|blev|blir|was|is) (den|det|it|that)( då)? (i|för|på|hos|in|for|at)",
    )
  );
}

const OF_MEASURES: ReadonlySet<string> = new Set("list count rank breakdown figure share changes status".split(" "));

/** "Vilka är försenade?" after a list of measures: they are meant and no reports, and what is late of them is not said. */
export function areOthersLate(heard: Heard, draft: Draft, before: PlanQuery): boolean {
  return (
    draft.query.intent === "coverage" &&
    OF_MEASURES.has(before.intent) &&
    heard.has("at.passed") &&
    !heard.has("rep.report", "rep.rate", "rep.due") &&
    !heard.tags.some((tag) => tag.concept.startsWith("lvl.")) &&
    heard.tokens.length <= 6
  );
}

// "Utan bemanning", "och exklusive läkemedel?": a condition on the question before, whatever the word else stands for.
function isLeadOut(heard: Heard): boolean {
  const first = ["och", "men", "and", "but"].includes(heard.tokens[0]?.word ?? "") ? 1 : 0;
  return isLeftOut(heard, first + 1);
}

function hasSomething(heard: Heard): boolean {
  return (
    heard.mentions.length > 0 ||
    heard.whens.length > 0 ||
    effectFigures(heard).length > 0 ||
    staffingFigures(heard).length > 0 ||
    heard.has("noun.plan") ||
    ordinalAt(heard) !== null ||
    heard.tags.some((tag) => /^(state|at|mech|kind|cause|cmp)\./.test(tag.concept))
  );
}

// "Bara de kortsiktiga", "och de röda?"
function isFilterOnly(heard: Heard, draft: Draft | null): boolean {
  return (
    draft?.query.intent === "list" &&
    !heard.has("ask.which", "noun.measure", "ask.has", "pro.mine") &&
    heard.tokens.length <= 6
  );
}

function isAnaphoric(heard: Heard): boolean {
  if (says(heard.text, "av dem|av dessa|av det(?! som)|of them|of those|of these|of that(?! which)")) return true;
  if (heard.has("pro.there", "pro.same") || (heard.has("pro.they") && !hasQuantity(heard))) return true;
  if (ordinalAt(heard) !== null && heard.tokens.length <= 7) return true;
  if (endsInPointing(heard)) return true;
  // "Hur mycket gav åtgärden i maj?", where none is named.
  const isNamed = heard.mentions.some(({ weak }) => !weak);
  if (!isNamed && heard.tokens.length <= 8 && heard.tokens.some(({ word }) => word === "åtgärden")) return true;
  // "Det" is mostly no pronoun ("hur går det"); "den" is, unless a noun follows.
  return heard.tokens.some(
    (token, at) => ["den", "it", "denna", "den här", "dess", "its"].includes(token.word) && isPronounHere(heard, at),
  );
}

/** "Hur mycket sparar vi på det?" */
export function endsInPointing({ tokens }: Heard): boolean {
  const last = tokens.length - 1;
  return (
    /^(det|den|dem|dom|it|them)$/.test(tokens[last]?.word ?? "") &&
    /^(på|av|för|med|inom|från|on|of|from|with)$/.test(tokens[last - 1]?.word ?? "")
  );
}

function hasQuantity(heard: Heard): boolean {
  // "De tre största åtgärderna", "vilka milstolpar har vi de närmaste veckorna": an article.
  return (
    heard.has("sup.most", "sup.least", "noun.measure") ||
    heard.whens.some(({ when }) => when.is === "ahead" || when.is === "back")
  );
}

function isPronounHere(heard: Heard, at: number): boolean {
  if (heard.mentions.some((mention) => mention.start === at + 1 && !mention.weak)) return false;
  const next = heard.tokens[at + 1];
  if (!next) return true;
  if (heard.whens.some((span) => span.start <= at && at < span.end)) return false;
  return (
    !heard.tags.some(
      (tag) =>
        tag.start === at + 1 &&
        /^(fig|staff|state|at|noun|data|mech|kind)\./.test(tag.concept) &&
        tag.concept !== "fig.realised",
    ) || next.word === "gett"
  );
}

// "Hur många rapporterade v. 44?" → "vilka saknades?"; "hur går det för M-07?" → "vilka beslut finns?"
function goesOnAbout(heard: Heard, draft: Draft, before: PlanQuery): boolean {
  if (heard.tokens.length > 5 || heard.whens.length > 0 || heard.has("noun.plan", "pro.i", "pro.mine")) return false;
  const { intent } = draft.query;
  if (intent === "coverage" && before.orgs.length > 0) return true;
  if (intent === before.intent)
    return ["coverage", "support", "decisions", "assignments", "milestones"].includes(intent);
  return (
    before.measures.length === 1 && ["decisions", "milestones", "depends_on", "dependents", "comments"].includes(intent)
  );
}

function isElliptic(heard: Heard, draft: Draft, before: PlanQuery): boolean {
  if (
    ![
      "list",
      "count",
      "figure",
      "series",
      "breakdown",
      "reach",
      "needed",
      "at_risk",
      "staffing",
      "share",
      "detail",
      "why",
      "since",
    ].includes(draft.query.intent)
  )
    return false;
  if (heard.has("noun.measure", "noun.plan", "pro.i", "ask.has")) return false;
  // "Hur mycket var planerat för året?" after one measure.
  const isOfOne = before.measures.length === 1 && draft.query.intent === "figure" && heard.tokens.length <= 8;
  return isOfOne || (heard.tokens.length <= 6 && heard.whens.length === 0);
}

/** 1 for "den första", −1 for "den sista"; null when no place in a list is meant. */
export function ordinalAt(heard: Heard): number | null {
  for (const [at, token] of heard.tokens.entries()) {
    const ordinal = ordinalOf(token.folded);
    // "De andra": the others, not the second.
    if (
      ordinal === 2 &&
      ["de", "dom", "alla", "the"].includes(heard.tokens[at - 1]?.word ?? "") &&
      token.word !== "second"
    )
      continue;
    if (ordinal === null || heard.whens.some((span) => span.start <= at && at < span.end)) continue;
    const before = heard.tokens[at - 1]?.word ?? "";
    if (["den", "det", "the", "av", "om"].includes(before) || heard.tokens.length <= 3) return ordinal;
  }
  return null;
}

/** The item of the last list that an ordinal points at. */
export function pointedAt(
  heard: Heard,
  context: AskContext,
): { readonly measures: MeasureId[]; readonly orgs: OrgId[] } | null {
  const ordinal = ordinalAt(heard);
  if (ordinal === null) return null;
  const { measures, orgs } = context.listed;
  const from: readonly string[] = measures.length > 0 ? measures : orgs;
  const id = ordinal === -1 ? from.at(-1) : from[ordinal - 1];
  if (id === undefined) return null;
  return measures.length > 0 ? { measures: [id as MeasureId], orgs: [] } : { measures: [], orgs: [id as OrgId] };
}
