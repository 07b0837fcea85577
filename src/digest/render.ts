// Pure. A snapshot → what stands in the channel. Deterministic: the same snapshot gives the same bytes.

import template from "../../cards/digest-week.json" with { type: "json" };
import withdrawnTemplate from "../../cards/digest-withdrawn.json" with { type: "json" };
import { escapeMarkdown, fillCard } from "../lib/card.ts";
import type { Content } from "../plan/message.ts";
import type { Lang } from "../plan/plan.ts";
import { DIALOGS } from "./dialogs.ts";
import type { DigestSnapshot } from "./snapshot.ts";
import { type DigestView, type Showing, viewOf } from "./view.ts";
import { WORDS } from "./words.ts";

/** Text (plain) and card, both complete on their own. */
export function renderDigest(snapshot: DigestSnapshot, lang: Lang, showing: Showing = {}): Content {
  const view = viewOf(snapshot, lang, escapeMarkdown, showing);
  const card = fillCard(template, cardData(view, snapshot, lang));
  return { text: digestText(snapshot, lang, showing), card };
}

/** The digest as plain text, for the command line: the same sentences, titles as they are. */
export function digestText(snapshot: DigestSnapshot, lang: Lang, showing: Showing = {}): string {
  return textOf(viewOf(snapshot, lang, (text) => text, showing));
}

/** What takes a withdrawn digest's place. */
export function renderWithdrawn(snapshot: DigestSnapshot, lang: Lang): Content {
  const { title } = viewOf(snapshot, lang, escapeMarkdown);
  const text = WORDS[lang].withdrawn;
  return { text: `${title}\n${text}`, card: fillCard(withdrawnTemplate, { lang, title, text }) };
}

function textOf(view: DigestView): string {
  const { effect, attention } = view;
  return [
    `${view.title} · ${view.coverage}`,
    ...view.marks,
    "",
    `${effect.label}: ${effect.line}`,
    ...effect.facts.map((fact) => `${fact.title}: ${fact.value}`),
    "",
    attention.heading,
    ...attention.items.flatMap((item) => [
      `${item.symbol} ${item.state} · ${item.title}`,
      `   ${item.figures}`,
      `   ${item.why}`,
    ]),
    ...[attention.empty, attention.more].filter((line) => line !== ""),
    ...view.sections.flatMap((section) => ["", section.heading, ...section.lines]),
    "",
    view.dates,
  ].join("\n");
}

function cardData(view: DigestView, snapshot: DigestSnapshot, lang: Lang): object {
  const { attention, effect } = view;
  return {
    lang,
    week: snapshot.week,
    title: view.title,
    coverage: view.coverage,
    hasMarks: view.marks.length > 0,
    marks: asLines(view.marks),
    effect,
    hasBelow: effect.below !== "",
    hasCurve: effect.curve !== null,
    curve: effect.curve ?? { title: "", xTitle: "", yTitle: "", series: [], facts: [] },
    attention: {
      heading: attention.heading,
      items: attention.items,
      notes: asLines([attention.empty, attention.more].filter((line) => line !== "")),
    },
    sections: view.sections.map((section) => ({ heading: section.heading, lines: asLines(section.lines) })),
    dates: view.dates,
    buttons: DIALOGS.map((which) => ({ title: WORDS[lang].buttons[which], which })),
  };
}

function asLines(lines: readonly string[]): { readonly text: string }[] {
  return lines.map((text) => ({ text }));
}
