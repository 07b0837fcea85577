// Types only: what the monthly material can say; the sentences stand in `brief-sv.ts` and `brief-en.ts`.

export interface BriefWords {
  readonly title: string;
  readonly draft: string;
  readonly subtitle: (what: string, through: string, date: string, time: string) => string;
  readonly wholePlan: string;
  readonly part: (seen: number, all: number) => string;
  readonly noData: string;
  readonly summary: string;
  readonly effectSentence: (realised: string, planned: string, through: string, rate: string | null) => string;
  readonly forecastSentence: (year: number, forecast: string, planned: string) => string;
  readonly statesSentence: (critical: number, deviation: number, onTrack: number, all: number) => string;
  readonly effect: {
    readonly heading: string;
    readonly head: readonly string[];
    readonly perYear: string;
    readonly plan: (version: number) => string;
    readonly ledger: (through: string) => string;
    readonly controller: string;
    readonly forecasts: (through: string) => string;
    readonly planned: string;
    readonly plannedYear: string;
    readonly potential: string;
    readonly decided: string;
    readonly realised: string;
    readonly verified: string;
    readonly forecast: string;
    readonly lost: string;
    readonly uncounted: (count: number) => string;
    readonly never: string;
  };
  readonly states: {
    readonly heading: string;
    readonly head: readonly string[];
    readonly coverage: (week: string, received: number, expected: number) => string;
  };
  readonly administrations: {
    readonly heading: string;
    readonly head: (through: string, year: number) => readonly string[];
  };
  readonly deviations: {
    readonly heading: string;
    readonly head: (through: string) => readonly string[];
    readonly none: string;
  };
  readonly stopped: { readonly heading: string; readonly head: readonly string[]; readonly none: string };
  readonly staffing: { readonly heading: string; readonly head: readonly string[]; readonly none: string };
  readonly support: { readonly heading: string; readonly open: (count: number, oldestDays: number | null) => string };
  readonly sources: {
    readonly heading: string;
    readonly plan: (name: string, version: number) => string;
    readonly staffing: (week: string) => string;
    readonly reports: (week: string) => string;
    readonly method: readonly string[];
  };
}
