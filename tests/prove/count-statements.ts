// Counts what the databases are asked to do, however it is asked: for figures only.
import { Worker } from "node:worker_threads";
import pg from "pg";

const [EXECUTE, SIMPLE_QUERY] = ["E".charCodeAt(0), "Q".charCodeAt(0)];

/** From now on; BEGIN and COMMIT count too, and what makes the embedded database write to its disk. */
export function countStatements(): { readonly count: number } {
  const counted = { count: 0 };
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    counted.count++;
    return Reflect.apply(query, this, given);
  };
  // The embedded database has a thread of its own.
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (this: Worker, message: unknown, ...given: unknown[]) {
    if (message instanceof Uint8Array) counted.count += statementsIn(message);
    return Reflect.apply(postMessage, this, [message, ...given]);
  };
  return counted;
}

/** Of messages in PostgreSQL's protocol: a letter, then the length of the rest. */
function statementsIn(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = 0; at + 5 <= bytes.length; at += 1 + view.getUint32(at + 1)) {
    const type = bytes[at];
    if (type === EXECUTE || type === SIMPLE_QUERY) count++;
  }
  return count;
}
