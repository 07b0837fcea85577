// Pure. "Visa alla åtgärder": every measure with läge and effect, by beslutad.
import { escapeMarkdown } from "../lib/card.ts";
import { byDecided } from "../plan/facts.ts";
import { rateText, throughText, weekText } from "../plan/format.ts";
import { judgementOf } from "../plan/judgement.ts";
import { plannedOf, realisedOf } from "../plan/measure-amounts.ts";
import { yearToDate } from "../plan/moment.ts";
import type { Lang, Measure, Plan } from "../plan/plan.ts";
import { stateAt } from "../plan/status.ts";
import { COLOUR_WORDS, STATE_WORDS } from "../plan/words.ts";
import { amount, amountOfPlanned } from "./amounts.ts";
import { administrationName } from "./attention.ts";
import { DIALOG_WORDS } from "./dialog-words.ts";
import { idShown, nameShown } from "./name.ts";
import type { LazyRow, Row } from "./row.ts";
import type { DigestSnapshot } from "./snapshot.ts";
import type { Speech } from "./speech.ts";
import { STATE_SYMBOLS } from "./symbols.ts";
import { speechOf } from "./view.ts";

export function measureRows(plan: Plan, lang: Lang, snapshot: DigestSnapshot): readonly LazyRow[] {
  const speech = speechOf(snapshot, lang, escapeMarkdown);
  const rows = [...plan.facts.measures].sort(byDecided).map((measure) => () => rowOf(plan, measure, snapshot, speech));
  return rows.length > 0 ? rows : [() => ({ title: DIALOG_WORDS[lang].noMeasures, lines: [] })];
}

function rowOf(plan: Plan, measure: Measure, snapshot: DigestSnapshot, speech: Speech): Row {
  const { lang, today } = speech;
  const words = DIALOG_WORDS[lang];
  const { state, since } = stateAt(plan, measure, snapshot.week);
  const span = yearToDate(snapshot.effect.through);
  const judgement = judgementOf(plan, measure, snapshot.week, snapshot.effect.through);
  const rate = judgement.rate.percent === null ? null : rateText(judgement.rate.percent, lang);
  const amounts = words.amounts({
    effect: amountOfPlanned(realisedOf(plan, measure, span), plannedOf(plan, measure, span), speech),
    through: throughText(snapshot.effect.through, lang, today),
    rate,
  });
  const where = nameShown(administrationName(plan, measure.owner), speech);
  const held = since ? [words.since(weekText(since, lang, today))] : [];
  const lines = [[where, words.decided(amount(measure.decided, speech)), ...held].join(" · "), amounts];
  if (judgement.differ && judgement.chef && judgement.outcome && rate) {
    lines.push(words.judgement(COLOUR_WORDS[judgement.chef][lang], COLOUR_WORDS[judgement.outcome][lang], rate));
  }
  const title = `${idShown(measure.id, speech)} ${nameShown(measure.title, speech)}`;
  return { title: `${STATE_SYMBOLS[state]} ${STATE_WORDS[state][lang]} · ${title}`, lines };
}
