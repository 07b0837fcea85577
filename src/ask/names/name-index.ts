// Pure. Everything in the plan that has a name, by its words. Built once per version of the names.
import { memoised } from "../../lib/memo.ts";
import type { MeasureId, OrgId, PlanFacts } from "../../plan/plan.ts";
import { fold, normalise } from "../text/fold.ts";
import { createVocabulary, type Vocabulary } from "../text/fuzzy.ts";
import { tokenise } from "../text/tokens.ts";
import { canonicalId } from "./canonical-id.ts";
import { contentKeys, keysWithParts } from "./name-words.ts";

export type NameRef =
  | { readonly kind: "org"; readonly id: OrgId }
  | { readonly kind: "measure"; readonly id: MeasureId }
  | { readonly kind: "theme"; readonly id: string }
  | { readonly kind: "metric"; readonly id: string }
  | { readonly kind: "indicator"; readonly id: string }
  | { readonly kind: "body"; readonly id: string }
  | { readonly kind: "person"; readonly id: string }
  | { readonly kind: "decision"; readonly id: string }
  | { readonly kind: "assignment"; readonly id: string };

export interface Name {
  readonly ref: NameRef;
  /** Lower case, as written in the plan. */
  readonly surface: string;
  readonly keys: readonly string[];
}

export interface NameIndex {
  readonly refs: readonly NameRef[];
  /** By all the keys of a name, in order, joined. */
  readonly byPhrase: ReadonlyMap<string, readonly Name[]>;
  /** The same, with the keys sorted: "norra medicin" = "medicin norra". */
  readonly byBag: ReadonlyMap<string, readonly Name[]>;
  readonly byWord: ReadonlyMap<string, readonly Posting[]>;
  readonly byId: ReadonlyMap<string, readonly NameRef[]>;
  /** Measures by the number their id ends with. */
  readonly byNumber: ReadonlyMap<number, readonly NameRef[]>;
  /** How telling a word is: rarer words more. */
  weightOf(key: string): number;
  /** Words of names, folded as written. */
  readonly vocabulary: Vocabulary;
  /** Words of names, just as written. */
  readonly plainWords: ReadonlySet<string>;
  /** How a folded word of a name is written. */
  readonly written: ReadonlyMap<string, string>;
  /** Whether a word is a form of one in a name, where their key is so short that other words have it too ("öppna", "öppen"). */
  isForm(token: { readonly folded: string; readonly stem: string }): boolean;
  readonly surfaces: ReadonlySet<string>;
  /** Letters that measure ids begin with, folded: "o" for Ö-07. */
  readonly idPrefixes: ReadonlySet<string>;
  readonly longestPhrase: number;
  /** Whether a word stands in some name of it. */
  holds(ref: NameRef, key: string): boolean;
}

export interface Posting {
  readonly name: Name;
  readonly quality: number;
}

/** What names are taken from. A version of the facts that differs in other lists only, such as who stands in, has the same. */
const NAMING = ["orgs", "measures", "production", "indicators", "decisions", "assignments", "persons"] as const;
const latest = memoised((_measures: PlanFacts["measures"]) => ({ made: null as Made | null }));

interface Made {
  readonly facts: PlanFacts;
  readonly index: NameIndex;
}

export function nameIndexOf(facts: PlanFacts): NameIndex {
  const kept = latest(facts.measures);
  const { made } = kept;
  if (made && NAMING.every((list) => made.facts[list] === facts[list])) return made.index;
  const index = buildIndex(facts);
  kept.made = { facts, index };
  return index;
}

const LONGEST_PHRASE = 9;
const SHORT_KEY = 3;

function buildIndex(facts: PlanFacts): NameIndex {
  const byPhrase = new Map<string, Name[]>();
  const byBag = new Map<string, Name[]>();
  const byWord = new Map<string, Posting[]>();
  const refsByWord = new Map<string, Set<NameRef>>();
  const words = new Set<string>();
  const plainWords = new Set<string>();
  const written = new Map<string, string>();
  const short = new Map<string, Set<string>>();
  const surfaces = new Set<string>();
  const refs = allRefs(facts);
  let longestPhrase = 1;
  for (const { ref, texts } of refs) {
    const seen = new Set<string>();
    for (const text of texts) {
      const surface = normalise(text).trim();
      const tokens = tokenise(text);
      const keys = contentKeys(tokens);
      const phrase = keys.join(" ");
      if (keys.length === 0 || seen.has(`${phrase}|${surface}`)) continue;
      seen.add(`${phrase}|${surface}`);
      const name: Name = { ref, surface, keys };
      surfaces.add(surface);
      longestPhrase = Math.max(longestPhrase, Math.min(keys.length, LONGEST_PHRASE));
      push(byPhrase, phrase, name);
      push(byBag, [...keys].sort().join(" "), name);
      for (const token of tokens) {
        words.add(token.folded);
        plainWords.add(token.word);
        written.set(token.folded, token.word);
        if (token.stem.length <= SHORT_KEY)
          short.set(token.stem, (short.get(token.stem) ?? new Set()).add(token.folded));
      }
      for (const key of new Set(keys))
        for (const part of keysWithParts(key)) {
          push(byWord, part.key, { name, quality: part.quality });
          if (part.quality < 1) words.add(part.key);
          const holders = refsByWord.get(part.key) ?? new Set();
          refsByWord.set(part.key, holders.add(ref));
        }
    }
  }
  const total = refs.length + 1;
  return {
    refs: refs.map(({ ref }) => ref),
    byPhrase,
    byBag,
    byWord,
    byId: idsOf(facts),
    byNumber: numbersOf(facts),
    weightOf: (key) => Math.max(0.2, Math.log(total / ((refsByWord.get(key)?.size ?? 0) + 0.5))),
    vocabulary: createVocabulary(words),
    plainWords,
    written,
    isForm: ({ folded, stem }) => {
      const forms = stem.length <= SHORT_KEY ? short.get(stem) : undefined;
      return forms === undefined || [...forms].some((form) => form.startsWith(folded) || folded.startsWith(form));
    },
    surfaces,
    idPrefixes: new Set(
      facts.measures.map((measure) => /^\p{L}+/u.exec(fold(normalise(measure.id)))?.[0] ?? "").filter(Boolean),
    ),
    longestPhrase,
    holds: (ref, key) => refsByWord.get(key)?.has(ref) === true,
  };
}

function allRefs(facts: PlanFacts): { ref: NameRef; texts: readonly string[] }[] {
  const named: { ref: NameRef; texts: readonly string[] }[] = [];
  for (const org of facts.orgs)
    named.push({
      ref: { kind: "org", id: org.id },
      texts: [
        ...variantsOf(org.name),
        ...org.aliases,
        ...(isWordy(org.id) ? [org.id] : []),
        // What everybody calls it, whether or not the plan says so.
        ...(org.level === "region" ? ["regionen", "regionens"] : []),
      ],
    });
  for (const measure of facts.measures)
    named.push({ ref: { kind: "measure", id: measure.id }, texts: [...variantsOf(measure.title), ...measure.aliases] });
  for (const theme of new Set(facts.measures.map((measure) => measure.theme)))
    if (theme) named.push({ ref: { kind: "theme", id: theme }, texts: [theme] });
  for (const metric of new Set(facts.production.map((row) => row.metric)))
    named.push({ ref: { kind: "metric", id: metric }, texts: [metric] });
  for (const metric of new Set(facts.indicators.map((row) => row.metric)))
    named.push({ ref: { kind: "indicator", id: metric }, texts: [metric] });
  const orgIds = new Set<string>(facts.orgs.map((org) => org.id));
  const bodies = [...facts.decisions.map((row) => row.body), ...facts.assignments.map((row) => row.issuer)];
  for (const body of new Set(bodies))
    if (!orgIds.has(body)) named.push({ ref: { kind: "body", id: body }, texts: [body, ...shortBody(body)] });
  for (const person of new Map(facts.persons.map((row) => [row.email, row])).values())
    named.push({ ref: { kind: "person", id: person.email }, texts: [person.name, person.email] });
  return named;
}

// "Regionfullmäktige" is "fullmäktige" in speech, "Regionstyrelsen" "styrelsen".
function shortBody(body: string): string[] {
  const short = /^(?:region|landstings?|kommun)(\p{L}{5,})$/iu.exec(body.trim())?.[1];
  return short ? [short] : [];
}

/** The name, and where it holds a parenthesis: without it, and what stands in it. */
function variantsOf(name: string): string[] {
  const inner = /\(([^()]{2,60})\)/u.exec(name)?.[1];
  const outer = name.replace(/\([^()]*\)/gu, " ").trim();
  const beforeComma = outer.split(/[,;:]/)[0]?.trim() ?? "";
  return [
    name,
    ...(inner ? [outer, ...(isShort(inner) ? [inner] : [])] : []),
    ...(beforeComma.length > 8 && beforeComma !== outer ? [beforeComma] : []),
  ];
}

function isShort(inner: string): boolean {
  return inner.split(/\s+/).length <= 3 && !/\d{3}/.test(inner);
}

function isWordy(id: string): boolean {
  return /^\p{L}{2,}$/u.test(id);
}

function idsOf(facts: PlanFacts): Map<string, NameRef[]> {
  const ids = new Map<string, NameRef[]>();
  for (const { id } of facts.measures) push(ids, canonicalId(id), { kind: "measure", id });
  for (const { id } of facts.orgs) push(ids, canonicalId(id), { kind: "org", id });
  for (const { id } of facts.decisions) push(ids, canonicalId(id), { kind: "decision", id });
  for (const { id } of facts.assignments) push(ids, canonicalId(id), { kind: "assignment", id });
  return ids;
}

function numbersOf(facts: PlanFacts): Map<number, NameRef[]> {
  const numbers = new Map<number, NameRef[]>();
  for (const { id } of facts.measures) {
    const digits = /^\D*(\d{1,5})$/u.exec(id)?.[1];
    if (!digits) continue;
    const known = numbers.get(Number(digits));
    if (known) known.push({ kind: "measure", id });
    else numbers.set(Number(digits), [{ kind: "measure", id }]);
  }
  return numbers;
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
