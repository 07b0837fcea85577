// Pure. How figures are written (data-format.md "How figures are written"). Years are written only when they are not this
// year's.
import { type IsoDate, weekdayOf } from "../lib/time.ts";
import { SEK_PER_MKR, type Sek } from "./amount.ts";
import type { MonthSpan } from "./moment.ts";
import type { Lang } from "./plan.ts";
import { type Month, monthNumber, monthYear, type Week, weekNumber, weekOf, weekYear } from "./week.ts";

const NO_BREAK_SPACE = "\u00A0";
const MINUS = "\u2212";

const MONTHS: Readonly<Record<Lang, readonly string[]>> = {
  sv: "januari februari mars april maj juni juli augusti september oktober november december".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};
const WEEKDAYS: Readonly<Record<Lang, readonly string[]>> = {
  sv: "måndag tisdag onsdag torsdag fredag lördag söndag".split(" "),
  en: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" "),
};

/** `145,0 mkr` · `SEK 145.0 million`; rounded from whole kronor, half away from zero, never `−0,0`. */
export function amountText(amount: Sek, lang: Lang, unit: "mkr" | "mnkr" = "mkr", digits = 1): string {
  const number = amountNumber(amount, lang, digits);
  return lang === "sv" ? `${number} ${unit}` : `SEK ${number} million`;
}

/** The number of million kronor alone: `1 234,5` · `1,234.5`. */
export function amountNumber(amount: Sek, lang: Lang, digits = 1): string {
  const steps = 10 ** digits;
  // Whole kronor times ten is exact; only the last division rounds, and it rounds to the nearest double.
  return written(Math.sign(amount) * Math.round((Math.abs(amount) * steps) / SEK_PER_MKR), digits, lang);
}

/** Any number with `digits` decimals, half away from zero: `86,4`. */
export function numberText(value: number, lang: Lang, digits = 1): string {
  return written(roundedSteps(value, digits), digits, lang);
}

/** A number with as few decimals as it needs, at most `most`: `42`, `47,7`. */
export function shortNumber(value: number, lang: Lang, most = 1): string {
  let digits = most;
  while (digits > 0 && roundedSteps(value, digits) % 10 === 0) digits--;
  return numberText(value, lang, digits);
}

/** `82 %` · `82%`. */
export function percentText(value: number, lang: Lang, digits = 0): string {
  return `${numberText(value, lang, digits)}${lang === "sv" ? " %" : "%"}`;
}

const LIMITS = [80, 95] as const;

/** A rate as percent that never rounds across a colour's limit: 94,96 is `94,9 %`, not `95 %`. */
export function rateText(value: number, lang: Lang): string {
  for (const limit of LIMITS) {
    if (value < limit && roundedSteps(value, 0) >= limit) return percentText(Math.floor(value * 10) / 10, lang, 1);
  }
  return percentText(value, lang);
}

/** With sign: `+1,2 %` · `−3,5 %` · `0,0 %`. */
export function changeText(value: number, lang: Lang, digits = 1): string {
  const text = percentText(value, lang, digits);
  return roundedSteps(value, digits) > 0 ? `+${text}` : text;
}

/** `a, b och c` · `a, b and c`. */
export function listText(items: readonly string[], lang: Lang): string {
  const last = items.at(-1) ?? "";
  if (items.length < 2) return last;
  return `${items.slice(0, -1).join(", ")} ${lang === "sv" ? "och" : "and"} ${last}`;
}

/** `v. 47`, `v. 47 2025` · `week 47`, `week 47 2025`. */
export function weekText(week: Week, lang: Lang, today: IsoDate): string {
  const text = `${lang === "sv" ? "v." : "week"} ${weekNumber(week)}`;
  return weekYear(week) === weekYear(weekOf(today)) ? text : `${text} ${weekYear(week)}`;
}

/** `fredag 20 november`, `fredag 21 november 2025` · `Friday 20 November`. In tables the ISO date itself is used. */
export function dateText(date: IsoDate, lang: Lang, today: IsoDate): string {
  return `${weekdayName(weekdayOf(date), lang)} ${dayText(date, lang, today)}`;
}

/** `20 november`, `21 november 2025` · `20 November`. */
export function dayText(date: IsoDate, lang: Lang, today: IsoDate): string {
  return `${Number(date.slice(8))} ${monthText(date.slice(0, 7) as Month, lang, today)}`;
}

/** `oktober`, `oktober 2025` · `October`. */
export function monthText(month: Month, lang: Lang, today: IsoDate): string {
  const name = monthName(monthNumber(month), lang);
  return month.slice(0, 4) === today.slice(0, 4) ? name : `${name} ${monthYear(month)}`;
}

/** `t.o.m. oktober` · `through October`. */
export function throughText(month: Month, lang: Lang, today: IsoDate): string {
  return `${lang === "sv" ? "t.o.m." : "through"} ${monthText(month, lang, today)}`;
}

/** `september`, `maj–augusti`, `t.o.m. oktober` from January on, `2026` for a whole year. */
export function spanText(span: MonthSpan, lang: Lang, today: IsoDate): string {
  const { from, to } = span;
  if (from === to) return monthText(from, lang, today);
  const isOneYear = monthYear(from) === monthYear(to);
  if (isOneYear && monthNumber(from) === 1) {
    return monthNumber(to) === 12 ? String(monthYear(to)) : throughText(to, lang, today);
  }
  const first = isOneYear
    ? monthName(monthNumber(from), lang)
    : `${monthName(monthNumber(from), lang)} ${monthYear(from)}`;
  const last = isOneYear ? monthText(to, lang, today) : `${monthName(monthNumber(to), lang)} ${monthYear(to)}`;
  return `${first}–${last}`;
}

/** `07.30` · `07:30`. */
export function timeText(time: string, lang: Lang = "sv"): string {
  return lang === "sv" ? time.replace(":", ".") : time;
}

/** 1 = January: `januari` · `January`. */
export function monthName(number: number, lang: Lang): string {
  return MONTHS[lang][number - 1] ?? "";
}

/** 1 = Monday: `måndag` · `Monday`. */
export function weekdayName(weekday: number, lang: Lang): string {
  return WEEKDAYS[lang][weekday - 1] ?? "";
}

/** The value in steps of the last decimal, half away from zero; a float's 2,675 counts as 2,675. */
function roundedSteps(value: number, digits: number): number {
  const scaled = Math.abs(value) * 10 ** digits;
  return Math.sign(value) * Math.round(scaled + scaled * Number.EPSILON * 4);
}

/** Writes a whole number of steps of the last decimal: −1234 with one decimal is `−123,4`. */
function written(steps: number, digits: number, lang: Lang): string {
  const figures = Math.abs(steps)
    .toFixed(0)
    .padStart(digits + 1, "0");
  const whole = figures.slice(0, figures.length - digits);
  const decimals = figures.slice(figures.length - digits);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, lang === "sv" ? NO_BREAK_SPACE : ",");
  const sign = steps < 0 ? MINUS : "";
  return digits === 0 ? `${sign}${grouped}` : `${sign}${grouped}${lang === "sv" ? "," : "."}${decimals}`;
}
