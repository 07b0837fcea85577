// Many rows in one statement: they travel as one JSON parameter.
import { json } from "./sql.ts";

const ROWS_AT_A_TIME = 2_000;

/** JSON texts of at most 2 000 rows each, for `jsonb_to_recordset(${part}::jsonb)`. */
export function* inParts(rows: readonly unknown[]): Generator<string> {
  for (let from = 0; from < rows.length; from += ROWS_AT_A_TIME) yield json(rows.slice(from, from + ROWS_AT_A_TIME));
}
