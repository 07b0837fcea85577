// The thread of a conversation: what the next question may lean on. Plain JSON, so that it can wait in the database.
import { z } from "zod";
import type { Instant } from "../lib/time.ts";
import type { MeasureId, OrgId } from "../plan/plan.ts";
import { PlanQuery } from "./schema.ts";

const Ids = z.array(z.string().max(200)).max(200);

export const AskContext = z.object({
  /** The last query that was answered. */
  query: PlanQuery.nullable(),
  /** What the last answer listed, in the order shown. */
  listed: z.object({ measures: Ids as unknown as z.ZodType<MeasureId[]>, orgs: Ids as unknown as z.ZodType<OrgId[]> }),
  /** A question that waits for a choice. */
  pending: z
    .object({
      text: z.string().max(2000),
      measures: Ids as unknown as z.ZodType<MeasureId[]>,
      orgs: Ids as unknown as z.ZodType<OrgId[]>,
    })
    .nullable(),
  lang: z.enum(["sv", "en"]),
  at: z.number() as unknown as z.ZodType<Instant>,
});
export type AskContext = z.infer<typeof AskContext>;

/** A thread is forgotten after half an hour. */
const LASTS_MS = 30 * 60_000;

export function isAlive(context: AskContext | null, now: Instant): context is AskContext {
  return context !== null && now - context.at <= LASTS_MS && now >= context.at - 1000;
}
