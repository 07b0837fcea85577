import type { Database } from "../sql/database.ts";
import { json, sql } from "../sql/sql.ts";
import { findOpenCard, listCardsWhere, openCard } from "./card-rows.ts";
import type { CollectStore, Submission } from "./collect.ts";
import { recordReport } from "./record-report.ts";
import { findReport, findReports, listReportsWhere } from "./report-rows.ts";

export function collectStore(db: Database): CollectStore {
  return {
    openCard: (card) => openCard(db, card),
    findCard: async (nonce) => (await listCardsWhere(db, sql`card.nonce = ${nonce}`))[0] ?? null,
    findOpenCard: (unit, week, person) => findOpenCard(db, unit, week, person),
    listCards: (unit, week) =>
      listCardsWhere(db, sql`card.unit = ${unit} AND card.week = ${week} ORDER BY card.created, card.nonce`),
    listCardsOf: (person) =>
      listCardsWhere(db, sql`card.person = ${person} ORDER BY card.created DESC, card.nonce LIMIT 50`),
    async markPosted(nonce, { conversation, activity }) {
      await db.run(sql`UPDATE card SET conversation = ${conversation}, activity = ${activity} WHERE nonce = ${nonce}`);
    },
    async saveDraft(nonce, step, draft) {
      await db.run(sql`UPDATE card SET step = ${step}, draft = ${json(draft)}::jsonb WHERE nonce = ${nonce}`);
    },
    recordReport: (report) => db.transaction((tx) => recordReport(tx, report)),
    findReport: (unit, week) => findReport(db, unit, week),
    findReports: (unit, weeks) => findReports(db, unit, weeks),
    listCorrections: (week) => listReportsWhere(db, sql`week = ${week} AND correction ORDER BY at, nonce`),
    listSubmissions: (unit, week) =>
      db.rows<Submission>(
        sql`SELECT nonce, by, at, answers FROM submission WHERE unit = ${unit} AND week = ${week} ORDER BY at, nonce`,
      ),
  };
}
