import type { Instant } from "../../lib/time.ts";
import type { Database, Queries } from "../sql/database.ts";
import { gathered } from "../sql/gathered.ts";
import { json, sql } from "../sql/sql.ts";
import type { MemoryStore, Question } from "./memory.ts";
import { listSettings, readSettings, saveSetting } from "./settings.ts";

export function memoryStore(db: Database): MemoryStore {
  const saveContext = gathered((all: readonly KeptContext[]) => saveContexts(db, all));
  const context = gathered((all: readonly { key: string; now: Instant }[]) => findContexts(db, all));
  const saveQuestion = gathered((all: readonly Question[]) => saveQuestions(db, all));
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
    async takeConfirmation(person, conversation, now) {
      const taken = await db.row<{ action: unknown; expires: Instant }>(sql`
        DELETE FROM confirmation WHERE person = ${person} AND conversation = ${conversation}
        RETURNING action, expires`);
      return taken && taken.expires > now ? taken.action : null;
    },

    saveContext: (key, context, expires) => saveContext({ key, context, expires }),
    context: (key, now) => context({ key, now }),

    saveQuestion,
    questions: (since, count) =>
      db.rows<Question>(sql`
        SELECT at, text, query, verdict FROM question WHERE at >= ${since} ORDER BY id DESC LIMIT ${count}`),
    forget: (before, now) => db.transaction((tx) => forget(tx, before, now)),
  };
}

interface KeptContext {
  readonly key: string;
  readonly context: unknown;
  readonly expires: Instant;
}

/** The last of a key counts. */
async function saveContexts(db: Database, all: readonly KeptContext[]): Promise<undefined[]> {
  const rows = [...new Map(all.map((one) => [one.key, one])).values()];
  await db.run(sql`
    INSERT INTO context (key, context, expires)
    SELECT key, context, expires
    FROM jsonb_to_recordset(${json(rows)}::jsonb) AS listed (key text, context jsonb, expires bigint)
    ON CONFLICT (key) DO UPDATE SET context = excluded.context, expires = excluded.expires`);
  return all.map(() => undefined);
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

async function saveQuestions(db: Database, all: readonly Question[]): Promise<undefined[]> {
  await db.run(sql`
    INSERT INTO question (at, text, query, verdict)
    SELECT at, text, nullif(query, 'null'::jsonb), verdict
    FROM jsonb_to_recordset(${json(all)}::jsonb) AS listed (at bigint, text text, query jsonb, verdict text)`);
  return all.map(() => undefined);
}

async function forget(tx: Queries, before: Instant, now: Instant): Promise<number> {
  const questions = await tx.run(sql`DELETE FROM question WHERE at < ${before}`);
  const confirmations = await tx.run(sql`DELETE FROM confirmation WHERE expires <= ${now}`);
  const contexts = await tx.run(sql`DELETE FROM context WHERE expires <= ${now}`);
  return questions + confirmations + contexts;
}
