// "Jag är borta – skicka till ersättare": at once when an ersättare is set for the day, else after a small question.
import { type IsoDate, isIsoDate } from "../lib/time.ts";
import { deputyFor, rolesOf } from "../plan/people.ts";
import type { Email } from "../plan/plan.ts";
import { dayOfWeek } from "../plan/week.ts";
import type { Away } from "./draft.ts";
import { plainText } from "./line-words.ts";
import type { Press } from "./press.ts";
import { type Words, wordsFor } from "./words.ts";

export interface HandedOver {
  readonly away: Away;
  /** Sentences; empty when the deputy has the card (or nothing has been asked yet). */
  readonly faults: readonly string[];
}

/** To the ersättare there is, else the question who it is. */
export async function handOver(at: Press): Promise<HandedOver> {
  const { session, board, deps, now } = at;
  const deputy = knownDeputy(at);
  if (deputy === null) return { away: board.draft.away ?? blankAway(at), faults: [] };
  const { unit, week } = session;
  await deps.sendToDeputy({ unit, week, at: now, chef: absentOf(at), deputy, period: null });
  return { away: { ...blankAway(at), deputy, sent: true }, faults: [] };
}

/** The answer to that question: someone in Personer, and dates that have not passed. */
export async function toDeputy(at: Press): Promise<HandedOver> {
  const { session, board, deps, now, submitted } = at;
  const typed = (field: "deputy" | "from" | "to") => submitted.inputs.get(`away:${field}`)?.trim() ?? "";
  const away: Away = { deputy: typed("deputy"), from: typed("from"), to: typed("to"), sent: false };
  const checked = checkAway(at, away, wordsFor(session.viewer.lang));
  if ("faults" in checked) return { away, faults: checked.faults };
  const { deputy, from, to } = checked;
  // The card goes now, so the deputy stands in from now, also when the chef leaves later in the week.
  const period = { from: from < board.today ? from : board.today, to };
  await deps.sendToDeputy({ unit: session.unit, week: session.week, at: now, chef: absentOf(at), deputy, period });
  return { away: { ...away, deputy, sent: true }, faults: [] };
}

function checkAway(
  { session, board }: Press,
  away: Away,
  words: Words,
): { deputy: Email; from: IsoDate; to: IsoDate } | { faults: readonly string[] } {
  const faults: string[] = [];
  const deputy = away.deputy.toLowerCase() as Email;
  if (deputy === "") faults.push(words.faults.deputyMissing);
  else if (deputy === session.viewer.email) faults.push(words.faults.deputySelf);
  else if (rolesOf(session.plan.facts, deputy).length === 0) {
    faults.push(words.faults.deputyUnknown(plainText(away.deputy, 80)));
  }
  const { from, to } = away;
  if (!isIsoDate(from) || !isIsoDate(to) || to < from) return { faults: [...faults, words.faults.awayDates] };
  if (to < board.today) faults.push(words.faults.awayPast);
  return faults.length > 0 ? { faults } : { deputy, from, to };
}

/** Whose card it is: the one who pressed, or the chef a deputy answers for. */
function absentOf({ session }: Press): Email {
  const { right, viewer } = session;
  return right.as === "deputy" && right.insteadOf !== null ? right.insteadOf : viewer.email;
}

function knownDeputy(at: Press): Email | null {
  const { session, board } = at;
  const { facts } = session.plan;
  const deputy = deputyFor(facts, absentOf(at), board.today);
  if (deputy === null || deputy === session.viewer.email) return null;
  return rolesOf(facts, deputy).length > 0 ? deputy : null;
}

/** From today to the end of the card's week, to begin with. */
function blankAway({ session, board }: Press): Away {
  const sunday = dayOfWeek(session.week, 7);
  return { deputy: "", from: board.today, to: sunday < board.today ? board.today : sunday, sent: false };
}
