// `card`: the card that a unit would get, as the JSON that Teams is sent.
import { rhythmNow } from "../app/world.ts";
import { cardPreview } from "../collect/collect.ts";
import { owes } from "../plan/coverage.ts";
import type { Org, Plan } from "../plan/plan.ts";
import { isCardWeek, weekBeingReported } from "../plan/rhythm.ts";
import { type Call, done, type Outcome, Refusal } from "./command.ts";
import { planInForce } from "./session.ts";
import { weekGiven } from "./time.ts";
import { words } from "./words.ts";

export async function cardCommand(call: Call): Promise<Outcome> {
  const asked = weekGiven(call.options.week);
  const world = await call.world();
  const plan = await planInForce(world);
  const rhythm = await rhythmNow(world);
  const unit = unitNamed(plan, call.options.unit ?? "");
  const week = asked ?? weekBeingReported(plan.now, rhythm);
  if (!isCardWeek(week, rhythm)) throw new Refusal(words.noCardWeek(week));
  const preview = owes(plan, unit.id, week) ? cardPreview(plan, rhythm, unit.id, week) : null;
  if (!preview?.card) throw new Refusal(words.owesNothing(unit.name, week));
  return done(JSON.stringify(preview.card, null, 2), preview.card);
}

/** By id, in any case. Throws a `Refusal`. */
export function unitNamed(plan: Plan, id: string): Org {
  const wanted = id.trim().normalize("NFC").toLowerCase();
  const { orgs } = plan.facts;
  const found = orgs.find((org) => org.id === id) ?? orgs.find((org) => org.id.toLowerCase() === wanted);
  if (!found) throw new Refusal(words.noUnit(id));
  return found;
}
