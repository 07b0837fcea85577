// What is set in chat and laid over the imported facts: aliases, prerequisites met, deputies.
import type { Instant } from "../../lib/time.ts";
import type { Message } from "../../plan/message.ts";
import type { Deputy, MeasureId, OrgId } from "../../plan/plan.ts";
import { appendLog } from "../log/append.ts";
import { insertMessages } from "../outbox/insert-messages.ts";
import type { Queries } from "../sql/database.ts";
import { sql } from "../sql/sql.ts";
import type { Mark, Overlay } from "./overlay.ts";
import type { Alias } from "./plan.ts";
import { bumpRevision, lockRevision } from "./revision.ts";

export async function addAlias(tx: Queries, { alias, measure, org }: Alias, by: string, at: Instant): Promise<void> {
  await lockRevision(tx);
  const added = await tx.run(sql`
    INSERT INTO alias (alias, measure, org, by, at) VALUES (${alias}, ${measure ?? ""}, ${org ?? ""}, ${by}, ${at})
    ON CONFLICT DO NOTHING`);
  if (added === 0) return;
  await bumpRevision(tx, "overlay");
  await appendLog(tx, { at, who: by, what: "alias.add", subject: alias, from: null, to: { measure, org } });
}

export async function removeAlias(tx: Queries, { alias, measure, org }: Alias, by: string, at: Instant): Promise<void> {
  await lockRevision(tx);
  const removed = await tx.run(
    sql`DELETE FROM alias WHERE alias = ${alias} AND measure = ${measure ?? ""} AND org = ${org ?? ""}`,
  );
  if (removed === 0) return;
  await bumpRevision(tx, "overlay");
  await appendLog(tx, { at, who: by, what: "alias.remove", subject: alias, from: { measure, org }, to: null });
}

export async function markPrerequisite(tx: Queries, mark: Mark, by: string, at: Instant): Promise<void> {
  const { measure, description, met, date } = mark;
  await lockRevision(tx);
  const before = await tx.row<{ met: string; date: string }>(sql`
    SELECT met, date FROM prerequisite_mark WHERE measure = ${measure} AND description = ${description}`);
  await tx.run(sql`
    INSERT INTO prerequisite_mark (measure, description, met, date, by, at)
    VALUES (${measure}, ${description}, ${met}, ${date}, ${by}, ${at})
    ON CONFLICT (measure, description) DO UPDATE SET
      met = excluded.met, date = excluded.date, by = excluded.by, at = excluded.at`);
  await bumpRevision(tx, "overlay");
  await appendLog(tx, {
    at,
    who: by,
    what: "prerequisite.mark",
    subject: measure,
    from: before,
    to: { description, met, date },
  });
}

export async function setDeputy(
  tx: Queries,
  period: Deputy,
  by: string,
  at: Instant,
  cards: readonly Message[],
): Promise<void> {
  const { email, deputy, from, to } = period;
  await lockRevision(tx);
  const replaced = await tx.rows<{ deputy: string; from: string; to: string }>(sql`
    DELETE FROM deputy WHERE email = ${email} AND from_date <= ${to} AND to_date >= ${from}
    RETURNING deputy, from_date AS "from", to_date AS "to"`);
  await tx.run(sql`
    INSERT INTO deputy (email, deputy, from_date, to_date, by, at)
    VALUES (${email}, ${deputy}, ${from}, ${to}, ${by}, ${at})`);
  await bumpRevision(tx, "overlay");
  const before = replaced.length === 0 ? null : replaced;
  await appendLog(tx, { at, who: by, what: "deputy.set", subject: email, from: before, to: { deputy, from, to } });
  for (const card of cards) await insertMessages(tx, [card], deputyCause(card), at);
}

/** Once per unit, week and deputy, whichever way the card was handed over. */
export function deputyCause({ unit, week, to }: Message): string {
  return `deputy:${unit}:${week}:${"person" in to ? to.person : ""}`;
}

export async function readAliases(db: Queries): Promise<Alias[]> {
  const rows = await db.rows<{ alias: string; measure: string; org: string }>(
    sql`SELECT alias, measure, org FROM alias ORDER BY at, alias`,
  );
  return rows.map(({ alias, measure, org }) => ({
    alias,
    measure: measure === "" ? null : (measure as MeasureId),
    org: org === "" ? null : (org as OrgId),
  }));
}

export async function readDeputies(db: Queries): Promise<Deputy[]> {
  return await db.rows<Deputy>(sql`SELECT email, deputy, from_date AS "from", to_date AS "to" FROM deputy ORDER BY id`);
}

export async function readOverlay(db: Queries): Promise<Overlay> {
  const marks = await db.rows<Mark>(
    sql`SELECT measure, description, met, date FROM prerequisite_mark ORDER BY measure, description`,
  );
  return { aliases: await readAliases(db), marks, deputies: await readDeputies(db) };
}
