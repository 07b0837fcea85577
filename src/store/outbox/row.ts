import { z } from "zod";
import type { Message, Recipient } from "../../plan/message.ts";
import type { Email, OrgId } from "../../plan/plan.ts";
import { sql } from "../sql/sql.ts";
import type { OutboxRow } from "./outbox.ts";

/** As the table holds it: no person, channel or unit is an empty text, so that a unique index can see it. */
export interface StoredRow extends Omit<OutboxRow, "to" | "unit" | "about"> {
  readonly person: string;
  readonly channel: string;
  readonly unit: string;
  readonly about: unknown;
}

export const OUTBOX_COLUMNS = sql`id, cause, kind, person, channel, unit, week, due, why, about, state, not_before,
  attempts, code, reason, conversation, activity, created, changed`;

const About = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

export function toOutboxRow({ person, channel: _channel, unit, about, ...row }: StoredRow): OutboxRow {
  const to: Recipient = person === "" ? { channel: "management" } : { person: person as Email };
  const known: Message["about"] = About.parse(about);
  return { ...row, to, unit: unit === "" ? null : (unit as OrgId), about: known };
}
