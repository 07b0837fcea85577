// What comes from outside: a pressed button, and a snapshot read back from where it was kept.
import { z } from "zod";
import { isWeek, type Week } from "../plan/week.ts";
import { DIALOGS } from "./dialogs.ts";
import type { DigestSnapshot } from "./snapshot.ts";

const WeekText = z.string().refine((text): text is Week => isWeek(text));

/** The data of the digest's buttons. Numbers may come as text; a page beyond the last shows the last. */
export const DialogRequest = z.object({
  verb: z.literal("digest_dialog"),
  which: z.enum(DIALOGS),
  week: WeekText,
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type DialogRequest = z.infer<typeof DialogRequest>;

/** Only what tells that it is one of ours and of a form we know: its insides were typed when it was written. */
const Kept = z.looseObject({
  form: z.literal(1),
  week: WeekText,
  madeAt: z.string(),
  states: z.record(z.string(), z.string()),
});

/** A kept snapshot, or null when it is of a form this version does not know. */
export function readSnapshot(value: unknown): DigestSnapshot | null {
  const read = Kept.safeParse(value);
  return read.success ? (read.data as unknown as DigestSnapshot) : null;
}
