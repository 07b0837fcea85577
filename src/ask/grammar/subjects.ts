// Pure. Which organisations and measures a question is about; when a name fits several, all of them.
import { measureOf, participationsOf } from "../../plan/facts.ts";
import { isUnder, orgOf } from "../../plan/organisation.ts";
import type { Measure, MeasureId, OrgId, PlanFacts } from "../../plan/plan.ts";
import type { Mention, Reading } from "../names/mention.ts";
import type { NameRef } from "../names/name-index.ts";
import { tokenise } from "../text/tokens.ts";
import type { SubjectKind } from "./draft.ts";
import type { Heard } from "./heard.ts";

export interface Subjects {
  readonly orgs: readonly OrgId[];
  readonly measures: readonly MeasureId[];
  /** A name that fits several things, with all of them, best first. */
  readonly ambiguous: {
    readonly words: string;
    readonly orgs: readonly OrgId[];
    readonly measures: readonly MeasureId[];
  } | null;
  /** The mentions that were not used as subjects. */
  readonly rest: readonly Mention[];
}

export interface Preference {
  readonly orgs: readonly OrgId[];
  readonly measures: readonly MeasureId[];
}

interface Chosen {
  readonly mention: Mention;
  readonly kind: SubjectKind;
  readonly ids: readonly string[];
}

const TOWARDS_MEASURE = new Set(["med", "om", "about", "with"]);
const TOWARDS_ORG = new Set(["pa", "i", "hos", "inom", "vid", "at", "in", "for", "till", "from", "fran"]);

export function settleSubjects(
  heard: Heard,
  facts: PlanFacts,
  wants: readonly SubjectKind[],
  weakAreWords: boolean,
  prefer: Preference,
  isTaken: (mention: Mention) => boolean = () => false,
): Subjects {
  const strong = heard.mentions.filter((mention) => !mention.weak && !(weakAreWords && isRatherMetric(mention, heard)));
  const usable = weakAreWords ? strong : heard.mentions;
  const chosen: Chosen[] = [];
  const rest: Mention[] = [];
  for (const mention of usable) {
    if (isTaken(mention)) {
      rest.push(mention);
      continue;
    }
    const pick = choose(mention, heard, wants, prefer, facts);
    // A general word is a name only where nothing else is the subject.
    if (
      pick &&
      !(
        mention.weak &&
        strong.some((other) => other !== mention && choose(other, heard, wants, prefer, facts)?.kind === "measure")
      )
    )
      chosen.push(pick);
    else rest.push(mention);
  }
  const narrowed = narrow(withoutDescribing(chosen, heard), facts, heard);
  const title = onlyTitle(narrowed, facts);
  const unsaid = title === null ? rest : rest.filter((mention) => mention.weak || !isInTitle(mention, title, heard));
  const open = narrowed.find((pick) => pick.ids.length > 1);
  const only = (kind: SubjectKind) => [
    ...new Set(
      narrowed.filter((pick) => pick.kind === kind && pick.ids.length === 1).map((pick) => pick.ids[0] as string),
    ),
  ];
  return {
    orgs: only("org") as OrgId[],
    measures: only("measure") as MeasureId[],
    ambiguous: open ? ambiguityOf(open, heard) : null,
    rest: weakAreWords ? [...unsaid, ...heard.mentions.filter((mention) => mention.weak)] : unsaid,
  };
}

// "Operationer på ortopeden": what is produced, though a unit is called something like it.
export function isRatherMetric(mention: Mention, heard: Heard): boolean {
  const metrics = mention.readings.filter((reading) => reading.ref.kind === "metric");
  const orgs = mention.readings.filter((reading) => reading.ref.kind === "org");
  if (metrics.length === 0 || orgs.length === 0) return false;
  if (bestRank(metrics) < bestRank(orgs)) return true;
  return (
    bestRank(metrics) === bestRank(orgs) &&
    heard.mentions.some(
      (other) => other !== mention && !other.weak && other.readings.some((reading) => reading.ref.kind === "org"),
    )
  );
}

function choose(
  mention: Mention,
  heard: Heard,
  wants: readonly SubjectKind[],
  prefer: Preference,
  facts: PlanFacts,
): Chosen | null {
  const fitting = mention.readings.filter(
    (reading): reading is Reading & { ref: { kind: SubjectKind; id: string } & NameRef } =>
      wants.includes(reading.ref.kind as SubjectKind),
  );
  if (fitting.length === 0) return null;
  const preferred = fitting.filter(
    ({ ref }) =>
      (prefer.orgs as readonly string[]).includes(ref.id) || (prefer.measures as readonly string[]).includes(ref.id),
  );
  const pool = preferred.length > 0 ? preferred : fitting;
  const kind = kindOf(pool, mention, heard, wants, facts);
  const ofKind = pool.filter((reading) => reading.ref.kind === kind);
  const best = Math.max(...ofKind.map((reading) => reading.score));
  const rank = bestRank(ofKind);
  const ids = ofKind
    .filter((reading) => rankOf(reading) === rank && reading.score >= best * 0.85)
    .map((reading) => reading.ref.id);
  const units = kind === "org" && isWorkplace(mention, heard) ? ids.filter((id) => isUnitOf(facts, id as OrgId)) : [];
  // "Vårdcentralen" is one of them, and not the area they lie in.
  return { mention, kind, ids: [...new Set(units.length > 0 ? units : ids)] };
}

function isUnitOf(facts: PlanFacts, id: OrgId): boolean {
  return orgOf(facts, id)?.level === "unit";
}

// The kind whose name was met most exactly; then what the preposition says; then what the question would rather have.
function kindOf(
  pool: readonly Reading[],
  mention: Mention,
  heard: Heard,
  wants: readonly SubjectKind[],
  facts: PlanFacts,
): SubjectKind {
  const rank = bestRank(pool);
  const kinds = new Set(
    pool.filter((reading) => rankOf(reading) === rank).map((reading) => reading.ref.kind as SubjectKind),
  );
  const all = new Set(pool.map((reading) => reading.ref.kind as SubjectKind));
  if (rank === 3 && wants.length > 1 && all.has("org") && isMeasureGiven(mention, heard)) return "org";
  if (rank === 3 && wants.length > 1 && kinds.size === 2 && isWorkplace(mention, heard)) return "org";
  if (wants.length > 1 && kinds.size === 2 && rank > 1 && isPlaceInTitles(mention, pool, facts, heard)) return "org";
  if (kinds.size === 1 && rank < 3) return [...kinds][0] as SubjectKind;
  const isOwn = /^(min|mitt|mina|var|vart|vara|my|our)$/.test(heard.tokens[mention.start - 1]?.folded ?? "");
  const before = heard.tokens[mention.start - (isOwn ? 2 : 1)]?.folded ?? "";
  if (wants.length > 1 && TOWARDS_MEASURE.has(before) && all.has("measure")) return "measure";
  if (wants.length > 1 && TOWARDS_ORG.has(before) && all.has("org")) return "org";
  if (kinds.size === 1) return [...kinds][0] as SubjectKind;
  return wants.find((kind) => kinds.has(kind)) ?? (wants[0] as SubjectKind);
}

const WORKPLACE = /(central|klinik|mottagning|avdelning|enhet|team)(en|et|n|erna|s|ens)?$/;

// "Hur ligger vårdcentralen till?": a workplace, of which there are several, though measures are about them, too.
function isWorkplace({ start, end }: Mention, heard: Heard): boolean {
  const before = heard.tokens[start - 1]?.folded ?? "";
  return end === start + 1 && WORKPLACE.test(heard.tokens[start]?.folded ?? "") && !TOWARDS_MEASURE.has(before);
}

const AT = /^(på|i|hos|inom|vid|till|från)$/;

// "Status Dalen", where a measure is about the receptions at Dalen: the place itself, of which there may be two.
function isPlaceInTitles(mention: Mention, pool: readonly Reading[], facts: PlanFacts, heard: Heard): boolean {
  const said = heard.tokens.slice(mention.start, mention.end).map(({ folded }) => folded);
  return pool
    .filter(({ ref }) => ref.kind === "measure")
    .every(({ ref }) => {
      const title = tokenise(measureOf(facts, ref.id as MeasureId)?.title ?? "");
      const at = title.findIndex((_, from) => said.every((word, next) => title[from + next]?.folded === word));
      return AT.test(title[at - 1]?.word ?? "");
    });
}

// "Vad skriver mottagningen om B-01?": the measure is given by its id, so the word is the place.
function isMeasureGiven(mention: Mention, heard: Heard): boolean {
  return heard.mentions.some(
    (other) =>
      other !== mention && other.readings.some((reading) => reading.by === "id" && reading.ref.kind === "measure"),
  );
}

function rankOf(reading: Reading): number {
  return { id: 0, surface: 1, phrase: 2, words: 3 }[reading.by];
}

function bestRank(readings: readonly Reading[]): number {
  return Math.min(...readings.map(rankOf));
}

// "hyrläkarna i primärvården": the measure lies there, so the place only says which. "övertiden på tandvården": both.
function narrow(chosen: readonly Chosen[], facts: PlanFacts, heard: Heard): readonly Chosen[] {
  const places = chosen
    .filter((pick) => pick.kind === "org" && pick.ids.length === 1)
    .map((pick) => pick.ids[0] as OrgId);
  const scoped = chosen.map((pick) =>
    pick.kind === "measure" && pick.ids.length > 1 && places.length > 0 ? within(pick, places, facts) : pick,
  );
  const measures = scoped
    .filter((pick) => pick.kind === "measure" && pick.ids.length === 1)
    .map((pick) => pick.ids[0] as MeasureId);
  if (measures.length !== 1) return scoped;
  const measure = measureOf(facts, measures[0] as MeasureId);
  const placed = scoped.map((pick) => (pick.kind === "org" && measure ? takingPart(pick, measure, facts) : pick));
  return placed.filter(
    (pick) =>
      pick.kind !== "org" ||
      !measure ||
      (pick.ids.length > 1
        ? !isInTitle(pick.mention, measure.title, heard)
        : !isUnder(facts, measure.owner, pick.ids[0] as OrgId) || measure.owner === pick.ids[0]),
  );
}

// "Köket som vi skulle ha ihop med kommunen", where only one of those about the kommun is a kitchen.
function withoutDescribing(chosen: readonly Chosen[], heard: Heard): readonly Chosen[] {
  if (heard.has("cmp.compare", "ask.difference")) return chosen;
  const named = chosen.flatMap(({ kind, ids }) => (kind === "measure" && ids.length === 1 ? ids : []));
  const isJoined = ({ mention }: Chosen) =>
    /^(och|samt|eller|mot|and|or)$/.test(heard.tokens[mention.start - 1]?.word ?? "");
  return chosen.filter(
    (pick) =>
      pick.kind !== "measure" ||
      pick.ids.length === 1 ||
      isJoined(pick) ||
      pick.ids.filter((id) => named.includes(id)).length !== 1,
  );
}

// "Sammanslagningen av Hagen och Östra": the places are what the measure is called after.
function isInTitle(mention: Mention, title: string, heard: Heard): boolean {
  const words = new Set(tokenise(title).map((token) => token.folded));
  return heard.tokens.slice(mention.start, mention.end).every((token) => words.has(token.folded));
}

function onlyTitle(chosen: readonly Chosen[], facts: PlanFacts): string | null {
  const [only, ...others] = chosen.filter((pick) => pick.kind === "measure");
  return only?.ids.length === 1 && others.length === 0
    ? (measureOf(facts, only.ids[0] as MeasureId)?.title ?? null)
    : null;
}

// "Vad skrev Dalen om bussen?", where two units are called so: the one of them that has it or takes part in it.
function takingPart(pick: Chosen, measure: Measure, facts: PlanFacts): Chosen {
  if (pick.ids.length < 2) return pick;
  const units = new Set<string>([measure.owner, ...participationsOf(facts, measure.id).map((row) => row.unit)]);
  const ids = pick.ids.filter((id) => units.has(id));
  return ids.length === 1 ? { ...pick, ids } : pick;
}

function within(pick: Chosen, places: readonly OrgId[], facts: PlanFacts): Chosen {
  const owned = pick.ids.filter((id) =>
    places.some((place) => isUnder(facts, measureOf(facts, id as MeasureId)?.owner ?? place, place)),
  );
  if (owned.length > 0) return { ...pick, ids: owned };
  const shared = pick.ids.filter((id) =>
    participationsOf(facts, id as MeasureId).some((row) => places.some((place) => isUnder(facts, row.unit, place))),
  );
  return shared.length > 0 ? { ...pick, ids: shared } : pick;
}

function ambiguityOf(pick: Chosen, heard: Heard): Subjects["ambiguous"] {
  const words = heard.tokens
    .slice(pick.mention.start, pick.mention.end)
    .map((token) => token.word)
    .join(" ");
  return pick.kind === "org"
    ? { words, orgs: pick.ids as OrgId[], measures: [] }
    : { words, orgs: [], measures: pick.ids as MeasureId[] };
}
