// The door: tells the ledningsgrupp every week where the plan stands.
import { type Instant, wallAt } from "../lib/time.ts";
import { weekText } from "../plan/format.ts";
import type { Content } from "../plan/message.ts";
import type { Lang } from "../plan/plan.ts";
import { restrict } from "../plan/restrict.ts";
import type { Occurrence, RhythmSettings } from "../plan/rhythm.ts";
import type { Viewer } from "../plan/rights.ts";
import type { Week } from "../plan/week.ts";
import { type DigestDecision, decideDigest } from "./decide.ts";
import type { DialogDeps, DigestDeps, DigestReads, KeptDigest } from "./deps.ts";
import { type DialogContent, renderDialog } from "./dialog.ts";
import { digestJson } from "./json.ts";
import { digestText, renderDigest, renderWithdrawn } from "./render.ts";
import { DialogRequest, readSnapshot } from "./schema.ts";
import { digestOf, digestWeekAt, previousOf } from "./show.ts";
import { STEER_WORDS } from "./words-steer.ts";
import { why } from "./words-why.ts";

export type { DialogDeps, DigestDeps, DigestReads, KeptDigest } from "./deps.ts";
export type { DialogContent } from "./dialog.ts";
export { correctDigest, previewDigest, withdrawDigest } from "./steer.ts";

/** The channel reads Swedish. */
const CHANNEL_LANG: Lang = "sv";

/**
 * Makes the week's digest and hands it over: kept and posted once, however often this is called. With `dryRun` it only
 * says what it would do.
 */
export async function digest(
  deps: DigestDeps,
  occurrence: Pick<Occurrence, "week" | "due">,
  now: Instant,
  dryRun = false,
): Promise<DigestDecision> {
  const { week } = occurrence;
  if (await deps.find(week)) return { messages: [], digest: null, reason: why.madeBefore(week) };
  const decision = await decideFor(deps, occurrence, now);
  if (!dryRun && decision.digest) await deps.keep(decision.digest, decision.messages);
  return decision;
}

/** What the timetable does at an occurrence, undone: for the one who keeps it in a transaction of its own. */
export async function decideFor(
  reads: DigestReads,
  { week, due }: Pick<Occurrence, "week" | "due">,
  now: Instant,
): Promise<DigestDecision> {
  const plan = await reads.plan(now);
  const [rhythm, previous] = await Promise.all([reads.rhythm(), previousOf(reads, week, now)]);
  return decideDigest(plan, { week, rhythm, previous, due, by: "timetable", version: 1, lang: CHANNEL_LANG });
}

/** What a kept digest looks like in the channel now: exactly as posted, or that it is withdrawn. */
export function shownDigest(kept: KeptDigest): Content {
  const snapshot = kept.withdrawn && readSnapshot(kept.snapshot);
  if (snapshot) return renderWithdrawn(snapshot, CHANNEL_LANG);
  return { text: kept.text, card: typeof kept.card === "object" ? kept.card : null };
}

export type AskedDigest =
  | { readonly ok: true; readonly text: string; readonly json: object; readonly content: Content }
  /** A week without card, or no week at all: `text` says so. */
  | { readonly ok: false; readonly text: string };

/** The digest of a week (default: the latest whose last day has passed), as posted or as it would be. For `digest`. */
export async function askDigest(reads: DigestReads, week: Week | null, now: Instant, lang: Lang): Promise<AskedDigest> {
  const rhythm = await reads.rhythm();
  const asked = week ?? digestWeekAt(now, rhythm);
  const made = asked && (await digestOf(reads, asked, now));
  if (!made) return { ok: false, text: noDigestText(asked, lang, now, rhythm) };
  const { snapshot, version } = made;
  const text = digestText(snapshot, lang, { version });
  return { ok: true, text, json: digestJson(snapshot, text), content: renderDigest(snapshot, lang, { version }) };
}

/**
 * Answers a button of the digest with a dialog that only the presser sees, with that person's own rights whatever the
 * button says. `data` is checked; what is not ours gives a kind sentence.
 */
export async function openDialog(
  deps: DialogDeps,
  viewer: Viewer,
  data: unknown,
  now: Instant,
): Promise<DialogContent | { readonly problem: string }> {
  const request = DialogRequest.safeParse(data);
  if (!request.success) return { problem: STEER_WORDS[viewer.lang].noDialog };
  const { which, week, page } = request.data;
  const made = await digestOf(deps, week, now);
  if (!made) return { problem: noDigestText(week, viewer.lang, now, await deps.rhythm()) };
  const alone: Viewer = { ...viewer, channel: false };
  const plan = restrict(await deps.plan(now), alone);
  const brief = which === "brief" ? deps.brief(plan, alone) : [];
  return renderDialog(plan, alone, which, made.snapshot, { page, brief });
}

function noDigestText(week: Week | null, lang: Lang, now: Instant, { zone }: RhythmSettings): string {
  if (week === null) return STEER_WORDS[lang].noWeek;
  return STEER_WORDS[lang].noCard(weekText(week, lang, wallAt(now, zone).date));
}
