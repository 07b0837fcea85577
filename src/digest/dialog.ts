// Pure. What a button of the digest opens: seen only by the one who pressed, with that person's rights.

import template from "../../cards/dialog-list.json" with { type: "json" };
import { escapeMarkdown, fillCard } from "../lib/card.ts";
import { type IsoDate, parseInstant } from "../lib/time.ts";
import { dateText, timeText, weekText } from "../plan/format.ts";
import type { Lang, Plan } from "../plan/plan.ts";
import type { Viewer } from "../plan/rights.ts";
import { clip } from "./clip.ts";
import { administrationRows } from "./dialog-administrations.ts";
import { measureRows } from "./dialog-measures.ts";
import { DIALOG_WORDS } from "./dialog-words.ts";
import type { Dialog } from "./dialogs.ts";
import type { LazyRow, Row } from "./row.ts";
import type { DigestSnapshot } from "./snapshot.ts";
import { WORDS } from "./words.ts";

/** The monthly material as `report/` makes it, in headings and lines. */
export interface BriefSection {
  readonly heading: string;
  readonly lines: readonly string[];
}

export interface DialogContent {
  readonly title: string;
  readonly card: object;
}

/** Twenty rows are under 60 KB however long the titles are. */
const PAGE_ROWS = 20;
const BRIEF_LINES = 60;
const BRIEF_LINE_LENGTH = 300;

/**
 * `plan`: already restricted to what the viewer may see. Figures are told as they stood when the digest was made, so
 * that they agree with it. A page beyond the last is the last.
 */
export function renderDialog(
  plan: Plan,
  viewer: Viewer,
  which: Dialog,
  snapshot: DigestSnapshot,
  about: { readonly page: number; readonly brief: readonly BriefSection[] },
): DialogContent {
  const { lang } = viewer;
  const then: Plan = { ...plan, now: parseInstant(snapshot.madeAt) ?? plan.now };
  const today = snapshot.madeAt.slice(0, 10) as IsoDate;
  const title = DIALOG_WORDS[lang].title[which](weekText(snapshot.week, lang, today));
  const rows = rowsOf(then, viewer, which, snapshot, about.brief);
  const page = pageOf(rows, about.page);
  const card = fillCard(template, {
    lang,
    title,
    intro: asLines(introOf(then, lang, which, snapshot)),
    rows: page.rows.map((row) => ({ title: row.title, lines: asLines(row.lines) })),
    notes: asLines(notesOf(lang, which, page, rows.length)),
    buttons: buttonsOf(lang, page).map((button) => ({ ...button, which, week: snapshot.week })),
  });
  return { title: WORDS[lang].buttons[which], card };
}

function rowsOf(
  plan: Plan,
  viewer: Viewer,
  which: Dialog,
  snapshot: DigestSnapshot,
  brief: readonly BriefSection[],
): readonly LazyRow[] {
  switch (which) {
    case "measures":
      return measureRows(plan, viewer.lang, snapshot);
    case "administrations":
      return administrationRows(plan, viewer, snapshot).map(ready);
    case "brief":
      return briefRows(viewer.lang, brief).map(ready);
    case "ask":
      return askRows(plan, viewer.lang).map(ready);
  }
}

const ready =
  (row: Row): LazyRow =>
  () =>
    row;

/** The sections in full while they fit; the last line then says where the rest is. */
function briefRows(lang: Lang, sections: readonly BriefSection[]): readonly Row[] {
  let left = BRIEF_LINES;
  const rows: Row[] = [];
  for (const { heading, lines } of sections) {
    if (left <= 0) break;
    const shown = lines.slice(0, left).map((line) => escapeMarkdown(clip(line, BRIEF_LINE_LENGTH)));
    left -= shown.length;
    rows.push({ title: escapeMarkdown(heading), lines: shown });
  }
  const total = sections.reduce((sum, section) => sum + section.lines.length, 0);
  return total > BRIEF_LINES ? [...rows, { title: "…", lines: [DIALOG_WORDS[lang].briefMore] }] : rows;
}

function askRows(plan: Plan, lang: Lang): readonly Row[] {
  const words = DIALOG_WORDS[lang];
  const measure = plan.facts.measures[0]?.id ?? null;
  const org = plan.facts.orgs.find((row) => row.level === "unit")?.name ?? null;
  const examples = words.askExamples(
    measure && escapeMarkdown(clip(measure, 40)),
    org && escapeMarkdown(clip(org, 80)),
  );
  return [{ title: words.askRow, lines: examples.map((example) => `”${example}”`) }];
}

function introOf(plan: Plan, lang: Lang, which: Dialog, snapshot: DigestSnapshot): string[] {
  const words = DIALOG_WORDS[lang];
  if (which === "ask") return [...words.ask];
  const today = snapshot.madeAt.slice(0, 10) as IsoDate;
  const all = Object.keys(snapshot.states).length;
  const seen = plan.facts.measures.filter((measure) => measure.id in snapshot.states).length;
  const asAt =
    which === "brief" ? [] : [words.asAt(dateText(today, lang, today), timeText(snapshot.madeAt.slice(11, 16)))];
  return [...asAt, ...(seen < all ? [words.part(seen, all)] : [])];
}

interface Page {
  readonly page: number;
  readonly pages: number;
  readonly rows: readonly Row[];
}

function pageOf(rows: readonly LazyRow[], asked: number): Page {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
  const page = Math.min(Math.max(1, asked), pages);
  const shown = rows.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS);
  return { page, pages, rows: shown.map((row) => row()) };
}

function notesOf(lang: Lang, which: Dialog, { page, pages }: Page, count: number): string[] {
  const words = DIALOG_WORDS[lang];
  const paged = pages > 1 ? [words.page(page, pages, count)] : [];
  const exported = which === "measures" && pages > 1 ? [words.export] : [];
  return [...paged, ...exported, words.onlyYou];
}

function buttonsOf(lang: Lang, { page, pages }: Page): { readonly title: string; readonly page: number }[] {
  const words = DIALOG_WORDS[lang];
  return [
    ...(page > 1 ? [{ title: words.previous, page: page - 1 }] : []),
    ...(page < pages ? [{ title: words.next, page: page + 1 }] : []),
  ];
}

function asLines(lines: readonly string[]): { readonly text: string }[] {
  return lines.map((text) => ({ text }));
}
