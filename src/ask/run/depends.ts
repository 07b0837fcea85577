// Pure. What a measure waits for, what waits for it, and the effect behind it.

import { sumDecided } from "../../plan/effect.ts";
import { measureOf, prerequisitesOf } from "../../plan/facts.ts";
import { listText } from "../../plan/format.ts";
import type { Measure, Prerequisite } from "../../plan/plan.ts";
import { allDependantsOf, atRiskAmong, atRiskBehind, chainTo, dependantsOf, unmetOf } from "../../plan/risk.ts";
import { stateAt } from "../../plan/status.ts";
import { MET_WORDS } from "../../plan/words.ts";
import type { PlanQuery } from "../schema.ts";
import * as dependsWords from "../words/depends-words.ts";
import * as effect from "../words/effect-words.ts";
import { filterCode } from "../words/filter-words.ts";
import { assumptionNote } from "../words/what-if-words.ts";
import type { Of, Pen, Result } from "./pen.ts";
import { scopeOf, whoOf } from "./span.ts";
import { stateText } from "./state-text.ts";
import { measureName, measuresByIds, subjectOf, type World } from "./world.ts";

export function prerequisiteText(world: World, row: Prerequisite): string {
  const on = row.dependsOn ? measureOf(world.plan.facts, row.dependsOn) : null;
  return `• ${row.description}${on ? ` (${on.id})` : ""} – ${MET_WORDS[row.met][world.lang]}${row.date ? ` ${row.date}` : ""}`;
}

export function runDependsOn(world: World, query: PlanQuery, pen: Pen): Result {
  const measures = query.measures.length > 0 ? measuresByIds(world, query.measures) : scopeOf(world, query);
  const [from, to] = measuresByIds(world, query.measures);
  if (query.about === "chain" && from && to) return chained(world, from, to);
  const lines: string[] = [];
  const on: Measure["id"][] = [];
  for (const measure of measures.slice(0, 8)) {
    const rows = prerequisitesOf(world.plan.facts, measure.id);
    if (rows.length === 0) {
      if (measures.length === 1) lines.push(dependsWords.noPrerequisites(world.lang, measureName(measure)));
      continue;
    }
    const of: Of = { subject: measure.id };
    lines.push(
      dependsWords.dependsHead(
        world.lang,
        measureName(measure),
        pen.count("count", rows.length, { ...of, filter: "förutsättningar" }),
        pen.count("count", unmetOf(world.plan, measure.id).length, { ...of, filter: "ouppfyllda förutsättningar" }),
      ),
    );
    lines.push(...rows.map((row) => prerequisiteText(world, row)));
    on.push(
      measure.id,
      ...rows.flatMap((row) => (row.dependsOn && measureOf(world.plan.facts, row.dependsOn) ? [row.dependsOn] : [])),
    );
  }
  return {
    lines,
    measures: on.length > 0 ? [...new Set(on)] : measures.slice(0, 8).map((measure) => measure.id),
    orgs: query.orgs,
  };
}

// "Beror M-01 på M-02?"
function chained(world: World, from: Measure, to: Measure): Result {
  const chain = chainTo(world.plan, from.id, to.id);
  return {
    lines: [
      chain.length > 0
        ? dependsWords.chainText(world.lang, measureName(from), measureName(to), chain.join(" → "))
        : dependsWords.noChainText(world.lang, measureName(from), measureName(to)),
    ],
    measures: chain.length > 0 ? chain : [from.id, to.id],
    orgs: [],
  };
}

export function runDependents(world: World, query: PlanQuery, pen: Pen): Result {
  const lines: string[] = [];
  const found: Measure["id"][] = [];
  for (const measure of measuresByIds(world, query.measures)) {
    const direct = dependantsOf(world.plan, measure.id);
    const all = allDependantsOf(world.plan, measure.id).filter((other) => !direct.includes(other));
    if (direct.length === 0) {
      lines.push(dependsWords.noDependents(world.lang, measureName(measure)));
      continue;
    }
    lines.push(
      dependsWords.dependentsHead(
        world.lang,
        measureName(measure),
        pen.count("count", direct.length, { subject: measure.id, filter: "beroende åtgärder" }),
      ),
    );
    lines.push(
      ...direct.map(
        (other) => `• ${measureName(other)} – ${stateText(stateAt(world.plan, other, world.week).state, world.lang)}`,
      ),
    );
    if (all.length > 0) lines.push(dependsWords.furtherLine(world.lang, listText(all.map(measureName), world.lang)));
    const risk = atRiskBehind(world.plan, measure.id).sum;
    if (risk.amount !== null)
      lines.push(
        dependsWords.atRiskText(
          world.lang,
          measure.id,
          pen.mkr("at_risk", risk.amount, { subject: measure.id }),
          pen.count("count", direct.length + all.length, {
            subject: measure.id,
            filter: "beroende direkt eller indirekt",
          }),
        ),
      );
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
    if (risk.sum.amount !== null)
      lines.push(
        dependsWords.atRiskText(
          world.lang,
          measureName(measure),
          pen.mkr("at_risk", risk.sum.amount, of),
          pen.count("count", risk.measures.length, { ...of, filter: "beroende" }),
        ),
      );
    else if (all.length === 0) lines.push(dependsWords.noDependents(world.lang, measureName(measure)));
    else
      lines.push(
        dependsWords.atRiskNone(
          world.lang,
          measureName(measure),
          pen.count("count", all.length, { ...of, filter: "beroende" }),
        ),
      );
    if (measure.decided !== null)
      lines.push(dependsWords.ownDecided(world.lang, pen.mkr("decided", measure.decided, of)));
    if (risk.sum.unknown > 0)
      lines.push(
        effect.uncountedText(world.lang, pen.count("uncounted", risk.sum.unknown, { ...of, filter: "beroende" })),
      );
    lines.push(
      ...risk.measures
        .slice(0, 8)
        .map(
          (other) =>
            `• ${measureName(other)}${other.decided === null ? "" : ` – ${pen.mkr("decided", other.decided, { subject: other.id })}`}`,
        ),
    );
    found.push(...risk.measures.map((other) => other.id));
  }
  if (query.measures.length > 1) lines.unshift(...stoppedSet(world, query, pen));
  lines.push(assumptionNote(world.lang));
  const shown = query.measures.length > 1 ? [...query.measures, ...found] : found;
  return { lines, measures: shown.length > 0 ? [...new Set(shown)] : query.measures, orgs: [] };
}

// Several stopped at once: their own decided effect and what waits for them, each measure once.
function stoppedSet(world: World, query: PlanQuery, pen: Pen): string[] {
  const stopped = measuresByIds(world, query.measures);
  const behind = stopped
    .flatMap((measure) => allDependantsOf(world.plan, measure.id))
    .filter((other, at, all) => all.indexOf(other) === at && !stopped.includes(other));
  const own = sumDecided(world.plan, stopped).amount;
  const risk = sumDecided(world.plan, behind).amount;
  if (own === null) return [];
  return [
    dependsWords.stoppedText(
      world.lang,
      listText(
        stopped.map((measure) => measure.id),
        world.lang,
      ),
      pen.mkr("what_if", own, { subject: "plan", filter: "stoppas" }),
      risk === null || behind.length === 0 ? null : pen.mkr("what_if", risk, { subject: "plan", filter: "beroende" }),
    ),
  ];
}

function planAtRisk(world: World, query: PlanQuery, pen: Pen): Result {
  const risk = atRiskAmong(world.plan, scopeOf(world, query));
  const filter = filterCode(query.filters, world.today);
  const of: Of = { subject: subjectOf(world, query.orgs, []), ...(filter && { filter }) };
  const who = whoOf(world, query);
  if (risk.sum.amount === null)
    return {
      lines: [effect.missingText(world.lang, who, effect.FIGURE_LABELS.at_risk[world.lang], "")],
      orgs: query.orgs,
    };
  const lines = [
    dependsWords.planAtRisk(
      world.lang,
      who,
      pen.mkr("at_risk", risk.sum.amount, of),
      pen.count("count", risk.measures.length, {
        ...of,
        filter: [filter, "ouppfylld förutsättning"].filter(Boolean).join("; "),
      }),
    ),
    ...risk.measures
      .slice(0, 5)
      .map(
        (other) =>
          `• ${measureName(other)}${other.decided === null ? "" : ` – ${pen.mkr("decided", other.decided, { subject: other.id })}`}`,
      ),
  ];
  return { lines, measures: risk.measures.map((measure) => measure.id), orgs: query.orgs };
}
