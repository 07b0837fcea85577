// Pure. Budget frames and other series of the plan.
import { indicatorsOf } from "../../plan/facts.ts";
import { monthText, weekText } from "../../plan/format.ts";
import { orgOf, regionOf, subtreeOf } from "../../plan/organisation.ts";
import { isMonth } from "../../plan/week.ts";
import type { PlanQuery } from "../schema.ts";
import * as words from "../words/status-words.ts";
import type { Of, Pen, Result } from "./pen.ts";
import { orgName, type World } from "./world.ts";

export function runBudget(world: World, query: PlanQuery, pen: Pen): Result {
  const region = regionOf(world.plan.facts)?.id;
  const orgs = query.orgs.length > 0 ? query.orgs : region ? [region] : [];
  const lines = orgs.map((org) => {
    const budget = orgOf(world.plan.facts, org)?.budget ?? null;
    return budget === null
      ? words.noBudget(world.lang, orgName(world, org))
      : words.budgetText(world.lang, orgName(world, org), pen.mkr("budget", budget, { subject: org }));
  });
  return { lines, orgs: query.orgs };
}

export function runIndicator(world: World, query: PlanQuery, pen: Pen): Result {
  const metric = query.about ?? "";
  const region = regionOf(world.plan.facts)?.id;
  const tops = query.orgs.length > 0 ? query.orgs : region ? [region] : [];
  const inside = new Set(tops.flatMap((org) => [...subtreeOf(world.plan.facts, org)]));
  const orgs = world.plan.facts.orgs
    .filter((org) => inside.has(org.id) && indicatorsOf(world.plan.facts, org.id).some((row) => row.metric === metric))
    .map((org) => org.id);
  if (orgs.length === 0)
    return {
      lines: [words.noIndicator(world.lang, tops.map((id) => orgName(world, id)).join(", "), metric)],
      orgs: query.orgs,
    };
  const direct = orgs.filter((org) => tops.includes(org));
  const shown = direct.length > 0 ? direct : orgs;
  const lines = shown.slice(0, 15).map((org) => {
    const rows = indicatorsOf(world.plan.facts, org)
      .filter((row) => row.metric === metric)
      .sort((a, b) => (a.period < b.period ? -1 : 1));
    const last = rows.at(-1) as (typeof rows)[number];
    const of: Of = { subject: org, period: last.period };
    const period = isMonth(last.period)
      ? monthText(last.period, world.lang, world.today)
      : weekText(last.period as never, world.lang, world.today);
    const digits = Number.isInteger(last.outcome) ? 0 : 1;
    return words.indicatorLine(
      world.lang,
      orgName(world, org),
      metric,
      pen.number(metric, last.outcome, metric, of, digits),
      last.target === null ? null : pen.number(metric, last.target, metric, { ...of, filter: "mål" }, digits),
      last.lastYear === null ? null : pen.number(metric, last.lastYear, metric, { ...of, filter: "fjolår" }, digits),
      period,
    );
  });
  return { lines, orgs: shown };
}
