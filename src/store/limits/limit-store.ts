import type { Instant } from "../../lib/time.ts";
import type { Database } from "../sql/database.ts";
import { sql } from "../sql/sql.ts";
import type { LimitRule, LimitStore } from "./limits.ts";

export function limitStore(db: Database): LimitStore {
  return {
    take: async (key, cost, now, rules, maxWaitMs) =>
      (await take(db, [{ key, cost }], now, rules, maxWaitMs)).get(key) ?? 0,
    takeEach: (keys, now, rules, maxWaitMs) => takeEach(db, keys, now, rules, maxWaitMs),
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

interface Wish {
  readonly key: string;
  readonly cost: number;
}

async function takeEach(
  db: Database,
  keys: readonly string[],
  now: Instant,
  rules: readonly LimitRule[],
  maxWaitMs?: number,
): Promise<readonly number[]> {
  const costs = new Map<string, number>();
  for (const key of keys) costs.set(key, (costs.get(key) ?? 0) + 1);
  if (costs.size === 0 || rules.length === 0) return keys.map(() => 0);
  const waits = await take(
    db,
    Array.from(costs, ([key, cost]) => ({ key, cost })),
    now,
    rules,
    maxWaitMs,
  );
  return keys.map((key) => waits.get(key) ?? 0);
}

/**
 * One statement, whoever asks at once. Each rule keeps the moment at which its bucket would be full again (`tat`); a
 * token takes `perMs / capacity` to come. The slot is the first moment at which every bucket holds `cost` (or is full);
 * taking it moves each `tat` on. Times are doubles: a third of a millisecond counts. Gives the wait by key.
 */
async function take(
  db: Database,
  wishes: readonly Wish[],
  now: Instant,
  rules: readonly LimitRule[],
  maxWaitMs = Number.MAX_SAFE_INTEGER,
): Promise<ReadonlyMap<string, number>> {
  const spacing = rules.map((rule) => rule.perMs / rule.capacity);
  const capacity = rules.map((rule) => rule.capacity);
  // In the same order everywhere, so that two who take the same keys don't wait for one another.
  const sorted = [...wishes].sort((a, b) => (a.key < b.key ? -1 : 1));
  const taken = await db.rows<{ key: string; slot: number }>(sql`
    WITH rule AS (
      SELECT * FROM unnest(${spacing}::double precision[], ${capacity}::double precision[])
        WITH ORDINALITY AS rule (spacing, capacity, number)
    ), wish AS (
      SELECT * FROM unnest(${sorted.map(({ key }) => key)}::text[], ${sorted.map(({ cost }) => cost)}::double precision[])
        WITH ORDINALITY AS wish (key, cost, place)
    )
    INSERT INTO bucket AS known (key, tats, slot)
    SELECT key, (SELECT array_agg(${now}::double precision + rule.spacing * wish.cost ORDER BY number) FROM rule), ${now}
    FROM wish ORDER BY place
    ON CONFLICT (key) DO UPDATE SET (tats, slot) = (
      SELECT
        CASE WHEN found.slot - ${now}::double precision > ${maxWaitMs}::double precision THEN known.tats
        ELSE (
          SELECT array_agg(greatest(coalesce(known.tats[number], 0), found.slot) + rule.spacing * found.cost ORDER BY number)
          FROM rule
        ) END,
        found.slot
      FROM (
        SELECT wish.cost, greatest(
          ${now}::double precision, known.not_before,
          max(coalesce(known.tats[number], 0) - greatest(rule.capacity - wish.cost, 0) * rule.spacing)
        ) AS slot
        FROM wish CROSS JOIN rule WHERE wish.key = known.key GROUP BY wish.cost
      ) AS found
    )
    RETURNING key, slot`);
  return new Map(taken.map(({ key, slot }) => [key, Math.max(0, Math.ceil(slot - now))]));
}
