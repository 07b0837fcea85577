// Pure. The conditions a question puts on measures, with their negations.
import type { Cause, MeasureKind, Mechanism, PlanFacts } from "../../plan/plan.ts";
import type { Concept } from "../lexicon/concept.ts";
import type { Mention } from "../names/mentions.ts";
import type { Filter } from "../schema.ts";
import { amountFilters, attributeFilters, timeFilters } from "./filter-attributes.ts";
import { stateFilters } from "./filter-states.ts";
import type { Heard } from "./heard.ts";
import { isNegated } from "./negation.ts";

const KINDS: readonly MeasureKind[] = [
  "cost",
  "income",
  "task_shift",
  "way_of_working",
  "freed_time",
  "enabler",
  "quality",
];

const MECHS: readonly Mechanism[] = ["presence", "purchasing", "drugs", "purchased_care", "fee", "premises"];

const CAUSES: readonly Cause[] = [
  "vacancy",
  "absence",
  "inflow",
  "prerequisite",
  "awaiting_decision",
  "awaiting_consultation",
  "other_unit",
  "supplier",
  "not_prioritised",
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

function horizonFilters(heard: Heard): Filter[] {
  const short = heard.has("at.short");
  const long = heard.has("at.long");
  if (short === long) return [];
  const concept: Concept = short ? "at.short" : "at.long";
  return [{ on: "horizon", value: short ? "short" : "long", not: isNegated(heard, concept) }];
}

/** Themes (område) named, exactly. */
export function themesIn(heard: Heard): string[] {
  const found = heard.mentions
    .filter((mention) => isTheme(mention, heard))
    .flatMap((mention) =>
      mention.readings
        .filter((reading) => reading.ref.kind === "theme" && (reading.by !== "words" || !mention.weak))
        .slice(0, 1)
        .map((reading) => reading.ref.id),
    );
  return [...new Set(found)];
}

/** A name that is a theme and also a unit or a measure is the theme where measures are asked for ("åtgärderna inom …"). */
export function isTheme(mention: Mention, heard: Heard): boolean {
  const theme = mention.readings.some(
    (reading) => reading.ref.kind === "theme" && (reading.by !== "words" || !mention.weak),
  );
  if (!theme) return false;
  const other = mention.readings.some(
    (reading) => (reading.ref.kind === "org" || reading.ref.kind === "measure") && reading.by !== "words",
  );
  return (
    !other ||
    heard.has("noun.measure", "at.theme") ||
    (heard.tokens[mention.start - 1]?.word === "inom" && !heard.has("ask.status"))
  );
}

function themeFilters(heard: Heard, themes: readonly string[]): Filter[] {
  return themes.length === 0 ? [] : [{ on: "theme", values: [...themes], not: isExcluded(heard) }];
}

/** "Ta bort läkemedel", "utan hyrpersonal", "exklusive avgifter". */
function isExcluded(heard: Heard): boolean {
  return /(^|[^\p{L}])(utom|förutom|except|excluding|without|exklusive|exkl|utan|inte hänger|ta bort|räkna bort|räkna inte|inte med|bortsett|skippa|remove|leave out|ej)([^\p{L}]|$)/u.test(
    heard.text.toLowerCase(),
  );
}

function kindFilters(heard: Heard): Filter[] {
  const kinds = KINDS.filter((kind) => heard.has(`kind.${kind}`));
  return kinds.length === 0
    ? []
    : [{ on: "kind", values: kinds, not: kinds.some((kind) => isNegated(heard, `kind.${kind}`)) }];
}

function mechanismFilters(heard: Heard): Filter[] {
  const mechanisms: Mechanism[] = MECHS.filter((mechanism) => heard.has(`mech.${mechanism as "presence"}`));
  if (
    heard.has("staff.agency") &&
    heard.has(
      "noun.measure",
      "at.mechanism",
      "ask.share",
      "ask.dependents",
      "fig.realised",
      "fig.decided",
      "fig.potential",
      "fig.forecast",
    )
  )
    mechanisms.push("agency");
  return mechanisms.length === 0 ? [] : [{ on: "mechanism", values: mechanisms, not: isExcluded(heard) }];
}

function causeFilters(heard: Heard): Filter[] {
  const causes = CAUSES.filter((cause) => heard.has(`cause.${cause as "vacancy"}`));
  return causes.length === 0 ? [] : [{ on: "cause", values: causes, not: false }];
}
