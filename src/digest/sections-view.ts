// Pure. Points 4–8 of the digest in words: what moved, corrections, warnings, support, missing, coming.
import type { IsoDate } from "../lib/time.ts";
import { changeText, dateText, throughText, weekText } from "../plan/format.ts";
import { addWeeks } from "../plan/week.ts";
import { GUARD_WORDS, STATE_WORDS } from "../plan/words.ts";
import { amount, amountBefore } from "./amounts.ts";
import { idShown, nameShown } from "./name.ts";
import type { Correction, DigestSnapshot, StateChange, UpcomingItem } from "./snapshot.ts";
import type { Speech } from "./speech.ts";
import { STATE_SYMBOLS } from "./symbols.ts";

export interface SectionView {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** One screen: the rest is a number, and stands behind the buttons. */
const LIST_LIMIT = 6;
const ORGS_LIMIT = 12;

export function sectionsView(snapshot: DigestSnapshot, speech: Speech): SectionView[] {
  const { words } = speech;
  const sections: SectionView[] = [changesSection(snapshot, speech)];
  if (snapshot.corrections.length > 0)
    sections.push({
      heading: words.corrections,
      lines: limited(snapshot.corrections, (item) => correctionLine(item, speech), speech),
    });
  if (snapshot.warnings.length > 0) sections.push({ heading: words.warnings, lines: warningLines(snapshot, speech) });
  sections.push({
    heading: words.support,
    lines: [words.supportText(snapshot.support.open, snapshot.support.oldestDays)],
  });
  if (snapshot.coverage.expected > 0) sections.push({ heading: words.missing, lines: [missingLine(snapshot, speech)] });
  const upcoming = limited(snapshot.upcoming, (item) => upcomingLine(item, speech), speech);
  sections.push({ heading: words.upcoming, lines: upcoming.length > 0 ? upcoming : [words.upcomingNone] });
  return sections;
}

function changesSection(snapshot: DigestSnapshot, speech: Speech): SectionView {
  const { words, lang, today } = speech;
  const since = snapshot.comparedWith;
  const lastWeek = since === null || since === addWeeks(snapshot.week, -1);
  const lines = limited(snapshot.changes, (change) => changeLine(change, speech), speech);
  return {
    heading: words.changes(lastWeek ? null : weekText(since, lang, today)),
    lines: lines.length > 0 ? lines : [words.changesNone],
  };
}

function changeLine(change: StateChange, speech: Speech): string {
  const { lang } = speech;
  const arrow = `${STATE_SYMBOLS[change.from]}→${STATE_SYMBOLS[change.to]}`;
  const states = `${STATE_WORDS[change.from][lang]} → ${STATE_WORDS[change.to][lang]}`;
  return `${arrow} ${states}: ${idShown(change.measure, speech)} ${nameShown(change.title, speech)} (${nameShown(change.org, speech)})`;
}

function correctionLine(correction: Correction, speech: Speech): string {
  const { lang, words, today } = speech;
  const week = weekText(correction.week, lang, today);
  switch (correction.kind) {
    case "state":
      return `${week}: ${changeLine(correction, speech)}`;
    case "coverage":
      return `${week}: ${words.coverageCorrection(correction.from, correction.to, correction.expected)}`;
    case "effect": {
      const say = words.effectCorrection[correction.figure];
      const through = throughText(correction.through, lang, today);
      return `${week}: ${say(through, amountBefore(correction.from, speech), amount(correction.to, speech))}`;
    }
  }
}

function warningLines({ warnings }: DigestSnapshot, speech: Speech): string[] {
  const { lang, words } = speech;
  const lines = warnings.map((row) =>
    words.warning(
      nameShown(row.name, speech),
      changeText(row.staffingChange, lang),
      nameShown(row.metric, speech),
      changeText(row.productionChange, lang),
    ),
  );
  return [...lines, GUARD_WORDS.both_fall[lang]];
}

/** Numbers per förvaltning, never names of units or persons. */
function missingLine({ missing }: DigestSnapshot, speech: Speech): string {
  const { words } = speech;
  if (missing.length === 0) return words.missingNone;
  const shown = missing.slice(0, ORGS_LIMIT).map((row) => `${nameShown(row.name, speech)} ${row.count}`);
  const rest = missing.slice(ORGS_LIMIT);
  if (rest.length > 0)
    shown.push(
      words.missingMore(
        rest.reduce((sum, row) => sum + row.count, 0),
        rest.length,
      ),
    );
  return shown.join(" · ");
}

function upcomingLine(item: UpcomingItem, speech: Speech): string {
  const { lang, words, today } = speech;
  const text = nameShown(item.text, speech);
  const id = idShown(item.id, speech);
  const what = item.kind === "assignment" ? words.assignment(id, text) : `${id} ${text}`;
  return `${dateText(item.date as IsoDate, lang, today)} · ${what}`;
}

function limited<T>(items: readonly T[], lineOf: (item: T) => string, { words }: Speech): string[] {
  const lines = items.slice(0, LIST_LIMIT).map(lineOf);
  return items.length > LIST_LIMIT ? [...lines, words.more(items.length - LIST_LIMIT)] : lines;
}
