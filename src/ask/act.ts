// Pure. An action asked for in words → what would be done, shown for a yes; or a choice, or a refusal.
import { addDays, type IsoDate } from "../lib/time.ts";
import type { Action, ReportedLine } from "../plan/action.ts";
import { cardLinesOf } from "../plan/card-lines.ts";
import { coverageOf } from "../plan/coverage.ts";
import { measureOf, participationsOf } from "../plan/facts.ts";
import { dateText, weekText } from "../plan/format.ts";
import { isUnder, regionOf } from "../plan/organisation.ts";
import { nameOf, standsInFor, unitsLedBy } from "../plan/people.ts";
import { CAUSES, type Email, type MeasureId, type OrgId, type ReportableState, SUPPORT_TYPES } from "../plan/plan.ts";
import { changeRhythm } from "../plan/rhythm-change.ts";
import { readRhythmWish } from "../plan/rhythm-words.ts";
import { mayExport, mayRemind, maySteer, reportingRight } from "../plan/rights.ts";
import { CAUSE_WORDS, STATE_WORDS, SUPPORT_WORDS } from "../plan/words.ts";
import type { Choice } from "./answer.ts";
import type { Refusal } from "./grammar/bounds.ts";
import { type Heard, mentionsOf } from "./grammar/heard.ts";
import { type Preference, settleSubjects } from "./grammar/subjects.ts";
import type { Wish } from "./grammar/wish.ts";
import type { Concept } from "./lexicon/concept.ts";
import { firstDayOf, lastDayIn } from "./when/read-when.ts";
import { weekBeforeNow } from "./run/digest-week.ts";
import type { World } from "./run/world.ts";
import { measureName, orgName } from "./run/world.ts";
import * as words from "./words/action-words.ts";

export type Outcome =
  | { readonly is: "confirm"; readonly action: Action; readonly lines: readonly string[]; readonly measures: readonly MeasureId[]; readonly orgs: readonly OrgId[] }
  | { readonly is: "clarify"; readonly line: string; readonly choices: readonly Choice[] }
  | { readonly is: "refuse"; readonly why: Refusal }
  | { readonly is: "tell"; readonly lines: readonly string[]; readonly orgs: readonly OrgId[] }
  | { readonly is: "unknown" };

const PAUSE_DAYS = 21;
const MOST_CHOICES = 4;

export function decideWish(world: World, wish: Wish, heard: Heard, prefer: Preference): Outcome {
  switch (wish.wish) {
    case "report":
      return report(world, wish, heard, prefer);
    case "remind":
      return remind(world, heard, prefer);
    case "support":
      return support(world, wish, heard, prefer);
    case "export":
      return exportPlan(world, wish.form, heard, prefer);
    case "pause_reminders":
      return pause(world, heard);
    case "deputy":
      return deputy(world, heard);
    case "set":
      return setting(world, heard);
    case "alias":
      return alias(world, heard, prefer);
    case "bind_channel":
      return steered(world, { do: "bind_channel" }, words.bindText(world.lang));
    case "preview_digest":
      return steered(world, { do: "preview_digest", week: world.reportWeek }, words.previewText(world.lang, weekText(world.reportWeek, world.lang, world.today)));
    case "withdraw_digest": {
      const week = weekBeforeNow(world);
      return steered(world, { do: "withdraw_digest", week }, words.withdrawText(world.lang, weekText(week, world.lang, world.today)));
    }
    case "test_round":
      return steered(world, { do: "test_round" }, words.testText(world.lang));
    case "delete_report":
      return { is: "refuse", why: "delete_report" };
    case "change_figure":
      return { is: "refuse", why: "change_figure" };
    case "verify":
      return { is: "refuse", why: "verify" };
  }
}

function confirm(action: Action, lines: readonly string[], measures: readonly MeasureId[] = [], orgs: readonly OrgId[] = []): Outcome {
  return { is: "confirm", action, lines, measures, orgs };
}

function steered(world: World, action: Action, line: string): Outcome {
  return maySteer(world.whole.facts, world.viewer) ? confirm(action, [line]) : { is: "refuse", why: "steer" };
}

/** Units the asker answers for: their own, and on this day those of a chef they stand in for. */
function reportable(world: World): OrgId[] {
  const { facts } = world.whole;
  const away = standsInFor(facts, world.viewer.email, world.today).flatMap((email) => unitsLedBy(facts, email));
  return [...new Set([...unitsLedBy(facts, world.viewer.email), ...away])];
}

function orgsNamed(world: World, heard: Heard, prefer: Preference): { orgs: readonly OrgId[]; ambiguous: readonly OrgId[] } {
  const subjects = settleSubjects(heard, world.whole.facts, ["org"], true, prefer);
  return { orgs: subjects.orgs, ambiguous: subjects.ambiguous?.orgs ?? [] };
}

function unitChoice(world: World, units: readonly OrgId[]): Outcome {
  const choices = units.slice(0, MOST_CHOICES).map((unit): Choice => ({ label: orgName(world, unit), measures: [], orgs: [unit] }));
  return { is: "clarify", line: words.whichUnit(world.lang), choices };
}

interface Said {
  readonly measure: MeasureId;
  readonly state: ReportableState;
}

function report(world: World, wish: Extract<Wish, { wish: "report" }>, heard: Heard, prefer: Preference): Outcome {
  const said = statesSaid(heard, world, prefer);
  if (said === null) return { is: "unknown" };
  const units = unitsFor(world, heard, prefer, said.map((one) => one.measure));
  if (units.length === 0) return { is: "refuse", why: "report" };
  if (units.length > 1) return unitChoice(world, units);
  const unit = units[0] as OrgId;
  const right = reportingRight(world.whole.facts, world.viewer, unit, world.today);
  if (!right || world.viewer.channel) return { is: "refuse", why: "report" };
  const week = world.reportWeek;
  const onCard = cardLinesOf(world.whole, unit, week);
  const all = wish.all;
  const chosen: readonly Said[] = all ? onCard.map((line) => ({ measure: line.measure.id, state: all })) : said;
  const missing = chosen.find((one) => !onCard.some((line) => line.measure.id === one.measure));
  if (missing) return { is: "tell", lines: [words.noLineFor(world.lang, orgName(world, unit), missing.measure)], orgs: [unit] };
  const comment = all || wish.noNews ? null : commentIn(heard);
  const cause = causeIn(heard);
  const lines = chosen.map((one, i): ReportedLine => ({ measure: one.measure, state: one.state, cause: one.state === "on_track" || one.state === "done" ? null : cause, nextStep: null, doneBy: doneBy(heard), support: null, risks: [], comment: i === 0 ? comment : null }));
  const head = words.reportHead(world.lang, orgName(world, unit), weekText(week, world.lang, world.today), right.as !== "manager");
  const shown = lines.slice(0, 12).map((line) => words.reportLine(world.lang, nameOfMeasure(world, line.measure), STATE_WORDS[line.state][world.lang], line.cause ? CAUSE_WORDS[line.cause][world.lang] : null, line.comment));
  const tail = lines.length === 0 ? [words.noNews(world.lang)] : lines.length < onCard.length ? [words.unchanged(world.lang)] : [];
  return confirm({ do: "report", unit, week, lines }, [head, ...shown, ...tail], lines.map((line) => line.measure), [unit]);
}

function nameOfMeasure(world: World, id: MeasureId): string {
  const measure = measureOf(world.whole.facts, id);
  return measure ? measureName(measure) : id;
}

const STATE_OF: ReadonlyMap<Concept, ReportableState> = new Map([["state.on_track", "on_track"], ["state.deviation", "deviation"], ["state.critical", "critical"], ["state.paused", "paused"], ["state.done", "done"]]);

// Each measure with the state said next after it ("Å-06 gul, Å-04 röd") or, for the last, before it ("sätt gul på Å-06").
function statesSaid(heard: Heard, world: World, prefer: Preference): Said[] | null {
  const named = mentionsOf(heard, "measure").filter((mention) => !mention.weak && mention.readings.some((reading) => reading.ref.kind === "measure" && reading.by !== "words"));
  const usable = named.length > 0 ? named : mentionsOf(heard, "measure").slice(0, 1);
  const states = heard.tags.flatMap((tag) => { const state = STATE_OF.get(tag.concept); return state ? [{ state, start: tag.start }] : []; });
  const found: Said[] = [];
  for (const [i, mention] of usable.entries()) {
    const until = usable[i + 1]?.start ?? heard.tokens.length;
    const after = states.find((one) => one.start >= mention.end && one.start < until);
    const state = after ?? (usable.length === 1 ? states[0] : undefined);
    if (!state) continue;
    const ids = [...new Set(mention.readings.flatMap((reading) => (reading.ref.kind === "measure" ? [reading.ref.id] : [])))];
    const mine = ids.length > 1 ? ids.filter((id) => prefer.measures.includes(id) || unitsFor(world, heard, prefer, [id]).length > 0) : ids;
    if (mine.length !== 1) return null;
    found.push({ measure: mine[0] as MeasureId, state: state.state });
  }
  return found;
}

// The unit named, else the asker's own that has a line for the measure, else (on behalf) the measure's owner.
function unitsFor(world: World, heard: Heard, prefer: Preference, measures: readonly MeasureId[]): readonly OrgId[] {
  const named = orgsNamed(world, heard, prefer);
  if (named.orgs.length > 0) return named.orgs.slice(0, 1);
  if (named.ambiguous.length > 0) return named.ambiguous.filter((unit) => reportingRight(world.whole.facts, world.viewer, unit, world.today) !== null);
  const own = reportable(world);
  const withLine = own.filter((unit) => measures.every((id) => takesPart(world, unit, id)));
  if (withLine.length > 0 || measures.length === 0) return withLine;
  const owner = measureOf(world.whole.facts, measures[0] as MeasureId)?.owner;
  return own.length === 0 && owner && reportingRight(world.whole.facts, world.viewer, owner, world.today) ? [owner] : [];
}

function takesPart(world: World, unit: OrgId, id: MeasureId): boolean {
  return measureOf(world.whole.facts, id)?.owner === unit || participationsOf(world.whole.facts, id).some((row) => row.unit === unit);
}

// What is said after the colour and a comma is the comment.
function commentIn(heard: Heard): string | null {
  const text = heard.text.trim();
  const match = /[,;:.–-]\s+(\S.{3,})$/u.exec(text);
  if (!match?.[1]) return null;
  const rest = match[1].trim().slice(0, 280);
  return /\b(gul|röd|grön|yellow|red|green)\b/i.test(rest) && rest.length < 30 ? null : rest;
}

function causeIn(heard: Heard) {
  return CAUSES.find((cause) => cause !== "other" && heard.has(`cause.${cause}`)) ?? null;
}

function doneBy(heard: Heard): IsoDate | null {
  const date = heard.whens.map((span) => span.when).find((when) => when.is === "dates");
  return date?.is === "dates" ? date.to : null;
}

function remind(world: World, heard: Heard, prefer: Preference): Outcome {
  const named = orgsNamed(world, heard, prefer);
  if (named.ambiguous.length > 0) return unitChoice(world, named.ambiguous);
  const region = regionOf(world.whole.facts)?.id;
  const tops = named.orgs.length > 0 ? named.orgs : region ? [region] : [];
  if (!tops.every((org) => mayRemind(world.whole.facts, world.viewer, org))) return { is: "refuse", why: "steer" };
  const said = heard.whens.map((span) => span.when).find((when) => when.is === "weeks");
  const week = said?.is === "weeks" && said.to !== world.week ? said.to : world.reportWeek;
  const missing = coverageOf(world.whole, week).missing.filter((unit) => tops.some((org) => isUnder(world.whole.facts, unit, org)));
  const label = weekText(week, world.lang, world.today);
  if (missing.length === 0) return { is: "tell", lines: [words.nobodyToRemind(world.lang, label)], orgs: [] };
  const where = named.orgs.length > 0 ? named.orgs.map((id) => orgName(world, id)).join(", ") : words.wholePlan(world.lang);
  return confirm({ do: "remind", week, units: named.orgs.length > 0 ? missing : [] }, [words.remindText(world.lang, String(missing.length), where, label)], [], world.viewer.channel ? [] : missing);
}

function support(world: World, wish: Extract<Wish, { wish: "support" }>, heard: Heard, prefer: Preference): Outcome {
  const named = orgsNamed(world, heard, prefer);
  // "HR-stöd" and "ekonomi" are types here, also where units are called so.
  const typed = new Set(heard.tags.filter((tag) => tag.concept.startsWith("sup.")).flatMap((tag) => mentionsOf(heard, "org").filter((mention) => mention.start >= tag.start && mention.end <= tag.end).flatMap((mention) => mention.readings.map((reading) => reading.ref.id))));
  const orgs = named.orgs.filter((org) => !typed.has(org));
  const units = orgs.length > 0 ? orgs : reportable(world);
  if (units.length === 0) return { is: "refuse", why: "report" };
  const allowed = units.filter((unit) => reportingRight(world.whole.facts, world.viewer, unit, world.today) !== null);
  if (allowed.length === 0) return { is: "refuse", why: "report" };
  if (allowed.length > 1) return unitChoice(world, allowed);
  const unit = allowed[0] as OrgId;
  const type = wish.types[0];
  if (!type || wish.types.length > 1) {
    const types = wish.types.length > 1 ? wish.types : SUPPORT_TYPES;
    return { is: "clarify", line: words.whichSupport(world.lang), choices: types.slice(0, MOST_CHOICES).map((one) => ({ label: SUPPORT_WORDS[one][world.lang], measures: [], orgs: [] })) };
  }
  return confirm({ do: "support", unit, type }, [words.supportText(world.lang, orgName(world, unit), SUPPORT_WORDS[type][world.lang])], [], [unit]);
}

function exportPlan(world: World, form: "xlsx" | "csv", heard: Heard, prefer: Preference): Outcome {
  const named = orgsNamed(world, heard, prefer);
  if (named.ambiguous.length > 0) return unitChoice(world, named.ambiguous);
  const scope = named.orgs[0] ?? null;
  const say = (org: OrgId | null) => confirm({ do: "export", form, scope: org }, [words.exportText(world.lang, org ? orgName(world, org) : words.wholePlan(world.lang), form)], [], org ? [org] : []);
  if (mayExport(world.whole.facts, world.viewer, scope)) return say(scope);
  const own = [...new Set(world.viewer.roles.map((role) => role.org))];
  if (scope !== null || own.length === 0) return { is: "refuse", why: "export" };
  return own.length === 1 ? say(own[0] as OrgId) : unitChoice(world, own);
}

function pause(world: World, heard: Heard): Outcome {
  const said = heard.whens.map((span) => (span.when.is === "ahead" ? addDays(world.today, span.when.days) : (lastDayIn(span.when) ?? firstDayOf(span.when)))).find((date) => date !== null);
  const latest = addDays(world.today, PAUSE_DAYS);
  const until = said && said > world.today && said <= latest ? said : latest;
  return confirm({ do: "pause_reminders", until }, [words.pauseText(world.lang, dateText(until, world.lang, world.today), until !== said)]);
}

function deputy(world: World, heard: Heard): Outcome {
  const { facts } = world.whole;
  if (unitsLedBy(facts, world.viewer.email).length === 0) return { is: "refuse", why: "report" };
  const email = /[\w.+-]+@[\w.-]+\w/u.exec(heard.text.toLowerCase())?.[0] ?? mentionsOf(heard, "person")[0]?.readings.find((reading) => reading.ref.kind === "person")?.ref.id ?? null;
  const dates = heard.whens.map((span) => span.when);
  const from = dates[0] ? (firstDayOf(dates[0]) ?? world.today) : world.today;
  const last = dates.at(-1);
  const to = last ? last.is === "ahead" ? addDays(world.today, last.days) : lastDayIn(last) : null;
  if (!email || !to || nameOf(facts, email) === null || email === world.viewer.email) return { is: "tell", lines: [words.whichDeputy(world.lang)], orgs: [] };
  const begins = from < world.today ? world.today : from;
  return confirm({ do: "deputy", deputy: email as Email, from: begins, to: to < begins ? begins : to }, [words.deputyText(world.lang, world.viewer.channel ? email.split("@")[0] ?? "" : (nameOf(facts, email) ?? email), dateText(begins, world.lang, world.today), dateText(to < begins ? begins : to, world.lang, world.today))]);
}

function setting(world: World, heard: Heard): Outcome {
  const wish = readRhythmWish(heard.text.slice(0, 300));
  if (!wish) return { is: "unknown" };
  if (!maySteer(world.whole.facts, world.viewer)) return { is: "refuse", why: "steer" };
  const change = changeRhythm(world.rhythm, wish.key, wish.value);
  if (!change.ok) return { is: "tell", lines: [words.setProblem(world.lang)], orgs: [] };
  return confirm({ do: "set", key: wish.key, value: wish.value }, [words.setText(world.lang, words.SETTINGS[wish.key]?.[world.lang] ?? wish.key, wish.value)]);
}

function alias(world: World, heard: Heard, prefer: Preference): Outcome {
  if (!maySteer(world.whole.facts, world.viewer)) return { is: "refuse", why: "steer" };
  const quoted = /["”“'»]([^"”“'»«]{2,60})["”“'«]/u.exec(heard.text)?.[1]?.trim();
  const after = /\balias(?:et)?\s+(.{2,60}?)\s+(?:för|till|for|to|på)\b/iu.exec(heard.text)?.[1]?.trim();
  const name = quoted ?? after;
  const subjects = settleSubjects(heard, world.whole.facts, ["measure", "org"], false, prefer);
  if (subjects.ambiguous) return unitChoice(world, subjects.ambiguous.orgs);
  const measure = subjects.measures[0] ?? null;
  const org = measure ? null : (subjects.orgs[0] ?? null);
  if (!name || (!measure && !org)) return { is: "tell", lines: [words.aliasHow(world.lang)], orgs: [] };
  return confirm({ do: "alias", alias: name, measure, org }, [words.aliasText(world.lang, name, measure ? nameOfMeasure(world, measure) : orgName(world, org as OrgId))], measure ? [measure] : [], org ? [org] : []);
}
