// Pure. Realised against planned: the pair that is told together.
import type { Sek } from "../../plan/amount.ts";
import { sumPlanned, sumRealised } from "../../plan/effect.ts";
import type { Measure } from "../../plan/plan.ts";
import { rateOf } from "../../plan/rate.ts";
import { monthOf } from "../../plan/week.ts";
import type { Figure } from "../schema.ts";
import * as words from "../words/effect-words.ts";
import type { Of, Pen } from "./pen.ts";
import type { Span } from "./span.ts";
import type { World } from "./world.ts";

export function realisedLines(
  world: World,
  measures: readonly Measure[],
  who: string,
  span: Span,
  of: Of,
  asked: ReadonlySet<Figure>,
  pen: Pen,
): string[] {
  const { lang } = world;
  const dated: Of = { ...of, period: span.code, ...(span.isThrough && { through: true }) };
  const realised = sumRealised(world.plan, measures, span.span);
  const planned = sumPlanned(world.plan, measures, span.span);
  const rate = rateOf(world.plan, measures, span.span);
  const isOpen = span.through > world.through && !span.isThrough;
  // Before the plan nothing was planned and nothing is known: that is no 0,0.
  if (span.span.to < monthOf(world.plan.facts.header.from))
    return [
      words.missingText(lang, who, words.FIGURE_LABELS[asked.has("planned") ? "planned" : "realised"][lang], span.text),
    ];
  const onlyPlanned =
    asked.has("planned") && !asked.has("realised") && !asked.has("realisation_rate") && !asked.has("gap");
  const tail = [
    ...(rate.leftOut > 0 && asked.has("realisation_rate") ? [words.leftOutText(lang, String(rate.leftOut))] : []),
  ];
  if (onlyPlanned)
    return [
      planned.amount === null
        ? words.missingText(lang, who, words.FIGURE_LABELS.planned[lang], span.text)
        : words.plainText(
            lang,
            who,
            words.FIGURE_LABELS.planned[lang],
            span.text,
            pen.mkr("planned", planned.amount, dated),
          ),
    ];
  if (realised.amount === null || isOpen) {
    const missing = words.missingText(lang, who, words.FIGURE_LABELS.realised[lang], span.text);
    return planned.amount === null || planned.amount === 0
      ? [missing, ...uncountedLine(world, measures, of, pen)]
      : [
          missing,
          words.plainText(
            lang,
            who,
            words.FIGURE_LABELS.planned[lang],
            span.text,
            pen.mkr("planned", planned.amount, dated),
          ),
        ];
  }
  if (asked.has("gap") && planned.amount !== null) {
    const gap = (planned.amount - realised.amount) as Sek;
    const text = gap < 0 ? pen.mkr("gap", gap, dated).replace("−", "") : pen.mkr("gap", gap, dated);
    const line = words.gapText(
      lang,
      who,
      span.text,
      text,
      pen.mkr("planned", planned.amount, dated),
      pen.mkr("realised", realised.amount, dated),
      gap < 0,
    );
    return asked.has("realisation_rate") && rate.percent !== null
      ? [
          line,
          words.rateLine(
            lang,
            who,
            span.text,
            pen.rate("realisation_rate", rate.percent, dated),
            pen.mkr("realised", rate.realised, dated),
            pen.mkr("planned", rate.planned, dated),
          ),
          ...tail,
        ]
      : [line, ...tail];
  }
  const percent = rate.percent === null ? null : pen.rate("realisation_rate", rate.percent, dated);
  return [
    words.realisedText(
      lang,
      who,
      span.text,
      pen.mkr("realised", realised.amount, dated),
      planned.amount === null ? null : pen.mkr("planned", planned.amount, dated),
      percent,
    ),
    ...tail,
  ];
}

// Where no measure has any amount that is what is missing.
function uncountedLine({ lang }: World, measures: readonly Measure[], of: Of, pen: Pen): string[] {
  const without = measures.filter(({ potential, decided }) => potential === null && decided === null);
  const isAll = without.length === measures.length && measures.length > 1;
  return isAll ? [words.uncountedText(lang, pen.count("uncounted", without.length, of))] : [];
}
