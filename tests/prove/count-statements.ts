// Counts what the two database drivers are asked to do, however it is asked: for figures only.
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";

type Method = (this: unknown, ...given: unknown[]) => unknown;

/** From now on; BEGIN and COMMIT count too. */
export function countStatements(): { readonly count: number } {
  const counted = { count: 0 };
  for (const driver of [pg.Client.prototype, PGlite.prototype]) {
    const methods = driver as unknown as Record<string, Method>;
    const query = methods.query as Method;
    methods.query = function (...given) {
      counted.count++;
      return query.apply(this, given);
    };
  }
  return counted;
}
