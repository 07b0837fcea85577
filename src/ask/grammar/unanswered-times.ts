// Pure. Times and numbers that were said and that the query has no room for: "bemanningen i mars och april",
// "beslutat i september". The figure of another time is another figure.
import { addMonths, mondayOf, monthFrom, monthOf } from "../../plan/week.ts";
import type { Figure, Period, PlanQuery } from "../schema.ts";
import { ordinalOf } from "../when/calendar-words.ts";
import type { When } from "../when/when.ts";
import type { Heard } from "./heard.ts";

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

const AGAINST = /^(mot|gentemot|kontra|versus|against)$/;

// "Augusti mot juli" is neither month's figure nor that of both; "andra tertialet mot första" holds only the one.
function isSetAgainst(heard: Heard, query: PlanQuery, at: number): boolean {
  if (query.intent !== "figure" || !AGAINST.test(heard.tokens[at]?.word ?? "")) return false;
  const isAfterTime = heard.whens.some(({ end }) => end <= at);
  const isBeforeTime = heard.whens.some(({ start, when }) => start > at && when.is !== "year");
  const isBeforeOrdinal = [at + 1, at + 2].some((next) => ordinalOf(heard.tokens[next]?.folded ?? "") !== null);
  return isAfterTime && (isBeforeTime || isBeforeOrdinal);
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

/** The places of numbers that no part of the query holds. */
export function numbersLeftOut(heard: Heard, query: PlanQuery): number[] {
  const held = new Set<number>([query.amount ?? Number.NaN, query.limit ?? Number.NaN]);
  for (const filter of query.filters) {
    // "Tjugo procent under plan" is eighty percent of it.
    if (filter.on === "rate") held.add(Math.round(filter.percent)).add(100 - Math.round(filter.percent));
    // "Minst 5 mkr" is more than a krona less.
    // "Efter mer än en miljon": so far behind, and not so much decided.
    const isBehind = query.filters.some(({ on }) => on === "behind" || on === "ahead");
    if (filter.on === "amount_over" && !(isBehind && !heard.has("fig.decided", "fig.potential")))
      held.add(Math.round(filter.mkr * 1000) / 1000);
    if (filter.on === "unchanged") held.add(filter.weeks).add(filter.weeks - 1);
  }
  held.add(query.orgs.length).add(query.measures.length);
  return (
    heard.amounts
      .filter((amount) => !held.has(amount.value) && !held.has(Math.round(amount.value)) && query.assume === null)
      // "De 145 miljonerna": told before, not asked for.
      .filter((amount) => heard.tokens[amount.start - 1]?.word !== "de" || amount.unit === null)
      // "Alla tre hyråtgärderna": so many as there are.
      .filter((amount) => !isAllOf(heard, amount.start))
      .filter((amount) => !heard.mentions.some((mention) => mention.start < amount.end && amount.start < mention.end))
      .filter(
        (amount) =>
          !heard.tags.some(
            (tag) =>
              !tag.concept.startsWith("stop") &&
              tag.concept !== "fig.rate" &&
              tag.concept !== "fig.effect" &&
              tag.start < amount.end &&
              amount.start < tag.end,
          ),
      )
      .map((amount) => amount.start)
  );
}

function isAllOf(heard: Heard, at: number): boolean {
  const after = heard.tags.some((tag) => tag.concept === "noun.measure" && tag.start > at && tag.start <= at + 3);
  return after && /^(alla|samtliga|dessa|all|these)$/.test(heard.tokens[at - 1]?.word ?? "");
}

const TOLD_OF = new Set(
  "fråga frågar undrar veta vet vi ni du berätta säga säger tror trodde info information uppgift uppgifter besked siffror data mer mig oss tell know about".split(
    " ",
  ),
);

// "Om räntan stiger": a condition that no worked example holds.
function ifs(heard: Heard, query: PlanQuery): number[] {
  if (
    !["figure", "series", "breakdown", "rank", "share", "staffing", "needed", "compare", "changes"].includes(
      query.intent,
    )
  )
    return [];
  return heard.tokens.flatMap((token, at) => {
    const isIf =
      token.word === "ifall" ||
      token.word === "if" ||
      (token.word === "om" && !TOLD_OF.has(heard.tokens[at - 1]?.word ?? ""));
    return isIf && !isTold(heard, at) && !isSaidAbout(heard, at) ? [at] : [];
  });
}

// "Vad säger prognosen om hyrstoppet?": about it, where nothing follows that it would do.
function isSaidAbout({ tokens, mentions }: Heard, at: number): boolean {
  const about = mentions.find(({ start }) => start > at && start <= at + 2);
  return (
    tokens[at]?.word === "om" &&
    tokens.slice(Math.max(0, at - 4), at).some(({ word }) => /^(säger|sa|sade|visar|berättar)$/.test(word)) &&
    about?.end === tokens.length
  );
}

function isTold(heard: Heard, at: number): boolean {
  return (
    heard.whens.some((span) => span.start <= at && at < span.end) ||
    heard.tags.some((tag) => !tag.concept.startsWith("stop") && tag.start <= at && at < tag.end)
  );
}

// "Mer än dubbelt så mycket": set against something that is not in the query.
function comparedWith(heard: Heard, query: PlanQuery): number[] {
  if (!["figure", "series", "breakdown", "staffing", "needed", "share"].includes(query.intent)) return [];
  if (
    query.against !== null ||
    query.orgs.length + query.measures.length > 1 ||
    query.figures.length > 1 ||
    query.figures.length > 1 ||
    query.figures.some((figure) => /gap$/.test(figure)) ||
    query.about === "difference"
  )
    return [];
  return heard.tokens.flatMap((token, at) =>
    ["än", "than"].includes(token.word) &&
    !heard.whens.some((span) => span.start <= at && at < span.end) &&
    !heard.tags.some((tag) => !tag.concept.startsWith("stop") && tag.start <= at && at < tag.end)
      ? [at]
      : [],
  );
}
