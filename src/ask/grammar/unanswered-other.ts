// Pure. The surprises of each intent.
import type { Concept } from "../lexicon/concept.ts";
import type { Tag } from "../lexicon/tag.ts";
import type { PlanQuery } from "../schema.ts";
import type { Heard } from "./heard.ts";
import { SUPPORT_GROUPS } from "./unanswered-words.ts";

/** Words that the intent has room for, but not as they are said here. */
export function isOfOther({ concept, start, end }: Tag, query: PlanQuery, heard: Heard): boolean {
  const follows = (other: Concept) => heard.tags.some((tag) => tag.concept === other && tag.start === end);
  switch (query.intent) {
    // "Vem har sagt att den är grön?"
    case "status":
      return ["vem", "who"].includes(heard.tokens[start]?.word ?? "");
    // "Hur många saknas per nämnd?": they are told by förvaltning.
    case "coverage":
      return /^lvl\.(board|area)$/.test(concept) && heard.has("group.each") && query.orgs.length === 0;
    // "Stödärenden per månad": so many of each are told by kind and by level only.
    // "Vilka enheter har fått stöd och har röda åtgärder?": the measures would be lost.
    // "Hur lång tid tar det innan stödet hör av sig?": how long it takes, and not which there are.
    case "support":
      return (
        (/^state\.(critical|deviation|on_track)$/.test(concept) && heard.has("noun.measure")) ||
        (concept === "ask.since" && heard.tokens.some(({ word }) => /^(tar|tog|takes?|took|man|one)$/.test(word))) ||
        (concept === "group.each" && (query.group === null || !SUPPORT_GROUPS.has(query.group))) ||
        (/^(mest|flest|most|vanligast|vanligaste)$/.test(heard.tokens[start]?.word ?? "") && query.group === null)
      );
    // "Jämför prognosen med planen per förvaltning": only the one of them would be told.
    case "breakdown":
      return (
        concept === "cmp.compare" &&
        query.figures.length === 1 &&
        ["forecast", "realised"].includes(query.figures[0] ?? "") &&
        heard.has("noun.plan", "fig.planned", "fig.planned_year")
      );
    // "Har alla deltagare rapporterat?": neither who they are nor when the owner did.
    case "detail":
      return (
        // "Vem tar över när den är klar?", "vad händer när den startar?": no date is asked for.
        ((query.detail === "end" || query.detail === "start") && /^(ask\.(who|happens)|oob\.person)$/.test(concept)) ||
        (query.detail === "reported" && concept === "at.participants") ||
        (query.detail === "participants" && concept === "rep.report")
      );
    // "Vilka åtgärder har ingen milstolpe?": not those that were passed.
    case "milestones":
      return (
        concept === "at.milestone" && /^(ingen|inga|inget|utan|no|without)$/.test(heard.tokens[start - 1]?.word ?? "")
      );
    // "Vilka röda åtgärder har fått ett beslut?"
    case "decisions":
      return /^state\.(critical|deviation|on_track|not_started)$/.test(concept) && heard.has("noun.measure");
    // "Hur mycket saknas för de tre största åtgärderna?": the largest are not those that lack the most.
    // "Vilka har högst hyrkostnad?": no order of measures by what is decided.
    case "rank":
      return (
        // "Hur stor del står de fem största för?": a share of the whole, and no list of them.
        (concept === "ask.share" && query.limit !== null && /^(hur|how)$/.test(heard.tokens[start]?.word ?? "")) ||
        (/^staff\.(agency|overtime|sick|staffing|production)$/.test(concept) &&
          query.group === "measure" &&
          !query.filters.some(({ on }) => on === "mechanism" || on === "theme") &&
          !heard.has("noun.measure")) ||
        (concept === "sup.most" &&
          follows("noun.measure") &&
          heard.has("ask.how_much") &&
          query.order?.by !== "decided")
      );
    // "Hur stor andel av de röda beror på vakanser?": of the red, not of all.
    // "Hur mycket av planen har sjukhuset respektive psykiatrin hunnit?": a share of each.
    case "share":
      if (concept === "group.each" && query.orgs.length + query.measures.length > 1) return true;
      return concept.startsWith("state.") && heard.tokens[start - 1]?.word === "de" && query.filters.length > 1;
    // "Vilka av de klara hänger på M-01?": of the klara only; "… på att M-01 blir klar" says nothing more.
    case "dependents":
      return concept.startsWith("state.") && !heard.mentions.some((mention) => mention.end <= start);
    default:
      return false;
  }
}
