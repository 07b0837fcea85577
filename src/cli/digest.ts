// `digest`: the week's digest as posted, or as it would be. Nothing is sent.
import { digestDeps } from "../app/digest-deps.ts";
import { askDigest } from "../digest/digest.ts";
import type { Email } from "../plan/plan.ts";
import type { Week } from "../plan/week.ts";
import { type Call, done, type Outcome, Refusal } from "./command.ts";
import { planInForce } from "./session.ts";
import { weekGiven } from "./time.ts";

export async function digestCommand(call: Call): Promise<Outcome> {
  const week = weekGiven(call.options.week);
  const world = await call.world();
  const { now } = await planInForce(world);
  const deps = digestDeps(world);
  const asked = await askDigest(deps, week, now, "sv");
  if (!asked.ok) throw new Refusal(asked.text);
  const shown = asked.json as { readonly week: Week };
  await deps.log({ what: "digest.preview", who: call.by as Email, week: shown.week, at: now });
  return done(asked.text, asked.json);
}
