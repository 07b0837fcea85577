// Pure. The attributes of one measure: what belongs to it, who takes part, when it starts and ends.
import { milestonesOf } from "../../plan/facts.ts";
import type { MeasureId, PlanFacts } from "../../plan/plan.ts";
import type { Concept } from "../lexicon/concept.ts";
import type { Mention } from "../names/mention.ts";
import type { Detail } from "../schema.ts";
import { says } from "../text/says.ts";
import { type Token, tokenise } from "../text/tokens.ts";
import type { Draft } from "./draft.ts";
import { effectFigures } from "./figures.ts";
import { type Heard, mentionsOf } from "./heard.ts";

const DETAILS: readonly (readonly [Concept, Detail])[] = [
  ["at.share", "unit_share"],
  ["at.participants", "participants"],
  ["at.done_by", "done_by"],
  ["at.next", "next_step"],
  ["at.impact", "impact"],
  ["at.consultation", "consultation"],
  ["fix.mbl", "consultation"],
  ["at.counter", "counter_indicator"],
  ["at.replaced", "replaced_by"],
  ["person.deputy", "replaced_by"],
  ["at.review", "assumptions"],
  ["at.assumption", "assumptions"],
  ["at.prerequisite", "prerequisites"],
  ["at.milestone", "milestones"],
  ["at.special", "special"],
  ["at.permanent", "permanence"],
  ["at.one_off", "permanence"],
  ["at.short", "horizon"],
  ["at.long", "horizon"],
  ["at.horizon", "horizon"],
  ["at.kind", "kind"],
  ["at.mechanism", "mechanism"],
  ["at.theme", "theme"],
  ["at.risk", "risks"],
  ["word.spread", "spread"],
  ["ask.source", "source"],
  ["at.source_text", "source"],
  ["at.describe", "describe"],
];

export function detailFrame(h: Heard, facts: PlanFacts): Draft | null {
  const measure =
    mentionsOf(h, "measure").some((mention) => !mention.weak) ||
    ((h.has("pro.it") || mentionsOf(h, "measure").some((mention) => !isLengthOnly(mention, h))) &&
      !h.has("noun.measure", "ask.how_many") &&
      !asksWhichLack(h));
  // "Vad är nästa steg?" goes on about the measure of the turn before.
  const isWho = h.has("at.participants") && h.tokens.length <= 4 && h.mentions.length === 0;
  const goesOn =
    isWho ||
    (h.mentions.length === 0 &&
      h.whens.length === 0 &&
      h.tokens.length <= (h.has("at.next", "at.review") ? 9 : 6) &&
      // "Antaganden som inte håller": of all measures.
      !(h.has("at.fails", "at.uncertain") && says(h.text, "antaganden (som|där)|assumptions (that|which)")) &&
      h.has(
        "at.next",
        "at.done_by",
        "at.impact",
        "at.consultation",
        "at.counter",
        "at.replaced",
        "at.assumption",
        "at.review",
        "at.prerequisite",
        "at.participants",
        "at.describe",
      ) &&
      !h.has(
        "ask.which",
        "ask.where",
        "ask.how_many",
        "noun.measure",
        "neg.not",
        "noun.plan",
        "rep.report",
        "at.risk",
        "at.passed",
        "dec.decision",
      ));
  // "Antaganden som ska omprövas före oktober": those of a time, and of no one measure.
  if (isReviewedBy(h))
    return h.has("ask.how_many") && !h.has("noun.measure")
      ? { query: { intent: "count", about: "assumptions" }, wants: ["org"], filtered: true }
      : { query: { intent: "list" }, wants: ["org"], filtered: true };
  if (!measure && !goesOn) return null;
  const text = h.text.toLowerCase();
  // "När ska vi vara klara med nästa steg?"
  if (h.has("at.next") && h.has("ask.when")) return detail("done_by");
  if (h.has("at.review")) return detail("assumptions");
  // "Vad ger den när den är igång?" asks how much.
  const isHowMuch = says(h.text, "^(vad|hur mycket|what|how much)") && effectFigures(h).length > 0;
  if ((h.has("ask.when", "ask.since") && !isHowMuch) || /startdatum|slutdatum|start date|end date/.test(text)) {
    if (h.has("at.end") && !/^när (börja|starta)/.test(text)) return detail("end");
    if (h.has("state.done")) return detail("end");
    if (h.has("at.start") || says(h.text, "igång|going|underway")) return detail("start");
    if (measure && isOfMilestone(h, facts)) return detail("milestones");
  }
  if (
    (h.has("at.share", "ask.share") || says(h.text, "hur mycket (står|svarar) .* för")) &&
    mentionsOf(h, "measure").some((mention) => !mention.weak) &&
    mentionsOf(h, "org").some((mention) => !mention.weak)
  )
    return { query: { intent: "detail", detail: "unit_share" }, wants: ["measure", "org"], needsSubject: true };
  // With a stage of the ladder it is the figure that is asked for.
  if (effectFigures(h).some((figure) => figure !== "extra_cost")) return null;
  const found = DETAILS.find(([concept]) => h.has(concept));
  if (found) return detail(found[1]);
  if (h.has("at.start") && !h.has("ask.status", "state.active")) return detail("start");
  return h.has("at.end") && !h.has("ask.status") ? detail("end") : null;
}

function isReviewedBy(h: Heard): boolean {
  const isOfOne = h.has("pro.it") || mentionsOf(h, "measure").some(({ weak }) => !weak);
  const areSome = h.whens.length > 0 || h.has("noun.measure") || says(h.text, "antaganden|assumptions|vilka|which");
  return h.has("at.review") && areSome && !isOfOne && !h.has("ask.when");
}

// "Vilka har ingen riskbedömning?" asks for those that lack one, though a measure is called Riskbedömning vid utskrivning.
function asksWhichLack(h: Heard): boolean {
  return says(h.text, "vilka|which") && h.has("neg.not", "rep.missing") && !h.has("pro.it");
}

function detail(which: Detail): Draft {
  return { query: { intent: "detail", detail: which }, wants: ["measure"], needsSubject: true };
}

// "Korta och gröna": the horizon, though a measure is called Kortare vårdtider.
function isLengthOnly({ weak, start, end }: Mention, h: Heard): boolean {
  return weak && h.tags.some((tag) => /^at\.(short|long)$/.test(tag.concept) && tag.start <= start && end <= tag.end);
}

// "När öppnar den nya mottagningen i M-16?": two words of what a milestone of the measure is called. One is enough
// where nothing else of the measure is asked for: "när ska biblioteken ha stängt?".
function isOfMilestone(h: Heard, facts: PlanFacts): boolean {
  const asksElse = h.tags.some((tag) => /^(at|state|rep|dec|fig|ask\.since)/.test(tag.concept));
  return mentionsOf(h, "measure").some(({ readings, start, end }) => {
    const said = asksElse ? h.tokens : h.tokens.filter((_, at) => at < start || end <= at);
    return readings.some(({ ref }) =>
      milestonesOf(facts, ref.id as MeasureId).some(({ name }) => {
        const words = tokenise(name);
        return asksElse
          ? new Set(words.filter((word) => said.some((one) => beginsAlike(word, one, TELLING)))).size >= 2
          : words.some((word) => said.some((one) => beginsAlike(word, one, TELLING - 1) || isForm(word, one)));
      }),
    );
  });
}

function beginsAlike(a: Token, b: Token, length: number): boolean {
  return a.folded.length >= length && a.folded.slice(0, length) === b.folded.slice(0, length);
}

// "Såldes" of "såld".
function isForm(short: Token, long: Token): boolean {
  const longer = long.word.length - short.word.length;
  return short.word.length >= TELLING - 2 && longer >= 1 && longer <= 3 && long.word.startsWith(short.word);
}

const TELLING = 6;
