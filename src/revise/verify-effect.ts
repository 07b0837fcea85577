// Realised effect that a controller has checked: the months so marked are the next version of the plan.
import type { Instant } from "../lib/time.ts";
import type { Action } from "../plan/action.ts";
import { measureOf } from "../plan/facts.ts";
import type { Effect, PlanFacts } from "../plan/plan.ts";
import { mayVerify, type Viewer } from "../plan/rights.ts";
import { compare, hashOf } from "./compare.ts";
import type { ReviseDeps } from "./deps.ts";
import type { NewRows } from "./merge.ts";

const ATTEMPTS = 3;
const NO_ROWS: NewRows = { lines: [], forecasts: [], support: [] };

/** Safe to run twice: what is verified already is left as it is. */
export async function verifyEffect(
  deps: ReviseDeps,
  viewer: Viewer,
  action: Extract<Action, { do: "verify" }>,
  now: Instant,
): Promise<"verified" | "nothing" | "refused"> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const inForce = await deps.current();
    const measure = inForce && measureOf(inForce.facts, action.measure);
    if (!measure || !mayVerify(inForce.facts, viewer, measure)) return "refused";
    const facts = withVerified(inForce.imported, action);
    const changes = compare(inForce.imported, facts);
    if (changes.length === 0) return "nothing";
    const meta = { by: viewer.email, source: "chat", hash: hashOf(facts), changes, at: now };
    if ((await deps.saveVersion(inForce.version, facts, NO_ROWS, meta)).outcome === "saved") return "verified";
  }
  throw new Error("The plan was changed by others while effect was verified; try again.");
}

function withVerified(facts: PlanFacts, { measure, from, to }: Extract<Action, { do: "verify" }>): PlanFacts {
  const isMeant = (row: Effect) =>
    row.measure === measure && row.month >= from && row.month <= to && row.realised !== null;
  return { ...facts, effects: facts.effects.map((row) => (isMeant(row) ? { ...row, verified: true } : row)) };
}
