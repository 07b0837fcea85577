// Counts what the two database drivers are asked to do, however it is asked: for figures only.
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";

type Method = (this: unknown, ...given: unknown[]) => unknown;

/** From now on; BEGIN and COMMIT count too. */
export function countStatements(): { readonly count: number } {
  const counted = { count: 0 };
  for (const [driver, name] of [
    [pg.Client.prototype, "query"],
    [PGlite.prototype, "execProtocolStream"],
  ] as const) {
    const methods = driver as unknown as Record<string, Method>;
    const method = methods[name] as Method;
    methods[name] = function (...given) {
      counted.count++;
      return method.apply(this, given);
    };
  }
  return counted;
}
