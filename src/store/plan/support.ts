// Support requests: their ids continue the plan's own pattern.
import type { Instant, IsoDate } from "../../lib/time.ts";
import type { Message } from "../../plan/message.ts";
import type { OrgId, SupportRequest, SupportType } from "../../plan/plan.ts";
import { appendLog } from "../log/append.ts";
import { insertMessages } from "../outbox/insert-messages.ts";
import type { Queries } from "../sql/database.ts";
import { sql } from "../sql/sql.ts";
import { putSupport, SUPPORT_COLUMNS } from "./book-rows.ts";
import type { PlanStore } from "./plan.ts";
import { bumpRevision, lockRevision } from "./revision.ts";

/** Opens one request. The caller holds the revision lock, so that no number is given twice. */
export async function openSupport(
  tx: Queries,
  { unit, type, created }: { readonly unit: OrgId; readonly type: SupportType; readonly created: IsoDate },
): Promise<SupportRequest> {
  const ids = await tx.rows<{ id: string }>(sql`SELECT id FROM support_request ORDER BY place DESC`);
  const id = nextSupportId(ids.map((row) => row.id));
  const request: SupportRequest = { id, unit, type, created, firstContact: null, closed: null, result: null };
  await putSupport(tx, [request]);
  return request;
}

/** The open request of a unit for a kind of support, or null. */
export function findOpenSupport(tx: Queries, unit: OrgId, type: SupportType): Promise<SupportRequest | null> {
  return tx.row<SupportRequest>(sql`
    SELECT ${SUPPORT_COLUMNS} FROM support_request
    WHERE unit = ${unit} AND type = ${type} AND closed IS NULL ORDER BY place LIMIT 1`);
}

/**
 * The id after the highest of the newest id's pattern: `S-11` after `S-10`, `STÖD/008` after `STÖD/007`.
 * `known` newest first; an id without a number is passed by, and the very first is `S-01`.
 */
export function nextSupportId(known: readonly string[]): string {
  const numbered = known.map((id) => /^(.*?)(\d+)$/s.exec(id)).filter((match) => match !== null);
  const newest = numbered[0];
  if (!newest) return "S-01";
  const [, prefix = "", digits = ""] = newest;
  const alike = numbered.filter((match) => match[1] === prefix);
  const highest = alike.reduce((most, match) => (BigInt(match[2] ?? 0) > most ? BigInt(match[2] ?? 0) : most), 0n);
  return `${prefix}${String(highest + 1n).padStart(digits.length, "0")}`;
}

export async function requestSupport(
  tx: Queries,
  request: { readonly unit: OrgId; readonly type: SupportType; readonly created: IsoDate },
  by: string,
  at: Instant,
  messages: readonly Message[],
): Promise<SupportRequest> {
  await lockRevision(tx);
  const open = await findOpenSupport(tx, request.unit, request.type);
  if (open) return open;
  const opened = await openSupport(tx, request);
  await bumpRevision(tx, "support");
  const { unit, type } = request;
  await appendLog(tx, { at, who: by, what: "support.request", subject: opened.id, from: null, to: { unit, type } });
  await insertMessages(tx, messages, `support:${opened.id}`, at);
  return opened;
}

export async function updateSupport(
  tx: Queries,
  id: string,
  change: Parameters<PlanStore["updateSupport"]>[1],
  by: string,
  at: Instant,
  messages: readonly Message[],
): Promise<SupportRequest | null> {
  await lockRevision(tx);
  const before = await tx.row<SupportRequest>(sql`SELECT ${SUPPORT_COLUMNS} FROM support_request WHERE id = ${id}`);
  if (!before) return null;
  const after: SupportRequest = { ...before, ...change };
  await putSupport(tx, [after]);
  await bumpRevision(tx, "support");
  await appendLog(tx, { at, who: by, what: "support.change", subject: id, from: before, to: after });
  await insertMessages(tx, messages, `support:${id}:${Object.keys(change).join()}`, at);
  return after;
}
