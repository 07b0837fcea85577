// Pure. Seasons and feasts: "i somras", "före jul".
import { addDays, type IsoDate } from "../../lib/time.ts";
import { addMonths, monthFrom, monthOf, monthYear, weekOf } from "../../plan/week.ts";
import type { Token } from "../text/tokens.ts";
import { SEASONS } from "./calendar-words.ts";
import { feastOf, feastWeekOf } from "./feasts.ts";
import { SINCE, UNTIL } from "./limits.ts";
import { folded } from "./read-plain.ts";
import type { Moment, WhenSpan } from "./when.ts";

// "i somras", "sedan i våras", "före jul", "i höst"
export function readFeast(tokens: readonly Token[], start: number, moment: Moment): WhenSpan | null {
  const lead = folded(tokens, start);
  // "Fram till jul"
  let at = lead === "fram" && folded(tokens, start + 1) === "till" ? start + 1 : start;
  const since = SINCE.has(lead);
  const until = UNTIL.has(lead) || lead === "till" || lead === "until" || at > start;
  if (since || until) at++;
  const prepositions = at;
  while (at < prepositions + 2 && ["i", "in", "the", "under", "during", "this", "last"].includes(folded(tokens, at)))
    at++;
  const word = folded(tokens, at);
  const thisYear = monthYear(monthOf(moment.today));
  const week = feastWeekOf(word)?.(thisYear);
  if (week) return { start, end: at + 1, when: { is: "weeks", from: weekOf(week), to: weekOf(week), said: "named" } };
  const feast = feastOf(word);
  if (feast && (since || until)) {
    const isAhead = monthOf(feast(thisYear)) > monthOf(moment.today);
    const date = feast(since && isAhead ? thisYear - 1 : thisYear);
    return { start, end: at + 1, when: since ? { is: "since", date: dayAfterYear(date) } : { is: "until", date } };
  }
  const season = SEASONS.get(word);
  // "var" is also "where" and "was": a season only after "i" or as "våren", "i våras".
  if (!season || (at === start && !/(s|n)$/.test(word)) || (word === "var" && at === start) || word === "fall")
    return null;
  if (word === "var" && isOurs(tokens, at)) return null;
  const year = Number(moment.today.slice(0, 4));
  const isOver = monthFrom(year, season[0]) <= monthOf(moment.today);
  const of = isOver || until ? year : year - 1;
  const from = monthFrom(of, season[0]);
  const to = monthFrom(of, season[1]);
  // After a season is when it is over.
  const after = ["efter", "after"].includes(lead);
  if (since)
    return { start, end: at + 1, when: { is: "since", date: `${after ? addMonths(to, 1) : from}-01` as IsoDate } };
  if (until) return { start, end: at + 1, when: { is: "until", date: `${from}-01` as IsoDate } };
  return { start, end: at + 1, when: { is: "months", from, to } };
}

const AFTER_SPRING =
  /^(for|pa|av|jamfort|mot|och|eller|da|som|med|hos|till|fran|ar|har|blir|ska|kommer|var|inom|vid|jamfor|enligt|vad|hur|vi|an)$/;

// "I vår enhet", "lämnat in vår rapport": ours, and no spring.
function isOurs(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    folded(tokens, at - 1) === "in" ||
    (next !== undefined && next.breakBefore === "" && !AFTER_SPRING.test(next.folded))
  );
}

// After the turn of the year is the new year.
function dayAfterYear(date: IsoDate): IsoDate {
  return date.endsWith("-12-31") ? addDays(date, 1) : date;
}
