// Pure. The organisation's tree, whatever its depth. Answers are looked up, not searched: the index is built once per
// version of the facts. A cycle in the data (refused at import) can't hang anything here.
import { grouped, memoised } from "../lib/memo.ts";
import type { Level, Org, OrgId, PlanFacts } from "./plan.ts";

interface Tree {
  readonly byId: ReadonlyMap<OrgId, Org>;
  readonly children: ReadonlyMap<OrgId | null, readonly Org[]>;
  readonly subtrees: Map<OrgId, ReadonlySet<OrgId>>;
}

const treeOf = memoised(
  (orgs: readonly Org[]): Tree => ({
    byId: new Map(orgs.map((org) => [org.id, org])),
    children: grouped(orgs, (org) => org.parent),
    subtrees: new Map(),
  }),
);

export function orgOf(facts: PlanFacts, id: OrgId): Org | null {
  return treeOf(facts.orgs).byId.get(id) ?? null;
}

/** In file order. */
export function childrenOf(facts: PlanFacts, id: OrgId): readonly Org[] {
  return treeOf(facts.orgs).children.get(id) ?? [];
}

/** Nearest first, the region last; without the organisation itself. */
export function ancestorsOf(facts: PlanFacts, id: OrgId): readonly Org[] {
  const found = new Set<Org>();
  const start = orgOf(facts, id);
  for (let org = parentOf(facts, start); org && org !== start && !found.has(org); org = parentOf(facts, org)) {
    found.add(org);
  }
  return [...found];
}

/** The ids of an organisation and everything below it; only itself when it is unknown. */
export function subtreeOf(facts: PlanFacts, id: OrgId): ReadonlySet<OrgId> {
  const tree = treeOf(facts.orgs);
  const known = tree.subtrees.get(id);
  if (known) return known;
  // A Set is walked in the order of insertion, also what is added on the way: breadth first, each once.
  const found = new Set([id]);
  for (const next of found) for (const child of tree.children.get(next) ?? []) found.add(child.id);
  tree.subtrees.set(id, found);
  return found;
}

/** Whether `id` is `top` or lies below it. */
export function isUnder(facts: PlanFacts, id: OrgId, top: OrgId): boolean {
  return subtreeOf(facts, top).has(id);
}

/** The organisations of one level at or below `top`, in file order. */
export function orgsUnder(facts: PlanFacts, top: OrgId, level: Level): readonly Org[] {
  const inside = subtreeOf(facts, top);
  return facts.orgs.filter((org) => org.level === level && inside.has(org.id));
}

/** The enheter at or below `top`, in file order. */
export function unitsUnder(facts: PlanFacts, top: OrgId): readonly Org[] {
  return orgsUnder(facts, top, "unit");
}

/** The förvaltning an organisation belongs to (itself if it is one); null above that level. */
export function administrationOf(facts: PlanFacts, id: OrgId): Org | null {
  return levelOf(facts, id, "administration");
}

/** The nämnd an organisation belongs to (itself if it is one). */
export function boardOf(facts: PlanFacts, id: OrgId): Org | null {
  return levelOf(facts, id, "board");
}

/** The top of the tree: the region, else the first organisation without a parent. */
export function regionOf(facts: PlanFacts): Org | null {
  const tops = treeOf(facts.orgs).children.get(null) ?? [];
  return tops.find((org) => org.level === "region") ?? tops[0] ?? null;
}

function levelOf(facts: PlanFacts, id: OrgId, level: Level): Org | null {
  const org = orgOf(facts, id);
  if (org?.level === level) return org;
  return ancestorsOf(facts, id).find((above) => above.level === level) ?? null;
}

function parentOf(facts: PlanFacts, org: Org | null): Org | null {
  return org?.parent ? orgOf(facts, org.parent) : null;
}
