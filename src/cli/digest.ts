// `digest`: the week's digest as posted, or as it would be. Nothing is sent.
import { digestDeps } from "../app/digest-deps.ts";
import { askDigest } from "../digest/digest.ts";
import { type Call, done, type Outcome, Refusal } from "./command.ts";
import { planInForce } from "./session.ts";
import { weekGiven } from "./time.ts";

export async function digestCommand(call: Call): Promise<Outcome> {
  const week = weekGiven(call.options.week);
  const world = await call.world();
  const { now } = await planInForce(world);
  const asked = await askDigest(digestDeps(world), week, now, "sv");
  if (!asked.ok) throw new Refusal(asked.text);
  return done(asked.text, asked.json);
}
