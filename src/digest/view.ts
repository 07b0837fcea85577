// Pure. A snapshot in words: the one thing that both the text and the card are made from, so that they say the same.
// Deterministic: nothing but the snapshot and the language goes in.
import type { IsoDate } from "../lib/time.ts";
import { dateText, monthText, percentText, timeText, weekText } from "../plan/format.ts";
import type { Lang } from "../plan/plan.ts";
import { type AttentionView, attentionView } from "./attention-view.ts";
import type { DigestWords } from "./digest-words.ts";
import { type EffectView, effectView } from "./effect-view.ts";
import { type SectionView, sectionsView } from "./sections-view.ts";
import type { DigestSnapshot } from "./snapshot.ts";
import type { Speech } from "./speech.ts";
import { WORDS } from "./words.ts";

export interface DigestView {
  readonly title: string;
  readonly coverage: string;
  readonly marks: readonly string[];
  readonly effect: EffectView;
  readonly attention: AttentionView;
  readonly sections: readonly SectionView[];
  readonly dates: string;
}

/** How a digest is shown beside its content. */
export interface Showing {
  readonly preview?: boolean;
  /** 1 = as first posted. */
  readonly version?: number;
}

export function viewOf(
  snapshot: DigestSnapshot,
  lang: Lang,
  inert: (text: string) => string,
  showing: Showing = {},
): DigestView {
  const speech = speechOf(snapshot, lang, inert);
  const { words, today } = speech;
  return {
    title: `${words.plan} ${weekText(snapshot.week, lang, today)}`,
    coverage: coverageLine(snapshot, speech),
    marks: marksOf(snapshot, words, showing),
    effect: effectView(snapshot, speech),
    attention: attentionView(snapshot, speech),
    sections: sectionsView(snapshot, speech),
    dates: datesLine(snapshot, speech),
  };
}

/** How a snapshot is spoken of in a language. */
export function speechOf(snapshot: DigestSnapshot, lang: Lang, inert: (text: string) => string): Speech {
  const today = snapshot.madeAt.slice(0, 10) as IsoDate;
  return { lang, words: WORDS[lang], today, unit: snapshot.amountUnit, inert };
}

function coverageLine({ coverage }: DigestSnapshot, { lang, words }: Speech): string {
  if (coverage.rate === null) return words.nothingOwed;
  const line = words.coverage(coverage.received, coverage.expected, percentText(coverage.rate, lang));
  return coverage.late > 0 ? `${line} · ${words.late(coverage.late)}` : line;
}

function marksOf(snapshot: DigestSnapshot, words: DigestWords, showing: Showing): string[] {
  const version = showing.version ?? 1;
  return [
    ...(showing.preview ? [words.preview] : []),
    ...(version > 1 ? [words.corrected(version)] : []),
    ...(snapshot.coverage.preliminary ? [words.preliminary] : []),
  ];
}

function datesLine({ asOf, madeAt }: DigestSnapshot, { lang, words, today }: Speech): string {
  const through = words.dates(
    asOf.economy && monthText(asOf.economy, lang, today),
    asOf.staffing && weekText(asOf.staffing, lang, today),
    asOf.reports && weekText(asOf.reports, lang, today),
  );
  const made = words.made(dateText(today, lang, today), timeText(madeAt.slice(11, 16)));
  return through === "" ? made : `${through} ${made}`;
}
