// `backup`: everything that is kept, in one file.
import { type Call, done, type Outcome } from "./command.ts";
import { mayWrite, pathFrom } from "./files.ts";
import { words } from "./words.ts";

export async function backupCommand(call: Call): Promise<Outcome> {
  const path = pathFrom(call.io.cwd, call.args[0]);
  await mayWrite(path, "backup");
  const { store } = await call.world();
  const rows = await store.backup(path);
  return done(words.backedUp(path, rows), { ok: true, path, rows });
}
