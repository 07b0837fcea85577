// Pure. The first and last day of a time.
import { addDays, type IsoDate } from "../../lib/time.ts";
import { lastDayOf, mondayOf } from "../../plan/week.ts";
import type { When } from "./when.ts";

export function firstDayOf(when: When): IsoDate | null {
  switch (when.is) {
    case "months":
      return `${when.from}-01` as IsoDate;
    case "through":
      return `${when.month}-01` as IsoDate;
    case "year":
      return `${when.year}-01-01` as IsoDate;
    case "weeks":
      return mondayOf(when.from);
    case "dates":
      return when.from;
    case "since":
      return when.date;
    default:
      return null;
  }
}

export function lastDayIn(when: When): IsoDate | null {
  switch (when.is) {
    case "months":
      return lastDayOf(when.to);
    case "through":
      return lastDayOf(when.month);
    case "year":
      return `${when.year}-12-31` as IsoDate;
    case "weeks":
      return addDays(mondayOf(when.to), 6);
    case "dates":
      return when.to;
    case "until":
      return when.date;
    default:
      return null;
  }
}
