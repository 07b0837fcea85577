// Pure. Underlag till månadsuppföljning (månadsunderlag): what the month's meeting needs, restated from stored facts.
import { wallAt } from "../lib/time.ts";
import { measuresOwnedUnder } from "../plan/facts.ts";
import { dateText, timeText } from "../plan/format.ts";
import { orgOf } from "../plan/organisation.ts";
import type { OrgId, Plan } from "../plan/plan.ts";
import { hiddenMeasures, restrict } from "../plan/restrict.ts";
import type { Viewer } from "../plan/rights.ts";
import type { Month } from "../plan/week.ts";
import { administrationsSection, effectSection, summarySection } from "./brief-effect.ts";
import { deviationsSection, statesSection, stoppedSection } from "./brief-measures.ts";
import { type BriefScope, briefScope } from "./brief-scope.ts";
import { sourcesSection, staffingSection, supportSection } from "./brief-staffing.ts";
import type { ReportDocument, ReportSection } from "./document.ts";

/**
 * The material of an organisation (null: the whole plan) through a month, as the viewer may see it: rights are applied
 * here. Every figure stands with its stage, period and source; no free text, no person.
 */
export function monthlyBrief(plan: Plan, viewer: Viewer, org: OrgId | null, month: Month): ReportDocument {
  const scope = briefScope(restrict(plan, viewer), viewer, org, month);
  const { words } = scope;
  return {
    lang: viewer.lang,
    title: words.title,
    subtitle: subtitleOf(scope),
    mark: words.draft,
    sections: [
      withPart(summarySection(scope), plan, scope),
      effectSection(scope),
      administrationsSection(scope),
      statesSection(scope),
      deviationsSection(scope),
      stoppedSection(scope),
      staffingSection(scope),
      supportSection(scope),
      sourcesSection(scope),
    ].filter((section) => section !== null),
  };
}

function subtitleOf({ plan, org, words, through, lang, today }: BriefScope): string {
  const what = org === null ? words.wholePlan : (orgOf(plan.facts, org)?.name ?? org);
  const { time } = wallAt(plan.now, plan.facts.header.zone);
  return words.subtitle(what, through, dateText(today, lang, today), timeText(time));
}

/** Says so when the sums are over less than there is. */
function withPart(section: ReportSection, plan: Plan, { viewer, org, measures, words }: BriefScope): ReportSection {
  const all = org === null ? plan.facts.measures : measuresOwnedUnder(plan.facts, org);
  if (hiddenMeasures(plan, viewer).length === 0 || measures.length === all.length) return section;
  return { ...section, paragraphs: [...section.paragraphs, words.part(measures.length, all.length)] };
}
