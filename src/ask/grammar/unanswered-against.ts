// Pure. What the question sets something against, or makes it depend on, and the query does not.
import type { PlanQuery } from "../schema.ts";
import { ordinalOf } from "../when/calendar-words.ts";
import type { Heard } from "./heard.ts";

const AGAINST = /^(mot|gentemot|kontra|versus|against)$/;

// "Augusti mot juli" is neither month's figure nor that of both; "andra tertialet mot första" holds only the one.
export function isSetAgainst(heard: Heard, query: PlanQuery, at: number): boolean {
  if (query.intent !== "figure" || !AGAINST.test(heard.tokens[at]?.word ?? "")) return false;
  const isAfterTime = heard.whens.some(({ end }) => end <= at);
  const isBeforeTime = heard.whens.some(({ start, when }) => start > at && when.is !== "year");
  const isBeforeOrdinal = [at + 1, at + 2].some((next) => ordinalOf(heard.tokens[next]?.folded ?? "") !== null);
  return isAfterTime && (isBeforeTime || isBeforeOrdinal);
}

const TOLD_OF = new Set(
  "fråga frågar undrar veta vet vi ni du berätta säga säger tror trodde info information uppgift uppgifter besked siffror data mer mig oss tell know about".split(
    " ",
  ),
);

// "Om räntan stiger": a condition that no worked example holds.
export function ifs(heard: Heard, query: PlanQuery): number[] {
  if (
    !["figure", "series", "breakdown", "rank", "share", "staffing", "needed", "compare", "changes"].includes(
      query.intent,
    )
  )
    return [];
  return heard.tokens.flatMap((token, at) => {
    const isIf =
      token.word === "ifall" ||
      token.word === "if" ||
      (token.word === "om" && !TOLD_OF.has(heard.tokens[at - 1]?.word ?? ""));
    return isIf && !isTold(heard, at) && !isSaidAbout(heard, at) ? [at] : [];
  });
}

// "Vad säger prognosen om bussen?": about it, where nothing follows that it would do.
function isSaidAbout({ tokens, mentions }: Heard, at: number): boolean {
  const about = mentions.find(({ start }) => start > at && start <= at + 2);
  return (
    tokens[at]?.word === "om" &&
    tokens.slice(Math.max(0, at - 4), at).some(({ word }) => /^(säger|sa|sade|visar|berättar)$/.test(word)) &&
    about?.end === tokens.length
  );
}

function isTold(heard: Heard, at: number): boolean {
  return (
    heard.whens.some((span) => span.start <= at && at < span.end) ||
    heard.tags.some((tag) => !tag.concept.startsWith("stop") && tag.start <= at && at < tag.end)
  );
}

// "Mer än dubbelt så mycket": set against something that is not in the query.
export function comparedWith(heard: Heard, query: PlanQuery): number[] {
  if (!["figure", "series", "breakdown", "staffing", "needed", "share"].includes(query.intent)) return [];
  if (
    query.against !== null ||
    query.orgs.length + query.measures.length > 1 ||
    query.figures.length > 1 ||
    query.figures.some((figure) => /gap$/.test(figure)) ||
    query.about === "difference"
  )
    return [];
  return heard.tokens.flatMap((token, at) =>
    ["än", "than"].includes(token.word) &&
    !heard.whens.some((span) => span.start <= at && at < span.end) &&
    !heard.tags.some((tag) => !tag.concept.startsWith("stop") && tag.start <= at && at < tag.end)
      ? [at]
      : [],
  );
}
