// Pure. "Realiserat q1 jämfört med q2", "sparade vi mer i mars än i april?": one figure for each of two times, and no
// sum of both.
import { answered } from "./answering.ts";
import type { AskContext } from "./context.ts";
import type { Heard } from "./grammar/heard.ts";
import { understand } from "./grammar/understand.ts";
import type { Understanding } from "./grammar/understanding.ts";
import type { Asked } from "./plain-answer.ts";
import type { World } from "./run/world.ts";
import type { PlanQuery } from "./schema.ts";
import { says } from "./text/says.ts";
import { both } from "./two-questions.ts";
import type { Moment, WhenSpan } from "./when/when.ts";

/** The answer for each of the times, or null where they are not set against each other. */
export function answerTimes(
  world: World,
  whole: Understanding,
  moment: Moment,
  context: AskContext | null,
): Asked | null {
  if (whole.is !== "unknown" && !(whole.is === "query" && whole.query.intent === "figure")) return null;
  const times = timesApart(whole.heard);
  if (!times) return null;
  const [first, second] = times.map((kept) =>
    understand(textWith(whole.heard, kept, times), world.whole.facts, moment, context),
  );
  if (first?.is !== "query" || second?.is !== "query" || !areAlike(first.query, second.query)) return null;
  return both(answered(world, first, context), answered(world, second, context));
}

function timesApart({ whens, text, has }: Heard): readonly WhenSpan[] | null {
  const [first, second, ...more] = whens;
  if (!first || !second || more.length > 0) return null;
  if (!["months", "through"].includes(first.when.is) || first.when.is !== second.when.is) return null;
  const isSet = has("cmp.compare", "ask.difference") || says(text, "än|mot|eller|respektive|kontra|vs|than|or|versus");
  return isSet && JSON.stringify(first.when) !== JSON.stringify(second.when) ? [first, second] : null;
}

const SMALL =
  /^(och|än|mot|med|eller|respektive|kontra|vs|versus|to|with|and|than|or|i|in|under|för|jämfört|jämför|compared|compare)$/;

// The question with the one time alone, without the words that set it against the other.
function textWith({ tokens, tags }: Heard, kept: WhenSpan, times: readonly WhenSpan[]): string {
  const [first, second] = times as [WhenSpan, WhenSpan];
  const isOther = (at: number) =>
    times.some((span) => span !== kept && span.start <= at && at < span.end) || (first.end <= at && at < second.start);
  const isSetting = (at: number) =>
    tags.some(
      ({ concept, start, end }) => /^(cmp\.compare|ask\.difference)$/.test(concept) && start <= at && at < end,
    ) ||
    ([first.start - 1, second.start - 1].includes(at) && SMALL.test(tokens[at]?.word ?? ""));
  return tokens
    .filter((_, at) => !isOther(at) && !isSetting(at))
    .map(({ raw }) => raw)
    .join(" ");
}

function areAlike(a: PlanQuery, b: PlanQuery): boolean {
  const bare = (query: PlanQuery) => JSON.stringify({ ...query, period: null });
  return a.intent === "figure" && bare(a) === bare(b) && a.period !== null && b.period !== null;
}
