// Pure. Dates, months, weeks and moments as they are written in a plan file.
import { Temporal } from "temporal-polyfill";
import { type Instant, type IsoDate, isIsoDate, parseInstant } from "../lib/time.ts";
import { isMonth, isWeek, type Month, monthOf, type Week, weekFrom, weekOf, weeksInYear } from "../plan/week.ts";
import type { Cell } from "./cell.ts";
import { type Kind, type Read, remembered } from "./column.ts";
import { bare } from "./text.ts";

/** `2026-10-31`, or a cell that Excel holds as a date. */
export const date: Kind<IsoDate> = remembered({
  read(cell) {
    if (isDateCell(cell)) return { value: cell.date };
    const written = textOf(cell);
    return isIsoDate(written) ? { value: written } : { fault: { is: "notDate", instead: likelyDate(written) } };
  },
  write: (value) => ({ date: value }),
});

/** `2026-10`. Excel makes a date of what is typed so; then its month counts. */
export const month: Kind<Month> = remembered({
  read(cell) {
    if (isDateCell(cell)) return { value: monthOf(cell.date) };
    const written = textOf(cell);
    return isMonth(written) ? { value: written } : { fault: { is: "notMonth", instead: likelyMonth(written) } };
  },
  write: (value) => value,
});

/** `2026-W46`; `v. 46 2026` is read too. A week 53 must exist in its year. */
export const week: Kind<Week> = remembered({
  read(cell) {
    const parts = weekParts(textOf(cell));
    if (parts) return checkedWeek(parts.year, parts.number);
    const day = isDateCell(cell) ? cell.date : likelyDate(textOf(cell));
    return { fault: { is: "notWeek", instead: day === null ? null : weekOf(day) } };
  },
  write: (value) => value,
});

/** A week or a month. */
export const period: Kind<Week | Month> = {
  read(cell) {
    const parts = weekParts(textOf(cell));
    if (parts) return checkedWeek(parts.year, parts.number);
    const read = month.read(cell);
    return "fault" in read ? { fault: { is: "notPeriod" } } : read;
  },
  write: (value) => value,
};

/** A moment with its offset: `2026-09-04T10:09:00+02:00`. Written with the offset of the plan's zone. */
export const moment: Kind<Instant> = remembered({
  read(cell) {
    const written = textOf(cell);
    const instant = parseInstant(written);
    return instant === null ? { fault: { is: "notInstant", instead: likelyInstant(written) } } : { value: instant };
  },
  write: (value, zone) => momentText(value, zone),
});

/** With milliseconds only where there are some, so that a moment comes back as the same one. */
function momentText(instant: Instant, zone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  const smallestUnit = instant % 1000 === 0 ? "second" : "millisecond";
  return zoned.toString({ timeZoneName: "never", smallestUnit });
}

function weekParts(written: string): { year: number; number: number } | null {
  const yearFirst = /^(\d{4})[\s-]*(?:w|v|v\.|vecka)\s*(\d{1,2})$/i.exec(written);
  if (yearFirst) return { year: Number(yearFirst[1]), number: Number(yearFirst[2]) };
  const weekFirst = /^(?:v|v\.|w|vecka|week)\s*(\d{1,2})[\s,-]+(\d{4})$/i.exec(written);
  return weekFirst ? { year: Number(weekFirst[2]), number: Number(weekFirst[1]) } : null;
}

function checkedWeek(year: number, number: number): Read<Week> {
  const written = weekFrom(year, number);
  return isWeek(written) ? { value: written } : { fault: { is: "noSuchWeek", year, last: weeksInYear(year) } };
}

/** The date that was most likely meant: `20261031`, `2026/10/31`, `2026-10-31 00:00`, `31.10.2026`. */
function likelyDate(written: string): IsoDate | null {
  const yearFirst = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?:[T ].*)?$/.exec(written);
  const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(written);
  const [year, monthNumber, day] = yearFirst
    ? yearFirst.toSpliced(2, 1).slice(1)
    : dayFirst
      ? dayFirst.slice(1).reverse()
      : [];
  if (!year || !monthNumber || !day) return null;
  const text = `${year}-${monthNumber.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isIsoDate(text) ? text : null;
}

const MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

/** `2026-10-31`, `202610`, `10/2026`, `okt-26`, `oktober 2026`. */
function likelyMonth(written: string): Month | null {
  const day = likelyDate(written);
  if (day) return monthOf(day);
  const yearFirst = /^(\d{4})[-/. ]?(\d{1,2})$/.exec(written);
  const monthFirst = /^(\d{1,2})[-/. ](\d{4})$/.exec(written);
  const named = /^([a-zå]{3})[a-z]*\.?[\s-]+(\d{2}|\d{4})$/i.exec(written);
  const number = yearFirst?.[2] ?? monthFirst?.[1] ?? namedMonth(named?.[1]);
  const year = yearFirst?.[1] ?? monthFirst?.[2] ?? named?.[2]?.padStart(4, "20");
  const text = `${year}-${number?.padStart(2, "0")}`;
  return isMonth(text) ? text : null;
}

function namedMonth(name: string | undefined): string | undefined {
  const index = MONTHS.indexOf((name ?? "").toLowerCase().replace("oct", "okt").replace("may", "maj"));
  return index < 0 ? undefined : String(index + 1);
}

/** A moment without an offset is read as Swedish winter or summer time only in the suggestion, never silently. */
function likelyInstant(written: string): string | null {
  try {
    const plain = Temporal.PlainDateTime.from(written.replace(" ", "T"));
    return plain.toZonedDateTime("Europe/Stockholm").toString({ timeZoneName: "never", smallestUnit: "second" });
  } catch {
    return null;
  }
}

function isDateCell(cell: Cell): cell is { date: IsoDate } {
  return cell !== null && typeof cell === "object" && "date" in cell;
}

function textOf(cell: Cell): string {
  if (typeof cell === "string") return bare(cell).replace(/\s+/g, " ");
  if (typeof cell === "number") return String(cell);
  return isDateCell(cell) ? cell.date : "";
}
