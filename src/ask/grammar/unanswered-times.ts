// Pure. Times and numbers that were said and that the query has no room for: "bemanningen i mars och april",
// "beslutat i september". The figure of another time is another figure.
import { addMonths, mondayOf, monthFrom, monthOf } from "../../plan/week.ts";
import type { Figure, Period, PlanQuery } from "../schema.ts";
import type { When } from "../when/when.ts";
import type { Heard } from "./heard.ts";
import { comparedWith, ifs, isSetAgainst } from "./unanswered-against.ts";
import { numbersLeftOut } from "./unanswered-numbers.ts";

const TIMELESS: ReadonlySet<Figure> = new Set([
  "potential",
  "decided",
  "lost",
  "uncounted",
  "extra_cost",
  "at_risk",
  "count",
]);
const SERIES_OF_WEEKS: ReadonlySet<Figure> = new Set([
  "staffing",
  "staffing_gap",
  "staffing_change",
  "production",
  "production_rate",
  "production_change",
  "overtime",
  "sick_leave",
]);

/** The places of times, of words for times, and of numbers that the query leaves out. */
export function timesUnanswered(heard: Heard, query: PlanQuery): readonly number[] {
  // Weeks in a row and what moved between two weeks are told by the weeks themselves.
  if (query.intent === "missed") return [];
  if (query.intent === "changes") return [...ifs(heard, query), ...yetToCome(heard, query)];
  return [
    ...spansLeftOut(heard, query),
    ...nowAsWell(heard, query),
    ...(query.intent === "needed" || query.assume !== null || query.filters.some((filter) => filter.on === "unchanged")
      ? []
      : looseTimes(heard)),
    ...numbersLeftOut(heard, query),
    ...comparedWith(heard, query),
    ...heard.tokens.flatMap((_, at) => (isSetAgainst(heard, query, at) ? [at] : [])),
    ...ifs(heard, query),
  ];
}

function spansLeftOut(heard: Heard, query: PlanQuery): number[] {
  const spans = heard.whens.filter(({ when }) => !isNow(when) && !isHeldElsewhere(when, query));
  // "I år och nästa år": two years, one figure.
  const years = spans.flatMap(({ when }) => (when.is === "year" ? [when.year] : []));
  if (new Set(years).size > 1 && spans.length === years.length && query.intent === "figure")
    return spans.map(({ start }) => start);
  // "Bemanningen på akuten jämfört med ortopeden i september": the weeks that have been last are told.
  if (query.intent === "compare" && heard.tags.some(({ concept }) => concept.startsWith("staff.")))
    return spans.map(({ start }) => start);
  const before = heard.whens.find(({ when }) => when.is === "year" && when.year < heard.year);
  if (before && isNotKnownBefore(query)) return [before.start];
  const last = spans.at(-1);
  if (!last) return [];
  if (query.intent === "needed" && isRestOfYear(heard, query.period))
    return spans.flatMap(({ start, when }) => (when.is === "months" || when.is === "year" ? [] : [start]));
  if (query.period === null || isBackward(query.period) || isStateAhead(heard, query) || !takes(query, query.period))
    return spans.map(({ start }) => start);
  return spans.length === 1 ||
    isWhole(query.period, last.when) ||
    spans.every(({ when }) => isLike(when, spans[0]?.when))
    ? []
    : spans.slice(1).flatMap(({ start, when }) => (when.is === "year" ? [] : [start]));
}

// "Hur många blir röda i december?", asked in November.
function yetToCome({ whens, month }: Heard, { period }: PlanQuery): number[] {
  if (period?.is === "weeks" && monthOf(mondayOf(period.from)) > month) return whens.map(({ start }) => start);
  return whens.flatMap(({ start, when }) => (when.is === "months" && when.from > month ? [start] : []));
}

// "Vilka är klara före jul?": nobody knows how they will stand.
function isStateAhead({ month }: Heard, { intent, period, filters }: PlanQuery): boolean {
  const last = period?.is === "months" ? period.to : period?.is === "through" ? period.month : null;
  return (
    (intent === "list" || intent === "count") &&
    last !== null &&
    last > month &&
    filters.some(({ on }) => on === "state" || on === "outcome")
  );
}

// Weeks of a year that has not come, up to this one.
function isBackward(period: Period): boolean {
  return period.is === "weeks" && period.to !== null && period.from > period.to;
}

// Overtime and sick leave are known of no year before.
function isNotKnownBefore({ intent, figures }: PlanQuery): boolean {
  return (
    intent === "staffing" &&
    figures.length > 0 &&
    figures.every((figure) => figure === "overtime" || figure === "sick_leave")
  );
}

// "Per månad i november och december": the months that are left.
function isRestOfYear({ through, year }: Heard, period: Period | null): boolean {
  return period?.is === "months" && period.from === addMonths(through, 1) && period.to === monthFrom(year, 12);
}

// "Vad var prognosen i september och vad är den nu?": two times, one figure.
function nowAsWell(heard: Heard, query: PlanQuery): number[] {
  // "Hur många fler röda är det nu än v. 40?": two counts, and only that of the week is made.
  if (query.intent === "count" && query.period?.is === "weeks")
    return heard.tokens.flatMap(({ word }, at) => (/^(nu|now|idag|today|än|than)$/.test(word) ? [at] : []));
  const isThen = query.period !== null && (query.period.is === "months" || query.period.is === "through");
  if (query.intent !== "figure" || !isThen) return [];
  return heard.tokens.flatMap((token, at) =>
    ["nu", "now", "idag", "today"].includes(token.word) && at > (heard.whens[0]?.end ?? 0) ? [at] : [],
  );
}

function isNow(when: When): boolean {
  return when.is === "to_date";
}

// "Mot förra året" is what staffing is set against; a moved start is assumed; conditions hold times of their own.
function isHeldElsewhere(when: When, query: PlanQuery): boolean {
  const isCost = query.intent === "staffing" && query.figures.includes("agency_cost");
  if ((query.against === "last_year" && !isCost) || query.order?.by.endsWith("_change"))
    return when.is === "year" || when.is === "since";
  if (query.intent === "staffing" && when.is === "year") return !isCost;
  return (
    query.assume !== null ||
    query.filters.some(
      (filter) =>
        ["start", "end", "unchanged", "overdue"].includes(filter.on) || (filter.on === "assumption" && filter.review),
    )
  );
}

function isWhole(period: Period, last: When): boolean {
  return (
    period.is === "months" &&
    (last.is === "months" ? period.to === last.to || period.from === last.from : false) &&
    period.from < period.to
  );
}

function isLike(a: When, b: When | undefined): boolean {
  return JSON.stringify(sinceJanuary(a)) === JSON.stringify(b && sinceJanuary(b));
}

// "Vid halvårsskiftet, alltså januari till juni": the same months.
function sinceJanuary(when: When): When {
  const isSo = when.is === "months" && when.from === monthFrom(Number(when.to.slice(0, 4)), 1);
  return isSo ? { is: "through", month: when.to } : when;
}

function takes(query: PlanQuery, period: Period): boolean {
  const isYear = period.is === "year";
  const by = query.order?.by;
  switch (query.intent) {
    case "figure":
      return isYear || query.figures.length === 0 || query.figures.some((figure) => !TIMELESS.has(figure));
    case "rank":
      if (by === "agency_cost") return period.is === "months" || period.is === "through" || isYear;
      return by !== undefined && !SERIES_OF_WEEKS.has(by) && (isYear || !TIMELESS.has(by));
    case "share":
      return isYear || query.figures.some((figure) => ["realised", "verified", "planned"].includes(figure));
    case "why":
      return query.measures.length > 0 ? period.is === "weeks" || isYear : period.is !== "weeks";
    case "staffing":
      return isStaffingTime(query, period);
    // "Hur många stödärenden kom in förra månaden?": all that are known are told.
    case "support":
      return query.figures.length === 0;
    case "guard":
    case "indicator":
      return false;
    // "Ger mer än fem miljoner i år": what is decided is of no year.
    case "list":
    case "count":
      return !isYear || query.filters.every((filter) => filter.on !== "amount_over");
    case "needed":
    case "reach":
    case "at_risk":
    case "budget":
      return isYear;
    default:
      return true;
  }
}

// Weeks of a unit, or one month; of more than a unit only what hired staff cost.
function isStaffingTime(query: PlanQuery, period: Period): boolean {
  const isYear = period.is === "year";
  if (query.figures.every((figure) => figure === "agency_cost"))
    return period.is === "months" || period.is === "through" || isYear;
  return (
    (query.orgs.length > 0 || query.mine) &&
    (period.is === "weeks" || (period.is === "months" && period.from === period.to))
  );
}

const TIME =
  /^(halvar|halvaret|arsskiftet|halvarsskiftet|kvartal(et|en)?|tertial(et|en)?|manad(en|er|erna)?|veck(a|an|or|orna)|dag(en|ar|arna)?|mandag(ar)?|tisdag(ar)?|onsdag(ar)?|torsdag(ar)?|fredag(ar)?|lordag(ar)?|sondag(ar)?|quarters?|months?|weeks?|years?|days?)$/;

// "När halvåret var slut", "på tisdagar": a word for a time that no time was made of.
function looseTimes(heard: Heard): number[] {
  return heard.tokens.flatMap((token, at) => {
    const isHeld =
      heard.whens.some((span) => span.start <= at && at < span.end) ||
      heard.mentions.some((mention) => mention.start <= at && at < mention.end) ||
      heard.amounts.some((amount) => amount.end === at) ||
      heard.tags.some((tag) => !tag.concept.startsWith("stop") && tag.start <= at && at < tag.end);
    // "I september, bara den månaden": said once more.
    const isAgain =
      (heard.tokens[at - 1]?.word === "den" &&
        /^manaden$/.test(token.folded) &&
        heard.whens.some(({ when }) => when.is === "months")) ||
      // "Augusti månad".
      (token.folded === "manad" && heard.whens.some(({ end, when }) => end === at && when.is === "months"));
    // "Samma veckor i fjol": what staffing is set against.
    const isSame = /^(samma|same)$/.test(heard.tokens[at - 1]?.word ?? "") && heard.has("staff.last_year");
    return !isAgain && !isSame && (TIME.test(token.folded) || /^år(et|en)?$/.test(token.word)) && !isHeld ? [at] : [];
  });
}
