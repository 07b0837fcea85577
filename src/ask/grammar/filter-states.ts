// Pure. Conditions on the läge and on the two colours.
import type { State } from "../../plan/plan.ts";
import type { Concept } from "../lexicon/concept.ts";
import type { Tag } from "../lexicon/tag.ts";
import type { Filter } from "../schema.ts";
import { says } from "../text/says.ts";
import { NOT_BEGUN_TO_GIVE } from "./filter-rate.ts";
import type { Heard } from "./heard.ts";
import { isNegated, listNotGreen } from "./negation.ts";
import { isOutcomeAgainstPlan } from "./sum-said.ts";

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

const COLOURS: readonly (readonly [Concept, "green" | "yellow" | "red"])[] = [
  ["state.on_track", "green"],
  ["state.deviation", "yellow"],
  ["state.critical", "red"],
];

export function stateFilters(heard: Heard): Filter[] {
  if (heard.has("word.differs") && heard.has("word.outcome", "word.judged") && heard.whens.length < 2)
    return [{ on: "differs", not: false }];
  const unlike = listNotGreen(heard);
  if (unlike.length > 0) return [{ on: "state", values: [...new Set(unlike.flatMap(statesLeftOut))], not: true }];
  const both = judgedAndOutcome(heard);
  if (both) return both;
  if (heard.has("word.outcome") && !isOutcomeAgainstPlan(heard)) {
    const colours = COLOURS.filter(([concept]) => heard.has(concept)).map(([, colour]) => colour);
    const [only] = colours;
    // "Röda på utfallet men inte enligt chefen"
    if (
      only &&
      colours.length === 1 &&
      says(
        heard.text,
        "(men )?(inte|ej|not) (enligt|för|hos|i|according to|by|in) (chefen|chefens|cheferna|chefernas|the manager|managers|bedömningen).*|fast inte .*chef.*",
      )
    )
      return [
        { on: "outcome", values: [only], not: false },
        { on: "state", values: [STATE_OF_COLOUR[only]], not: true },
      ];
    if (colours.length > 0)
      return [{ on: "outcome", values: colours, not: COLOURS.some(([concept]) => isNegated(heard, concept)) }];
  }
  // "Hur mycket skulle vi ha hunnit enligt planen?" asks for the planned amount.
  const isOught = says(heard.text, "borde|skulle|ska|skall|bör|should");
  const isAmount = heard.has("ask.how_much") || isOught || isOutcomeAgainstPlan(heard);
  if (isAmount && heard.has("state.on_track") && isAccordingToPlan(heard)) return [];
  // "En milstolpe som inte är klar", "konsekvensbedömning pågår": the state is of something else.
  const isOfOther =
    heard.has("at.milestone", "at.impact", "at.consultation", "sup.request", "dec.assignment", "at.assumption") ||
    isOverdueSaid(heard);
  // "För att klara planen": to reach it, not a state.
  const isReaching = says(
    heard.text,
    "(kommer|når|går|nå|komma) .{0,30}i mål|klara (av )?(årets|planen|målet|målen|sin|sitt|det|av)|att klara|kan klara|vi klara",
  );
  const said = STATE_OF.filter(
    ([concept]) =>
      heard.has(concept) &&
      !(isReaching && concept === "state.done") &&
      !(concept === "state.not_started" && says(heard.text, NOT_BEGUN_TO_GIVE)) &&
      !(
        isOfOther &&
        !isColourSaid(heard, concept) &&
        ["state.done", "state.active", "state.on_track", "state.bad"].includes(concept)
      ) &&
      !(
        concept === "state.on_track" &&
        heard.has("fig.gap", "sup.least") &&
        !/gr[öo]n|green/.test(heard.text.toLowerCase())
      ),
  );
  const plain = said.filter(([concept]) => !isNegated(heard, concept)).flatMap(([, states]) => states);
  const negated = said.filter(([concept]) => isNegated(heard, concept)).flatMap(([, states]) => states);
  return [
    ...(plain.length > 0 ? [{ on: "state", values: [...new Set(plain)], not: false } satisfies Filter] : []),
    ...(negated.length > 0 ? [{ on: "state", values: [...new Set(negated)], not: true } satisfies Filter] : []),
  ];
}

function statesLeftOut({ concept }: Tag): readonly State[] {
  return concept === "state.bad" ? ["on_track"] : STATE_OF.flatMap(([one, states]) => (one === concept ? states : []));
}

// "Gröna åtgärder utan konsekvensbedömning": a colour is always the measure's.
function isColourSaid(heard: Heard, concept: Concept): boolean {
  if (concept === "state.active") return says(heard.text, "är igång");
  return concept === "state.on_track" && says(heard.text, "grön[a-z]*|gront|green");
}

const STATE_OF_COLOUR = { green: "on_track", yellow: "deviation", red: "critical" } as const;

// "Gröna fast utfallet är rött", "gula som borde vara röda": one colour of the chef, one of the outcome.
function judgedAndOutcome(heard: Heard): Filter[] | null {
  const colours = heard.tags.flatMap((tag) =>
    COLOURS.filter(([concept]) => concept === tag.concept).map(([, colour]) => ({ colour, at: tag.start })),
  );
  if (colours.length !== 2) return null;
  const same = colours[0]?.colour === colours[1]?.colour ? colours[0]?.colour : undefined;
  // "Gula som också är gula på utfallet"
  if (same && heard.has("word.outcome") && !heard.has("neg.not"))
    return [
      { on: "state", values: [STATE_OF_COLOUR[same]], not: false },
      { on: "outcome", values: [same], not: false },
    ];
  if (same) return null;
  const should = says(heard.text, "borde vara|egentligen är|borde egentligen|should be|ought to be");
  const outcome = heard.at("word.outcome");
  if (outcome < 0 && !should) return null;
  const [first, second] = colours as [
    { colour: "green" | "yellow" | "red"; at: number },
    { colour: "green" | "yellow" | "red"; at: number },
  ];
  const isSecond = should || Math.abs(second.at - outcome) <= Math.abs(first.at - outcome);
  const [chef, out] = isSecond ? [first, second] : [second, first];
  return [
    { on: "state", values: [STATE_OF_COLOUR[chef.colour]], not: false },
    { on: "outcome", values: [out.colour], not: false },
  ];
}

/** "Vilka borde vara klara?" */
export function isOverdueSaid(heard: Heard): boolean {
  return says(
    heard.text,
    "(borde|skulle) (ha varit|ha blivit|vara|redan vara|varit) (klara|klar|klart|färdiga|färdig|avslutade|genomförda)|should (have been|be) (done|finished|completed)",
  );
}

export function isAccordingToPlan(heard: Heard): boolean {
  return /\b(enligt|enl)\.? plan|according to (the )?plan/.test(heard.text.toLowerCase());
}
