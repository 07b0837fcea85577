// Pure. "Per förvaltning": effect, läge and coverage of each, in the order of the plan.
import { escapeMarkdown } from "../lib/card.ts";
import { grouped } from "../lib/memo.ts";
import { coverageByAdministration } from "../plan/coverage.ts";
import { ladderOf } from "../plan/effect.ts";
import { rateText, throughText } from "../plan/format.ts";
import { administrationOf } from "../plan/organisation.ts";
import { type Measure, type OrgId, type Plan, STATES } from "../plan/plan.ts";
import { missingReachOf, type Viewer } from "../plan/rights.ts";
import { stateIn } from "../plan/status.ts";
import { STATE_WORDS } from "../plan/words.ts";
import { amount, amountOfPlanned } from "./amounts.ts";
import { DIALOG_WORDS } from "./dialog-words.ts";
import { nameShown } from "./name.ts";
import type { Row } from "./row.ts";
import type { DigestSnapshot } from "./snapshot.ts";
import type { Speech } from "./speech.ts";
import { STATE_SYMBOLS } from "./symbols.ts";
import { speechOf } from "./view.ts";

export function administrationRows(plan: Plan, viewer: Viewer, snapshot: DigestSnapshot): readonly Row[] {
  const speech = speechOf(snapshot, viewer.lang, escapeMarkdown);
  const coverage = coverageLines(plan, viewer, snapshot);
  const measures = grouped(plan.facts.measures, (measure) => administrationOf(plan.facts, measure.owner)?.id ?? null);
  const rows: Row[] = [];
  for (const org of plan.facts.orgs) {
    if (org.level !== "administration") continue;
    const name = nameShown(org.name, speech);
    rows.push(rowOf(plan, name, measures.get(org.id) ?? [], coverage.get(org.id) ?? null, snapshot, speech));
  }
  const outside = measures.get(null);
  if (outside) rows.push(rowOf(plan, DIALOG_WORDS[viewer.lang].others, outside, null, snapshot, speech));
  return rows;
}

function rowOf(
  plan: Plan,
  title: string,
  measures: readonly Measure[],
  coverage: string | null,
  snapshot: DigestSnapshot,
  speech: Speech,
): Row {
  const words = DIALOG_WORDS[speech.lang];
  const told = coverage === null ? [] : [coverage];
  if (measures.length === 0) return { title, lines: [words.noMeasures, ...told] };
  return {
    title,
    lines: [...effectLines(plan, measures, speech, snapshot), stateLine(plan, measures, snapshot, speech), ...told],
  };
}

function effectLines(plan: Plan, measures: readonly Measure[], speech: Speech, snapshot: DigestSnapshot): string[] {
  const { lang, today } = speech;
  const words = DIALOG_WORDS[lang];
  const ladder = ladderOf(plan, measures);
  const { realised, planned, forecast: inYear, plannedYear, decided } = ladder;
  if ([realised, planned, inYear, plannedYear, decided].every((sum) => sum.amount === null)) return [words.noAmounts];
  const effect = words.amounts({
    effect: amountOfPlanned(realised.amount, planned.amount, speech),
    through: throughText(ladder.through, lang, today),
    rate: ladder.rate.percent === null ? null : rateText(ladder.rate.percent, lang),
  });
  const forecast = words.year(amountOfPlanned(inYear.amount, plannedYear.amount, speech), snapshot.effect.year);
  return [effect, `${forecast} · ${words.decided(amount(decided.amount, speech))}`];
}

/** `● 12 Enligt plan · ▲ 3 Avvikelse`: only the states that occur, in their usual order. */
function stateLine(plan: Plan, measures: readonly Measure[], snapshot: DigestSnapshot, { lang }: Speech): string {
  const states = grouped(measures, (measure) => stateIn(plan, measure, snapshot.week));
  return STATES.filter((state) => states.has(state))
    .map((state) => `${STATE_SYMBOLS[state]} ${states.get(state)?.length ?? 0} ${STATE_WORDS[state][lang]}`)
    .join(" · ");
}

/** How many units have reported, where the viewer may be told so. */
function coverageLines(plan: Plan, viewer: Viewer, snapshot: DigestSnapshot): ReadonlyMap<OrgId, string> {
  const reach = missingReachOf(plan.facts, viewer);
  const lines = new Map<OrgId, string>();
  for (const { administration, coverage } of coverageByAdministration(plan, snapshot.week)) {
    if (administration === null) continue;
    const all = coverage.expected.every((unit) => reach.units.has(unit));
    if (!all && !reach.administrations.has(administration)) continue;
    lines.set(administration, DIALOG_WORDS[viewer.lang].coverage(coverage.received.length, coverage.expected.length));
  }
  return lines;
}
