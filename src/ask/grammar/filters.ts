// Pure. The conditions a question puts on measures, with their negations.
import type { Cause, MeasureKind, Mechanism, PlanFacts, PrerequisiteKind, State } from "../../plan/plan.ts";
import { monthOf } from "../../plan/week.ts";
import type { Concept } from "../lexicon/concept.ts";
import type { Tag } from "../lexicon/tag.ts";
import type { Mention } from "../names/mentions.ts";
import type { Filter } from "../schema.ts";
import { firstDayOf, lastDayIn } from "../when/read-when.ts";
import type { Heard } from "./heard.ts";
import { says } from "../text/says.ts";

const STATE_OF: readonly (readonly [Concept, readonly State[]])[] = [
  ["state.not_started", ["not_started"]],
  ["state.on_track", ["on_track"]],
  ["state.deviation", ["deviation"]],
  ["state.critical", ["critical"]],
  ["state.paused", ["paused"]],
  ["state.cancelled", ["cancelled"]],
  ["state.reverted", ["reverted"]],
  ["state.done", ["done"]],
  ["state.operational", ["operational"]],
  ["state.active", ["on_track", "deviation", "critical"]],
  ["state.bad", ["deviation", "critical"]],
];
const COLOURS: readonly (readonly [Concept, "green" | "yellow" | "red"])[] = [["state.on_track", "green"], ["state.deviation", "yellow"], ["state.critical", "red"]];
const KINDS: readonly MeasureKind[] = ["cost", "income", "task_shift", "way_of_working", "freed_time", "enabler", "quality"];
const MECHS: readonly Mechanism[] = ["presence", "purchasing", "drugs", "purchased_care", "fee", "premises"];
const CAUSES: readonly Cause[] = ["vacancy", "absence", "inflow", "prerequisite", "awaiting_decision", "awaiting_consultation", "other_unit", "supplier", "not_prioritised"];

const KINDS_WAITED: readonly (readonly [string, PrerequisiteKind])[] = [
  ["beslut|besluten|decisions?", "decision"], ["it|it-stöd|it-system|system", "it"], ["lokal|lokaler|lokalerna|premises", "premises"], ["samverkan|facket|förhandling|consultation", "consultation"], ["rekrytering|rekryteringar|nyanställning|recruitment", "recruitment"], ["leverantör|leverantörer|externa?|avtal|external", "external"],
];

/** Every condition, in the order of the schema. `statesAreFilters` is false where a state is what is asked about. */
export function readFilters(heard: Heard, facts: PlanFacts, statesAreFilters = true): Filter[] {
  const themes = themesIn(heard);
  return [
    ...(statesAreFilters ? stateFilters(heard) : []),
    ...horizonFilters(heard),
    ...attributeFilters(heard),
    ...themeFilters(heard, themes),
    ...kindFilters(heard),
    ...(themes.length === 0 ? mechanismFilters(heard) : []),
    ...causeFilters(heard),
    ...timeFilters(heard),
    ...amountFilters(heard, facts),
  ];
}

export function stateFilters(heard: Heard): Filter[] {
  if (heard.has("word.differs") && heard.has("word.outcome", "word.judged")) return [{ on: "differs", not: false }];
  const both = judgedAndOutcome(heard);
  if (both) return both;
  if (heard.has("word.outcome")) {
    const colours = COLOURS.filter(([concept]) => heard.has(concept)).map(([, colour]) => colour);
    if (colours.length > 0) return [{ on: "outcome", values: colours, not: COLOURS.some(([concept]) => isNegated(heard, concept)) }];
  }
  // "Hur mycket skulle vi ha hunnit enligt planen?" asks for the planned amount.
  if (heard.has("ask.how_much") && heard.has("state.on_track") && isAccordingToPlan(heard)) return [];
  // "En milstolpe som inte är klar", "konsekvensbedömning pågår": the state is of something else.
  const isOfOther = heard.has("at.milestone", "at.impact", "at.consultation", "sup.request", "dec.assignment", "at.assumption");
  const said = STATE_OF.filter(([concept]) => heard.has(concept) && !(isOfOther && ["state.done", "state.active", "state.on_track", "state.bad"].includes(concept)) && !(concept === "state.on_track" && heard.has("fig.gap", "sup.least") && !/gr[öo]n|green/.test(heard.text.toLowerCase())));
  const plain = said.filter(([concept]) => !isNegated(heard, concept)).flatMap(([, states]) => states);
  const negated = said.filter(([concept]) => isNegated(heard, concept)).flatMap(([, states]) => states);
  return [
    ...(plain.length > 0 ? [{ on: "state", values: [...new Set(plain)], not: false } satisfies Filter] : []),
    ...(negated.length > 0 ? [{ on: "state", values: [...new Set(negated)], not: true } satisfies Filter] : []),
  ];
}

const STATE_OF_COLOUR = { green: "on_track", yellow: "deviation", red: "critical" } as const;

// "Gröna fast utfallet är rött", "gula som borde vara röda": one colour of the chef, one of the outcome.
function judgedAndOutcome(heard: Heard): Filter[] | null {
  const colours = heard.tags.flatMap((tag) => COLOURS.filter(([concept]) => concept === tag.concept).map(([, colour]) => ({ colour, at: tag.start })));
  if (colours.length !== 2 || colours[0]?.colour === colours[1]?.colour) return null;
  const should = says(heard.text, "borde vara|egentligen är|borde egentligen|should be|ought to be");
  const outcome = heard.at("word.outcome");
  if (outcome < 0 && !should) return null;
  const [first, second] = colours as [{ colour: "green" | "yellow" | "red"; at: number }, { colour: "green" | "yellow" | "red"; at: number }];
  const isSecond = should || Math.abs(second.at - outcome) <= Math.abs(first.at - outcome);
  const [chef, out] = isSecond ? [first, second] : [second, first];
  return [{ on: "state", values: [STATE_OF_COLOUR[chef.colour]], not: false }, { on: "outcome", values: [out.colour], not: false }];
}

export function isAccordingToPlan(heard: Heard): boolean {
  return /\b(enligt|enl)\.? plan|according to (the )?plan/.test(heard.text.toLowerCase());
}

function horizonFilters(heard: Heard): Filter[] {
  const short = heard.has("at.short");
  const long = heard.has("at.long");
  if (short === long) return [];
  const concept: Concept = short ? "at.short" : "at.long";
  return [{ on: "horizon", value: short ? "short" : "long", not: isNegated(heard, concept) }];
}

function attributeFilters(heard: Heard): Filter[] {
  const filters: Filter[] = [];
  const lacks = heard.has("neg.not", "rep.missing");
  if (heard.has("at.impact")) filters.push({ on: "impact", values: lacks ? ["no"] : heard.has("state.active") ? ["ongoing"] : ["done"], not: false });
  if (heard.has("at.consultation") && !heard.has("cause.awaiting_consultation"))
    filters.push(lacks ? { on: "consultation", values: ["done", "not_applicable"], not: true } : { on: "consultation", values: heard.has("state.active") ? ["ongoing"] : ["done"], not: false });
  if (heard.has("at.special")) filters.push({ on: "special", not: isNegated(heard, "at.special") });
  if (heard.has("at.one_off")) filters.push({ on: "permanence", value: "one_off", not: isNegated(heard, "at.one_off") });
  if (heard.has("at.permanent")) filters.push({ on: "permanence", value: "permanent", not: isNegated(heard, "at.permanent") });
  if (heard.has("at.unmet") || (heard.has("at.prerequisite") && lacks && !heard.has("cause.prerequisite"))) filters.push({ on: "prerequisite_unmet", kinds: [], not: false });
  const waits = says(heard.text, "väntar vi på|väntar på|inväntar|waiting for|waits for|awaiting|hänger på ett|kräver");
  if (waits && !heard.tags.some((tag) => tag.concept.startsWith("cause.") && tag.concept !== "cause.word" && tag.concept !== "cause.vacancy")) {
    const kinds = KINDS_WAITED.filter(([pattern]) => says(heard.text, pattern)).map(([, kind]) => kind);
    if (kinds.length > 0) filters.push({ on: "prerequisite_unmet", kinds, not: false });
  }
  if (heard.has("at.assumption")) {
    if (heard.has("at.fails") || (lacks && heard.has("at.holds"))) filters.push({ on: "assumption", values: ["fails"], not: false });
    else if (heard.has("at.uncertain")) filters.push({ on: "assumption", values: ["uncertain"], not: false });
    else if (heard.has("at.holds")) filters.push({ on: "assumption", values: ["holds"], not: false });
  }
  if (heard.has("at.milestone") && (heard.has("at.passed") || lacks)) filters.push({ on: "milestone_missed", not: false });
  if (heard.has("at.risk") && !heard.has("fig.at_risk", "at.impact")) filters.push({ on: "risk", values: [], not: lacks });
  return filters;
}

/** Themes (område) named, exactly. */
export function themesIn(heard: Heard): string[] {
  const found = heard.mentions.filter((mention) => isTheme(mention, heard)).flatMap((mention) => mention.readings.filter((reading) => reading.ref.kind === "theme" && (reading.by !== "words" || !mention.weak)).slice(0, 1).map((reading) => reading.ref.id));
  return [...new Set(found)];
}

/** A name that is a theme and also a unit or a measure is the theme where measures are asked for ("åtgärderna inom …"). */
export function isTheme(mention: Mention, heard: Heard): boolean {
  const theme = mention.readings.some((reading) => reading.ref.kind === "theme" && (reading.by !== "words" || !mention.weak));
  if (!theme) return false;
  const other = mention.readings.some((reading) => (reading.ref.kind === "org" || reading.ref.kind === "measure") && reading.by !== "words");
  return !other || heard.has("noun.measure", "at.theme") || (heard.tokens[mention.start - 1]?.word === "inom" && !heard.has("ask.status"));
}

function themeFilters(heard: Heard, themes: readonly string[]): Filter[] {
  return themes.length === 0 ? [] : [{ on: "theme", values: [...themes], not: isExcluded(heard) }];
}

/** "Ta bort läkemedel", "utan hyrpersonal", "exklusive avgifter". */
function isExcluded(heard: Heard): boolean {
  return /(^|[^\p{L}])(utom|förutom|except|excluding|without|exklusive|exkl|utan|inte hänger|ta bort|räkna bort|räkna inte|inte med|bortsett|skippa|remove|leave out|ej)([^\p{L}]|$)/u.test(heard.text.toLowerCase());
}

function kindFilters(heard: Heard): Filter[] {
  const kinds = KINDS.filter((kind) => heard.has(`kind.${kind}`));
  return kinds.length === 0 ? [] : [{ on: "kind", values: kinds, not: kinds.some((kind) => isNegated(heard, `kind.${kind}`)) }];
}

function mechanismFilters(heard: Heard): Filter[] {
  const mechanisms: Mechanism[] = MECHS.filter((mechanism) => heard.has(`mech.${mechanism as "presence"}`));
  if (heard.has("staff.agency") && heard.has("noun.measure", "at.mechanism", "ask.share", "ask.dependents", "fig.realised", "fig.decided", "fig.potential", "fig.forecast")) mechanisms.push("agency");
  return mechanisms.length === 0 ? [] : [{ on: "mechanism", values: mechanisms, not: isExcluded(heard) }];
}

function causeFilters(heard: Heard): Filter[] {
  const causes = CAUSES.filter((cause) => heard.has(`cause.${cause as "vacancy"}`));
  return causes.length === 0 ? [] : [{ on: "cause", values: causes, not: false }];
}

function timeFilters(heard: Heard): Filter[] {
  if (!heard.has("noun.measure", "ask.which", "ask.how_many")) return [];
  const span = heard.whens[0]?.when;
  const filters: Filter[] = [];
  if (heard.has("at.end") && heard.has("at.passed") && !heard.has("at.milestone")) return [{ on: "overdue", not: false }];
  const weeks = heard.amounts.find((amount) => /^(veckor|weeks|veckorna)$/.test(heard.tokens[amount.end]?.folded ?? ""));
  if (weeks && heard.tags.some((tag) => tag.concept.startsWith("state.")) && weeks.value >= 1 && weeks.value <= 520) filters.push({ on: "unchanged", weeks: Math.round(weeks.value) + (isMoreThan(heard, weeks.start) ? 1 : 0), not: false });
  if (!span || span.is === "weeks" || span.is === "to_date") return filters;
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

function isMoreThan(heard: Heard, at: number): boolean {
  const before = heard.tokens.slice(Math.max(0, at - 2), at).map((token) => token.folded).join(" ");
  return /(mer an|mera an|langre an|over|more than|longer than)$/.test(before);
}

function amountFilters(heard: Heard, _facts: PlanFacts): Filter[] {
  const filters: Filter[] = [];
  const isList = heard.has("noun.measure", "ask.which");
  if (isList && heard.has("fig.extra_cost") && !heard.has("ask.how_much", "sup.most", "sup.least")) return [{ on: "amount", stage: "extra_cost", not: heard.has("neg.not") }];
  if (isList && heard.has("neg.not") && heard.has("fig.decided", "fig.potential") && !heard.has("ask.how_much", "ask.share")) return [{ on: "amount", stage: heard.has("fig.decided") ? "decided" : "potential", not: true }];
  if (heard.has("fig.uncounted") && isList) filters.push({ on: "amount", stage: heard.has("fig.decided") ? "decided" : "potential", not: true });
  else if (isList && heard.has("fig.decided") && !heard.has("ask.how_much", "sup.most", "sup.least", "fig.effect") && heard.amounts.every((amount) => amount.unit === null)) {
    const tag = heard.tags.find((other) => other.concept === "fig.decided") as Tag;
    if (tag.end - tag.start === 1 && !heard.has("ask.share")) filters.push({ on: "amount", stage: "decided", not: isNegated(heard, "fig.decided") });
  }
  const over = heard.amounts.find((amount) => amount.unit === "mkr");
  const lead = over ? heard.tokens.slice(Math.max(0, over.start - 2), over.start).map((token) => token.folded).join(" ") : "";
  if (over && isList && /(over|storre an|mer an|above|more than|larger than|minst|at least)$/.test(lead)) filters.push({ on: "amount_over", figure: heard.has("fig.potential") ? "potential" : "decided", mkr: over.value, not: false });
  if (over && isList && /(under|mindre an|below|less than|smaller than|hogst)$/.test(lead)) filters.push({ on: "amount_over", figure: heard.has("fig.potential") ? "potential" : "decided", mkr: over.value, not: true });
  return filters;
}

/** A negation stands just before the words, or "inte är" / "ej längre". */
export function isNegated(heard: Heard, concept: Concept): boolean {
  const tag = heard.tags.find((other) => other.concept === concept);
  if (!tag) return false;
  return heard.tags.some((other) => other.concept === "neg.not" && other.end <= tag.start && tag.start - other.end <= 2 && noOtherBetween(heard, other.end, tag));
}

function noOtherBetween(heard: Heard, from: number, tag: Tag): boolean {
  return !heard.tags.some((other) => other !== tag && (other.concept.startsWith("state.") || other.concept.startsWith("at.")) && other.start >= from && other.end <= tag.start);
}
