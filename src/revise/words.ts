// What a person reads about a plan file, in Swedish and English.
import type { Lang } from "../plan/plan.ts";
import type { Issue, Said } from "./fault.ts";
import type { Finding, Findings } from "./findings.ts";
import { EN } from "./words-en.ts";
import { SV } from "./words-sv.ts";

/** The listed findings as sentences, by sheet in the order they were met, then by row. */
export function issuesOf(findings: Findings, lang: Lang): Issue[] {
  const sheets = new Map(
    [...new Set(findings.listed.map(({ place }) => place.sheet))].map((sheet, index) => [sheet, index]),
  );
  const rank = ({ place }: Finding) => sheets.get(place.sheet) ?? 0;
  const ordered = findings.listed.toSorted((a, b) => rank(a) - rank(b) || (a.place.row ?? 0) - (b.place.row ?? 0));
  return ordered.map((finding) => issueOf(finding, lang));
}

function issueOf({ place, fault }: Finding, lang: Lang): Issue {
  const words = lang === "sv" ? SV : EN;
  // The fault's own code picks its sentence, so the two fit; the compiler can't see that through the union.
  const say = words[fault.is] as (fault: Finding["fault"]) => Said;
  const [problem, fix] = say(fault);
  return { ...place, problem, fix };
}
