// Pure. The name of what an answer is about.
import type { OrgId } from "../../plan/plan.ts";
import { PLAN_NAME } from "../words/effect-words.ts";
import { orgName, type World } from "./world.ts";

export function whoOfOrgs(world: World, orgs: readonly OrgId[]): string {
  return orgs.length > 0 ? orgs.map((id) => orgName(world, id)).join(", ") : PLAN_NAME[world.lang];
}
