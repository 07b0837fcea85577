import type { Instant } from "../../lib/time.ts";
import type { Database, Queries } from "../sql/database.ts";
import { gathered } from "../sql/gathered.ts";
import { json, type Statement, sql } from "../sql/sql.ts";
import type { KeptContext, KeptTurn, MemoryStore, Question, Taking } from "./memory.ts";
import { listSettings, readSettings, saveSetting } from "./settings.ts";

export function memoryStore(db: Database): MemoryStore {
  const saveContext = gathered((all: readonly KeptContext[]) => saveContexts(db, all));
  const context = gathered((all: readonly { key: string; now: Instant }[]) => findContexts(db, all));
  const saveTurn = gathered((all: readonly KeptTurn[]) => saveTurns(db, all));
  return {
    listSettings: () => listSettings(db),
    settings: () => readSettings(db),
    saveSetting: (key, value, by, at) => db.transaction((tx) => saveSetting(tx, key, value, by, at)),

    async saveConfirmation(person, conversation, action, expires) {
      await db.run(sql`
        INSERT INTO confirmation (person, conversation, action, expires)
        VALUES (${person}, ${conversation}, ${json(action)}::jsonb, ${expires})
        ON CONFLICT (person, conversation) DO UPDATE SET action = excluded.action, expires = excluded.expires`);
    },
    takeConfirmation: (taking) => takeConfirmation(db, taking),

    saveContext: (key, context, expires) => saveContext({ key, context, expires }),
    context: (key, now) => context({ key, now }),

    saveTurn: (turn) => saveTurn(turn),
    questions: (since, count) =>
      db.rows<Question>(sql`
        SELECT at, text, query, verdict FROM question WHERE at >= ${since} ORDER BY id DESC LIMIT ${count}`),
    forget: (before, now) => db.transaction((tx) => forget(tx, before, now)),
  };
}

async function takeConfirmation(db: Database, taking: Taking): Promise<unknown | null> {
  const { person, conversation, id, by, now, keptUntil } = taking;
  const taken = await db.row<{ action: unknown }>(sql`
    WITH before AS (
      SELECT context FROM context WHERE key = ${by} AND expires > ${now}
    ), taken AS (
      DELETE FROM confirmation
      WHERE person = ${person} AND conversation = ${conversation} AND action->>'id' = coalesce(${id}, action->>'id')
        AND NOT EXISTS (SELECT FROM before)
      RETURNING action, expires
    ), kept AS (
      INSERT INTO context (key, context, expires) SELECT ${by}, action, ${keptUntil} FROM taken WHERE expires > ${now}
    )
    SELECT action FROM taken WHERE expires > ${now} UNION ALL SELECT context FROM before`);
  return taken?.action ?? null;
}

/** The last of a key counts. */
async function saveContexts(db: Database, all: readonly KeptContext[]): Promise<undefined[]> {
  await db.run(sql`${contextsInto(all)}`);
  return all.map(() => undefined);
}

/**
 * Not awaited by the disk: what is lost with a process that is killed is where a talk was and that something was asked.
 * The note that the turn is finished comes after it, and takes it to the disk.
 */
async function saveTurns(db: Database, all: readonly KeptTurn[]): Promise<undefined[]> {
  await db.run(sql`
    WITH relaxed AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true)),
    talks AS (${contextsInto(all)})
    INSERT INTO question (at, text, query, verdict)
    SELECT at, text, nullif(query, 'null'::jsonb), verdict
    FROM relaxed, jsonb_to_recordset(${json(all.map(({ question }) => question))}::jsonb)
      AS listed (at bigint, text text, query jsonb, verdict text)`);
  return all.map(() => undefined);
}

function contextsInto(all: readonly KeptContext[]): Statement {
  const rows = [...new Map(all.map(({ key, context, expires }) => [key, { key, context, expires }])).values()];
  return sql`
    INSERT INTO context (key, context, expires)
    SELECT key, context, expires
    FROM jsonb_to_recordset(${json(rows)}::jsonb) AS listed (key text, context jsonb, expires bigint)
    ON CONFLICT (key) DO UPDATE SET context = excluded.context, expires = excluded.expires`;
}

async function findContexts(
  db: Database,
  all: readonly { readonly key: string; readonly now: Instant }[],
): Promise<readonly unknown[]> {
  const found = await db.rows<KeptContext>(sql`
    SELECT key, context, expires FROM context WHERE key = ANY(${all.map(({ key }) => key)}::text[])`);
  const kept = new Map(found.map((one) => [one.key, one]));
  return all.map(({ key, now }) => {
    const one = kept.get(key);
    return one && one.expires > now ? one.context : null;
  });
}

async function forget(tx: Queries, before: Instant, now: Instant): Promise<number> {
  const questions = await tx.run(sql`DELETE FROM question WHERE at < ${before}`);
  const confirmations = await tx.run(sql`DELETE FROM confirmation WHERE expires <= ${now}`);
  const contexts = await tx.run(sql`DELETE FROM context WHERE expires <= ${now}`);
  return questions + confirmations + contexts;
}
