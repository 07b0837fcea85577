// Pure. The terms that can be defined, by the concept that names them.
import type { Concept } from "../lexicon/concept.ts";
import type { Heard } from "./heard.ts";

export const TERMS = [
  "potential", "decided", "planned", "planned_year", "forecast", "realised", "verified", "lost", "gap", "realisation_rate", "at_risk", "extra_cost", "ladder", "outcome",
  "states", "not_started", "on_track", "deviation", "critical", "paused", "cancelled", "reverted", "done", "operational", "prerequisite", "assumption", "milestone",
  "assignment", "measure", "horizon", "special", "consultation", "impact", "counter_indicator", "mechanism", "presence", "agency", "staffing", "staffing_target", "production",
  "overtime", "sick_leave", "coverage", "support", "support_team", "guard", "enabler", "task_shift", "freed_time", "one_off", "uncounted", "participation", "theme", "digest", "deputy",
] as const;
export type Term = (typeof TERMS)[number];

// The more particular first: "röd på utfallet" is the outcome, "förutsättning" before "effekt".
const BY_CONCEPT: readonly (readonly [Concept, Term])[] = [
  ["word.outcome", "outcome"], ["noun.ladder", "ladder"], ["fig.rate", "realisation_rate"], ["fig.at_risk", "at_risk"], ["fig.lost", "lost"], ["fig.extra_cost", "extra_cost"],
  ["fig.uncounted", "uncounted"], ["fig.planned_year", "planned_year"], ["fig.verified", "verified"], ["fig.potential", "potential"], ["fig.forecast", "forecast"], ["fig.gap", "gap"],
  ["fig.realised", "realised"], ["fig.planned", "planned"], ["at.prerequisite", "prerequisite"], ["at.assumption", "assumption"], ["at.milestone", "milestone"], ["dec.assignment", "assignment"],
  ["at.special", "special"], ["at.short", "horizon"], ["at.long", "horizon"], ["at.horizon", "horizon"], ["at.impact", "impact"], ["at.consultation", "consultation"], ["at.counter", "counter_indicator"],
  ["mech.presence", "presence"], ["at.mechanism", "mechanism"], ["staff.agency", "agency"], ["guard.word", "guard"], ["guard.kept", "guard"], ["staff.target", "staffing_target"], ["staff.overtime", "overtime"],
  ["staff.sick", "sick_leave"], ["staff.staffing", "staffing"], ["staff.production", "production"], ["rep.rate", "coverage"], ["sup.team", "support_team"], ["kind.enabler", "enabler"], ["kind.task_shift", "task_shift"],
  ["kind.freed_time", "freed_time"], ["at.one_off", "one_off"], ["state.operational", "operational"], ["state.reverted", "reverted"], ["state.cancelled", "cancelled"], ["state.paused", "paused"], ["state.not_started", "not_started"],
  ["state.critical", "critical"], ["state.deviation", "deviation"], ["state.on_track", "on_track"], ["state.done", "done"], ["person.deputy", "deputy"], ["digest.digest", "digest"], ["at.participants", "participation"], ["at.theme", "theme"],
  ["fig.decided", "decided"], ["word.state", "states"], ["noun.measure", "measure"], ["sup.request", "support"], ["fig.effect", "ladder"],
];

export function termOf(heard: Heard): Term | null {
  return BY_CONCEPT.find(([concept]) => heard.has(concept))?.[1] ?? null;
}

/** Every term named, the more particular first. */
export function termsOf(heard: Heard): readonly Term[] {
  return [...new Set(BY_CONCEPT.filter(([concept]) => heard.has(concept)).map(([, term]) => term))];
}
