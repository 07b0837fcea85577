// Pure. The planägare's view of a round: "vem har fått kortet?", "vem kunde inte nås?", with reason and next step.
// Names of persons: for the planägare in private only.
import { escapeMarkdown } from "../lib/card.ts";
import { bySwedish } from "../lib/collate.ts";
import type { MessageKind } from "../plan/message.ts";
import { orgOf } from "../plan/organisation.ts";
import { nameOf } from "../plan/people.ts";
import type { Email, Lang, OrgId, PlanFacts } from "../plan/plan.ts";
import { subjectsOf } from "../plan/subjects.ts";
import type { OutboxRow } from "./deps.ts";
import { UNREACHABLE_CODES, type UnreachableCode } from "./reach.ts";
import type { ViewWish } from "./view-wish.ts";
import { type ViewWords, wordsFor } from "./words.ts";

/** `about.notice` of the row that stands for an answer in a chat that Teams did not take. */
export const ANSWER_LOST = "answer";

interface DeliveryLine {
  /** Null: the management channel. */
  readonly person: Email | null;
  readonly units: readonly OrgId[];
  readonly kind: MessageKind;
  /** What a person had asked for, not what the bot says on its own. */
  readonly isAnswer: boolean;
  readonly code: string | null;
  /** Reason or next step, in the reader's language where it is one of ours; else as it was stored. */
  readonly remedy: string | null;
}

export interface DeliveryView {
  readonly sent: readonly DeliveryLine[];
  readonly waiting: readonly DeliveryLine[];
  readonly notInstalled: readonly DeliveryLine[];
  readonly failed: readonly DeliveryLine[];
  readonly ambiguous: readonly DeliveryLine[];
  readonly skipped: readonly DeliveryLine[];
  /** Markdown, complete on its own. */
  readonly text: string;
}

export interface ViewRequest {
  readonly rows: readonly OutboxRow[];
  /** Those who have paused their reminders, and the last day of it as it is written. */
  readonly pauses?: readonly { readonly email: Email; readonly until: string }[];
  readonly facts: PlanFacts;
  readonly lang: Lang;
  /** As it is written: `v. 47`. */
  readonly week: string;
  /** got: who has the card · unreached: who could not be reached, of any message of the week · paused: who wants no reminders. */
  readonly what: ViewWish;
}

/** Rows of one week → who got it, who waits, who could not be reached and what to do about it. */
export function deliveryView(request: ViewRequest): DeliveryView {
  const { facts, lang, what } = request;
  const words = wordsFor(lang);
  const rows = latestPerMessage(request.rows.filter((row) => what !== "got" || row.kind === "card"));
  const lines = (wanted: (row: OutboxRow) => boolean) =>
    rows
      .filter(wanted)
      .map((row) => lineOf(row, words))
      .sort((a, b) => bySwedish(titleOf(a, facts, words), titleOf(b, facts, words)));
  const parts = {
    sent: lines((row) => row.state === "sent"),
    waiting: lines((row) => row.state === "queued" || row.state === "claimed" || row.state === "sending"),
    notInstalled: lines((row) => row.state === "failed" && row.code === "not_installed"),
    failed: lines((row) => row.state === "failed" && row.code !== "not_installed"),
    ambiguous: lines((row) => row.state === "ambiguous"),
    skipped: lines((row) => row.state === "skipped"),
  };
  return { ...parts, text: textOf(parts, request, words) };
}

/** A row that was sent again stands for the failed one before it. */
function latestPerMessage(rows: readonly OutboxRow[]): readonly OutboxRow[] {
  const latest = new Map<string, OutboxRow>();
  for (const row of [...rows].sort((a, b) => a.id - b.id)) {
    const to = "person" in row.to ? row.to.person : "";
    const about = row.unit ?? row.about.subjects ?? "";
    latest.set(`${row.kind} ${to} ${about}`, row);
  }
  return [...latest.values()];
}

function lineOf(row: OutboxRow, words: ViewWords): DeliveryLine {
  const known = UNREACHABLE_CODES.find((code): code is UnreachableCode => code === row.code);
  return {
    person: "person" in row.to ? row.to.person : null,
    units: [...new Set(subjectsOf(row).map((subject) => subject.unit))],
    kind: row.kind,
    isAnswer: row.about.notice === ANSWER_LOST,
    code: row.code,
    remedy: known ? words.remedy[known] : row.reason && words.stored(row.reason),
  };
}

type Parts = Omit<DeliveryView, "text">;

function textOf(parts: Parts, request: ViewRequest, words: ViewWords): string {
  const section = (heading: string, lines: readonly DeliveryLine[], each: boolean, below?: string) =>
    lines.length === 0
      ? []
      : [[heading, ...listed(lines, request.facts, words, each), ...(below ? [below] : [])].join("\n")];
  const trouble = [
    ...section(
      words.notInstalled(parts.notInstalled.length),
      parts.notInstalled,
      false,
      parts.notInstalled[0]?.remedy ?? "",
    ),
    ...section(words.notReached(parts.failed.length), parts.failed, true),
    ...section(words.unsure(parts.ambiguous.length), parts.ambiguous, false, words.unsureHow),
  ];
  const paused = pausedSection(request, words);
  if (request.what === "paused") return paused[0] ?? words.nobodyPaused;
  const waiting = parts.waiting.length > 0 ? [words.waiting(parts.waiting.length)] : [];
  if (request.what === "unreached")
    return [...(trouble.length > 0 ? trouble : [words.everybodyReached]), ...waiting, ...paused].join("\n\n");
  const persons = new Set(parts.sent.map((line) => line.person)).size;
  const got =
    persons === 0
      ? [words.nobodyYet(request.week)]
      : [[words.got(persons, request.week), ...listed(parts.sent, request.facts, words, false)].join("\n")];
  const held = section(words.skipped(parts.skipped.length), parts.skipped, true);
  return [...got, ...waiting, ...trouble, ...held, ...paused].join("\n\n");
}

function pausedSection({ pauses = [], facts }: ViewRequest, words: ViewWords): readonly string[] {
  if (pauses.length === 0) return [];
  const name = (email: Email) => escapeMarkdown(nameOf(facts, email) ?? email);
  const lines = pauses.slice(0, MOST_LINES).map(({ email, until }) => `- ${words.pausedUntil(name(email), until)}`);
  return [[words.paused(pauses.length), ...lines].join("\n")];
}

const MOST_LINES = 50;

function listed(lines: readonly DeliveryLine[], facts: PlanFacts, words: ViewWords, each: boolean): readonly string[] {
  const shown = lines.slice(0, MOST_LINES).map((line) => {
    const remedy = each && line.remedy ? `: ${line.remedy}` : "";
    return `- ${titleOf(line, facts, words)}${remedy}`;
  });
  return lines.length > MOST_LINES ? [...shown, words.more(lines.length - MOST_LINES)] : shown;
}

function titleOf(line: DeliveryLine, facts: PlanFacts, words: ViewWords): string {
  const units = line.units.map((unit) => orgOf(facts, unit)?.name ?? unit).join(", ");
  const who = line.person === null ? words.channel : (nameOf(facts, line.person) ?? line.person);
  const what = line.isAnswer ? words.answer : units;
  return escapeMarkdown(what === "" ? who : `${who} (${what})`);
}
