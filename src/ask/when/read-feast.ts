// Pure. Seasons and feasts: "i somras", "före jul".
import type { IsoDate } from "../../lib/time.ts";
import { monthFrom, monthOf, monthYear } from "../../plan/week.ts";
import type { Token } from "../text/tokens.ts";
import { FEASTS, SEASONS } from "./calendar-words.ts";
import { SINCE, UNTIL } from "./limits.ts";
import { folded } from "./read-plain.ts";
import type { Moment, WhenSpan } from "./when.ts";

// "i somras", "sedan i våras", "före jul", "i höst"
export function readFeast(tokens: readonly Token[], start: number, moment: Moment): WhenSpan | null {
  const lead = folded(tokens, start);
  let at = start;
  const since = SINCE.has(lead);
  const until = UNTIL.has(lead) || lead === "till" || lead === "until" || lead === "till";
  if (since || until) at++;
  const prepositions = at;
  while (at < prepositions + 2 && ["i", "in", "the", "under", "during", "this", "last"].includes(folded(tokens, at)))
    at++;
  const word = folded(tokens, at);
  const feast = FEASTS.get(word);
  if (feast && (since || until)) {
    const [month, day] = feast;
    const year =
      since && monthFrom(monthYear(monthOf(moment.today)), month) > monthOf(moment.today)
        ? monthYear(monthOf(moment.today)) - 1
        : Number(moment.today.slice(0, 4));
    const date = `${monthFrom(year, month)}-${String(day).padStart(2, "0")}` as IsoDate;
    return { start, end: at + 1, when: since ? { is: "since", date } : { is: "until", date } };
  }
  const season = SEASONS.get(word);
  // "var" is also "where" and "was": a season only after "i" or as "våren", "i våras".
  if (!season || (at === start && !/(s|n)$/.test(word)) || (word === "var" && at === start) || word === "fall")
    return null;
  const year = Number(moment.today.slice(0, 4));
  const isOver = monthFrom(year, season[0]) <= monthOf(moment.today);
  const of = isOver || until ? year : year - 1;
  const from = monthFrom(of, season[0]);
  const to = monthFrom(of, season[1]);
  if (since) return { start, end: at + 1, when: { is: "since", date: `${from}-01` as IsoDate } };
  if (until) return { start, end: at + 1, when: { is: "until", date: `${from}-01` as IsoDate } };
  return { start, end: at + 1, when: { is: "months", from, to } };
}
