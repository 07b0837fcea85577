// `restore`: what a backup holds takes the place of everything that is kept.
import { StoreFault } from "../store/faults.ts";
import { type Call, done, type Outcome, Refusal } from "./command.ts";
import { pathFrom, statOrNull } from "./files.ts";
import { words } from "./words.ts";

export async function restoreCommand(call: Call): Promise<Outcome> {
  const path = pathFrom(call.io.cwd, call.args[0]);
  const found = await statOrNull(path);
  if (!found) throw new Refusal(words.noFile(path));
  if (!found.isFile()) throw new Refusal(words.notAFile(path));
  const { store, clock } = await call.world();
  const rows = await store.restore(path).catch((error: unknown) => {
    // The database is well; it is the file that does not do.
    const isFile = error instanceof StoreFault && (error.kind === "damaged" || error.kind === "newer");
    throw isFile ? new Refusal(error.sentence.sv) : error;
  });
  const entry = { who: call.by, what: "backup.restore", subject: "plan", from: null, to: { rows } };
  await store.log.append({ at: clock.now(), ...entry });
  return done(words.restored(path, rows), { ok: true, path, rows });
}
