// Pure. The times named in a question. One pass, the longest reading first at each word.
import { addDays } from "../../lib/time.ts";
import { type Month, monthFrom, monthOf } from "../../plan/week.ts";
import type { Token } from "../text/tokens.ts";
import { monthNumberOf } from "./calendar-words.ts";
import { SINCE, THROUGH, UNTIL } from "./limits.ts";
import { readFeast } from "./read-feast.ts";
import { readPart, readRange } from "./read-part.ts";
import { folded, readPlain } from "./read-plain.ts";
import { readRelative } from "./read-relative.ts";
import { readWeeks } from "./read-weeks.ts";
import { firstDayOf, lastDayIn } from "./span-of.ts";
import type { Moment, When, WhenSpan } from "./when.ts";

/** Every time named, in the order said. */
export function readWhens(tokens: readonly Token[], moment: Moment): readonly WhenSpan[] {
  const spans: WhenSpan[] = [];
  for (let at = 0; at < tokens.length; ) {
    const span = readAt(tokens, at, moment);
    if (span) spans.push(span);
    at = span ? span.end : at + 1;
  }
  const read = spans.map((span, at) => withinYear(span, spans[at + 1]) ?? withMonthWord(span, tokens));
  return read.flatMap((span, at) => {
    const before = read[at - 1];
    if (before && inYear(before, span)) return [];
    const next = read[at + 1];
    return [(next && inYear(span, next)) ?? span];
  });
}

// "September till december i fjol": months of that year.
function inYear(span: WhenSpan, next: WhenSpan): WhenSpan | null {
  if (span.when.is !== "months" || next.when.is !== "year" || next.start !== span.end) return null;
  const { from, to } = span.when;
  if (from.slice(0, 4) !== to.slice(0, 4)) return null;
  const { year } = next.when;
  const ofYear = (month: Month): Month => monthFrom(year, Number(month.slice(5)));
  return { start: span.start, end: next.end, when: { is: "months", from: ofYear(from), to: ofYear(to) } };
}

// "Augusti månad"
function withMonthWord(span: WhenSpan, tokens: readonly Token[]): WhenSpan {
  const isMonth = (span.when.is === "months" && span.when.from === span.when.to) || span.when.is === "through";
  return isMonth && folded(tokens, span.end) === "manad" ? { ...span, end: span.end + 1 } : span;
}

// "I år t.o.m. februari": the months say all there is to say. "Helåret 2026": of that year.
function withinYear(span: WhenSpan, next: WhenSpan | undefined): WhenSpan | null {
  if (!next || span.when.is !== "year" || next.start !== span.end) return null;
  const { when } = next;
  if (when.is === "year") return { ...span, when };
  const month = when.is === "through" ? when.month : when.is === "months" ? when.to : null;
  return month !== null && Number(month.slice(0, 4)) === span.when.year ? { ...span, when } : null;
}

const READERS = [
  readOver,
  readEnd,
  readRelative,
  readWeeks,
  readRange,
  readFeast,
  readLimited,
  readPart,
  readPlain,
] as const;

function readAt(tokens: readonly Token[], at: number, moment: Moment): WhenSpan | null {
  for (const read of READERS) {
    const span = read(tokens, at, moment);
    if (span) return span;
  }
  return null;
}

const LINK = new Set(["i", "den", "the", "slutet", "av", "end", "of", "in", "manad", "och", "med", "arets", "hela"]);

// "t.o.m. oktober", "till och med okt", "sedan juni", "före 14 december"
function readLimited(tokens: readonly Token[], start: number, moment: Moment): WhenSpan | null {
  const limit = limitAt(tokens, start);
  if (!limit) return null;
  let at = limit.end;
  while (at < tokens.length && at < limit.end + 3 && LINK.has(folded(tokens, at))) at++;
  const inner =
    readRelative(tokens, at, moment) ??
    readWeeks(tokens, at, moment) ??
    readPart(tokens, at, moment) ??
    readPlain(tokens, at, moment, true);
  if (!inner) return null;
  const when = limitedBy(limit.kind, inner.when);
  return when && { start, end: inner.end, when };
}

const IS = new Set(["var", "ar", "hade", "har", "was", "were", "had"]);
const OVER = new Set(
  "slut over klar klart avslutad avslutat passerat passerad gatt stangd ended closed finished".split(" "),
);

// "När halvåret var slut", "när september hade passerat": how it stood then.
function readOver(tokens: readonly Token[], start: number, moment: Moment): WhenSpan | null {
  if (!["nar", "when", "da"].includes(folded(tokens, start))) return null;
  const inner = readNamed(tokens, start + 1, moment);
  if (!inner) return null;
  const to = lastDayIn(inner.when);
  const isOver = IS.has(folded(tokens, inner.end)) && OVER.has(folded(tokens, inner.end + 1));
  return isOver && to ? { start, end: inner.end + 2, when: { is: "through", month: monthOf(to) } } : null;
}

// "I slutet av september hade vi …": how it stood then. What is to be done "i slutet av september" is done in it.
function readEnd(tokens: readonly Token[], start: number, moment: Moment): WhenSpan | null {
  const isEnd =
    (folded(tokens, start) === "i" &&
      ["slutet", "utgangen"].includes(folded(tokens, start + 1)) &&
      folded(tokens, start + 2) === "av") ||
    (folded(tokens, start) === "at" && folded(tokens, start + 1) === "the" && folded(tokens, start + 2) === "end");
  if (!isEnd || !tokens.some((token) => ["hade", "låg", "stod", "had", "was"].includes(token.word))) return null;
  const inner = readNamed(tokens, start + (folded(tokens, start) === "at" ? 4 : 3), moment);
  const to = inner && lastDayIn(inner.when);
  return inner && to ? { start, end: inner.end, when: { is: "through", month: monthOf(to) } } : null;
}

function readNamed(tokens: readonly Token[], at: number, moment: Moment): WhenSpan | null {
  return readPart(tokens, at, moment) ?? readPlain(tokens, at, moment, true);
}

type Limit = "through" | "since" | "after" | "until";

function limitAt(tokens: readonly Token[], at: number): { kind: Limit; end: number } | null {
  const word = folded(tokens, at);
  const next = folded(tokens, at + 1);
  if ((word === "till" || word === "t") && next === "och" && /^(med|m)$/.test(folded(tokens, at + 2)))
    return { kind: "through", end: at + 3 };
  if (word === "ackumulerat" && limitAt(tokens, at + 1)?.kind === "through") return limitAt(tokens, at + 1);
  if ((word === "fram" && next === "till") || (word === "up" && next === "to")) return { kind: "through", end: at + 2 };
  if (word === "vid" || word === "at" || word === "by" || word === "per" || word === "till" || word === "until") {
    // "vid utgången av september", "by October": through. Alone it must be followed by a month at once.
    const skip = next === "utgangen" || next === "slutet" || next === "end" || next === "the" ? 1 : 0;
    const month = monthNumberOf(folded(tokens, at + 1 + skip)) ?? monthNumberOf(folded(tokens, at + 2 + skip));
    return month !== null && (skip > 0 || monthNumberOf(next) !== null)
      ? { kind: "through", end: at + 1 + skip }
      : null;
  }
  if (word === "fran" && next === "och") return { kind: "since", end: at + 3 };
  if (THROUGH.has(word)) return { kind: "through", end: at + 1 };
  if (word === "efter" || word === "after") return { kind: "after", end: at + 1 };
  if (SINCE.has(word)) return { kind: "since", end: at + 1 };
  if (UNTIL.has(word)) return { kind: "until", end: at + 1 };
  return null;
}

function limitedBy(kind: Limit, inner: When): When | null {
  const from = firstDayOf(inner);
  const to = lastDayIn(inner);
  if (inner.is === "weeks" && kind === "through") return inner;
  if (kind === "through")
    return inner.is === "months"
      ? { is: "through", month: inner.to }
      : inner.is === "through" || inner.is === "year"
        ? inner
        : to
          ? { is: "through", month: monthOf(to) }
          : null;
  if (kind === "after") return to && { is: "since", date: addDays(to, 1), after: true };
  if (kind === "since") return from && { is: "since", date: from };
  return from && { is: "until", date: from };
}
