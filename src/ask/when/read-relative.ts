// Pure. Times relative to now: "förra veckan", "de senaste fyra veckorna", "i år", "hittills", "om två veckor".
import { addDays, type IsoDate } from "../../lib/time.ts";
import { addMonths, addWeeks, type Month, monthOf } from "../../plan/week.ts";
import type { Token } from "../text/tokens.ts";
import { numberOf } from "./calendar-words.ts";
import type { Moment, When, WhenSpan } from "./when.ts";

type Unit = "day" | "week" | "month" | "year";

const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...["dag", "dagen", "dagar", "dagarna", "day", "days", "dygn"].map((word): [string, Unit] => [word, "day"]),
  ...["vecka", "veckan", "veckor", "veckorna", "veckas", "veckans", "week", "weeks", "week's"].map(
    (word): [string, Unit] => [word, "week"],
  ),
  ...["manad", "manaden", "manader", "manaderna", "manads", "manadens", "man", "month", "months", "month's"].map(
    (word): [string, Unit] => [word, "month"],
  ),
  ...["ar", "aret", "arets", "year", "years", "year's"].map((word): [string, Unit] => [word, "year"]),
]);

const LAST = new Set(["forra", "foregaende", "sista", "last", "previous", "fjol"]);
const THIS = new Set(["denna", "detta", "innevarande", "this", "current", "pagaende"]);
const NEXT = new Set(["nasta", "kommande", "next", "coming"]);
const RECENT = new Set(["senaste", "senast", "last", "past", "sista", "recent"]);
const AHEAD = new Set(["narmaste", "narmsta", "kommande", "nasta", "next", "coming", "following", "inom", "within"]);

export function readRelative(tokens: readonly Token[], start: number, moment: Moment): WhenSpan | null {
  return (
    fixed(tokens, start, moment) ??
    counted(tokens, start, moment) ??
    named(tokens, start, moment) ??
    ago(tokens, start, moment)
  );
}

// Expressions that stand for one thing.
function fixed(tokens: readonly Token[], start: number, moment: Moment): WhenSpan | null {
  const [a, b, c, d] = [0, 1, 2, 3].map((i) => tokens[start + i]?.folded ?? "") as [string, string, string, string];
  const year = Number(moment.today.slice(0, 4));
  const span = (length: number, when: When): WhenSpan => ({ start, end: start + length, when });
  const since = (length: number, date: IsoDate): WhenSpan => span(length, { is: "since", date });
  if (a === "hittills" && b === "i" && c === "ar") return span(3, { is: "to_date" });
  if (a === "hittills" || a === "ytd") return span(1, { is: "to_date" });
  if (a === "an" && b === "sa" && c === "lange") return span(3, { is: "to_date" });
  if (a === "vid" && b === "det" && c === "har" && d === "laget") return span(4, { is: "to_date" });
  if ((a === "so" && b === "far") || (a === "to" && b === "date") || (a === "sa" && b === "har" && c === "langt"))
    return span(a === "sa" ? 3 : c === "this" && d === "year" ? 4 : 2, { is: "to_date" });
  if (a === "halvarsskiftet") return span(1, { is: "through", month: `${year}-06` as Month });
  if (a === "sedan" && b === "sist") return since(2, addDays(moment.today, -7));
  if (a === "sedan" && (b === "arsskiftet" || b === "nyar")) return since(2, `${year}-01-01` as IsoDate);
  if (a === "i" && b === "ar") return span(2, { is: "year", year });
  if (a === "i" && (b === "fjol" || b === "fjor")) return span(2, { is: "year", year: year - 1 });
  if ((a === "fjolaret" || a === "fjolarets" || a === "fjol") && a) return span(1, { is: "year", year: year - 1 });
  if (a === "arets") return span(1, { is: "year", year });
  if (a === "hela" && b === "aret") return span(2, { is: "year", year });
  if (a === "resten" && b === "av" && c === "aret") return span(3, { is: "year", year });
  if (["for", "under", "pa", "at", "av"].includes(a) && b === "aret" && !["innan", "efter"].includes(c))
    return span(2, { is: "year", year });
  if (["for", "during", "of"].includes(a) && b === "the" && c === "year") return span(3, { is: "year", year });
  if (a === "aret" && !isEvery(tokens[start - 1]?.folded) && !["innan", "efter", "fore"].includes(b))
    return span(1, { is: "year", year });
  if (/^helar(et|ets)?$/.test(a)) return span(1, { is: "year", year });
  if ((a === "full" || a === "whole") && b === "year") return span(2, { is: "year", year });
  if (a === "veckans" || a === "week's") return span(1, weekOf(moment, 0, "this"));
  if (a === "manadens") return span(1, { is: "months", from: monthOf(moment.today), to: monthOf(moment.today) });
  if (a === "forrforra" && b === "veckan") return span(2, weekOf(moment, -2, "named"));
  if (a === "igar" || a === "yesterday" || (a === "i" && b === "gar"))
    return span(a === "i" ? 2 : 1, oneDay(addDays(moment.today, -1)));
  if (a === "idag" || a === "today" || (a === "i" && b === "dag")) return span(a === "i" ? 2 : 1, oneDay(moment.today));
  if (a === "imorgon" || a === "tomorrow" || (a === "i" && b === "morgon"))
    return span(a === "i" ? 2 : 1, oneDay(addDays(moment.today, 1)));
  return null;
}

function isEvery(before: string | undefined): boolean {
  return before !== undefined && ["varje", "per", "om", "forra", "nasta", "senaste", "kommande"].includes(before);
}

// "de senaste fyra veckorna", "närmaste 14 dagarna", "inom en månad", "next two weeks"
function counted(tokens: readonly Token[], start: number, _moment: Moment): WhenSpan | null {
  const word = tokens[start]?.folded ?? "";
  const isBack = RECENT.has(word);
  const isAhead = AHEAD.has(word);
  if (!isBack && !isAhead) return null;
  let at = start + 1;
  if (
    ["de", "the", "en", "ett", "a", "par"].includes(tokens[at]?.folded ?? "") &&
    !UNITS.has(tokens[at]?.folded ?? "")
  ) {
    const number = numberOf(tokens[at]?.folded ?? "");
    if (number === null || UNITS.get(tokens[at + 1]?.folded ?? "") === undefined) at++;
  }
  const number = numberOf(tokens[at]?.folded ?? "");
  const unit = UNITS.get(tokens[number === null ? at : at + 1]?.folded ?? "");
  if (!unit || (unit === "year" && number === null)) return null;
  const end = number === null ? at + 1 : at + 2;
  const isPlural = /(or|orna|ar|arna|er|erna|s)$/.test(tokens[end - 1]?.folded ?? "");
  const isNear = /^narm(a|)sta?/.test(word) && unit !== "year";
  if (number === null && !isPlural && !isNear) return null; // "senaste veckan", "nästa månad": one, named below
  if (number === null && !isPlural) return { start, end, when: { is: "ahead", days: daysOf(unit) } };
  const days = (number ?? 2) * daysOf(unit);
  return { start, end, when: isBack ? { is: "back", days } : { is: "ahead", days } };
}

// "förra veckan", "den här månaden", "nästa år", "senaste månaden"
function named(tokens: readonly Token[], start: number, moment: Moment): WhenSpan | null {
  let at = start;
  const lead = tokens[at]?.folded ?? "";
  const isThis = lead === "den" && tokens[at + 1]?.folded === "har";
  if (isThis) at += 2;
  const word = isThis ? "denna" : (tokens[at++]?.folded ?? "");
  const unit = UNITS.get(tokens[at]?.folded ?? "");
  if (!unit) return null;
  const shift = LAST.has(word) ? -1 : THIS.has(word) ? 0 : NEXT.has(word) ? 1 : RECENT.has(word) ? "recent" : null;
  if (shift === null) return null;
  const when = shiftedBy(unit, shift, moment);
  return when && { start, end: at + 1, when };
}

function shiftedBy(unit: Unit, shift: number | "recent", moment: Moment): When | null {
  const year = Number(moment.today.slice(0, 4));
  const steps = shift === "recent" ? -1 : shift;
  switch (unit) {
    case "week":
      return weekOf(moment, steps, steps === 0 ? "this" : steps === -1 ? "last" : "named");
    case "month": {
      // "Senaste månaden" of closed figures is the last one closed.
      const month = shift === "recent" ? moment.through : addMonths(monthOf(moment.today), steps);
      return { is: "months", from: month, to: month };
    }
    case "year":
      return { is: "year", year: year + steps };
    case "day":
      return null;
  }
}

// "för två veckor sedan", "two weeks ago", "om en månad"
function ago(tokens: readonly Token[], start: number, moment: Moment): WhenSpan | null {
  const lead = tokens[start]?.folded ?? "";
  const at = lead === "for" || lead === "om" || lead === "in" ? start + 1 : start;
  const number = numberOf(tokens[at]?.folded ?? "");
  const unit = UNITS.get(tokens[at + 1]?.folded ?? "");
  if (number === null || !unit) return null;
  const after = tokens[at + 2]?.folded ?? "";
  if ((lead === "for" && after === "sedan") || after === "ago") {
    if (unit === "week") return { start, end: at + 3, when: weekOf(moment, -number, "named") };
    if (unit === "month") {
      const month = addMonths(monthOf(moment.today), -number);
      return { start, end: at + 3, when: { is: "months", from: month, to: month } };
    }
    return { start, end: at + 3, when: oneDay(addDays(moment.today, -number * daysOf(unit))) };
  }
  if (lead === "om" || lead === "in") return { start, end: at + 2, when: { is: "ahead", days: number * daysOf(unit) } };
  return null;
}

function weekOf(moment: Moment, steps: number, said: "this" | "last" | "named"): When {
  const week = addWeeks(moment.week, steps);
  return { is: "weeks", from: week, to: week, said };
}

function oneDay(date: IsoDate): When {
  return { is: "dates", from: date, to: date };
}

function daysOf(unit: Unit): number {
  return { day: 1, week: 7, month: 31, year: 366 }[unit];
}
