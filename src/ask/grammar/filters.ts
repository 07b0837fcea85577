// Pure. The conditions a question puts on measures, with their negations.
import type { Cause, MeasureKind, Mechanism, PlanFacts } from "../../plan/plan.ts";
import type { Concept } from "../lexicon/concept.ts";
import type { Mention } from "../names/mention.ts";
import type { Filter } from "../schema.ts";
import { says } from "../text/says.ts";
import { isLeftOut } from "./excluded.ts";
import { amountFilters, attributeFilters, timeFilters, waitedKinds } from "./filter-attributes.ts";
import { lineSaid } from "./filter-rate.ts";
import { stateFilters } from "./filter-states.ts";
import { type Heard, mentionsOf } from "./heard.ts";
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
  const isRisk = heard.has("at.risk") && says(heard.text, "patientsäkerhet[a-z]*|arbetsmiljö[a-z]*");
  const themes = isRisk ? [] : themesIn(heard);
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
    ...sideFilters(heard),
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
  // "Åtgärderna hos trafiken" are those of the place.
  if (other && heard.tokens[mention.start - 1]?.word === "hos") return false;
  return (
    !other ||
    heard.has("noun.measure", "at.theme") ||
    (heard.tokens[mention.start - 1]?.word === "inom" && !heard.has("ask.status"))
  );
}

function themeFilters(heard: Heard, themes: readonly string[]): Filter[] {
  return themes.length === 0
    ? []
    : [{ on: "theme", values: [...themes], not: themeMentions(heard).some((at) => isLeftOut(heard, at)) }];
}

function themeMentions(heard: Heard): readonly number[] {
  return heard.mentions.filter((mention) => isTheme(mention, heard)).map((mention) => mention.start);
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
    // "Andel av planen som är hyrpersonal"
    (says(heard.text, "av (planen|the plan) (som|that|which)") ||
      heard.has(
        "noun.measure",
        "at.mechanism",
        "ask.share",
        "ask.dependents",
        "fig.realised",
        "fig.decided",
        "fig.potential",
        "fig.forecast",
      ))
  )
    mechanisms.push("agency");
  return mechanisms.length === 0
    ? []
    : [
        {
          on: "mechanism",
          values: mechanisms,
          not: heard.tags.some(
            (tag) => (tag.concept.startsWith("mech.") || tag.concept === "staff.agency") && isLeftOut(heard, tag.start),
          ),
        },
      ];
}

function causeFilters(heard: Heard): Filter[] {
  // "Väntar på rekrytering": what it waits for, and no cause.
  const isAwaited = waitedKinds(heard).includes("recruitment");
  const causes = CAUSES.filter(
    (cause) => heard.has(`cause.${cause as "vacancy"}`) && !(isAwaited && cause === "vacancy"),
  );
  const isOut = (cause: Cause) => isNegated(heard, `cause.${cause as "vacancy"}`);
  return [false, true].flatMap((not): Filter[] => {
    const values = causes.filter((cause) => isOut(cause) === not);
    return values.length === 0 ? [] : [{ on: "cause", values, not }];
  });
}

/** "Där prognosen ligger under årets plan": on which side of the year's plan its forecast is. */
export function forecastSide(heard: Heard): "over" | "under" | null {
  const areMeasures =
    heard.has("noun.measure") ||
    (heard.has("ask.which", "ask.how_many") && !heard.tags.some((tag) => tag.concept.startsWith("lvl.u")));
  const isSum = heard.has("ask.how_much", "sup.most", "sup.least", "ask.rank", "ask.share", "group.each", "ask.why");
  if (!heard.has("fig.forecast") || !areMeasures || isSum || mentionsOf(heard, "measure").some(({ weak }) => !weak))
    return null;
  const plan = "(sin |årets |the |its )?(annual )?(plan|planen|årsplan|årsplanen|planerat|planned)";
  if (says(heard.text, `(under|(lägre|sämre|mindre)( prognos)? än|below|(lower|less|worse)( forecast)? than) ${plan}`))
    return "under";
  return says(heard.text, `(över|(högre|bättre|mer)( prognos)? än|above|(higher|more|better)( forecast)? than) ${plan}`)
    ? "over"
    : null;
}

/** "Mer än planerat", "före plan", "efter plan": those on one side of their plan. */
function sideFilters(heard: Heard): Filter[] {
  const believed = forecastSide(heard);
  if (believed) return [{ on: "forecast", side: believed, not: false }];
  if (
    !heard.has("fig.gap") ||
    lineSaid(heard) !== null ||
    !heard.has("noun.measure") ||
    !heard.has("ask.which", "ask.how_many", "ask.has") ||
    heard.has("ask.how_much", "sup.most", "sup.least", "ask.rank")
  )
    return [];
  return [{ on: isAhead(heard) ? "ahead" : "behind", not: false }];
}

export function isAhead(heard: Heard): boolean {
  return (
    says(
      heard.text,
      "före plan|före planen|ahead of plan|ahead of the plan|över plan|över planen|bättre än plan|bättre än planen|mer än .{0,12}planera[a-z]*|mer än plan|mer än planen|bättre än planerat|över planerat|överträff[a-z]*|more than planned|better than plan|better than planned|above plan|over plan|exceed[a-z]*",
    ) && !says(heard.text, "ligger efter|efter plan|behind")
  );
}
