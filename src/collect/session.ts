// One press or one chat report, with everything that is looked up for it once: plan, person, right, board.
import type { Instant } from "../lib/time.ts";
import { orgOf } from "../plan/organisation.ts";
import type { OrgId, Plan } from "../plan/plan.ts";
import type { RhythmSettings } from "../plan/rhythm.ts";
import type { ReportingRight, Viewer } from "../plan/rights.ts";
import type { Month, Week } from "../plan/week.ts";
import { type Board, boardOf } from "./board.ts";
import type { CollectDeps } from "./deps.ts";
import { type Draft, readDraft } from "./draft.ts";
import { plainText } from "./line-words.ts";
import { readReceipt } from "./receipt.ts";
import { answeringRight } from "./right.ts";
import { wordsFor } from "./words.ts";

export interface Session {
  readonly plan: Plan;
  readonly settings: RhythmSettings;
  readonly viewer: Viewer;
  readonly right: ReportingRight;
  readonly unit: OrgId;
  readonly week: Week;
  readonly askedFor: Month | null;
}

/** The session, or the sentence that says why this person can't report for this unit. Nothing is changed. */
export async function openSession(
  deps: CollectDeps,
  plan: Plan,
  viewer: Viewer,
  unit: OrgId,
  week: Week,
): Promise<Session | { readonly refused: string }> {
  const words = wordsFor(viewer.lang);
  const org = orgOf(plan.facts, unit);
  if (!org) return { refused: words.unitGone };
  const settings = await deps.settings();
  const right = answeringRight(plan, settings, viewer, unit, week);
  if (!right) return { refused: words.notYours(plainText(org.name, 140)) };
  const askedFor = await monthAsked(deps, plan, unit, week);
  return { plan, settings, viewer, right, unit, week, askedFor };
}

/** The board as it stands with this draft. */
export function boardIn(session: Session, draft: Draft | null): Board {
  const { plan, settings, unit, week, askedFor } = session;
  const board = boardOf({ plan, settings, unit, week, askedFor, draft });
  if (!board) throw new Error(`unit ${unit} left the plan within a turn`);
  return board;
}

/** The same session with the plan read anew, after something was recorded. */
export async function refreshed(deps: CollectDeps, session: Session, now: Instant): Promise<Session> {
  return { ...session, plan: (await deps.plan(now)) ?? session.plan };
}

export function draftOf(card: { readonly draft: unknown }): Draft | null {
  return readDraft(card.draft);
}

/** The month the unit was last asked about, in a report of an earlier week; looked for a quarter back. */
export async function monthAsked(deps: CollectDeps, plan: Plan, unit: OrgId, week: Week): Promise<Month | null> {
  const earlier = plan.book.weeks(unit, plan.now).filter((each) => each < week);
  if (earlier.length === 0) return null;
  const reports = await deps.findReports(unit, earlier.slice(-WEEKS_BACK));
  for (const { receipt } of reports) {
    const asked = readReceipt(receipt)?.monthAsked;
    if (asked) return asked;
  }
  return null;
}

const WEEKS_BACK = 13;
