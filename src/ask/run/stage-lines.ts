// Pure. The other stages of the ladder.
import { percentOf, type Sek, type Sum } from "../../plan/amount.ts";
import { ladderOf, sumForecast, sumPlanned, sumRealised, sumVerified } from "../../plan/effect.ts";
import { isLost } from "../../plan/measure-amounts.ts";
import { wholeYear } from "../../plan/moment.ts";
import type { Measure } from "../../plan/plan.ts";
import { atRiskAmong } from "../../plan/risk.ts";
import type { Figure } from "../schema.ts";
import * as words from "../words/effect-words.ts";
import type { Of, Pen } from "./pen.ts";
import type { Span } from "./span.ts";
import type { World } from "./world.ts";

export function otherLine(
  world: World,
  measures: readonly Measure[],
  who: string,
  span: Span,
  of: Of,
  figure: Figure,
  asked: ReadonlySet<Figure>,
  pen: Pen,
): string[] | null {
  const { lang } = world;
  const label = words.FIGURE_LABELS[figure][lang];
  const year = wholeYear(span.year);
  const ofYear: Of = { ...of, period: String(span.year) };
  switch (figure) {
    case "potential":
    case "decided": {
      const ladder = ladderOf(world.plan, measures, span.through);
      const sum = ladder[figure];
      const line =
        sum.amount === null
          ? words.missingText(lang, who, label, "")
          : words.plainText(lang, who, label, "", pen.mkr(figure, sum.amount, of));
      return [line, ...unknownLine(world, sum, measures, of, pen, figure)];
    }
    case "planned_year": {
      const sum = sumPlanned(world.plan, measures, year);
      return [
        sum.amount === null
          ? words.missingText(lang, who, label, String(span.year))
          : words.plainText(
              lang,
              who,
              words.FIGURE_LABELS.planned[lang],
              String(span.year),
              pen.mkr("planned_year", sum.amount, ofYear),
            ),
      ];
    }
    case "forecast":
    case "forecast_gap": {
      const isEarlier = span.through < world.through;
      const forecast = sumForecast(world.plan, measures, span.year, isEarlier ? span.through : undefined);
      const planned = sumPlanned(world.plan, measures, year);
      if (forecast.amount === null)
        return [words.missingText(lang, who, words.FIGURE_LABELS.forecast[lang], String(span.year))];
      const gap = planned.amount === null ? null : ((planned.amount - forecast.amount) as Sek);
      const gapText =
        gap !== null && (figure === "forecast_gap" || asked.has("planned_year") || gap > 0) && gap > 0
          ? pen.mkr("forecast_gap", gap, ofYear)
          : null;
      return [
        words.forecastText(
          lang,
          who,
          String(span.year),
          pen.mkr("forecast", forecast.amount, ofYear),
          planned.amount === null ? null : pen.mkr("planned_year", planned.amount, ofYear),
          gapText,
        ),
      ];
    }
    case "verified": {
      const dated: Of = { ...of, period: span.code, ...(span.isThrough && { through: true }) };
      const verified = sumVerified(world.plan, measures, span.span);
      const realised = sumRealised(world.plan, measures, span.span);
      if (verified.amount === null || realised.amount === null) return [words.missingText(lang, who, label, span.text)];
      const share = percentOf(verified.amount, realised.amount);
      return [
        words.verifiedText(
          lang,
          who,
          span.text,
          pen.mkr("verified", verified.amount, dated),
          pen.mkr("realised", realised.amount, dated),
          share === null ? null : pen.percent("share", share, { ...dated, filter: "verifierad" }),
        ),
      ];
    }
    case "lost": {
      const lost = ladderOf(world.plan, measures, span.through).lost;
      const inScope = measures.filter((measure) => isLost(world.plan, measure));
      return [
        words.lostText(
          lang,
          who,
          lost.amount === null ? null : pen.mkr("lost", lost.amount, of),
          lost.unknown > 0 ? pen.count("uncounted", lost.unknown, { ...of, filter: "bortfallen" }) : null,
          pen.count("count", inScope.length, { ...of, filter: "bortfallen" }),
        ),
      ];
    }
    case "uncounted": {
      // Told with the sum.
      if (asked.has("potential") || asked.has("decided") || asked.has("extra_cost")) return [];
      const missing = measures.filter((measure) => measure.potential === null);
      return [
        words.uncountedAnswer(
          lang,
          who,
          pen.count("uncounted", missing.length, of),
          pen.count("count", measures.length, of),
        ),
      ];
    }
    case "extra_cost": {
      const costs = measures.map((measure) => measure.extraCost);
      const known = costs.filter((cost): cost is Sek => cost !== null);
      const total = known.reduce((sum, cost) => sum + cost, 0) as Sek;
      const unknown = costs.length - known.length;
      if (known.length === 0) return [words.missingText(lang, who, label, "")];
      return [
        words.plainText(lang, who, label, "", pen.mkr("extra_cost", total, of)),
        ...(unknown > 0 && measures.length > 1
          ? [words.uncountedText(lang, pen.count("uncounted", unknown, { ...of, filter: "merkostnad" }))]
          : []),
      ];
    }
    case "at_risk": {
      const risk = atRiskAmong(world.plan, measures).sum;
      return [
        risk.amount === null
          ? words.missingText(lang, who, label, "")
          : words.plainText(lang, who, label, "", pen.mkr("at_risk", risk.amount, of)),
      ];
    }
    default:
      return null;
  }
}

function unknownLine(world: World, sum: Sum, measures: readonly Measure[], of: Of, pen: Pen, figure: Figure): string[] {
  if (sum.unknown === 0 || measures.length <= 1) return [];
  return [
    words.uncountedText(
      world.lang,
      pen.count("uncounted", sum.unknown, {
        ...of,
        ...(figure === "potential" ? {} : { filter: [of.filter, "beslutad"].filter(Boolean).join("; ") }),
      }),
    ),
  ];
}
