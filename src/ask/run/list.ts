// Pure. Lists and counts of measures.
import type { Sek } from "../../plan/amount.ts";
import { cardLinesOf } from "../../plan/card-lines.ts";
import { sumDecided, sumRealised } from "../../plan/effect.ts";
import { byDecided, measuresOfUnit } from "../../plan/facts.ts";
import { throughText } from "../../plan/format.ts";
import { yearToDate } from "../../plan/moment.ts";
import { administrationOf } from "../../plan/organisation.ts";
import { unitsLedBy } from "../../plan/people.ts";
import type { Measure, OrgId } from "../../plan/plan.ts";
import { isUndecided } from "../../plan/restrict.ts";
import { stateAt } from "../../plan/status.ts";
import { weekOf } from "../../plan/week.ts";
import type { PlanQuery } from "../schema.ts";
import * as effect from "../words/effect-words.ts";
import { filterCode, filtersText } from "../words/filter-words.ts";
import * as words from "../words/list-words.ts";
import { withWeek } from "./as-of.ts";
import { eachLines } from "./count-each.ts";
import { countRows } from "./count-rows.ts";
import { applyFilters, gapOf, isOfLost } from "./filter.ts";
import type { Of, Pen, Result } from "./pen.ts";
import { reviewLines } from "./review-lines.ts";
import { stateText } from "./state-text.ts";
import { isUnit, linesOf, measureName, measuresByIds, orgName, ownedBy, subjectOf, type World } from "./world.ts";

/** So many measures are told by name in a text; the answer's `measures` hold all. */
const TOLD = 10;

/** The asker's own units, for "mina". */
export function ownUnits(world: World): readonly OrgId[] {
  const led = unitsLedBy(world.whole.facts, world.viewer.email);
  return led.length > 0 ? led : [...new Set(world.viewer.roles.map((role) => role.org))];
}

export function listedScope(
  world: World,
  query: PlanQuery,
): { readonly measures: readonly Measure[]; readonly orgs: readonly OrgId[] } {
  const { measures, orgs } = unfiltered(world, query);
  return { measures: applyFilters(world, measures, query.filters), orgs };
}

function unfiltered(world: World, query: PlanQuery): ReturnType<typeof listedScope> {
  if (query.about === TO_REPORT) return toReport(world, query);
  const orgs = query.mine && query.orgs.length === 0 ? ownUnits(world) : query.orgs;
  if (query.measures.length > 0) return { measures: measuresByIds(world, query.measures), orgs };
  const isOwned = orgs.length === 0 || query.about === "own";
  const measures = isOwned ? ownedBy(world, orgs) : linesOf(world, orgs);
  const owned = new Set(query.about === "shared" ? ownedBy(world, orgs) : []);
  return { measures: measures.filter((measure) => !owned.has(measure)), orgs };
}

const TO_REPORT = "to_report";

// "Vilka åtgärder ska jag rapportera på?": what stands on the cards of the units that the asker leads.
function toReport(world: World, query: PlanQuery): ReturnType<typeof listedScope> {
  const orgs = unitsLedBy(world.plan.facts, world.viewer.email);
  const week = query.period?.is === "weeks" ? query.period.to : weekOf(world.today);
  const lines = orgs.flatMap((unit) => cardLinesOf(world.plan, unit, week));
  return { measures: [...new Set(lines.map(({ measure }) => measure))], orgs };
}

/** Whether the list would be longer for one who may see all of the plan. */
export function hidesListed(world: World, query: PlanQuery): boolean {
  if (world.hidden.size === 0) return false;
  const whole = { ...world, plan: world.whole };
  const hidden = unfiltered(whole, query).measures.filter((measure) => world.hidden.has(measure.id));
  return applyFilters(whole, hidden, query.filters).length > 0;
}

export function runList(world: World, query: PlanQuery, pen: Pen): Result {
  const { measures, orgs } = listedScope(world, query);
  // One who leads no unit has no card.
  if (query.about === TO_REPORT && orgs.length === 0) return { lines: [] };
  const ordered = inOrder(world, measures, query);
  const shown = query.limit ? ordered.slice(0, query.limit) : ordered;
  if (areUndecided(world, query, measures)) return { lines: [], refuse: "undecided", orgs };
  const who = whoListed(world, query, orgs);
  if (shown.length === 0)
    return { lines: [words.noneText(world.lang, who), ...zero(pen, world, query, orgs)], orgs, measures: [] };
  const of = ofList(world, query, orgs);
  const head = words.headText(world.lang, who, pen.count("count", ordered.length, of), null);
  const told = shown.slice(0, TOLD);
  const lines = [head, ...told.map((measure) => itemOf(world, measure, orgs, pen, query.order?.by === "gap"))];
  if (shown.length > told.length) lines.push(words.moreText(world.lang, String(shown.length - told.length)));
  lines.push(...reviewLines(world, told, query), ...sumLines(world, shown, of, pen, query));
  if (hidesListed(world, query)) lines.push(effect.scopeNote(world.lang));
  return { lines, measures: shown.map((measure) => measure.id), orgs };
}

// "Visa obeslutade åtgärder" by one who may see none of them.
function areUndecided(world: World, query: PlanQuery, measures: readonly Measure[]): boolean {
  const isAsked = query.filters.some((filter) => filter.on === "amount" && filter.stage === "decided" && filter.not);
  return isAsked && hidesListed(world, query) && !measures.some((measure) => isUndecided(world.plan, measure));
}

function zero(pen: Pen, world: World, query: PlanQuery, orgs: readonly OrgId[]): string[] {
  // Nought is a figure too; the sentence says "inga".
  pen.count("count", 0, ofList(world, query, orgs));
  return [];
}

function ofList(world: World, query: PlanQuery, orgs: readonly OrgId[]): Of {
  const filter = filterCode(query.filters, world.today);
  return {
    subject: subjectOf(world, orgs, []),
    ...(filter && { filter }),
    ...(world.asOf !== null && { period: world.asOf }),
  };
}

export function whoListed(world: World, query: PlanQuery, orgs: readonly OrgId[]): string {
  const name = orgs.length > 0 ? orgs.map((id) => orgName(world, id)).join(", ") : effect.PLAN_NAME[world.lang];
  const conditions = filtersText(query.filters, world.lang, world.today, (id) => orgName(world, id));
  return withWeek(world, effect.withFilter(name, conditions));
}

function inOrder(world: World, measures: readonly Measure[], query: PlanQuery): readonly Measure[] {
  if (query.order?.by === "gap") {
    const gaps = new Map(measures.map((measure) => [measure, gapOf(world, measure)]));
    return [...measures].sort((a, b) => (gaps.get(b) ?? 0) - (gaps.get(a) ?? 0) || byDecided(a, b));
  }
  return [...measures].sort(byDecided);
}

function itemOf(world: World, measure: Measure, orgs: readonly OrgId[], pen: Pen, showsGap: boolean): string {
  const { lang } = world;
  const place = administrationOf(world.plan.facts, measure.owner)?.name ?? orgName(world, measure.owner);
  const unit = orgs.find((org) => isUnit(world, org));
  const isShared =
    unit !== undefined &&
    measure.owner !== unit &&
    measuresOfUnit(world.plan.facts, unit).some((row) => row.measure === measure && !row.own);
  const amount = showsGap
    ? `${effect.FIGURE_LABELS.gap[lang].toLowerCase()} ${pen.mkr("gap", gapOf(world, measure) as Sek, { subject: measure.id, period: world.through, through: true })}`
    : measure.decided === null
      ? null
      : words.decidedItem(lang, pen.mkr("decided", measure.decided, { subject: measure.id }));
  return words.itemText(
    measureName(measure),
    stateText(stateAt(world.plan, measure, world.week).state, lang),
    amount,
    isShared ? words.sharedItem(lang) : place,
  );
}

function sumLines(world: World, measures: readonly Measure[], of: Of, pen: Pen, query: PlanQuery): string[] {
  if (
    (measures.length < 2 && query.figures.length === 0) ||
    world.asOf !== null ||
    (query.limit !== null && query.figures.length === 0)
  )
    return [];
  const decided = isOfLost(query.filters) ? { amount: null } : sumDecided(world.plan, measures);
  const realised = sumRealised(world.plan, measures, yearToDate(world.through));
  const unknown = measures.filter((measure) => measure.potential === null).length;
  const wantsSum = query.figures.length > 0;
  const sums = [
    ...(decided.amount === null && !(wantsSum && realised.amount !== null)
      ? []
      : [
          words.sumText(
            world.lang,
            decided.amount === null ? null : pen.mkr("decided", decided.amount, of),
            realised.amount === null
              ? null
              : pen.mkr("realised", realised.amount, { ...of, period: world.through, through: true }),
            throughText(world.through, world.lang, world.today),
          ),
        ]),
    ...(unknown > 0 ? [effect.uncountedText(world.lang, pen.count("uncounted", unknown, of))] : []),
  ];
  return sums;
}

export function runCount(world: World, query: PlanQuery, pen: Pen): Result {
  if (query.about === "prerequisites" || query.about === "assumptions") return countRows(world, query, pen);
  const { measures, orgs } = listedScope(world, query);
  const all = listedScope(world, { ...query, filters: [] }).measures;
  const of = ofList(world, query, orgs);
  const whole: Of = { subject: of.subject };
  const who = whoListed(world, query, orgs);
  const hasFilter = query.filters.length > 0;
  const lines = [
    words.headText(
      world.lang,
      who,
      pen.count("count", measures.length, of),
      hasFilter ? pen.count("count", all.length, whole) : null,
    ),
  ];
  lines.push(...eachLines(world, query, measures, orgs, pen));
  const unit = orgs.length === 1 && isUnit(world, orgs[0] as OrgId) ? (orgs[0] as OrgId) : null;
  if (unit) {
    const own = measures.filter((measure) => measure.owner === unit).length;
    lines.push(
      words.ownAndShared(
        world.lang,
        pen.count("count", own, { ...of, filter: [of.filter, "egna"].filter(Boolean).join("; ") }),
        pen.count("count", measures.length - own, { ...of, filter: [of.filter, "deltar"].filter(Boolean).join("; ") }),
      ),
    );
  }
  if (hasFilter)
    lines.push(
      ...[...measures]
        .sort(byDecided)
        .slice(0, 5)
        .map((measure) => itemOf(world, measure, orgs, pen, false)),
    );
  if (hasFilter && measures.length > 5) lines.push(words.moreText(world.lang, String(measures.length - 5)));
  if (hidesListed(world, query)) lines.push(effect.scopeNote(world.lang));
  return { lines, measures: hasFilter ? [...measures].sort(byDecided).map((measure) => measure.id) : [], orgs };
}
