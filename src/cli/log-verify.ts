// `log verify`: recomputes the whole chain of the change log.
import { type Call, done, type Outcome } from "./command.ts";
import { words } from "./words.ts";

export async function logVerify(call: Call): Promise<Outcome> {
  const { store } = await call.world();
  const verdict = await store.log.verify();
  if (verdict.ok) return done(words.logWhole(verdict.entries, verdict.head), verdict);
  return { exit: 1, text: words.logBroken(verdict.brokenAt), json: verdict };
}
