// Pure. Questions about decisions, uppdrag, milestones and what is coming.
import { productionOf } from "../../plan/facts.ts";
import type { DecisionOutcome, OrgId, PlanFacts } from "../../plan/plan.ts";
import type { Concept } from "../lexicon/concept.ts";
import { says } from "../text/says.ts";
import type { Draft } from "./draft.ts";
import { effectFigures } from "./figures.ts";
import { type Heard, mentionsOf } from "./heard.ts";

export const OUTCOMES: readonly (readonly [Concept, DecisionOutcome])[] = [
  ["dec.outcome_partly", "partly_approved"],
  ["dec.outcome_approved", "approved"],
  ["dec.outcome_sent_back", "sent_back"],
  ["dec.outcome_tabled", "tabled"],
  ["dec.outcome_rejected", "rejected"],
  ["dec.outcome_withdrawn", "withdrawn"],
];

const TO_BE_DECIDED =
  "(ska|skall|kommer att) (fattas|tas|beslutas|klubbas)|kommande beslut|(to be|will be) (taken|made|decided)|upcoming decisions";

export function decisionFrame(h: Heard, facts: PlanFacts): Draft | null {
  if (h.has("dec.assignment") && isProduced(h, facts)) return null;
  const body = mentionsOf(h, "body")[0]?.readings.find((reading) => reading.ref.kind === "body")?.ref.id ?? null;
  const named =
    mentionsOf(h, "assignment")[0]?.readings.find((reading) => reading.ref.kind === "assignment")?.ref.id ?? null;
  if (named && !h.has("dec.decision")) return { query: { intent: "assignments", about: named }, wants: [] };
  const decided =
    mentionsOf(h, "decision")[0]?.readings.find((reading) => reading.ref.kind === "decision")?.ref.id ?? null;
  if (decided) return { query: { intent: "decisions", about: decided }, wants: [] };
  if (h.has("dec.assignment") && !h.has("dec.decision"))
    return {
      query: {
        intent: "assignments",
        missing: h.has("at.passed") || isLateSaid(h),
        open:
          h.has("sup.open", "neg.not", "state.active", "rep.missing", "at.passed") || isLateSaid(h)
            ? true
            : h.has("state.done")
              ? false
              : null,
        about: body,
      },
      wants: ["org"],
    };
  if (isOutcomeAsked(h)) return { query: { intent: "decisions", about: body }, wants: ["measure", "org"] };
  if (
    h.has("cause.awaiting_decision") ||
    (h.has("ask.why") && !isDecisionUndone(h)) ||
    says(h.text, "väntar (vi|jag|ni|de|man) (på|in)|(vi|jag|ni|de|man) väntar (på|in)|att vänta( (på|in))?|waiting for")
  )
    return null;
  const outcomes = OUTCOMES.filter(([concept]) => h.has(concept)).map(([, outcome]) => outcome);
  const decides = h.has("dec.decision", "dec.paragraph") || (body !== null && WHAT_IT_DECIDED.test(h.text));
  if (!decides && outcomes.length === 0) return null;
  if (decides && outcomes.length === 0 && h.has("ask.which", "ask.when", "ask.how_many") && says(h.text, TO_BE_DECIDED))
    return { query: { intent: "decisions", open: true, about: body }, wants: ["org"] };
  const isAmount =
    h.has(
      "ask.how_much",
      "fig.effect",
      "ask.share",
      "fig.realised",
      "fig.forecast",
      "fig.planned",
      "fig.potential",
      "ask.difference",
      "sup.most",
      "sup.least",
      "group.each",
      "group.month",
    ) ||
    (h.has("fig.decided") && !h.has("ask.when", "ask.who") && (!isDecidedByBody(h) || says(h.text, "helårseffekten?")));
  if (isAmount && outcomes.length === 0) return null;
  if (
    h.has("noun.measure") &&
    h.has("state.deviation", "state.critical", "state.on_track", "state.not_started") &&
    outcomes.length > 0
  )
    return null;
  // "Vilka beslut är inte fattade än?": what waits for a decision.
  if (
    h.has("dec.decision") &&
    h.has("neg.not", "rep.missing") &&
    h.has("ask.which", "ask.how_many") &&
    outcomes.length === 0
  )
    return {
      query: {
        intent: h.has("ask.how_many") ? "count" : "list",
        filters: [{ on: "prerequisite_unmet", kinds: ["decision"], not: false }],
      },
      wants: ["org"],
    };
  // "Återtagna åtgärder" is a läge, "återremitterade åtgärder" a decision.
  if (h.has("state.reverted") && !decides) return null;
  return { query: { intent: "decisions", outcomes, about: body }, wants: ["measure", "org"] };
}

// "Hinner ambulansen med uppdragen?", of a unit whose work is counted in them and that has been given none.
function isProduced(h: Heard, facts: PlanFacts): boolean {
  const counted = mentionsOf(h, "metric").flatMap(({ readings }) => readings.map(({ ref }) => ref.id));
  const units = mentionsOf(h, "org")
    .filter(({ weak }) => !weak)
    .flatMap(({ readings }) => readings.map(({ ref }) => ref.id as OrgId));
  return units.some(
    (unit) =>
      productionOf(facts, unit).some(({ metric }) => counted.includes(metric)) &&
      !facts.assignments.some(({ responsible }) => responsible === unit),
  );
}

// "Vad blev det av patientavgifterna i nämnden?"
export function isOutcomeAsked(h: Heard): boolean {
  const isBody =
    mentionsOf(h, "body").length > 0 ||
    (h.has("lvl.board") && !h.has("ask.which", "ask.how_many")) ||
    // "Vad sa regionen om staben?": those who decide for it.
    says(h.text, "(sa|sade|säger|tyckte) (regionen|politiken|politikerna|fullmäktige|regionstyrelsen)") ||
    mentionsOf(h, "org").some((mention) =>
      mention.readings.some(({ ref }) => ref.kind === "org" && h.boards.has(ref.id)),
    );
  return (
    isBody &&
    mentionsOf(h, "measure").some((mention) => !mention.weak) &&
    says(
      h.text,
      "vad blev det|hur gick det|vad hände|vad sa|vad sade|vad tyckte|vad säger|what became|what happened|what did",
    )
  );
}

// "Varför drogs beslutet tillbaka?": what was noted when it was decided.
function isDecisionUndone(h: Heard): boolean {
  const hasOutcome = OUTCOMES.some(([concept]) => h.has(concept));
  // "Varför fick den avslag?"
  if (hasOutcome && mentionsOf(h, "measure").length > 0) return true;
  return h.has("dec.decision") && (hasOutcome || h.has("state.reverted") || says(h.text, "tillbaka"));
}

function isLateSaid(h: Heard): boolean {
  return says(h.text, "försenad|försenade|försenat|försenats|förfallen|förfallna|late|overdue|delayed");
}

const WHAT_IT_DECIDED = /vad (beslutade|bestämde|har .* beslutat)|what did/;

function isDecidedByBody(h: Heard): boolean {
  return (
    h.has("lvl.board") ||
    mentionsOf(h, "body").length > 0 ||
    (mentionsOf(h, "org").length > 0 && h.has("ask.which") && !h.has("noun.measure")) ||
    WHAT_IT_DECIDED.test(h.text)
  );
}

// "Vilka milstolpar har vi kvar?"
function isLeft(h: Heard): boolean {
  return says(h.text, "kvar|återstår|återstående|left|remaining");
}

// "Vilka milstolpar ska vara klara de närmaste två veckorna?": they are to come, and not done.
function isToBeDone(h: Heard): boolean {
  return (
    says(h.text, "ska|skall|måste|bör|blir|should|must|to be|due|will be") ||
    h.whens.some(({ when }) => when.is === "ahead")
  );
}

export function milestoneFrame(h: Heard): Draft | null {
  if (!h.has("at.milestone")) return null;
  const late = h.has("at.passed", "neg.not") || isLateSaid(h);
  return {
    query: {
      intent: "milestones",
      missing: late,
      open: late || isLeft(h) ? true : h.has("state.done") && !isToBeDone(h) ? false : null,
      figures: h.has("ask.how_many") ? ["count"] : [],
    },
    wants: ["measure", "org"],
  };
}

export function upcomingFrame(h: Heard): Draft | null {
  // "Vad har min enhet på gång?": its measures.
  const isOfUnit = h.has("pro.mine") || mentionsOf(h, "org").some(({ weak }) => !weak);
  if (isOfUnit && says(h.text, "(har|är) (\\S+ ){1,4}på gång|going on"))
    return { query: { intent: "list" }, wants: ["org"], filtered: true };
  const ahead = h.whens.some(({ when }) => when.is === "ahead");
  const isPlain =
    !h.has("noun.measure", "at.start", "rep.report", "fig.effect", "ask.how_much") &&
    effectFigures(h).length === 0 &&
    h.mentions.every((mention) => mention.weak);
  const isDated = h.whens.some(({ when }) => ["until", "ahead", "dates", "months", "weeks"].includes(when.is));
  if (
    isDated &&
    isPlain &&
    h.has("state.done", "at.end", "at.next", "fix.must") &&
    !h.has("ask.who", "rep.report") &&
    !h.tags.some((tag) => /^(fig|staff|dec|chg)\./.test(tag.concept)) &&
    says(h.text, "ska|skall|måste|should|must|is to|due|to be")
  )
    return { query: { intent: "upcoming" }, wants: ["org"] };
  // "Vad väntar på beslut?": those that do.
  const isWaiting = says(h.text, "vad väntar (just nu |nu )?på|what is waiting for");
  if (h.has("ask.happens") && !isWaiting && isPlain && !h.has("chg.changed", "ask.what_if", "ask.if_not"))
    return { query: { intent: "upcoming" }, wants: ["org"] };
  // "Nästa år" is a year, and not what comes next.
  const isNext = h.tags.some(
    ({ concept, start }) =>
      concept === "next.upcoming" && !h.whens.some((span) => span.start <= start && start < span.end),
  );
  if ((ahead || (isNext && h.tokens.length <= 10)) && isPlain && !h.has("at.next", "ask.source"))
    return { query: { intent: "upcoming" }, wants: ["org"] };
  return null;
}
