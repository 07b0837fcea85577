// Pure. A weekly report given in words: "ögon: allt grönt", "M-06 gul, svårt få stopp på övertiden".
import type { ReportedLine } from "../plan/action.ts";
import { cardLinesOf } from "../plan/card-lines.ts";
import { measureOf, participationsOf } from "../plan/facts.ts";
import { dayText, weekText } from "../plan/format.ts";
import type { MeasureId, OrgId, ReportableState } from "../plan/plan.ts";
import { NEXT_STEP_LEAST, type Need, needsOf } from "../plan/report-needs.ts";
import { reportingRight } from "../plan/rights.ts";
import { CAUSE_WORDS, STATE_WORDS } from "../plan/words.ts";
import { confirm, nameOfMeasure, type Outcome, orgsNamed, reportable, unitChoice, withoutUnit } from "./act-outcome.ts";
import { type Heard, mentionsOf } from "./grammar/heard.ts";
import type { Preference } from "./grammar/subjects.ts";
import type { Wish } from "./grammar/wish.ts";
import type { Concept } from "./lexicon/concept.ts";
import { causeIn, type Told, toldOf } from "./report-told.ts";
import { orgName, type World } from "./run/world.ts";
import * as words from "./words/action-words.ts";

interface Said {
  readonly measure: MeasureId;
  readonly state: ReportableState;
}

export function report(
  world: World,
  wish: Extract<Wish, { wish: "report" }>,
  heard: Heard,
  prefer: Preference,
): Outcome {
  const said = statesSaid(heard, world, prefer);
  if (said === null) return { is: "unknown" };
  const units = unitsFor(
    world,
    heard,
    prefer,
    said.map((one) => one.measure),
  );
  if (units.length === 0)
    return said.some((one) => isOutOfReach(world, one.measure)) ? { is: "refuse", why: "report" } : withoutUnit(world);
  if (units.length > 1) return unitChoice(world, units);
  const unit = units[0] as OrgId;
  const right = reportingRight(world.whole.facts, world.viewer, unit, world.today);
  if (!right || world.viewer.channel) return { is: "refuse", why: "report" };
  const week = world.reportWeek;
  const onCard = cardLinesOf(world.whole, unit, week);
  const all = wish.all;
  const chosen: readonly Said[] = all ? onCard.map((line) => ({ measure: line.measure.id, state: all })) : said;
  const missing = chosen.find((one) => !onCard.some((line) => line.measure.id === one.measure));
  if (missing)
    return { is: "tell", lines: [words.noLineFor(world.lang, orgName(world, unit), missing.measure)], orgs: [unit] };
  const told = all ? [] : toldOf(world, heard.typed, chosen);
  const lines = chosen.map((one, i) => reported(one, told[i], heard));
  const head = words.reportHead(
    world.lang,
    orgName(world, unit),
    weekText(week, world.lang, world.today),
    right.as !== "manager",
  );
  const shown = lines.slice(0, 12).map((line) =>
    words.reportLine(world.lang, nameOfMeasure(world, line.measure), STATE_WORDS[line.state][world.lang], {
      cause: line.cause && CAUSE_WORDS[line.cause][world.lang],
      nextStep: line.nextStep,
      doneBy: line.doneBy && dayText(line.doneBy, world.lang, world.today),
      comment: line.comment,
    }),
  );
  const lacking = lines.flatMap((line) => (lacks(line).length > 0 ? [{ ...line, lacks: lacks(line) }] : []));
  const tail =
    lines.length === 0 ? [words.noNews(world.lang)] : lines.length < onCard.length ? [words.unchanged(world.lang)] : [];
  return confirm(
    { do: "report", unit, week, lines },
    [head, ...shown, ...tail, ...(lacking.length > 0 ? [words.stillMissing(world.lang, lacking)] : [])],
    lines.map((line) => line.measure),
    [unit],
  );
}

// A cause said once is the cause of every line that has none of its own.
function reported({ measure, state }: Said, told: Told | undefined, heard: Heard): ReportedLine {
  const cause = needsOf(state).includes("cause") ? (told?.cause ?? causeIn([heard])) : null;
  const { nextStep = null, doneBy = null, comment = null } = told ?? {};
  return { measure, state, cause, nextStep, doneBy, support: null, risks: [], comment };
}

function lacks(line: ReportedLine): readonly Need[] {
  const isGiven = (need: Need) =>
    need === "nextStep" ? (line.nextStep?.length ?? 0) >= NEXT_STEP_LEAST : line[need] !== null;
  return needsOf(line.state).filter((need) => !isGiven(need));
}

const STATE_OF: ReadonlyMap<Concept, ReportableState> = new Map([
  ["state.on_track", "on_track"],
  ["state.deviation", "deviation"],
  ["state.critical", "critical"],
  ["state.paused", "paused"],
  ["state.done", "done"],
]);

// Each measure with the state said next after it ("M-06 gul, M-04 röd") or, for the last, before it ("sätt gul på M-06").
function statesSaid(heard: Heard, world: World, prefer: Preference): Said[] | null {
  const named = mentionsOf(heard, "measure").filter(
    (mention) =>
      !mention.weak && mention.readings.some((reading) => reading.ref.kind === "measure" && reading.by !== "words"),
  );
  const usable = named.length > 0 ? named : mentionsOf(heard, "measure").slice(0, 1);
  const states = heard.tags.flatMap((tag) => {
    const state = STATE_OF.get(tag.concept);
    return state ? [{ state, start: tag.start }] : [];
  });
  const found: Said[] = [];
  for (const [i, mention] of usable.entries()) {
    const until = usable[i + 1]?.start ?? heard.tokens.length;
    const after = states.find((one) => one.start >= mention.end && one.start < until);
    const state = after ?? (usable.length === 1 ? states[0] : undefined);
    if (!state) continue;
    const ids = [
      ...new Set(mention.readings.flatMap((reading) => (reading.ref.kind === "measure" ? [reading.ref.id] : []))),
    ];
    const mine =
      ids.length > 1
        ? ids.filter((id) => prefer.measures.includes(id) || unitsFor(world, heard, prefer, [id]).length > 0)
        : ids;
    if (mine.length !== 1) return null;
    found.push({ measure: mine[0] as MeasureId, state: state.state });
  }
  return found;
}

// Neither its owner nor anyone who takes part is the asker's to report for: then no unit needs to be asked for.
function isOutOfReach(world: World, id: MeasureId): boolean {
  const owner = measureOf(world.whole.facts, id)?.owner;
  const units = [...(owner ? [owner] : []), ...participationsOf(world.whole.facts, id).map((row) => row.unit)];
  return units.every((unit) => reportingRight(world.whole.facts, world.viewer, unit, world.today) === null);
}

// The unit named, else the asker's own that has a line for the measure, else (on behalf) the measure's owner.
function unitsFor(world: World, heard: Heard, prefer: Preference, measures: readonly MeasureId[]): readonly OrgId[] {
  const named = orgsNamed(world, withoutToldPlaces(heard), prefer);
  if (named.orgs.length > 0) return named.orgs.slice(0, 1);
  if (named.ambiguous.length > 0)
    return named.ambiguous.filter(
      (unit) => reportingRight(world.whole.facts, world.viewer, unit, world.today) !== null,
    );
  const own = reportable(world);
  const withLine = own.filter((unit) => measures.every((id) => takesPart(world, unit, id)));
  if (withLine.length > 0 || measures.length === 0) return withLine;
  const owner = measureOf(world.whole.facts, measures[0] as MeasureId)?.owner;
  return own.length === 0 && owner && reportingRight(world.whole.facts, world.viewer, owner, world.today)
    ? [owner]
    : [];
}

// "M-06 gul, operationslistorna är fulla": what is told after the colour and a comma names no unit, but for a bare name.
function withoutToldPlaces(heard: Heard): Heard {
  const colour = heard.tags.find((tag) => STATE_OF.has(tag.concept))?.end ?? heard.tokens.length;
  const comma = heard.tokens.findIndex((token, at) => at >= colour && /^[,;.–-]/.test(token.breakBefore));
  if (comma < 0) return heard;
  const isBare = heard.mentions.some(({ start, end }) => start === comma && end === heard.tokens.length);
  return isBare ? heard : { ...heard, mentions: heard.mentions.filter(({ start }) => start < comma) };
}

function takesPart(world: World, unit: OrgId, id: MeasureId): boolean {
  return (
    measureOf(world.whole.facts, id)?.owner === unit ||
    participationsOf(world.whole.facts, id).some((row) => row.unit === unit)
  );
}
