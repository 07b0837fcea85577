import type { Instant } from "../../lib/time.ts";
import type { Database } from "../sql/database.ts";
import { sql } from "../sql/sql.ts";
import type { LimitRule, LimitStore } from "./limits.ts";

export function limitStore(db: Database): LimitStore {
  return {
    take: (key, cost, now, rules, maxWaitMs) => take(db, key, cost, now, rules, maxWaitMs),
    async pause(key, until) {
      await db.run(sql`
        INSERT INTO bucket (key, tats, not_before) VALUES (${key}, '{}', ${until})
        ON CONFLICT (key) DO UPDATE SET not_before = greatest(bucket.not_before, excluded.not_before)`);
    },
    forget: (before) =>
      db.run(sql`
        DELETE FROM bucket
        WHERE not_before < ${before} AND NOT EXISTS (SELECT FROM unnest(tats) AS tat WHERE tat >= ${before})`),
  };
}

/**
 * One statement, whoever asks at once. Each rule keeps the moment at which its bucket would be full again (`tat`); a
 * token takes `perMs / capacity` to come. The slot is the first moment at which every bucket holds `cost`; taking it
 * moves each `tat` on. Times are doubles: a third of a millisecond counts.
 */
async function take(
  db: Database,
  key: string,
  cost: number,
  now: Instant,
  rules: readonly LimitRule[],
  maxWaitMs = Number.MAX_SAFE_INTEGER,
): Promise<number> {
  const spacing = rules.map((rule) => rule.perMs / rule.capacity);
  const slack = rules.map((rule, index) => (rule.capacity - cost) * (spacing[index] as number));
  const taken = await db.row<{ slot: number }>(sql`
    INSERT INTO bucket AS known (key, tats, slot)
    VALUES (${key}, ${spacing.map((each) => now + each * cost)}::double precision[], ${now})
    ON CONFLICT (key) DO UPDATE SET (tats, slot) = (
      SELECT
        CASE WHEN found.slot - ${now}::double precision > ${maxWaitMs}::double precision THEN known.tats
        ELSE (
          SELECT array_agg(greatest(coalesce(known.tats[rule.number], 0), found.slot) + rule.spacing * ${cost}::double precision ORDER BY rule.number)
          FROM unnest(${spacing}::double precision[]) WITH ORDINALITY AS rule (spacing, number)
        ) END,
        found.slot
      FROM (
        SELECT greatest(${now}::double precision, known.not_before, max(coalesce(known.tats[rule.number], 0) - rule.slack)) AS slot
        FROM unnest(${slack}::double precision[]) WITH ORDINALITY AS rule (slack, number)
      ) AS found
    )
    RETURNING slot`);
  return Math.max(0, Math.ceil((taken?.slot ?? now) - now));
}
