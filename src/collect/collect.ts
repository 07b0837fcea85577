// The door of `collect`: ask each chef how it goes, take the answers.
import type { Instant } from "../lib/time.ts";
import type { Message } from "../plan/message.ts";
import type { Week } from "../plan/week.ts";
import { decideCards } from "./decide.ts";
import type { CollectDeps } from "./deps.ts";

export { type ChatReport, type ReportAction, saveChatReport } from "./chat.ts";
export { type CardState, type Composed, cardPreview, composeCard, offersNoNews, renderCard } from "./compose.ts";
export { decideCardFor, decideCards } from "./decide.ts";
export type {
  AskedSupport,
  CardRecord,
  CollectDeps,
  DeputyInput,
  NewCard,
  NewForecast,
  NewReport,
  RecordedReport,
} from "./deps.ts";
export { type Receipt, readReceipt } from "./receipt.ts";
export { isCollectVerb } from "./schema.ts";
export { monthAsked } from "./session.ts";
export { type Submission, submitCard } from "./submit.ts";

/** The cards that open at `due`, as known at `now`; none before the first import. Decides only: the post sends. */
export async function openCards(
  deps: CollectDeps,
  week: Week,
  due: Instant,
  now: Instant,
): Promise<readonly Message[]> {
  const plan = await deps.plan(now);
  return plan ? decideCards(plan, week, due) : [];
}
