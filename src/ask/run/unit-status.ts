// Pure. How a unit stands: staffing and production together, its measures by läge.
import { coverageOf } from "../../plan/coverage.ts";
import { sumPlanned, sumRealised } from "../../plan/effect.ts";
import { byDecided, measuresOfUnit } from "../../plan/facts.ts";
import { listText, weekText } from "../../plan/format.ts";
import type { OrgId, State } from "../../plan/plan.ts";
import { rateOf } from "../../plan/rate.ts";
import { isCardWeek } from "../../plan/rhythm.ts";
import { missingReachOf } from "../../plan/rights.ts";
import { stateAt } from "../../plan/status.ts";
import type { PlanQuery } from "../schema.ts";
import * as effect from "../words/effect-words.ts";
import * as happening from "../words/happening-words.ts";
import * as staffingWords from "../words/staffing-words.ts";
import * as words from "../words/status-words.ts";
import { guardFor } from "./guards.ts";
import type { Of, Pen, Result } from "./pen.ts";
import { spanOf } from "./span.ts";
import { productionLines, sentenceLines, staffingLines } from "./staffing-lines.ts";
import { namedWeekLines } from "./staffing-weeks.ts";
import { stateText } from "./state-text.ts";
import { orgName, ownedBy, type World } from "./world.ts";

export function unitStatus(world: World, org: OrgId, query: PlanQuery, pen: Pen): Result {
  const { lang } = world;
  const name = orgName(world, org);
  const guard = guardFor(world, org);
  const lines: string[] = namedWeekLines(world, guard, query, pen);
  const staffing = staffingLines(world, guard, name, pen);
  lines.push(
    ...(staffing.length > 0
      ? [...staffing, ...productionLines(world, guard, null, null, pen)]
      : guard.production.length > 0
        ? productionLines(world, guard, name, null, pen)
        : [
            staffingWords.missingLine(
              lang,
              name,
              staffingWords.SERIES.staffing[lang],
              staffingWords.FROM.staffing[lang],
            ),
          ]),
  );
  lines.push(...sentenceLines(world, guard));
  const rows = measuresOfUnit(world.plan.facts, org);
  const own = rows.filter((row) => row.own).length;
  const order: readonly State[] = [
    "critical",
    "deviation",
    "paused",
    "on_track",
    "not_started",
    "done",
    "operational",
    "cancelled",
    "reverted",
  ];
  const sorted = [...rows].sort(
    (a, b) =>
      order.indexOf(stateAt(world.plan, a.measure, world.week).state) -
        order.indexOf(stateAt(world.plan, b.measure, world.week).state) || byDecided(a.measure, b.measure),
  );
  if (rows.length === 0) lines.push(words.noMeasures(lang, name));
  else {
    const list = listText(
      sorted.map(
        (row) =>
          `${row.measure.id} ${stateText(stateAt(world.plan, row.measure, world.week).state, lang).toLowerCase()}`,
      ),
      lang,
    );
    lines.push(
      words.unitMeasures(
        lang,
        pen.count("count", own, { subject: org, filter: "egna" }),
        pen.count("count", rows.length - own, { subject: org, filter: "deltar" }),
        world.asOf === null ? list : `${list} (${weekText(world.asOf, lang, world.today)})`,
      ),
    );
  }
  lines.push(...ownEffect(world, org, pen), ...reported(world, org));
  const followUps =
    lang === "sv"
      ? [`Hur är övertiden på ${name}?`, `Vad kostar hyrpersonalen på ${name}?`, `Vilka åtgärder har ${name}?`]
      : [`How is overtime at ${name}?`, `What does hired staff cost at ${name}?`, `Which measures does ${name} have?`];
  return { lines, measures: sorted.map((row) => row.measure.id), orgs: [org], followUps };
}

export function ownEffect(world: World, org: OrgId, pen: Pen): string[] {
  const owned = ownedBy(world, [org]);
  const span = spanOf(world, null);
  const planned = sumPlanned(world.plan, owned, span.span).amount;
  const realised = sumRealised(world.plan, owned, span.span).amount;
  if (planned === null || realised === null) return [];
  const of: Of = { subject: org, period: span.code, through: true };
  const rate = rateOf(world.plan, owned, span.span).percent;
  return [
    effect.realisedText(
      world.lang,
      world.lang === "sv" ? "Egna åtgärder" : "Own measures",
      span.text,
      pen.mkr("realised", realised, of),
      pen.mkr("planned", planned, of),
      rate === null ? null : pen.rate("realisation_rate", rate, of),
    ),
  ];
}

function reported(world: World, org: OrgId): string[] {
  if (!missingReachOf(world.whole.facts, world.viewer).units.has(org) || !isCardWeek(world.reportWeek, world.rhythm))
    return [];
  const coverage = coverageOf(world.whole, world.reportWeek, org);
  if (coverage.expected.length === 0) return [];
  return [
    happening.unitReported(
      world.lang,
      world.lang === "sv" ? "Enheten" : "The unit",
      weekText(world.reportWeek, world.lang, world.today),
      coverage.received.length > 0 ? (world.lang === "sv" ? "inkommen" : "received") : null,
    ),
  ];
}
