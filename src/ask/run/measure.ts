// Pure. One measure: why, since when, what hangs on what, its attributes.
import { measureOf, assumptionsOf, milestonesOf, participationsOf, prerequisitesOf } from "../../plan/facts.ts";
import { dateText, listText, monthText, weekText } from "../../plan/format.ts";
import { plannedOf } from "../../plan/measure-amounts.ts";
import { wholeYear } from "../../plan/moment.ts";
import { nearestPeople } from "../../plan/people.ts";
import { isUnder } from "../../plan/organisation.ts";
import type { Measure, OrgId, Prerequisite } from "../../plan/plan.ts";
import { mayKnowName, mayReadText } from "../../plan/rights.ts";
import { allDependantsOf, atRiskAmong, atRiskBehind, dependantsOf, unmetOf } from "../../plan/risk.ts";
import { latestLineOf, stateAt, weeksInState } from "../../plan/status.ts";
import { percentOf, type Sek } from "../../plan/amount.ts";
import { addMonths, monthFrom, monthNumber, monthYear } from "../../plan/week.ts";
import { CAUSE_WORDS, CONSULTATION_WORDS, HORIZON_WORDS, IMPACT_WORDS, KIND_WORDS, MECHANISM_WORDS, MET_WORDS, PERMANENCE_WORDS, RISK_WORDS, STANDING_WORDS, STATE_WORDS } from "../../plan/words.ts";
import type { PlanQuery } from "../schema.ts";
import * as effect from "../words/effect-words.ts";
import * as words from "../words/measure-words.ts";
import { scopeOf, whoOf } from "./figure.ts";
import { ownerLine, reasonLines, sinceText, spreadText } from "./measure-status.ts";
import { runMilestones } from "./happenings.ts";
import type { Of, Pen, Result } from "./pen.ts";
import { stateText } from "./state-text.ts";
import { measureName, measuresByIds, orgName, subjectOf, type World } from "./world.ts";

export function runSince(world: World, query: PlanQuery): Result {
  const measures = query.measures.length > 0 ? measuresByIds(world, query.measures) : scopeOf(world, query).filter((measure) => query.toState.length === 0 || query.toState.includes(stateAt(world.plan, measure, world.week).state)).slice(0, 10);
  const lines = measures.flatMap((measure) => sinceLines(world, measure, query));
  return { lines, measures: measures.map((measure) => measure.id), orgs: query.orgs };
}

function sinceLines(world: World, measure: Measure, query: PlanQuery): string[] {
  const now = stateAt(world.plan, measure, world.week);
  const state = stateText(now.state, world.lang);
  const asked = query.toState;
  if (asked.length > 0 && !asked.includes(now.state)) {
    const before = world.plan.book.history(measure.owner, measure.id, world.plan.now).filter((line) => asked.includes(line.state));
    const first = before[0];
    const last = before.at(-1);
    const was = first && last ? [words.wasThatState(world.lang, first.week === last.week ? weekText(first.week, world.lang, world.today) : `${weekText(first.week, world.lang, world.today)}–${weekText(last.week, world.lang, world.today)}`)] : [];
    return [words.notThatState(world.lang, measureName(measure), STATE_WORDS[asked[0] as Measure["state"]][world.lang], state), ...was];
  }
  const since = sinceText(world, measure, world.week);
  if (since === null) return [words.sinceUnknown(world.lang, measureName(measure), state), ...reasonLines(world, measure, world.week).slice(0, 2)];
  const weeks = weeksInState(now, world.reportWeek);
  return [words.sinceText(world.lang, measureName(measure), state, since, weeks === null || weeks < 1 ? null : String(weeks)), ...reasonLines(world, measure, world.week).slice(0, 2)];
}

export function prerequisiteText(world: World, row: Prerequisite): string {
  const on = row.dependsOn ? measureOf(world.plan.facts, row.dependsOn) : null;
  return `• ${row.description}${on ? ` (${on.id})` : ""} – ${MET_WORDS[row.met][world.lang]}${row.date ? ` ${row.date}` : ""}`;
}

export function runDependsOn(world: World, query: PlanQuery, pen: Pen): Result {
  const measures = query.measures.length > 0 ? measuresByIds(world, query.measures) : scopeOf(world, query);
  const lines: string[] = [];
  const on: Measure["id"][] = [];
  for (const measure of measures.slice(0, 8)) {
    const rows = prerequisitesOf(world.plan.facts, measure.id);
    if (rows.length === 0) {
      if (measures.length === 1) lines.push(words.noPrerequisites(world.lang, measureName(measure)));
      continue;
    }
    const of: Of = { subject: measure.id };
    lines.push(words.dependsHead(world.lang, measureName(measure), pen.count("count", rows.length, { ...of, filter: "förutsättningar" }), pen.count("count", unmetOf(world.plan, measure.id).length, { ...of, filter: "ouppfyllda förutsättningar" })));
    lines.push(...rows.map((row) => prerequisiteText(world, row)));
    on.push(measure.id, ...rows.flatMap((row) => (row.dependsOn && measureOf(world.plan.facts, row.dependsOn) ? [row.dependsOn] : [])));
  }
  return { lines, measures: on.length > 0 ? [...new Set(on)] : measures.slice(0, 8).map((measure) => measure.id), orgs: query.orgs };
}

export function runDependents(world: World, query: PlanQuery, pen: Pen): Result {
  const lines: string[] = [];
  const found: Measure["id"][] = [];
  for (const measure of measuresByIds(world, query.measures)) {
    const direct = dependantsOf(world.plan, measure.id);
    const all = allDependantsOf(world.plan, measure.id).filter((other) => !direct.includes(other));
    if (direct.length === 0) {
      lines.push(words.noDependents(world.lang, measureName(measure)));
      continue;
    }
    lines.push(words.dependentsHead(world.lang, measureName(measure), pen.count("count", direct.length, { subject: measure.id, filter: "beroende åtgärder" })));
    lines.push(...direct.map((other) => `• ${measureName(other)} – ${stateText(stateAt(world.plan, other, world.week).state, world.lang)}`));
    if (all.length > 0) lines.push(words.furtherLine(world.lang, listText(all.map(measureName), world.lang)));
    const risk = atRiskBehind(world.plan, measure.id).sum;
    if (risk.amount !== null) lines.push(words.atRiskText(world.lang, measure.id, pen.mkr("at_risk", risk.amount, { subject: measure.id }), pen.count("count", direct.length + all.length, { subject: measure.id, filter: "beroende direkt eller indirekt" })));
    found.push(...direct.map((other) => other.id), ...all.map((other) => other.id));
  }
  return { lines, measures: found.length > 0 ? [...new Set(found)] : query.measures, orgs: [] };
}

export function runAtRisk(world: World, query: PlanQuery, pen: Pen): Result {
  if (query.measures.length === 0) return planAtRisk(world, query, pen);
  const lines: string[] = [];
  const found: Measure["id"][] = [];
  for (const measure of measuresByIds(world, query.measures)) {
    const risk = atRiskBehind(world.plan, measure.id);
    const all = allDependantsOf(world.plan, measure.id);
    const of: Of = { subject: measure.id };
    if (risk.sum.amount !== null) lines.push(words.atRiskText(world.lang, measureName(measure), pen.mkr("at_risk", risk.sum.amount, of), pen.count("count", risk.measures.length, { ...of, filter: "beroende" })));
    else lines.push(words.atRiskNone(world.lang, measureName(measure), pen.count("count", all.length, { ...of, filter: "beroende" })));
    if (measure.decided !== null) lines.push(words.ownDecided(world.lang, pen.mkr("decided", measure.decided, of)));
    if (risk.sum.unknown > 0) lines.push(effect.uncountedText(world.lang, pen.count("uncounted", risk.sum.unknown, { ...of, filter: "beroende" })));
    lines.push(...risk.measures.slice(0, 8).map((other) => `• ${measureName(other)}${other.decided === null ? "" : ` – ${pen.mkr("decided", other.decided, { subject: other.id })}`}`));
    found.push(...risk.measures.map((other) => other.id));
  }
  return { lines, measures: found.length > 0 ? [...new Set(found)] : query.measures, orgs: [] };
}

function planAtRisk(world: World, query: PlanQuery, pen: Pen): Result {
  const risk = atRiskAmong(world.plan, scopeOf(world, query));
  const of: Of = { subject: subjectOf(world, query.orgs, []) };
  const who = whoOf(world, query);
  if (risk.sum.amount === null) return { lines: [effect.missingText(world.lang, who, effect.FIGURE_LABELS.at_risk[world.lang], "")], orgs: query.orgs };
  const lines = [words.planAtRisk(world.lang, who, pen.mkr("at_risk", risk.sum.amount, of), pen.count("count", risk.measures.length, { ...of, filter: "ouppfylld förutsättning" })), ...risk.measures.slice(0, 5).map((other) => `• ${measureName(other)}${other.decided === null ? "" : ` – ${pen.mkr("decided", other.decided, { subject: other.id })}`}`)];
  return { lines, measures: risk.measures.map((measure) => measure.id), orgs: query.orgs };
}

export function runWhatIf(world: World, query: PlanQuery, pen: Pen): Result {
  const lines = measuresByIds(world, query.measures).flatMap((measure) => whatIfLines(world, measure, query, pen));
  return { lines, measures: query.measures, orgs: [] };
}

function whatIfLines(world: World, measure: Measure, query: PlanQuery, pen: Pen): string[] {
  const month = query.assume?.start ?? query.assume?.end ?? world.through;
  const year = Math.max(monthYear(world.through), query.assume?.start ? monthYear(world.through) : monthYear(month));
  const of: Of = { subject: measure.id, period: String(year) };
  const planned = plannedOf(world.plan, measure, wholeYear(year));
  const name = measureName(measure);
  const named = monthText(month, world.lang, world.today);
  if (query.assume?.end) {
    if (planned === null) return [effect.whatIfUnknown(world.lang, name)];
    const before = addMonths(month, -1);
    const left = before < monthFrom(year, 1) ? 0 : (plannedOf(world.plan, measure, { from: monthFrom(year, 1), to: before }) ?? 0);
    return [effect.whatIfStop(world.lang, name, named, pen.mkr("what_if", left as Sek, of), String(year), pen.mkr("lost", (planned - left) as Sek, { ...of, filter: "räkneexempel" })), effect.assumptionNote(world.lang)];
  }
  if (measure.decided === null) return [effect.whatIfUnknown(world.lang, name)];
  const months = monthYear(month) > year ? 0 : monthYear(month) < year ? 12 : 13 - monthNumber(month);
  const value = Math.round((measure.decided * months) / 12) as Sek;
  return [effect.whatIfStart(world.lang, name, named, pen.mkr("what_if", value, of), String(year), pen.mkr("planned_year", (planned ?? 0) as Sek, of)), effect.assumptionNote(world.lang)];
}

export function runDetail(world: World, query: PlanQuery, pen: Pen): Result {
  if (query.measures.length === 0) return { lines: [], orgs: query.orgs };
  const parts = measuresByIds(world, query.measures).slice(0, 8).map((measure) => detailOf(world, measure, query, pen));
  const refused = parts.find((part) => part.refuse);
  return {
    lines: parts.flatMap((part) => part.lines),
    measures: [...new Set([...query.measures, ...parts.flatMap((part) => part.measures ?? [])])],
    orgs: [...new Set([...query.orgs, ...parts.flatMap((part) => part.orgs ?? [])])],
    ...(refused?.refuse && { refuse: refused.refuse }),
  };
}

function detailOf(world: World, measure: Measure, query: PlanQuery, pen: Pen): Result {
  const { lang } = world;
  const name = measureName(measure);
  const { state } = stateAt(world.plan, measure, world.week);
  const line = latestLineOf(world.plan, measure);
  const attribute = (key: keyof typeof words.LABELS, value: string | null): Result => ({ lines: [words.attributeText(lang, name, words.LABELS[key][lang], value)] });
  switch (query.detail) {
    case "owner":
      return { lines: [words.attributeText(lang, name, words.LABELS.owner[lang], orgName(world, measure.owner)), ownerLine(world, measure), ...chiefLines(world, measure)], orgs: [measure.owner] };
    case "start":
      return { lines: [measure.start !== null && measure.start <= world.today.slice(0, 7) && state !== "not_started" ? words.startedText(lang, name, monthText(measure.start, lang, world.today), stateText(state, lang)) : words.startText(lang, name, measure.start === null ? null : monthText(measure.start, lang, world.today), stateText(state, lang))] };
    case "end": {
      const milestone = milestonesOf(world.plan.facts, measure.id).find((row) => row.done === null);
      return { lines: [words.endText(lang, name, measure.end === null ? null : monthText(measure.end, lang, world.today), stateText(state, lang)), ...(milestone ? [`• ${milestone.name}: ${dateText(milestone.date, lang, world.today)}`] : [])] };
    }
    case "participants":
      return participants(world, measure, pen);
    case "unit_share":
      return query.orgs.length > 0 ? unitShare(world, measure, query.orgs, pen) : participants(world, measure, pen);
    case "prerequisites":
      return runDependsOn(world, { ...query, measures: [measure.id] }, pen);
    case "assumptions": {
      const rows = assumptionsOf(world.plan.facts, measure.id);
      return { lines: rows.length === 0 ? [words.attributeText(lang, name, lang === "sv" ? "antaganden" : "assumptions", null)] : [`${name}:`, ...rows.map((row) => `• ${row.text} – ${STANDING_WORDS[row.standing][lang]}${row.review ? `, ${lang === "sv" ? "omprövas" : "reviewed"} ${row.review}` : ""}`)] };
    }
    case "milestones":
      return runMilestones(world, { ...query, intent: "milestones", measures: [measure.id] }, pen);
    case "consultation":
      return attribute("consultation", measure.consultation ? CONSULTATION_WORDS[measure.consultation][lang] : null);
    case "impact":
      return attribute("impact", measure.impactAssessment ? IMPACT_WORDS[measure.impactAssessment][lang] : null);
    case "next_step":
      if (!mayReadText(world.whole.facts, world.viewer, measure.owner)) return { lines: line?.cause ? [words.causeLine(lang, CAUSE_WORDS[line.cause][lang])] : [], refuse: "comments" };
      return { lines: [words.attributeText(lang, name, words.LABELS.next_step[lang], line?.nextStep ?? null), ...(line?.doneBy ? [words.attributeText(lang, measure.id, words.LABELS.done_by[lang], dateText(line.doneBy, lang, world.today))] : [])] };
    case "done_by":
      return attribute("done_by", line?.doneBy ? dateText(line.doneBy, lang, world.today) : null);
    case "counter_indicator":
      return attribute("counter_indicator", measure.counterIndicator);
    case "source":
      return attribute("source", measure.source);
    case "replaced_by": {
      const next = measure.replacedBy ? measureOf(world.plan.facts, measure.replacedBy) : null;
      return next ? { lines: [`${name}: ${words.replacedLine(lang, measureName(next))}`], measures: [next.id] } : { lines: [words.noReplacement(lang, name)] };
    }
    case "horizon":
      return attribute("horizon", HORIZON_WORDS[measure.horizon][lang]);
    case "kind":
      return attribute("kind", measure.kind ? KIND_WORDS[measure.kind][lang] : null);
    case "mechanism":
      return attribute("mechanism", measure.mechanism ? MECHANISM_WORDS[measure.mechanism][lang] : null);
    case "theme":
      return attribute("theme", measure.theme || null);
    case "special":
      return attribute("special", words.yesNo(lang, measure.special));
    case "permanence":
      return attribute("permanence", measure.permanence ? PERMANENCE_WORDS[measure.permanence][lang] : null);
    case "risks":
      return attribute("risks", line && line.risks.length > 0 ? listText(line.risks.map((risk) => RISK_WORDS[risk][lang]), lang) : null);
    case "spread": {
      const spread = spreadText(world, measure, world.week);
      return { lines: [words.stateLine(lang, name, stateText(state, lang), sinceText(world, measure, world.week)), ...(spread ? [words.spreadLine(lang, spread)] : [])] };
    }
    case "reported":
      return { lines: [`${name}: ${words.reportedLine(lang, line ? `${weekText(line.week, lang, world.today)} (${dateText(new Date(line.reportedAt).toISOString().slice(0, 10) as never, lang, world.today)})` : null)}`], orgs: [measure.owner] };
    default:
      return { lines: [words.stateLine(lang, name, stateText(state, lang), sinceText(world, measure, world.week)), ownerLine(world, measure)] };
  }
}

function chiefLines(world: World, measure: Measure): string[] {
  const people = nearestPeople(world.whole.facts, measure.owner, "line_manager").filter((person) => person.org === measure.owner && mayKnowName(world.whole.facts, world.viewer, person.email));
  return people.length === 0 ? [] : [words.responsiblePerson(world.lang, listText(people.map((person) => person.name), world.lang))];
}

function unitShare(world: World, measure: Measure, orgs: readonly OrgId[], pen: Pen): Result {
  const rows = participationsOf(world.plan.facts, measure.id).filter((row) => orgs.some((org) => isUnder(world.plan.facts, row.unit, org)));
  const known = rows.flatMap((row) => row.share ?? []);
  const who = orgs.map((org) => orgName(world, org)).join(", ");
  if (known.length === 0) return { lines: [words.noShare(world.lang, who, measureName(measure))], orgs };
  const share = known.reduce((sum, one) => sum + one, 0) as Sek;
  const of: Of = { subject: orgs[0] as OrgId, filter: `andel av ${measure.id}` };
  const percent = measure.decided ? percentOf(share, measure.decided) : null;
  return { lines: [words.shareLine(world.lang, who, measureName(measure), pen.mkr("decided", share, of), measure.decided === null ? null : pen.mkr("decided", measure.decided, { subject: measure.id }), percent === null ? null : pen.percent("share", percent, of))], orgs };
}

function participants(world: World, measure: Measure, pen: Pen): Result {
  const rows = participationsOf(world.plan.facts, measure.id);
  const name = measureName(measure);
  if (rows.length === 0) return { lines: [words.onlyOwner(world.lang, name, orgName(world, measure.owner))], orgs: [measure.owner] };
  const list = rows.map((row) => `${orgName(world, row.unit)}${row.share === null ? "" : ` (${pen.mkr("decided", row.share, { subject: row.unit, filter: `andel av ${measure.id}` })})`}`);
  const spread = spreadText(world, measure, world.week);
  return { lines: [words.participantsText(world.lang, name, pen.count("count", rows.length, { subject: measure.id, filter: "deltagande enheter" }), listText(list, world.lang)), ...(spread ? [words.spreadLine(world.lang, spread)] : [])], orgs: rows.map((row) => row.unit) };
}

