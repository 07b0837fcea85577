// Pure. One attribute of a measure.
import { assumptionsOf, measureOf, milestonesOf } from "../../plan/facts.ts";
import { dateText, listText, monthText, weekText } from "../../plan/format.ts";
import type { Measure } from "../../plan/plan.ts";
import { mayReadText } from "../../plan/rights.ts";
import { latestLineOf, stateAt } from "../../plan/status.ts";
import {
  CAUSE_WORDS,
  CONSULTATION_WORDS,
  HORIZON_WORDS,
  IMPACT_WORDS,
  KIND_WORDS,
  MECHANISM_WORDS,
  PERMANENCE_WORDS,
  RISK_WORDS,
  STANDING_WORDS,
} from "../../plan/words.ts";
import type { PlanQuery } from "../schema.ts";
import * as words from "../words/measure-words.ts";
import { runDependsOn } from "./depends.ts";
import { amountLines, ownerLine, sinceText, spreadText } from "./measure-status.ts";
import { runMilestones } from "./milestones.ts";
import { chiefLines, participants, unitShare } from "./participants.ts";
import type { Pen, Result } from "./pen.ts";
import { stateText } from "./state-text.ts";
import { measureName, measuresByIds, orgName, type World } from "./world.ts";

export function runDetail(world: World, query: PlanQuery, pen: Pen): Result {
  if (query.measures.length === 0) return { lines: [], orgs: query.orgs };
  const parts = measuresByIds(world, query.measures)
    .slice(0, 8)
    .map((measure) => detailOf(world, measure, query, pen));
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
  const attribute = (key: keyof typeof words.LABELS, value: string | null): Result => ({
    lines: [words.attributeText(lang, name, words.LABELS[key][lang], value)],
  });
  switch (query.detail) {
    case "owner":
      return {
        lines: [
          words.attributeText(lang, name, words.LABELS.owner[lang], orgName(world, measure.owner)),
          ownerLine(world, measure),
          ...chiefLines(world, measure),
        ],
        orgs: [measure.owner],
      };
    case "start":
      return {
        lines: [
          measure.start !== null && measure.start <= world.today.slice(0, 7) && state !== "not_started"
            ? words.startedText(lang, name, monthText(measure.start, lang, world.today), stateText(state, lang))
            : words.startText(
                lang,
                name,
                measure.start === null ? null : monthText(measure.start, lang, world.today),
                stateText(state, lang),
              ),
        ],
      };
    case "end": {
      const milestone = milestonesOf(world.plan.facts, measure.id).find((row) => row.done === null);
      return {
        lines: [
          words.endText(
            lang,
            name,
            measure.end === null ? null : monthText(measure.end, lang, world.today),
            stateText(state, lang),
          ),
          ...(milestone ? [`• ${milestone.name}: ${dateText(milestone.date, lang, world.today)}`] : []),
        ],
      };
    }
    case "participants":
      return participants(world, measure, pen);
    case "unit_share":
      return query.orgs.length > 0 ? unitShare(world, measure, query.orgs, pen) : participants(world, measure, pen);
    case "prerequisites":
      return runDependsOn(world, { ...query, measures: [measure.id] }, pen);
    case "assumptions": {
      const rows = assumptionsOf(world.plan.facts, measure.id);
      return {
        lines:
          rows.length === 0
            ? [words.attributeText(lang, name, lang === "sv" ? "antaganden" : "assumptions", null)]
            : [
                `${name}:`,
                ...rows.map(
                  (row) =>
                    `• ${row.text} – ${STANDING_WORDS[row.standing][lang]}${row.review ? `, ${lang === "sv" ? "omprövas" : "reviewed"} ${row.review}` : ""}`,
                ),
              ],
      };
    }
    case "milestones":
      return runMilestones(world, { ...query, intent: "milestones", measures: [measure.id] }, pen);
    case "consultation":
      return attribute("consultation", measure.consultation ? CONSULTATION_WORDS[measure.consultation][lang] : null);
    case "impact":
      return attribute("impact", measure.impactAssessment ? IMPACT_WORDS[measure.impactAssessment][lang] : null);
    case "next_step":
      if (!mayReadText(world.whole.facts, world.viewer, measure.owner))
        return { lines: line?.cause ? [words.causeLine(lang, CAUSE_WORDS[line.cause][lang])] : [], refuse: "comments" };
      return {
        lines: [
          words.attributeText(lang, name, words.LABELS.next_step[lang], line?.nextStep ?? null),
          ...(line?.doneBy
            ? [
                words.attributeText(
                  lang,
                  measure.id,
                  words.LABELS.done_by[lang],
                  dateText(line.doneBy, lang, world.today),
                ),
              ]
            : []),
        ],
      };
    case "done_by":
      return attribute("done_by", line?.doneBy ? dateText(line.doneBy, lang, world.today) : null);
    case "counter_indicator":
      return attribute("counter_indicator", measure.counterIndicator);
    case "source":
      return attribute("source", measure.source);
    case "replaced_by": {
      const next = measure.replacedBy ? measureOf(world.plan.facts, measure.replacedBy) : null;
      return next
        ? { lines: [`${name}: ${words.replacedLine(lang, measureName(next))}`], measures: [next.id] }
        : { lines: [words.noReplacement(lang, name)] };
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
      return attribute(
        "risks",
        line && line.risks.length > 0
          ? listText(
              line.risks.map((risk) => RISK_WORDS[risk][lang]),
              lang,
            )
          : null,
      );
    case "spread": {
      const spread = spreadText(world, measure, world.week);
      return {
        lines: [
          words.stateLine(lang, name, stateText(state, lang), sinceText(world, measure, world.week)),
          ...(spread ? [words.spreadLine(lang, spread)] : []),
        ],
      };
    }
    case "reported":
      return {
        lines: [
          `${name}: ${words.reportedLine(lang, line ? `${weekText(line.week, lang, world.today)} (${dateText(new Date(line.reportedAt).toISOString().slice(0, 10) as never, lang, world.today)})` : null)}`,
        ],
        orgs: [measure.owner],
      };
    default:
      return {
        lines: [
          words.stateLine(lang, name, stateText(state, lang), sinceText(world, measure, world.week)),
          ...amountLines(world, measure, query, pen).slice(0, 1),
          ownerLine(world, measure),
        ],
      };
  }
}
