// Pure. Parts of a year: tertials, quarters, interim reports, ranges of months.
import { addMonths, monthFrom, monthNumber, monthOf, monthYear } from "../../plan/week.ts";
import type { Token } from "../text/tokens.ts";
import { monthNumberOf, numberOf, ordinalOf } from "./calendar-words.ts";
import { folded, yearAt } from "./read-plain.ts";
import type { Moment, When, WhenSpan } from "./when.ts";

// "mars–maj" (one word with a dash), "mars till maj", "mellan mars och maj", "jan-okt"
export function readRange(tokens: readonly Token[], start: number, moment: Moment): WhenSpan | null {
  const lead = ["mellan", "between", "fran", "from"].includes(folded(tokens, start)) ? 1 : 0;
  const word = folded(tokens, start + lead);
  const dashed = word.split("-");
  if (dashed.length === 2) {
    const [first, second] = dashed.map((part) => monthNumberOf(part));
    if (first && second) return { start, ...withYear(tokens, start + lead + 1, moment, first, second) };
  }
  const first = monthNumberOf(word);
  const firstYear = yearAt(tokens, start + lead + 1);
  const at = start + lead + (firstYear === null ? 1 : 2);
  const link = folded(tokens, at);
  const isLinked =
    ["till", "to", "through", "tom", "-"].includes(link) || (lead === 1 && ["och", "and"].includes(link));
  const isInclusive =
    (link === "till" || link === "t") && folded(tokens, at + 1) === "och" && /^(med|m)$/.test(folded(tokens, at + 2));
  const last = at + (isInclusive ? 3 : 1);
  const second = monthNumberOf(folded(tokens, last));
  if (!first || !second || !(isLinked || isInclusive)) return null;
  const range = withYear(tokens, last + 1, moment, first, second);
  if (firstYear === null || range.when.is !== "months") return { start, ...range };
  // "November 2026 till februari": of the year said, and on into the next.
  const from = monthFrom(firstYear, first);
  const to = range.end > last + 1 ? range.when.to : monthFrom(second < first ? firstYear + 1 : firstYear, second);
  return from <= to ? { start, end: range.end, when: { is: "months", from, to } } : null;
}

function withYear(
  tokens: readonly Token[],
  at: number,
  moment: Moment,
  first: number,
  second: number,
): { end: number; when: When } {
  const year = yearAt(tokens, at);
  const of = year ?? monthYear(moment.through);
  const from = monthFrom(second < first ? of - 1 : of, first);
  return { end: year === null ? at : at + 1, when: { is: "months", from, to: monthFrom(of, second) } };
}

// "T2", "tertial 2", "andra tertialet", "Q3", "tredje kvartalet", "första halvåret", "delåret i augusti"
export function readPart(tokens: readonly Token[], start: number, moment: Moment): WhenSpan | null {
  const word = folded(tokens, start);
  const short = /^([tqkh])([1-4])$/.exec(word);
  const afterShort = { start, end: start + 1 };
  if (short)
    return partSpan(afterShort, tokens, moment, short[1] === "t" ? 4 : short[1] === "h" ? 6 : 3, Number(short[2]));
  if (word === "halvaret" && numberOf(folded(tokens, start + 1)) === null)
    return partSpan({ start, end: start + 1 }, tokens, moment, 6, 1);
  const size = partSize(word);
  if (size !== null) {
    const number = numberOf(folded(tokens, start + 1));
    return number === null ? null : partSpan({ start, end: start + 2 }, tokens, moment, size, number);
  }
  const relative = relativePart(tokens, start, moment);
  if (relative) return relative;
  const ordinal = ordinalOf(word);
  const named = ordinal === null ? null : partSize(folded(tokens, start + 1));
  if (ordinal !== null && named !== null)
    return partSpan({ start, end: start + 2 }, tokens, moment, named, ordinal === -1 ? 12 / named : ordinal);
  if (/^delar(et|s|srapport\w*|sbokslut\w*)?$/.test(word)) return readInterim(tokens, start, moment);
  return null;
}

const PREVIOUS = new Set(["forra", "foregaende", "senaste", "last", "previous", "latest"]);
const CURRENT = new Set(["detta", "innevarande", "pagaende", "this", "current"]);

// "Förra kvartalet" is the one before today's, "senaste kvartalet" the last one closed.
function relativePart(tokens: readonly Token[], start: number, moment: Moment): WhenSpan | null {
  const word = folded(tokens, start);
  const isHere = word === "det" && folded(tokens, start + 1) === "har";
  const isCurrent = isHere || CURRENT.has(word);
  const at = isHere ? start + 2 : start + 1;
  const size = isCurrent || PREVIOUS.has(word) ? partSize(folded(tokens, at)) : null;
  if (size === null || /(kvartal|tertial|halvar)s?rapport/.test(folded(tokens, at))) return null;
  const isClosed = word === "senaste" || word === "latest";
  // "Senaste halvåret": the six months through the last one closed.
  if (isClosed && size === 6)
    return { start, end: at + 1, when: { is: "months", from: addMonths(moment.through, -5), to: moment.through } };
  const month = isClosed ? addMonths(moment.through, 1) : monthOf(moment.today);
  const first = addMonths(month, -((monthNumber(month) - 1) % size));
  const from = isCurrent ? first : addMonths(first, -size);
  return { start, end: at + 1, when: { is: "months", from, to: addMonths(from, size - 1) } };
}

function partSize(word: string): number | null {
  if (/^tertial/.test(word)) return 4;
  if (/^(kvartal|quarter)/.test(word)) return 3;
  return /^(halvar|half-year|half)/.test(word) ? 6 : null;
}

function partSpan(
  span: { start: number; end: number },
  tokens: readonly Token[],
  moment: Moment,
  size: number,
  number: number,
): WhenSpan | null {
  if (number < 1 || number * size > 12) return null;
  const year = yearAt(tokens, span.end);
  const of = year ?? monthYear(moment.through);
  const when: When = { is: "months", from: monthFrom(of, (number - 1) * size + 1), to: monthFrom(of, number * size) };
  return { start: span.start, end: year === null ? span.end : span.end + 1, when };
}

// delår april/augusti: through that month; "delåret" alone is the latest one closed
function readInterim(tokens: readonly Token[], start: number, moment: Moment): WhenSpan {
  for (let at = start + 1; at <= start + 3 && at < tokens.length; at++) {
    const month = monthNumberOf(folded(tokens, at));
    if (month !== null) {
      const year = yearAt(tokens, at + 1);
      return {
        start,
        end: year === null ? at + 1 : at + 2,
        when: { is: "through", month: monthFrom(year ?? monthYear(moment.through), month) },
      };
    }
    const number = numberOf(folded(tokens, at));
    if (number === 1 || number === 2)
      return { start, end: at + 1, when: { is: "through", month: monthFrom(monthYear(moment.through), number * 4) } };
  }
  const year = monthYear(moment.through);
  const last = [monthFrom(year, 8), monthFrom(year, 4), monthFrom(year - 1, 8)].find(
    (month) => month <= moment.through,
  );
  return { start, end: start + 1, when: { is: "through", month: last ?? monthFrom(year, 4) } };
}
