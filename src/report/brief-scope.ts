// Pure. What a monthly material is about, and how its figures are written. Made once, handed to every section.
import type { IsoDate } from "../lib/time.ts";
import type { Sek } from "../plan/amount.ts";
import { measuresOwnedUnder } from "../plan/facts.ts";
import { amountText, throughText } from "../plan/format.ts";
import { todayOf } from "../plan/moment.ts";
import type { Lang, Measure, OrgId, Plan } from "../plan/plan.ts";
import type { Viewer } from "../plan/rights.ts";
import type { Month } from "../plan/week.ts";
import type { BriefWords } from "./brief-sentences.ts";
import { BRIEF_WORDS } from "./brief-words.ts";

export interface BriefScope {
  /** As the viewer may see it. */
  readonly plan: Plan;
  readonly viewer: Viewer;
  readonly org: OrgId | null;
  readonly month: Month;
  readonly measures: readonly Measure[];
  readonly lang: Lang;
  readonly words: BriefWords;
  readonly today: IsoDate;
  /** `t.o.m. oktober` */
  readonly through: string;
  /** `145,0 mkr`, or that data is missing. */
  amount(value: Sek | null): string;
}

export function briefScope(plan: Plan, viewer: Viewer, org: OrgId | null, month: Month): BriefScope {
  const { lang } = viewer;
  const words = BRIEF_WORDS[lang];
  const today = todayOf(plan);
  const { amountUnit } = plan.facts.header;
  return {
    plan,
    viewer,
    org,
    month,
    measures: org === null ? plan.facts.measures : measuresOwnedUnder(plan.facts, org),
    lang,
    words,
    today,
    through: throughText(month, lang, today),
    amount: (value) => (value === null ? words.noData : amountText(value, lang, amountUnit)),
  };
}
