import type { Instant } from "../../lib/time.ts";
import type { OrgId, PlanFacts } from "../../plan/plan.ts";
import type { Week } from "../../plan/week.ts";
import { appendLog } from "../log/append.ts";
import type { Database, Queries } from "../sql/database.ts";
import { json, sql } from "../sql/sql.ts";
import { insertForecasts, insertLines, putSupport } from "./book-rows.ts";
import { addAlias, markPrerequisite, readAliases, readDeputies, removeAlias, setDeputy } from "./chat-facts.ts";
import type { PlanCache } from "./current.ts";
import { insertFacts, readFacts } from "./facts-rows.ts";
import type { CollectedRows, PlanStore, PlanVersion, SavedVersion, VersionMeta } from "./plan.ts";
import { beginEpoch, bumpRevision, lockRevision } from "./revision.ts";
import { requestSupport, updateSupport } from "./support.ts";

export function planStore(db: Database, cache: PlanCache): PlanStore {
  return {
    current: cache.current,
    saveVersion: (expected, facts, rows, meta) => db.transaction((tx) => saveVersion(tx, expected, facts, rows, meta)),
    versions: () =>
      db.rows<PlanVersion>(sql`SELECT version, at, by, source, hash, changes FROM plan_version ORDER BY version DESC`),
    factsOf: (version) => readFacts(db, version),
    dropImportedAfter: (unit, week, at) => db.transaction((tx) => dropImportedAfter(tx, unit, week, at)),
    addAlias: (alias, by, at) => db.transaction((tx) => addAlias(tx, alias, by, at)),
    removeAlias: (alias, by, at) => db.transaction((tx) => removeAlias(tx, alias, by, at)),
    aliases: () => readAliases(db),
    markPrerequisite: (mark, by, at) => db.transaction((tx) => markPrerequisite(tx, mark, by, at)),
    setDeputy: (period, by, at, cards = []) => db.transaction((tx) => setDeputy(tx, period, by, at, cards)),
    deputies: () => readDeputies(db),
    requestSupport: (request, by, at, messages = []) =>
      db.transaction((tx) => requestSupport(tx, request, by, at, messages)),
    updateSupport: (id, change, by, at, messages = []) =>
      db.transaction((tx) => updateSupport(tx, id, change, by, at, messages)),
  };
}

async function dropImportedAfter(tx: Queries, unit: OrgId, week: Week, at: Instant): Promise<number> {
  await lockRevision(tx);
  const dropped = await tx.run(sql`
    DELETE FROM report_line
    WHERE report IS NULL AND unit = ${unit} AND week = ${week} AND reported_at > ${at}`);
  // The books in memory are only ever added to.
  if (dropped > 0) await beginEpoch(tx);
  return dropped;
}

async function saveVersion(
  tx: Queries,
  expected: number,
  facts: PlanFacts,
  rows: CollectedRows,
  meta: VersionMeta,
): Promise<SavedVersion> {
  // A big plan takes more than the half minute that is given to everything else.
  await tx.run(sql`SET LOCAL statement_timeout = '10min'`);
  const { version: now } = await lockRevision(tx);
  if (now !== expected) return { outcome: "moved", version: now };
  const version = now + 1;
  const { at, by, source, hash, changes } = meta;
  await tx.run(sql`
    INSERT INTO plan_version (version, at, by, source, hash, changes)
    VALUES (${version}, ${at}, ${by}, ${source}, ${hash}, ${json(changes)}::jsonb)`);
  await insertFacts(tx, version, facts);
  await insertLines(tx, rows.lines, null);
  await insertForecasts(tx, rows.forecasts, null);
  await putSupport(tx, rows.support);
  await bumpRevision(tx, "version", "lines", "support");
  const from = now === 0 ? null : { version: now };
  const to = { version, source, hash, changes: changes.length };
  await appendLog(tx, { at, who: by, what: "plan.import", subject: facts.header.name, from, to });
  return { outcome: "saved", version };
}
