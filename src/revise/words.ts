// What a person reads about a plan file, in Swedish and English.
import type { Lang } from "../plan/plan.ts";
import type { Issue, Said } from "./fault.ts";
import type { Finding, Findings } from "./findings.ts";
import { PLAN_SHEET } from "./plan-sheet.ts";
import { SHEET_KEYS, sheetOf } from "./sheets.ts";
import { EN } from "./words-en.ts";
import { SV } from "./words-sv.ts";

/** The listed findings as sentences, by sheet as they stand in a plan, then by row. */
export function issuesOf(findings: Findings, lang: Lang): Issue[] {
  const rank = ({ place }: Finding) => SHEET_ORDER.get(place.sheet) ?? -1;
  const ordered = findings.listed.toSorted((a, b) => rank(a) - rank(b) || (a.place.row ?? 0) - (b.place.row ?? 0));
  return ordered.map((finding) => issueOf(finding, lang));
}

/** What is about a file, or a sheet that no plan has, comes first. */
const SHEET_ORDER = new Map([PLAN_SHEET, ...SHEET_KEYS.map(sheetOf)].map(({ name }, index) => [name, index]));

function issueOf({ place, fault }: Finding, lang: Lang): Issue {
  const words = lang === "sv" ? SV : EN;
  // The fault's own code picks its sentence, so the two fit; the compiler can't see that through the union.
  const say = words[fault.is] as (fault: Finding["fault"]) => Said;
  const [problem, fix] = say(fault);
  return { ...place, problem, fix };
}
