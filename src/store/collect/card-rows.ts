import type { Email, OrgId } from "../../plan/plan.ts";
import type { Week } from "../../plan/week.ts";
import type { Queries } from "../sql/database.ts";
import { json, type Statement, sql } from "../sql/sql.ts";
import type { Card, NewCard } from "./collect.ts";

/** As the table holds it: "renews nothing" is an empty text, so that a unique index can see it. */
type CardRow = Omit<Card, "renews"> & { readonly renews: string };

const COLUMNS = sql`card.nonce, card.unit, card.week, card.person, card.instead_of, card.renews, card.conversation,
  card.activity, card.step, card.draft, card.created, card.answered, report.receipt`;

/** One statement; a copy that exists comes back as it is. */
export async function openCard(db: Queries, card: NewCard): Promise<Card> {
  const draft = card.draft === undefined ? null : json(card.draft);
  const row = await db.row<CardRow>(sql`
    WITH card AS (
      INSERT INTO card AS known (nonce, unit, week, person, instead_of, renews, draft, created)
      VALUES (${card.nonce}, ${card.unit}, ${card.week}, ${card.person}, ${card.insteadOf}, ${card.renews ?? ""},
        ${draft}::jsonb, ${card.at})
      -- Changing nothing makes the row that is there come back.
      ON CONFLICT (unit, week, person, renews) DO UPDATE SET person = known.person
      RETURNING *
    )
    SELECT ${COLUMNS} FROM card LEFT JOIN report ON report.nonce = card.nonce`);
  if (!row) throw new Error("store: the card was not saved");
  return toCard(row);
}

export async function listCardsWhere(db: Queries, where: Statement): Promise<readonly Card[]> {
  const rows = await db.rows<CardRow>(
    sql`SELECT ${COLUMNS} FROM card LEFT JOIN report ON report.nonce = card.nonce WHERE ${where}`,
  );
  return rows.map(toCard);
}

export async function findOpenCard(db: Queries, unit: OrgId, week: Week, person: Email): Promise<Card | null> {
  const found = await listCardsWhere(
    db,
    sql`card.unit = ${unit} AND card.week = ${week} AND card.person = ${person} AND card.answered IS NULL
      ORDER BY card.created DESC, card.nonce LIMIT 1`,
  );
  return found[0] ?? null;
}

function toCard({ renews, ...row }: CardRow): Card {
  return { ...row, renews: renews === "" ? null : renews };
}
