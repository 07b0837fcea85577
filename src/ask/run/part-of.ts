// Pure. Worked example (räkneexempel): so many percent of a sum, in money.
import type { Sek } from "../../plan/amount.ts";
import { percentText } from "../../plan/format.ts";
import type { Figure, PlanQuery } from "../schema.ts";
import * as words from "../words/effect-words.ts";
import { filterCode } from "../words/filter-words.ts";
import { partText } from "../words/what-if-words.ts";
import { amountIn } from "./group-figure.ts";
import type { Of, Pen, Result } from "./pen.ts";
import { scopeOf, spanOf, whoOf } from "./span.ts";
import { subjectOf, type World } from "./world.ts";

export function runPart(world: World, query: PlanQuery, percent: number, pen: Pen): Result {
  const { lang } = world;
  const figure: Figure = query.figures[0] ?? "planned_year";
  const span = spanOf(world, query.period);
  const who = whoOf(world, query);
  const label = words.FIGURE_LABELS[figure][lang];
  const whole = amountIn(world, { label: who, id: null, measures: scopeOf(world, query) }, figure, span);
  const found = { measures: query.measures, orgs: query.orgs };
  if (whole === null) return { lines: [words.missingText(lang, who, label, String(span.year))], ...found };
  const filter = filterCode(query.filters, world.today);
  const isOfYear = figure === "planned_year" || figure === "forecast";
  const of: Of = {
    subject: subjectOf(world, query.orgs, query.measures),
    ...(filter && { filter }),
    ...(isOfYear && { period: String(span.year) }),
  };
  const part = Math.round((whole * percent) / 100) as Sek;
  const line = partText(lang, {
    who,
    percent: percentText(percent, lang, Number.isInteger(percent) ? 0 : 1),
    figure: label.toLowerCase(),
    year: isOfYear ? String(span.year) : null,
    part: pen.mkr("what_if", part, of),
    whole: pen.mkr(figure, whole as Sek, of),
  });
  return { lines: [line], ...found };
}
