// `log export`: the change log as JSON lines, oldest first, each with the hash that ties it to the one before.
import { instantText } from "../lib/time.ts";
import type { LoggedEntry } from "../store/log/log.ts";
import { type Call, done, type Outcome } from "./command.ts";
import { mayWrite, pathFrom, writeWhole } from "./files.ts";
import { words } from "./words.ts";

export async function logExport(call: Call): Promise<Outcome> {
  const path = pathFrom(call.io.cwd, call.args[0]);
  await mayWrite(path, "log");
  const { store } = await call.world();
  const count = { entries: 0 };
  await writeWhole(path, lines(store.log.export(), count));
  return done(words.logExported(path, count.entries), { ok: true, path, ...count });
}

async function* lines(entries: AsyncIterable<LoggedEntry>, count: { entries: number }): AsyncGenerator<string> {
  for await (const { number, at, who, what, subject, from, to, hash } of entries) {
    count.entries++;
    yield `${JSON.stringify({ number, at: instantText(at), who, what, subject, from, to, hash })}\n`;
  }
}
