// Pure. "Jag är borta": the small step that asks who answers instead, and the word that it is done.
import template from "../../cards/collect-away.json" with { type: "json" };
import { fillCard } from "../lib/card.ts";
import type { Content } from "../plan/message.ts";
import { button, faultBox, fieldValue, personName, plainTitle, type View, viewTitle } from "./card-parts.ts";
import type { Away } from "./draft.ts";
import { unitName } from "./line-words.ts";
import { statement } from "./receipt-card.ts";

/** Asks for the deputy's address and the dates. `faults`: sentences. */
export function awayCard(view: View, away: Away, faults: readonly string[]): object {
  const { board, words, lang } = view;
  const { short } = words.faults;
  return fillCard(template, {
    lang,
    title: words.awayTitle(unitName(board)),
    fallback: plainTitle(view),
    notes: [{ text: viewTitle(view) }, { text: words.awayHow }],
    ...faultBox(faults, words),
    deputy: { hint: words.deputyHint, label: words.deputy, error: short.deputy, value: fieldValue(away.deputy) },
    from: { label: words.awayFrom, error: short.date, value: fieldValue(away.from) },
    to: { label: words.awayTo, error: short.date, value: fieldValue(away.to) },
    actions: [
      button(view, "collect_deputy", words.sendToDeputy, { style: "positive", inputs: "auto" }),
      button(view, "collect_back", words.back),
    ],
  });
}

/** The deputy has the card; the chef may still answer. */
export function sentContent(view: View, deputy: string): Content {
  const { board, words } = view;
  return statement(view, {
    paragraphs: [words.sentToDeputy(personName(view, deputy), unitName(board))],
    buttons: [button(view, "collect_back", words.answerMyself)],
  });
}
