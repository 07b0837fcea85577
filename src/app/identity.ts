// Who is who: an Entra id is matched once to a person of the plan, by the addresses that Teams gives, and remembered.
import { rolesOf } from "../plan/people.ts";
import type { Email } from "../plan/plan.ts";
import type { TeamsDeps } from "../teams/deps.ts";
import { planAt, type World } from "./world.ts";

export function identityOf(world: World): Pick<TeamsDeps, "findPerson" | "rememberPerson"> {
  const { people } = world.store;
  return {
    async findPerson(tenant, aadObjectId) {
      return (await people.find({ tenant, aadObjectId }))?.email ?? null;
    },
    async rememberPerson(tenant, aadObjectId, addresses) {
      const plan = await planAt(world);
      const email = plan && addresses.find((address) => rolesOf(plan.facts, address).length > 0);
      if (!email) return null;
      const known = email.trim().toLowerCase() as Email;
      await people.saw({ tenant, aadObjectId, email: known });
      return known;
    },
  };
}
