// Pure. Whether a word that was said is answered for by the query.
import type { Tag } from "../lexicon/tag.ts";
import type { Figure, Group, PlanQuery } from "../schema.ts";
import { isYetToCome } from "./figures.ts";
import { areBothAsked } from "./frames-reports.ts";
import type { Heard } from "./heard.ts";
import { isOfOther } from "./unanswered-other.ts";
import { ANYWHERE, FIGURE_OF, GROUPS, HELD_BY, LACKS } from "./unanswered-words.ts";

/** Whether the query answers for what is said: by its intent, a figure, a filter or a group. */
export function isAnswered(tag: Tag, own: RegExp, query: PlanQuery, heard: Heard): boolean {
  const { concept } = tag;
  if (isOfOther(tag, query, heard)) return false;
  // "Per nämnd och läge": two groups, and only one is made.
  const isState = heard.tags.some((other) => other.concept === "word.state" && other.start === tag.start);
  if (concept === "ask.status" && isState && query.intent === "breakdown") return query.group === "state";
  if (ANYWHERE.test(concept)) return true;
  if (query.about === "shared" && /^(neg\.|at\.(owner|participants))/.test(concept)) return true;
  if (query.intent === "status" && areBothAsked(heard) && /^(person\.manager|at\.comment|word\.|ask\.)/.test(concept))
    return true;
  // "How many operations does it perform?"
  if (concept === "oob.performance") return query.intent === "staffing" && query.figures.includes("production");
  if (own.test(concept)) return !isWhichUnit(tag, query, heard);
  // "Vilken månad gav mest?": the months in that order.
  if (
    query.intent === "series" &&
    query.order !== null &&
    /^(sup\.(most|least)|ask\.when|fig\.(gap|rate))$/.test(concept)
  )
    return true;
  if (concept === "fig.realised" && figuresOf(query).includes("forecast") && isYetToCome(heard)) return true;
  if (concept === "at.review")
    return query.filters.some((filter) => filter.on === "assumption" && filter.review !== undefined);
  // "Vilka åtgärder ska jag rapportera på?": one's own.
  // "Potentialen från början": it is what was there from the beginning.
  if (concept === "at.start" && heard.tokens[tag.start - 1]?.word === "från")
    return query.figures.length > 0 && query.figures.every((figure) => figure === "potential");
  if (concept === "rep.due" && query.intent === "list") return query.mine;
  if (concept === "oob.person")
    return /^(vem|vilka|någon|who|people|anyone)$/.test(heard.tokens[tag.start]?.word ?? "");
  const figures = figuresOf(query);
  if (FIGURE_OF.some(([said, held]) => said === concept && held.some((figure) => figures.includes(figure))))
    return true;
  if (query.filters.some((filter) => HELD_BY.some(([said, on]) => said.test(concept) && on.includes(filter.on))))
    return true;
  if (concept === "neg.not" && query.intent === "dependents") return /förrän|innan|tills|until|before/.test(heard.text);
  if (concept === "neg.not" && figures.includes("uncounted")) return true;
  if (concept === "neg.not") return query.filters.some((filter) => filter.not || LACKS.has(filter.on));
  // "Vad skulle vi ha hunnit enligt plan?", "är vi i fas?"
  if (concept === "state.on_track" && figures.some((figure) => ["planned", "planned_year", "gap"].includes(figure)))
    return true;
  // "Hur mycket lägre än årsplanen är prognosen?"
  if (concept.startsWith("move.") && (figures.length > 1 || figures.some((figure) => /gap$/.test(figure)))) return true;
  // "Hur mycket ska komma från minskad närvarotid?": the mechanism, which is that there is less of it.
  if (concept === "move.down" && heard.tags.some((other) => /^mech\./.test(other.concept) && other.start === tag.end))
    return query.filters.some(({ on }) => on === "mechanism" || on === "theme");
  // "The overtime measure, M-06": what the measure is of, which is named by its id.
  if (/^(staff|mech)\./.test(concept) && isBesideId(tag, heard)) return true;
  // "När öppnar den nya mottagningen?": words of the milestones, which are all told.
  if (query.detail === "milestones" && /^(sup\.open|chg\.changed|staff\..*)$/.test(concept)) return true;
  if (concept === "dec.decision" && figures.includes("decided")) return true;
  if (concept === "fig.rate" && figures.some((figure) => /(overtime|sick_leave|_rate|_change)$/.test(figure)))
    return true;
  // "Hur stor del av planen är verifierad?": of what the plan has given, which the answer says.
  if (concept === "fig.rate" && query.about === "share") return true;
  if (concept === "at.comment" && figures.includes("forecast")) return true;
  // "Hinner vi med uppdragen?": what is produced is counted in them.
  if (concept === "dec.assignment" && query.intent === "staffing") return figures.includes("production");
  if (concept === "staff.cost" && figures.includes("extra_cost")) return true;
  if (/^(staff\.cost|fig\.effect)$/.test(concept) && query.intent === "staffing")
    return figures.includes("agency_cost");
  if (
    query.group !== null &&
    GROUPS.some(([said, groups]) => said.test(concept) && groups.includes(query.group as Group))
  )
    return true;
  // "Vilka enheter i närsjukvården ligger efter?": which, and no sum of them all.
  if (concept.startsWith("lvl."))
    return (query.orgs.length > 0 || query.mine) && !(query.intent === "figure" && isAfterWhich(tag, heard));
  return false;
}

function figuresOf(query: PlanQuery): readonly Figure[] {
  return [...query.figures, ...(query.order ? [query.order.by] : [])];
}

// "Vilka enheter har mer personal än …?", "finns det någon enhet som …?" ask which; one sum is no answer to that.
function isWhichUnit(tag: Tag, query: PlanQuery, heard: Heard): boolean {
  return (
    // "Vilka nämnder har åtgärder?": nor are all the measures.
    (query.intent === "staffing" || query.intent === "list") &&
    // "Vilka chefer har röda åtgärder?", "vilka områden ligger efter?"
    (/^(lvl\.|person\.manager$)/.test(tag.concept) || (tag.concept === "at.theme" && query.intent === "list")) &&
    query.orgs.length === 0 &&
    query.group === null &&
    isAfterWhich(tag, heard)
  );
}

// "… någon enhet som …" asks which, too.
function isAfterWhich(tag: Tag, heard: Heard): boolean {
  return (
    heard.tags.some((other) => other.concept === "ask.which" && other.end === tag.start && !isRelative(other, heard)) ||
    /^(som|that|which|who)$/.test(heard.tokens[tag.end]?.word ?? "")
  );
}

function isBesideId({ end }: Tag, heard: Heard): boolean {
  return (
    heard.tags.some((other) => other.concept === "noun.measure" && other.start === end) &&
    heard.mentions.some(({ start, readings }) => start <= end + 3 && start >= end && readings[0]?.by === "id")
  );
}

// "Någon som chefen satt grön": what follows is not what is asked for.
function isRelative({ end }: Tag, heard: Heard): boolean {
  return /^(som|that)$/.test(heard.tokens[end - 1]?.word ?? "");
}
