// Pure. The words of a name, as keys: abbreviations written out, function words left out, heads told apart.
import { fold } from "../text/fold.ts";
import { stemOf } from "../text/stem.ts";
import type { Token } from "../text/tokens.ts";

/** Between the words of a name these don't count: "avlastning på röntgen" = "avlastning röntgen". */
const LINKS = new Set(
  "i på vid för av till och med från om hos & the of in at and for to on en ett den det de inom".split(" ").map(fold),
);

// What health care shortens everywhere. Both the plan's names and the question are written out the same way.
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  vc: "vårdcentral",
  vcn: "vårdcentral",
  hc: "hälsocentral",
  avd: "avdelning",
  mott: "mottagning",
  klin: "klinik",
  förv: "förvaltning",
  ftv: "folktandvård",
  regionservice: "regionservice",
  psykiatrisk: "psykiatri",
  psykiatriska: "psykiatri",
  vo: "verksamhetsområde",
  omr: "område",
};

// Heads of compounds that name a kind of workplace and not which one.
const HEADS = [
  "klinik",
  "mottagning",
  "central",
  "enhet",
  "avdelning",
  "forvaltning",
  "team",
  "center",
  "centrum",
  "division",
  "namnd",
  "sjukhus",
  "omrad",
  "verksamhet",
  "sektion",
  "kontor",
  "station",
  "atgard",
  "stab",
  "verksam",
  "nämnd",
  "sjukvard",
  "laboratori",
].map(fold);
// … and the left halves that don't tell which one either.
const EMPTY_LEFT = new Set(["vard", "halso", "hals", "folk", "sjuk", "hus", "region", "oppen", "sluten", "akut"]);

/** Words found in so many titles that alone they name nothing. */
const GENERIC = new Set(
  `minska minskad minskat minskning öka ökad ökning höj höja höjd höjning sänk sänka sänkt sänkning stäng stänga stängning slå bättre effektivare effektiv effektivisera
  nya ny nytt alla all två tre fyra fem gemensam gemensamma samlad samlade digital digitala digitalt klinik kliniken vård vården mål procent timmar år platser tjänster införa införande inför utveckla utvecklad utveckling
  halvera halverad halverat lämna lämnad lämnar samla samlad kapa byta avsluta avslutad koncentrera anpassa anpassad sälja flytta flyttad starta färre lägre längre större mindre utföra utför avlasta avlastar
  optimera optimerad avveckla fasa strikt dämpad byte byta mot över tar utan nattetid mer fler färre del delar inte helt personal personalen läkare patient patienter kostnad kostnader åtgärd åtgärder enhet enheter
  enheten förvaltning verksamhet verksamheter avdelning avdelningar mottagning mottagningar program projekt plan planen region regionen regional reduce improve increase new all close merge raise lower services service unit clinic department administration measure
  ställe stället istället effekt effekter arbete arbetet insats insatser stöd system översyn se område`
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => stemOf(word)),
);

export interface NameWord {
  readonly key: string;
  /** 1 = the word itself; less = a part of a compound. */
  readonly quality: number;
}

/** The content words, in order, as keys. */
export function contentKeys(tokens: readonly Token[]): string[] {
  return tokens.filter((token) => !isLink(token)).map(keyOf);
}

export function isLink(token: Token): boolean {
  return LINKS.has(token.folded);
}

export function isGeneric(key: string): boolean {
  return GENERIC.has(key);
}

/** The key a word is filed under. */
export function keyOf(token: { readonly word: string; readonly stem: string }): string {
  const written = Object.hasOwn(WRITTEN_OUT, token.word) ? WRITTEN_OUT[token.word] : undefined;
  return written === undefined ? token.stem : stemOf(written);
}

/** The word and, for a compound such as "ortopedkliniken", the part that tells which one. */
export function keysWithParts(key: string): NameWord[] {
  const left = leftOf(key);
  return left === null
    ? [{ key, quality: 1 }]
    : [
        { key, quality: 1 },
        { key: left, quality: 0.85 },
      ];
}

function leftOf(key: string): string | null {
  for (const head of HEADS) {
    if (!key.endsWith(head) || key.length - head.length < 4) continue;
    const left = key.slice(0, -head.length);
    if (EMPTY_LEFT.has(left)) return null;
    const bare = left.endsWith("s") && left.length > 4 ? left.slice(0, -1) : left;
    return EMPTY_LEFT.has(bare) ? null : stemOf(bare);
  }
  return null;
}

/** "hjärtkliniken" → what tells which one, and the kind of workplace; null when it is no such compound. */
export function tellingPart(folded: string): { readonly part: string; readonly head: string } | null {
  for (const head of HEADS) {
    const at = folded.lastIndexOf(head);
    if (at >= 3 && folded.length - at - head.length <= 5) return { part: folded.slice(0, at), head };
  }
  return null;
}
