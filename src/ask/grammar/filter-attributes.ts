// Pure. Conditions on what a measure has: assessments, prerequisites, assumptions, times, amounts.

import { addDays } from "../../lib/time.ts";
import type { PlanFacts, PrerequisiteKind, Risk } from "../../plan/plan.ts";
import { monthOf } from "../../plan/week.ts";
import type { Tag } from "../lexicon/tag.ts";
import type { Filter } from "../schema.ts";
import { says } from "../text/says.ts";
import { numberOf } from "../when/calendar-words.ts";
import { firstDayOf, lastDayIn } from "../when/span-of.ts";
import { comingOf } from "./ahead.ts";
import { isLeftOut } from "./excluded.ts";
import { isSumSaid } from "./figures.ts";
import { rateFilters, yieldFilters } from "./filter-rate.ts";
import { isOverdueSaid } from "./filter-states.ts";
import type { Heard } from "./heard.ts";
import { isNegated } from "./negation.ts";

const KINDS_WAITED: readonly (readonly [string, PrerequisiteKind])[] = [
  ["beslut|besluten|decisions?", "decision"],
  ["it|it-stöd|it-system|system", "it"],
  ["lokal|lokaler|lokalerna|premises", "premises"],
  ["samverkan|facket|förhandling|consultation", "consultation"],
  ["rekrytering|rekryteringar|nyanställning|recruitment", "recruitment"],
  ["leverantör|leverantörer|externa?|avtal|external", "external"],
];

const RISKS_SAID: readonly (readonly [string, Risk])[] = [
  ["patientsäkerhet[a-z]*|patient safety", "patient_safety"],
  ["arbetsmiljö[a-z]*|work environment|working environment", "work_environment"],
  ["produktion[a-z]*|production", "production"],
  ["annan enhet|andra enheter|another unit|other units", "other_unit"],
];

export function attributeFilters(heard: Heard): Filter[] {
  const filters: Filter[] = [];
  const lacks = heard.has("neg.not", "rep.missing");
  if (heard.has("at.impact"))
    filters.push(
      lacks && heard.has("state.done")
        ? { on: "impact", values: ["done"], not: true }
        : { on: "impact", values: lacks ? ["no"] : isUnderWay(heard) ? ["ongoing"] : ["done"], not: false },
    );
  if (heard.has("at.consultation") && !heard.has("cause.awaiting_consultation"))
    filters.push(
      lacks
        ? { on: "consultation", values: ["done", "not_applicable"], not: true }
        : { on: "consultation", values: isUnderWay(heard) ? ["ongoing"] : ["done"], not: false },
    );
  if (heard.has("at.special")) filters.push({ on: "special", not: isNegated(heard, "at.special") });
  if (heard.has("at.one_off"))
    filters.push({ on: "permanence", value: "one_off", not: isNegated(heard, "at.one_off") });
  if (heard.has("at.permanent"))
    filters.push({ on: "permanence", value: "permanent", not: isNegated(heard, "at.permanent") });
  if (heard.has("at.unmet") || (heard.has("at.prerequisite") && lacks && !heard.has("cause.prerequisite")))
    filters.push({ on: "prerequisite_unmet", kinds: [], not: false });
  const waits = waitedKinds(heard);
  if (
    waits.length > 0 &&
    !heard.tags.some(
      (tag) => tag.concept.startsWith("cause.") && tag.concept !== "cause.word" && tag.concept !== "cause.vacancy",
    )
  )
    filters.push({ on: "prerequisite_unmet", kinds: [...waits], not: false });
  filters.push(...assumptionFilters(heard));
  if (heard.has("at.milestone") && (heard.has("at.passed") || lacks))
    filters.push({ on: "milestone_missed", not: false });
  if (heard.has("at.risk") && !heard.has("fig.at_risk", "at.impact"))
    filters.push({
      on: "risk",
      values: RISKS_SAID.filter(([pattern]) => says(heard.text, pattern)).map(([, risk]) => risk),
      not: lacks,
    });
  return filters;
}

function assumptionFilters(heard: Heard): Filter[] {
  if (!heard.has("at.assumption", "at.review")) return [];
  const isLacking = heard.has("neg.not", "rep.missing") && heard.has("at.holds");
  const standing =
    heard.has("at.fails") || isLacking
      ? "fails"
      : heard.has("at.uncertain")
        ? "uncertain"
        : heard.has("at.holds")
          ? "holds"
          : null;
  const review = reviewSaid(heard);
  if (standing === null && review === null) return [];
  const values = standing === null ? (["holds", "uncertain", "fails"] as const) : [standing];
  return [{ on: "assumption", values: [...values], ...(review && { review }), not: false } as Filter];
}

type Review = NonNullable<Extract<Filter, { on: "assumption" }>["review"]>;

// "Som skulle ha omprövats", "som omprövas i december", "de närmaste två veckorna".
function reviewSaid(heard: Heard): Review | null {
  if (!heard.has("at.review")) return null;
  const passed =
    heard.has("at.passed") ||
    says(heard.text, "(skulle|borde|should) (redan )?(ha |har |have )?(been )?(omprövats|prövats om|reviewed)");
  const [said] = heard.whens;
  // "Vilka håller inte, och när ska de omprövas?" asks for the date.
  if (!said) return heard.has("ask.when") && !passed ? null : { from: null, to: null, passed };
  const when = comingOf(said.when, heard);
  switch (when.is) {
    case "to_date":
      return { from: null, to: null, passed };
    case "ahead":
      return { from: heard.today, to: addDays(heard.today, when.days), passed };
    case "back":
      return { from: addDays(heard.today, -when.days), to: heard.today, passed };
    case "until":
      return { from: null, to: addDays(when.date, -1), passed };
    case "through":
      return { from: null, to: lastDayIn(when), passed };
    default:
      return { from: firstDayOf(when), to: lastDayIn(when), passed };
  }
}

// "Samverkas just nu"
function isUnderWay(heard: Heard): boolean {
  return (
    heard.has("state.active") || says(heard.text, "(samverkas|förhandlas|konsekvensbedöms|riskbedöms) (nu|just|för)")
  );
}

/** "Väntar på IT", "kräver beslut": the kinds of what is waited for. */
export function waitedKinds(heard: Heard): readonly PrerequisiteKind[] {
  if (!says(heard.text, "väntar vi på|väntar på|inväntar|waiting for|waits for|awaiting|hänger på ett|kräver"))
    return [];
  return KINDS_WAITED.filter(([pattern]) => says(heard.text, pattern)).map(([, kind]) => kind);
}

export function timeFilters(heard: Heard): Filter[] {
  if (!heard.has("noun.measure", "ask.which", "ask.how_many")) return [];
  const [said] = heard.whens;
  const span = said && comingOf(said.when, heard);
  const filters: Filter[] = [];
  if (isOverdueSaid(heard) || (heard.has("at.end") && heard.has("at.passed") && !heard.has("at.milestone")))
    return [{ on: "overdue", not: false }];
  const weeks = heard.amounts.find((amount) =>
    /^(veckor|weeks|veckorna)$/.test(heard.tokens[amount.end]?.folded ?? ""),
  );
  const months = weeks ? null : monthsLong(heard);
  if (months !== null && heard.tags.some((tag) => tag.concept.startsWith("state.")))
    filters.push({ on: "unchanged", weeks: months, not: false });
  if (weeks && heard.tags.some((tag) => tag.concept.startsWith("state.")) && weeks.value >= 1 && weeks.value <= 520)
    filters.push({
      on: "unchanged",
      weeks: Math.round(weeks.value) + (isMoreThan(heard, weeks.start) ? 1 : 0),
      not: false,
    });
  // "Har varit röda de senaste fyra veckorna": all of them.
  if (
    span?.is === "back" &&
    span.days % 7 === 0 &&
    filters.length === 0 &&
    heard.tags.some((tag) => tag.concept.startsWith("state.")) &&
    !heard.has("chg.became", "chg.changed")
  )
    return [{ on: "unchanged", weeks: span.days / 7, not: false }];
  if (!span || span.is === "weeks" || span.is === "to_date" || span.is === "back") return filters;
  const on = heard.has("at.start") ? "start" : heard.has("at.end") ? "end" : null;
  if (!on) return filters;
  const later = says(heard.text, "efter|senare än|after|later than");
  const from = span.is === "until" ? null : firstDayOf(span);
  const to = span.is === "since" ? null : lastDayIn(span);
  const month = (date: ReturnType<typeof firstDayOf>) => (date === null ? null : monthOf(date));
  if (later && to !== null && span.is !== "since") filters.push({ on, from: null, to: month(to), not: true });
  else filters.push({ on, from: month(from), to: month(to), not: false });
  return filters;
}

// "I mer än en månad", "tre månader": in whole weeks.
function monthsLong(heard: Heard): number | null {
  const at = heard.tokens.findIndex((token) => /^(manad|manader|month|months)$/.test(token.folded));
  const before = heard.tokens[at - 1]?.folded ?? "";
  const count = ["en", "a", "one"].includes(before) ? 1 : numberOf(before);
  if (
    at < 1 ||
    count === null ||
    count < 1 ||
    count > 60 ||
    heard.whens.some((span) => span.start < at && at < span.end)
  )
    return null;
  return Math.round((count * 52) / 12) + (isMoreThan(heard, at - 1) ? 1 : 0);
}

function isMoreThan(heard: Heard, at: number): boolean {
  const before = heard.tokens
    .slice(Math.max(0, at - 2), at)
    .map((token) => token.folded)
    .join(" ");
  return /(mer an|mera an|langre an|over|more than|longer than)$/.test(before);
}

// "Saknar både potential och beslutad effekt": the one and the other.
function stagesLacked(heard: Heard): readonly ("potential" | "decided")[] {
  const isBoth = heard.has("fig.potential") && says(heard.text, "både|såväl|varken|vare sig|both|neither");
  return !heard.has("fig.decided") ? ["potential"] : isBoth ? ["potential", "decided"] : ["decided"];
}

const A_KRONA = 0.000_001;

// "Minst 5 mkr", "högst 5 mkr": with those of just 5.
function isOpenEnded(lead: string): boolean {
  return /(minst|at least|hogst)$/.test(lead);
}

export function amountFilters(heard: Heard, _facts: PlanFacts): Filter[] {
  const filters: Filter[] = [];
  const isList = heard.has("noun.measure", "ask.which");
  if (heard.has("fig.extra_cost") && !heard.has("ask.how_much", "sup.most", "sup.least")) {
    // "Saknar beräknad merkostnad", "merkostnaden är inte beräknad": no amount of just that.
    const lacks = heard.has("neg.not", "rep.missing", "fig.uncounted");
    const isCondition = isList || (lacks && heard.tags.some((tag) => tag.concept.startsWith("state.")));
    if (isCondition || (lacks && heard.has("ask.how_many"))) return [{ on: "amount", stage: "extra_cost", not: lacks }];
  }
  if (
    isList &&
    heard.tags.some((tag) => tag.concept === "neg.not" && !isLeftOut(heard, tag.end)) &&
    heard.has("fig.decided", "fig.potential") &&
    !heard.has("ask.how_much", "ask.share")
  )
    return stagesLacked(heard).map((stage) => ({ on: "amount", stage, not: true }));
  if (heard.has("fig.uncounted") && isList && !heard.has("ask.how_many"))
    filters.push({ on: "amount", stage: heard.has("fig.decided") ? "decided" : "potential", not: true });
  else if (
    isList &&
    heard.has("fig.decided") &&
    !heard.has("ask.how_much", "sup.most", "sup.least", "fig.effect") &&
    heard.amounts.every((amount) => amount.unit === null)
  ) {
    const tag = heard.tags.find((other) => other.concept === "fig.decided") as Tag;
    if (tag.end - tag.start === 1 && !heard.has("ask.share") && !isSumSaid(heard))
      filters.push({ on: "amount", stage: "decided", not: isNegated(heard, "fig.decided") });
  }
  filters.push(...rateFilters(heard), ...yieldFilters(heard));
  const over = heard.amounts.find((amount) => amount.unit === "mkr");
  const lead = over
    ? heard.tokens
        .slice(Math.max(0, over.start - 2), over.start)
        .map((token) => token.folded)
        .join(" ")
    : "";
  // "Gula eller röda med mer än 5 mkr beslutat": they are measures.
  const areMeasures = isList || heard.tags.some((tag) => tag.concept.startsWith("state."));
  if (over && areMeasures && /(over|storre an|mer an|above|more than|larger than|minst|at least)$/.test(lead))
    filters.push({
      on: "amount_over",
      figure: heard.has("fig.potential") ? "potential" : "decided",
      mkr: over.value - (isOpenEnded(lead) ? A_KRONA : 0),
      not: false,
    });
  if (over && areMeasures && /(under|mindre an|below|less than|smaller than|hogst)$/.test(lead))
    filters.push({
      on: "amount_over",
      figure: heard.has("fig.potential") ? "potential" : "decided",
      mkr: over.value - (isOpenEnded(lead) ? 0 : A_KRONA),
      not: true,
    });
  return filters;
}
