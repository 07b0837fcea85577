import type { Instant } from "../../lib/time.ts";
import { appendLog } from "../log/append.ts";
import type { Database, Queries } from "../sql/database.ts";
import { json, sql } from "../sql/sql.ts";
import type { MemoryStore, Question, Setting } from "./memory.ts";

export function memoryStore(db: Database): MemoryStore {
  const listSettings = (): Promise<Setting[]> =>
    db.rows<Setting>(sql`SELECT key, value, by, at FROM setting ORDER BY key`);
  return {
    listSettings,
    settings: async () => Object.fromEntries((await listSettings()).map(({ key, value }) => [key, value])),
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

    async saveContext(key, context, expires) {
      await db.run(sql`
        INSERT INTO context (key, context, expires) VALUES (${key}, ${json(context)}::jsonb, ${expires})
        ON CONFLICT (key) DO UPDATE SET context = excluded.context, expires = excluded.expires`);
    },
    async context(key, now) {
      const found = await db.row<{ context: unknown }>(
        sql`SELECT context FROM context WHERE key = ${key} AND expires > ${now}`,
      );
      return found?.context ?? null;
    },

    async saveQuestion({ at, text, query, verdict }) {
      await db.run(sql`
        INSERT INTO question (at, text, query, verdict)
        VALUES (${at}, ${text}, ${json(query)}::jsonb, ${verdict})`);
    },
    questions: (since, count) =>
      db.rows<Question>(sql`
        SELECT at, text, query, verdict FROM question WHERE at >= ${since} ORDER BY id DESC LIMIT ${count}`),
    forget: (before, now) => db.transaction((tx) => forget(tx, before, now)),
  };
}

async function saveSetting(tx: Queries, key: string, value: unknown, by: string, at: Instant): Promise<void> {
  const before = await tx.row<{ value: unknown }>(sql`SELECT value FROM setting WHERE key = ${key} FOR UPDATE`);
  if (value === null) await tx.run(sql`DELETE FROM setting WHERE key = ${key}`);
  else {
    await tx.run(sql`
      INSERT INTO setting (key, value, by, at) VALUES (${key}, ${json(value)}::jsonb, ${by}, ${at})
      ON CONFLICT (key) DO UPDATE SET value = excluded.value, by = excluded.by, at = excluded.at`);
  }
  await appendLog(tx, { at, who: by, what: "setting.change", subject: key, from: before?.value ?? null, to: value });
}

async function forget(tx: Queries, before: Instant, now: Instant): Promise<number> {
  const questions = await tx.run(sql`DELETE FROM question WHERE at < ${before}`);
  const confirmations = await tx.run(sql`DELETE FROM confirmation WHERE expires <= ${now}`);
  const contexts = await tx.run(sql`DELETE FROM context WHERE expires <= ${now}`);
  return questions + confirmations + contexts;
}
