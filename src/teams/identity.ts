// Who is who: a person is a tenant and an Entra object id; the first time, Teams tells which address that is.
import type { Email } from "../plan/plan.ts";
import type { Connector } from "./connector.ts";
import type { TeamsDeps } from "./deps.ts";
import type { Got } from "./outcome.ts";
import type { Member } from "./target.ts";
import type { Turn } from "./turn.ts";

type IdentityDeps = Pick<TeamsDeps, "findPerson" | "rememberPerson" | "log"> & {
  readonly connector: Pick<Connector, "member">;
};

/**
 * The person of the plan behind a turn, or null for one who is not in the plan. Nothing in the turn's text, names or
 * card data counts. Throws when Teams could not be asked: not knowing is not the same as not being in the plan.
 */
export async function identify(deps: IdentityDeps, turn: Turn): Promise<Email | null> {
  const { tenant, aadId } = turn.from;
  if (aadId === null) return null;
  const known = await deps.findPerson(tenant, aadId);
  if (known !== null) return known;
  const asked = await askTeams(deps, turn, aadId);
  if (asked.outcome === "gone" || asked.outcome === "blocked") return null;
  if (asked.outcome !== "ok") throw new Error(`member call failed: ${asked.outcome}`);
  // The one answered about must be the one asked for.
  if (asked.value.aadId !== null && asked.value.aadId !== aadId) return null;
  const addresses = [...new Set([asked.value.upn, asked.value.mail].filter((address) => address !== null))];
  return addresses.length === 0 ? null : deps.rememberPerson(tenant, aadId, addresses);
}

/** By Teams' own id, then by the Entra id: the real service takes both, emulators one or the other. */
async function askTeams({ connector }: IdentityDeps, turn: Turn, aadId: string): Promise<Got<Member>> {
  const asked = await connector.member(turn.serviceUrl, turn.conversation.id, turn.from.teamsId);
  return asked.outcome === "gone" ? connector.member(turn.serviceUrl, turn.conversation.id, aadId) : asked;
}
