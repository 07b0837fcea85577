// Pure. Which of the offered choices an answer means: "den med vårdcentralerna", "den första", "Norra".

import { measureOf } from "../../plan/facts.ts";
import { orgOf } from "../../plan/organisation.ts";
import type { MeasureId, OrgId, PlanFacts } from "../../plan/plan.ts";
import { nameIndexOf } from "../names/name-index.ts";
import { contentKeys, isGeneric, keyOf, keysWithParts } from "../names/name-words.ts";
import { tokenise } from "../text/tokens.ts";
import { ordinalOf } from "../when/calendar-words.ts";
import type { Heard } from "./heard.ts";
import { placedIn } from "./placed.ts";
import type { Preference } from "./subjects.ts";

/** The one choice meant, or null when none or several fit. */
export function choiceOf(
  heard: Heard,
  offered: { readonly measures: readonly MeasureId[]; readonly orgs: readonly OrgId[] },
  facts: PlanFacts,
): Preference | null {
  const all = [
    ...offered.measures.map((id) => ({ id, names: namesOfMeasure(facts, id) })),
    ...offered.orgs.map((id) => ({ id, names: namesOfOrg(facts, id) })),
  ];
  const byId = heard.mentions.flatMap((mention) =>
    mention.readings.filter((reading) => reading.by === "id").map((reading) => reading.ref.id),
  );
  const named = all.filter(({ id }) => byId.includes(id));
  if (named.length === 1) return preferenceFor(named[0]?.id ?? "", offered);
  const ordinal =
    heard.tokens.length <= 4
      ? heard.tokens.map((token) => ordinalOf(token.folded)).find((value) => value !== null)
      : undefined;
  if (ordinal !== undefined && ordinal !== null) {
    const picked = ordinal === -1 ? all.at(-1) : all[ordinal - 1];
    if (picked) return preferenceFor(picked.id, offered);
  }
  const there = placedIn(
    heard,
    all.map(({ id }) => id),
    facts,
  );
  if (there.length === 1 && all.length > 1) return preferenceFor(there[0] ?? "", offered);
  const index = nameIndexOf(facts);
  const keys = heard.tokens
    .filter(({ word }) => word.length >= SHORTEST_TOLD)
    .map(keyOf)
    .flatMap((key) => keysWithParts(key).map((part) => part.key));
  const scored = all
    .map(({ id, names }) => ({ id, score: scoreOf(keys, names, index.weightOf) }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  if (!first || first.score <= 0 || (second && second.score >= first.score * 0.95)) return null;
  return preferenceFor(first.id, offered);
}

function scoreOf(keys: readonly string[], names: ReadonlySet<string>, weightOf: (key: string) => number): number {
  return [...new Set(keys)].reduce(
    (sum, key) => sum + (isIn(names, key) ? weightOf(key) * (isGeneric(key) ? 0.3 : 1) : 0),
    0,
  );
}

const SHORTEST_TOLD = 3;
const SHORTEST_END = 5;

// "Den för fakturorna" means the one with "leverantörsfakturor", "den om löner" the one with "löneregistrering".
function isIn(names: ReadonlySet<string>, key: string): boolean {
  return (
    names.has(key) ||
    [...names].some((name) => (key.length >= SHORTEST_END && name.endsWith(key)) || isBeginning(name, key))
  );
}

function isBeginning(name: string, key: string): boolean {
  return key.length >= SHORTEST_TOLD && name.length >= key.length * 2 && name.startsWith(key);
}

function preferenceFor(id: string, offered: { readonly measures: readonly MeasureId[] }): Preference {
  return (offered.measures as readonly string[]).includes(id)
    ? { measures: [id as MeasureId], orgs: [] }
    : { measures: [], orgs: [id as OrgId] };
}

function namesOfMeasure(facts: PlanFacts, id: MeasureId): ReadonlySet<string> {
  const measure = measureOf(facts, id);
  const owner = measure ? orgOf(facts, measure.owner) : null;
  return keySet(measure ? [measure.title, ...measure.aliases, owner?.name ?? ""] : []);
}

function namesOfOrg(facts: PlanFacts, id: OrgId): ReadonlySet<string> {
  const org = orgOf(facts, id);
  const parent = org?.parent ? orgOf(facts, org.parent) : null;
  return keySet(org ? [org.name, ...org.aliases, parent?.name ?? "", ...(parent?.aliases ?? [])] : []);
}

function keySet(texts: readonly string[]): ReadonlySet<string> {
  return new Set(
    texts.flatMap((text) => contentKeys(tokenise(text))).flatMap((key) => keysWithParts(key).map((part) => part.key)),
  );
}
