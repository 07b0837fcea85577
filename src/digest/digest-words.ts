// Types only: what the digest can say; the sentences stand in `words-sv.ts` and `words-en.ts`.
import type { SupportType } from "../plan/plan.ts";

export interface DigestWords {
  readonly plan: string;
  readonly coverage: (received: number, expected: number, rate: string) => string;
  readonly nothingOwed: string;
  readonly late: (count: number) => string;
  readonly preliminary: string;
  readonly preliminaryMark: string;
  readonly preview: string;
  readonly corrected: (version: number) => string;
  readonly noData: string;
  readonly realised: (through: string) => string;
  readonly ofPlanned: (planned: string) => string;
  readonly onlyPlanned: (planned: string) => string;
  readonly onlyPlannedAlone: (planned: string) => string;
  readonly notPlanned: (realised: string) => string;
  readonly withoutForecast: (count: number) => string;
  readonly leftOut: (realised: string, planned: string, months: number) => string;
  readonly forecast: (year: number) => string;
  readonly decided: string;
  readonly potential: string;
  readonly lost: string;
  readonly lostText: (amount: string | null, uncounted: number) => string;
  readonly uncounted: string;
  readonly measures: (count: number) => string;
  readonly curve: {
    readonly title: (year: number, unit: string) => string;
    readonly x: string;
    readonly planned: string;
    readonly realised: string;
    readonly forecast: string;
  };
  readonly curvePoint: (planned: string | null, realised: string | null, forecast: string | null) => string;
  readonly attention: string;
  readonly attentionNone: string;
  readonly attentionMore: (count: number) => string;
  readonly figures: (effect: string, through: string, decided: string | null) => string;
  readonly since: (state: string, week: string) => string;
  readonly noCause: string;
  readonly asked: Readonly<Record<SupportType, string>>;
  readonly askedNothing: string;
  readonly changes: (week: string | null) => string;
  readonly changesNone: string;
  readonly corrections: string;
  readonly coverageCorrection: (from: number, to: number, expected: number) => string;
  readonly effectCorrection: Readonly<
    Record<"realised" | "planned", (through: string, from: string, to: string) => string>
  >;
  readonly warnings: string;
  readonly warning: (org: string, staffing: string, metric: string, production: string) => string;
  readonly support: string;
  readonly supportText: (open: number, oldestDays: number | null) => string;
  readonly missing: string;
  readonly missingNone: string;
  readonly missingMore: (units: number, orgs: number) => string;
  readonly upcoming: string;
  readonly upcomingNone: string;
  readonly assignment: (id: string, text: string) => string;
  readonly more: (count: number) => string;
  readonly dates: (economy: string | null, staffing: string | null, reports: string | null) => string;
  readonly made: (date: string, time: string) => string;
  readonly withdrawn: string;
  readonly buttons: Readonly<Record<"measures" | "administrations" | "brief" | "ask", string>>;
}
