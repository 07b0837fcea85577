// Pure. The digest in Swedish.

import type { DigestWords } from "./digest-words.ts";
import { points, sentence } from "./word-parts.ts";

export const SWEDISH: DigestWords = {
  plan: "Omställningsplanen",
  coverage: (received, expected, rate) =>
    `${received} av ${expected} ${expected === 1 ? "enhet" : "enheter"} har rapporterat (${rate})`,
  nothingOwed: "ingen enhet hade något att rapportera",
  late: (count) => `${count} kom efter sista svarstid`,
  preliminary: "Siffrorna är preliminära: färre än 75 % av enheterna har rapporterat.",
  preliminaryMark: "preliminärt",
  preview: "Förhandsvisning. Inget är skickat.",
  corrected: (version) => `Rättad sammanställning, version ${version}. Den ersätter den tidigare.`,
  noData: "underlag saknas",
  realised: (through) => `Realiserad effekt ${through}`,
  onlyPlanned: (planned) => `underlag saknas, planerad ${planned}`,
  onlyPlannedAlone: (planned) => `planerad ${planned}`,
  notPlanned: (value) => `${value}, planerad: underlag saknas`,
  withoutForecast: (count) => `${swedishMeasures(count)} med plan saknar prognos`,
  ofPlanned: (planned) => `av planerade ${planned}`,
  leftOut: (realised, planned, months) =>
    `Andelen är räknad på ${realised} av ${planned}: för ${months} ${months === 1 ? "åtgärdsmånad" : "åtgärdsmånader"} saknas utfall.`,
  forecast: (year) => `Prognos ${year}`,
  decided: "Beslutad helårseffekt",
  potential: "Beräknad potential",
  lost: "Bortfallen helårseffekt",
  lostText: (amount, uncounted) =>
    [amount, uncounted > 0 ? `${swedishMeasures(uncounted)} utan beslutat belopp` : null]
      .filter((part) => part !== null)
      .join(" · "),
  uncounted: "Utan belopp",
  measures: swedishMeasures,
  curve: {
    title: (year, unit) => `Effekt ${year}, upplupen per månad, ${unit}`,
    x: "Månad",
    planned: "Planerad",
    realised: "Realiserad",
    forecast: "Prognos",
  },
  curvePoint: (planned, realised, forecast) =>
    points([
      ["planerad", planned],
      ["realiserad", realised],
      ["prognos", forecast],
    ]),
  attention: "Behöver beslut eller hjälp",
  attentionNone: "Ingen åtgärd är kritisk eller väntar på beslut från chef.",
  attentionMore: (count) => `${swedishMeasures(count)} till behöver beslut eller hjälp, se Visa alla åtgärder.`,
  figures: (effect, through, decided) =>
    `Realiserad ${effect} ${through}${decided ? ` · beslutad ${decided} per år` : ""}`,
  since: (state, week) => `${state} sedan ${week}`,
  noCause: "orsak inte angiven",
  asked: {
    scheduling: "Begär schemaläggningsstöd av förstärkningsteamet.",
    training: "Begär utbildning av förstärkningsteamet.",
    production_planning: "Begär hjälp med produktionsplanering av förstärkningsteamet.",
    economy: "Begär ekonomistöd av förstärkningsteamet.",
    hr: "Begär HR-stöd av förstärkningsteamet.",
    manager_decision: "Begär beslut av närmaste chef.",
  },
  askedNothing: "Inget stöd är begärt i rapporten.",
  changes: (week) => (week ? `Ändrat sedan ${week}` : "Ändrat sedan förra veckan"),
  changesNone: "Inget läge har ändrats.",
  corrections: "Rättelser till förra sammanställningen",
  coverageCorrection: (from, to, expected) => `rapporterade enheter ${from} → ${to} av ${expected}`,
  effectCorrection: {
    realised: (through, from, to) => `realiserad effekt ${through} ${from} → ${to}`,
    planned: (through, from, to) => `planerad effekt ${through} ${from} → ${to}`,
  },
  warnings: "Bemanning och produktion",
  warning: (org, staffing, metric, production) =>
    `${org}: bemanning ${staffing}, ${metric} ${production} mot samma veckor i fjol.`,
  support: "Stöd",
  supportText: (open, oldest) =>
    open === 0
      ? "Inga öppna ärenden."
      : `${open} ${open === 1 ? "öppet ärende" : "öppna ärenden"}, äldst ${swedishDays(oldest ?? 0)}.`,
  missing: "Saknas",
  missingNone: "Alla enheter har rapporterat.",
  missingMore: (units, orgs) => `${units} i ${orgs} ${orgs === 1 ? "annan förvaltning" : "andra förvaltningar"}`,
  upcoming: "Kommande 14 dagar",
  upcomingNone: "Inga milstolpar eller uppdrag.",
  assignment: (id, text) => `Uppdrag ${id}: ${text}`,
  more: (count) => `och ${count} till`,
  dates: (economy, staffing, reports) =>
    sentence(
      [
        ["Ekonomi", economy],
        ["bemanning", staffing],
        ["rapporter", reports],
      ],
      (what, until) => `${what} t.o.m. ${until}`,
    ),
  made: (date, time) => `Sammanställd automatiskt ${date} kl. ${time}.`,
  withdrawn: "Sammanställningen är tillbakadragen av planägaren. Fråga planägaren om du undrar varför.",
  buttons: {
    measures: "Visa alla åtgärder",
    administrations: "Per förvaltning",
    brief: "Underlag till månadsuppföljning",
    ask: "Fråga boten",
  },
};

function swedishMeasures(count: number): string {
  return `${count} ${count === 1 ? "åtgärd" : "åtgärder"}`;
}

function swedishDays(days: number): string {
  return `${days} ${days === 1 ? "dag" : "dagar"}`;
}
