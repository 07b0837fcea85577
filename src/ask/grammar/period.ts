// Pure. Times said → the period of the query.
import { addDays, type IsoDate } from "../../lib/time.ts";
import { addWeeks, lastDayOf, monthOf, weekOf } from "../../plan/week.ts";
import type { Intent, Period } from "../schema.ts";
import { says } from "../text/says.ts";
import { firstDayOf } from "../when/span-of.ts";
import type { Moment, When } from "../when/when.ts";
import { comingOf } from "./ahead.ts";
import type { Heard } from "./heard.ts";

const BY_WEEK: ReadonlySet<Intent> = new Set([
  "coverage",
  "missed",
  "changes",
  "comments",
  "change_log",
  "support",
  "persons",
  "deadline",
]);
const BY_DATE: ReadonlySet<Intent> = new Set(["milestones", "upcoming", "assignments", "decisions"]);

/** The period a question of this intent means; null when none is said. */
export function readPeriod(heard: Heard, intent: Intent, moment: Moment): Period | null {
  // Held by the condition: "antaganden som ska omprövas i december".
  if (heard.has("at.review") && (intent === "list" || intent === "count")) return null;
  const isAhead = BY_DATE.has(intent) || heard.has("at.start", "at.end");
  const whens = heard.whens
    .map((span) => (isAhead ? comingOf(span.when, heard) : span.when))
    .filter((when) => when.is !== "to_date");
  if (whens.length === 0) return isHiredSoFar(heard, intent) ? { is: "through", month: moment.through } : null;
  const [first] = whens;
  // "Hyrkostnaden i år": the sum of the months so far.
  if (
    isHired(heard, intent) &&
    first?.is === "year" &&
    whens.length === 1 &&
    first.year === Number(moment.through.slice(0, 4))
  )
    return { is: "year", year: first.year };
  // "Jämfört med förra året" of staffing is what it is set against.
  if (
    (intent === "staffing" || isStaffingRank(heard, intent)) &&
    whens.every((when) => when.is === "year" || isLongAgo(when, moment))
  )
    return null;
  if (BY_WEEK.has(intent)) {
    const weeks = weeksOf(whens, moment, intent);
    return weeks?.is === "weeks" && intent === "changes" && whens.length === 1 && isComparedWith(heard)
      ? { ...weeks, to: moment.week }
      : weeks;
  }
  if (BY_DATE.has(intent)) {
    const dates = datesOf(whens[0] as When, moment);
    // "Vilka beslut togs i december?" asked in April: the December that has been.
    if (
      intent === "decisions" &&
      dates?.is === "dates" &&
      dates.from !== null &&
      dates.from > moment.today &&
      !/20\d\d/.test(heard.text) &&
      !says(heard.text, "ska|skall|kommer|kommande|will|to be")
    )
      return { is: "dates", from: yearBefore(dates.from), to: dates.to && yearBefore(dates.to) };
    // "Vad händer efter nyår?": the one to come.
    if (intent === "upcoming" && dates?.is === "dates" && dates.from && dates.to === null && dates.from < moment.today)
      return { ...dates, from: `${Number(dates.from.slice(0, 4)) + 1}${dates.from.slice(4)}` as IsoDate };
    return dates;
  }
  const months = monthsOf(whens, moment, heard);
  // "Nu jämfört med januari": from then to the last that is closed.
  const isToNow = months?.is === "months" && months.from === months.to && months.to < moment.through;
  const isSet = heard.has("cmp.compare") || says(heard.text, "nu|now|idag|today");
  return isToNow && isSet && intent === "staffing" && heard.has("staff.agency")
    ? { ...months, to: moment.through }
    : months;
}

// "Hyrkostnaden hittills i år": a sum, where without a time it is the latest month's.
function isHiredSoFar(heard: Heard, intent: Intent): boolean {
  return (
    isHired(heard, intent) &&
    heard.whens.some(({ when }) => when.is === "to_date") &&
    !says(heard.text, "nu|now|idag|today")
  );
}

function isHired(heard: Heard, intent: Intent): boolean {
  return (intent === "staffing" || isStaffingRank(heard, intent)) && heard.has("staff.agency");
}

function isStaffingRank(heard: Heard, intent: Intent): boolean {
  return intent === "rank" && heard.tags.some((tag) => tag.concept.startsWith("staff."));
}

// "Sedan i fjol": the change against last year is told anyway.
function isLongAgo(when: When, moment: Moment): boolean {
  return when.is === "since" && monthOf(when.date) < `${moment.through.slice(0, 4)}-01`;
}

function yearBefore(date: IsoDate): IsoDate {
  return `${Number(date.slice(0, 4)) - 1}${date.slice(4)}` as IsoDate;
}

// "Bättre än förra veckan": from then to now.
function isComparedWith(heard: Heard): boolean {
  return heard.has("cmp.compare") || says(heard.text, "bättre än|sämre än|better than|worse than");
}

function weeksOf(whens: readonly When[], moment: Moment, intent: Intent): Period | null {
  const first = whens[0] as When;
  const second = whens[1];
  if (first.is === "weeks" && second?.is === "weeks") {
    const [from, to] = first.from <= second.from ? [first.from, second.to] : [second.from, first.to];
    return { is: "weeks", from, to };
  }
  if (first.is === "weeks") return { is: "weeks", from: first.from, to: first.to };
  if (first.is === "back") return { is: "weeks", from: weekOf(addDays(moment.today, -first.days)), to: moment.week };
  const from = firstDayOf(first);
  if (!from) return null;
  // What changed after a week changed from that week on.
  if (first.is === "since" && first.after && intent === "changes")
    return { is: "weeks", from: weekOf(addDays(from, -1)), to: moment.week };
  if (first.is === "since") return { is: "weeks", from: weekOf(from), to: moment.week };
  if (first.is === "dates") return { is: "weeks", from: weekOf(first.from), to: weekOf(first.to) };
  if (first.is === "months") return { is: "weeks", from: weekOf(from), to: weekOf(lastDayOf(first.to)) };
  return first.is === "year" ? { is: "weeks", from: weekOf(from), to: moment.week } : null;
}

function datesOf(when: When, moment: Moment): Period | null {
  switch (when.is) {
    case "ahead":
      return { is: "dates", from: moment.today, to: addDays(moment.today, when.days) };
    case "back":
      return { is: "dates", from: addDays(moment.today, -when.days), to: moment.today };
    case "until":
      return { is: "dates", from: null, to: addDays(when.date, -1) };
    case "since":
      return { is: "dates", from: when.date, to: null };
    case "dates":
      return { is: "dates", from: when.from, to: when.to };
    case "months":
      return { is: "dates", from: `${when.from}-01` as IsoDate, to: lastDayOf(when.to) };
    case "through":
      return { is: "dates", from: null, to: lastDayOf(when.month) };
    case "year":
      return { is: "dates", from: `${when.year}-01-01` as IsoDate, to: `${when.year}-12-31` as IsoDate };
    case "weeks": {
      const from = firstDayOf(when) as IsoDate;
      return { is: "dates", from, to: addDays(firstDayOf({ ...when, from: addWeeks(when.to, 1) }) as IsoDate, -1) };
    }
    case "to_date":
      return null;
  }
}

function isStandingThen(heard: Heard): boolean {
  return says(heard.text, "hade|låg|stod|had") || !says(heard.text, "har|have|has|sedan|since");
}

function monthsOf(whens: readonly When[], moment: Moment, heard: Heard): Period | null {
  const first = whens[0] as When;
  const second = whens[1];
  if (first.is === "months" && second?.is === "months" && first.from !== second.from)
    return first.from < second.from
      ? { is: "months", from: first.from, to: second.to }
      : { is: "months", from: second.from, to: first.to };
  switch (first.is) {
    case "months":
      return { is: "months", from: first.from, to: first.to };
    case "through":
      return { is: "through", month: first.month };
    case "year":
      return { is: "year", year: first.year };
    case "weeks":
      return { is: "weeks", from: first.from, to: first.to };
    case "since":
      // "Efter första kvartalet hade vi …": how it stood then; "har vi … efter midsommar": since.
      if (first.after && isStandingThen(heard)) return { is: "through", month: monthOf(addDays(first.date, -1)) };
      return monthOf(first.date) <= moment.through
        ? { is: "months", from: monthOf(first.date), to: moment.through }
        : null;
    case "until": {
      const month = monthOf(addDays(first.date, -1));
      return { is: "through", month };
    }
    case "dates":
      return { is: "through", month: monthOf(first.to) };
    case "back": {
      const from = monthOf(addDays(moment.today, -first.days));
      return { is: "months", from: from < moment.through ? from : moment.through, to: moment.through };
    }
    default:
      return null;
  }
}
