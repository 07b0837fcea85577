// The planägare's hand on a digest: preview, withdraw, correct. Each is logged.
import { type Instant, wallAt } from "../lib/time.ts";
import { weekText } from "../plan/format.ts";
import type { Content } from "../plan/message.ts";
import type { Plan } from "../plan/plan.ts";
import { maySteer, type Viewer } from "../plan/rights.ts";
import type { Week } from "../plan/week.ts";
import { decideDigest, withdrawnMessage } from "./decide.ts";
import type { DigestDeps } from "./deps.ts";
import { renderDigest } from "./render.ts";
import { previousOf } from "./show.ts";
import { takeSnapshot } from "./take-snapshot.ts";
import { STEER_WORDS } from "./words-steer.ts";

/** `done` false: refused or nothing to do, and nothing was changed; the text says why. */
export interface Steered {
  readonly done: boolean;
  readonly content: Content;
}

/** The digest of a week as it would be posted now, marked as a preview. */
export async function previewDigest(deps: DigestDeps, viewer: Viewer, week: Week, now: Instant): Promise<Steered> {
  const plan = await deps.plan(now);
  if (!maySteer(plan.facts, viewer)) return said(false, STEER_WORDS[viewer.lang].notYours);
  const snapshot = takeSnapshot(plan, week, await deps.rhythm(), await previousOf(deps, week, now));
  if (!snapshot) return said(false, STEER_WORDS[viewer.lang].noCard(weekName(plan, week, viewer)));
  await deps.log({ what: "digest.preview", who: viewer.email, week, at: now });
  return { done: true, content: renderDigest(snapshot, viewer.lang, { preview: true }) };
}

/** Takes a posted digest back: the channel is told, the digest is kept. Safe to do twice. */
export async function withdrawDigest(deps: DigestDeps, viewer: Viewer, week: Week, now: Instant): Promise<Steered> {
  const plan = await deps.plan(now);
  const words = STEER_WORDS[viewer.lang];
  const name = weekName(plan, week, viewer);
  if (!maySteer(plan.facts, viewer)) return said(false, words.notYours);
  const kept = await deps.find(week);
  if (!kept) return said(false, words.notPosted(name));
  if (kept.withdrawn) return said(false, words.withdrawnBefore(name));
  const done = await deps.withdraw(kept.id, viewer.email, now, [withdrawnMessage(week, kept.version, now)]);
  return said(done, done ? words.withdrawn(name) : words.withdrawnBefore(name));
}

/** Posts a new version of a digest, as the plan stands now; the earlier version is kept. */
export async function correctDigest(deps: DigestDeps, viewer: Viewer, week: Week, now: Instant): Promise<Steered> {
  const plan = await deps.plan(now);
  const words = STEER_WORDS[viewer.lang];
  const name = weekName(plan, week, viewer);
  if (!maySteer(plan.facts, viewer)) return said(false, words.notYours);
  const kept = await deps.find(week);
  if (!kept) return said(false, words.notPosted(name));
  const rhythm = await deps.rhythm();
  const previous = await previousOf(deps, week, now);
  const version = kept.version + 1;
  const order = { week, rhythm, previous, due: now, by: viewer.email, version, lang: "sv" } as const;
  const { digest, messages } = decideDigest(plan, order);
  if (!digest) return said(false, words.noCard(name));
  await deps.keep(digest, messages);
  return said(true, words.corrected(name, version));
}

function weekName(plan: Plan, week: Week, viewer: Viewer): string {
  return weekText(week, viewer.lang, wallAt(plan.now, plan.facts.header.zone).date);
}

function said(done: boolean, text: string): Steered {
  return { done, content: { text, card: null } };
}
