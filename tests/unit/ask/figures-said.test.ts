// Figures in a controller's many words: what is asked must be the query that is run.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Answer } from "../../../src/ask/ask.ts";
import { parseInstant } from "../../../src/lib/time.ts";
import { loadPlan } from "../../eval/load-plan.ts";
import { answerTo } from "../../helpers/exam-plans.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const sample = samplePlan();
const other = loadPlan(join(import.meta.dirname, "../../eval/exam/plan-two"))(
  parseInstant("2027-03-15T09:00:00+01:00") as NonNullable<ReturnType<typeof parseInstant>>,
);

const asked = (text: string) => answerTo(sample, "controller@region-exempel.example", text);
const askedOther = (text: string) => answerTo(other, "anna.siffra@alvmarken.example", text);

/** `figure realised @PSY ~2026-09` – intent, figures, organisations, measures, period, conditions. */
function brief({ kind, query }: Answer): string {
  if (query === null || kind !== "answer") return kind;
  const { period } = query;
  const time =
    period === null
      ? []
      : period.is === "through"
        ? [`≤${period.month}`]
        : period.is === "months"
          ? [`~${period.from === period.to ? period.from : `${period.from}..${period.to}`}`]
          : period.is === "year"
            ? [`~${period.year}`]
            : [`~${period.from}..${period.to}`];
  return [
    query.intent,
    ...[
      ...new Set([...query.figures, ...(query.order ? [query.order.by] : []), ...(query.guard ? [query.guard] : [])]),
    ],
    ...query.orgs.map((id) => `@${id}`),
    ...query.measures.map((id) => `#${id}`),
    ...time,
    ...query.filters.map((filter) => `${filter.not ? "!" : ""}${filter.on}`),
    ...(query.group ? [`/${query.group}`] : []),
  ].join(" ");
}

describe("stages of the ladder", () => {
  it.each([
    ["vilken effekt har planen gett än så länge", "figure realised planned"],
    ["Vad har controllern bekräftat hittills?", "figure verified"],
    ["Vad skulle vi ha hunnit enligt plan?", "figure planned"],
    ["Hur mycket borde vi ha sparat vid det här laget?", "figure planned"],
    ["hur mycket ska vi spara i år enligt planen", "figure planned_year ~2026"],
    ["hur mycket har beslutats, i miljoner", "figure decided"],
    ["Hur stor är den samlade beräknade potentialen?", "figure potential"],
    ["vad tror vi att vi hamnar på vid årets slut", "figure forecast ~2026"],
    ["Vad pekar årsprognosen på?", "figure forecast"],
    ["hur stort blir glappet mot årsplanen", "figure forecast_gap"],
    ["Hur många åtgärder saknar belopp?", "figure uncounted"],
    ["Var hamnar psykiatrin vid årets slut?", "figure forecast @PSY ~2026"],
    ["Hur långt under årsplanen hamnar psykiatrin enligt prognosen?", "figure planned_year forecast @PSY"],
    ["hur mycket lägre än årsplanen är prognosen för psykiatrin", "figure planned_year forecast @PSY"],
    ["Hur mycket fattas psykiatrin till årsplanen?", "needed needed_per_month @PSY"],
    ["Hur mycket ligger Hälso- och sjukvårdsnämnden efter?", "figure gap @HSN"],
    ["Är Närsjukvården i fas?", "figure gap realisation_rate @NSV"],
    ["Hur många procent av planen har Närsjukvården nått?", "figure realisation_rate @NSV"],
    ["hur mycket har vi tjänat på utomlänsvården", "figure realised #Å-07"],
    ["What is the forecast for the year?", "figure forecast ~2026"],
    ["Hur mycket mer borde utomlänsvården ha gett?", "figure gap #Å-07"],
    ["Hur mycket borde utomlänsvården ha gett?", "figure planned #Å-07"],
    ["Med vilket belopp ligger Närsjukvården efter sin plan?", "unknown"],
    ["Hur mycket bidrar utomlänsvården med till Närsjukvårdens effekt?", "unknown"],
    ["Vad blir prognosen i bästa fall?", "unknown"],
    ["hur mycket har vi sparat i snitt per åtgärd", "unknown"],
    ["Planavvikelse Närsjukvården?", "figure gap @NSV"],
    ["Vad var planerat för utomlänsvården och vad blev det?", "figure planned realised #Å-07"],
    ["Hur stor är avvikelsen mellan prognos och plan för utomlänsvården?", "figure forecast forecast_gap #Å-07"],
    ["Vad blir helårsutfallet enligt prognos?", "figure forecast"],
    ["Hur mycket missar vi årsplanen med?", "figure forecast_gap"],
    ["Blir det 200 mkr i år?", "reach ~2026"],
    ["Vilken månadstakt behöver Närsjukvården hålla?", "needed needed_per_month @NSV"],
    ["Hur mycket per månad krävs för att nå årets plan?", "needed needed_per_month ~2026"],
    ["hur mkt skulle å1 gett tom okt å hur mkt blev de", "figure planned realised #Å-01 ≤2026-10"],
  ])("%s → %s", (text, query) => {
    expect(brief(asked(text))).toBe(query);
  });
});

describe("months", () => {
  it.each([
    ["Vad hade vi realiserat när halvåret var slut?", "figure realised ≤2026-06"],
    ["Hur mycket hade vi realiserat i slutet av september?", "figure realised ≤2026-09"],
    ["hur mycket hade vi fått hem när september var slut", "figure realised ≤2026-09"],
    ["Realiserat efter första kvartalet?", "figure realised ≤2026-03"],
    ["Hur mycket hade vi hämtat hem efter september?", "figure realised ≤2026-09"],
    ["Hur mycket har vi hämtat hem efter augusti?", "figure realised ~2026-09..2026-10"],
    ["Hur mycket blev det under tredje kvartalet?", "figure realised planned ~2026-07..2026-09"],
    ["Vad gav förra kvartalet?", "figure realised ~2026-07..2026-09"],
    ["Vad sa prognosen i september för Närsjukvården?", "figure forecast @NSV ~2026-09"],
    ["Vad sa vi i augusti att Å-04 skulle landa på?", "figure forecast #Å-04 ~2026-08"],
    ["Hur mycket ackumulerat t o m september för Närsjukvården?", "figure realised planned @NSV ≤2026-09"],
    ["Hur mycket är planerat nästa år?", "figure planned_year ~2027"],
  ])("%s → %s", (text, query) => {
    expect(brief(asked(text))).toBe(query);
  });
});

describe("sums under a condition, groups, shares", () => {
  it.each([
    ["beslutad effekt för de röda åtgärderna", "figure decided state"],
    ["potential i ej påbörjade åtgärder", "figure potential state"],
    ["hur mycket har de gröna gett", "figure realised state"],
    ["Vad har varaktiga åtgärder för beslutad effekt?", "figure decided permanence"],
    ["Hur mycket beslutad effekt har åtgärder utan konsekvensbedömning?", "figure decided impact"],
    ["Hur mycket ligger i röda åtgärder?", "figure decided state"],
    ["vad är de gula åtgärderna värda", "figure decided state"],
    ["Visa gapet för alla förvaltningar", "breakdown gap /administration"],
    ["Beslutat belopp per nämnd och läge", "unknown"],
    ["Vad var prognosen i september och vad är den nu?", "unknown"],
    ["Vilken förvaltning har högst andel realiserat av plan?", "rank realisation_rate /administration"],
    ["förvaltningsvis realiserat", "breakdown realised /administration"],
    ["Hur stor andel av prognosen står Närsjukvården för?", "share forecast @NSV"],
  ])("%s → %s", (text, query) => {
    expect(brief(asked(text))).toBe(query);
  });

  it("twenty percent under plan is eighty percent of it", () => {
    const { query } = asked("Vilka åtgärder ligger minst 20 procent under plan?");
    expect(query?.filters[0]).toMatchObject({ on: "rate", side: "under", percent: 80.0001 });
  });

  it("a share of the forecast is of the forecast", () => {
    const { facts } = asked("Hur stor andel av prognosen står Närsjukvården för?");
    expect(facts.find((fact) => fact.name === "forecast" && fact.subject === "plan")?.value).toBeCloseTo(189.3, 1);
  });

  it("what has fallen away is named", () => {
    expect(asked("Hur stor effekt har bortfallit?").measures).toEqual(["Å-13", "Å-17", "Å-46", "Å-47"]);
  });
});

describe("staffing and production", () => {
  it.each([
    ["Vilka enheter har fler årsarbetare än bemanningsmålet?", "rank staffing_gap /unit"],
    ["Enheter med färre årsarbetare än målet", "rank staffing_gap /unit"],
    ["Var är bemanningen högre än målet?", "rank staffing_gap /unit"],
    ["Vilka enheter har högre bemanning än i fjol?", "rank staffing_change /unit"],
    ["Var har bemanningen ökat?", "rank staffing_change /unit"],
    ["Vilka enheter producerar mindre än i fjol?", "rank production_change /unit"],
    ["vilka enheter har lägre produktion än planerat", "rank production_rate /unit"],
    ["Vilka enheter når inte sin produktionsplan?", "rank production_rate /unit"],
    ["Vilken enhet har störst bemanningsgap?", "rank staffing_gap /unit"],
    ["Vilka enheter har övertid över 4 procent?", "rank overtime /unit"],
    ["hur många operationer ställdes in på ortopedkliniken", "unknown"],
    ["Vilka enheter producerar mer än plan?", "rank production_rate /unit"],
    ["Ranka enheterna efter sjukfrånvaro", "rank sick_leave /unit"],
    ["vilka har fler anställda än förra året", "rank staffing_change /unit"],
    ["Lägst produktion mot plan?", "rank production_rate /unit"],
    ["Hur många procent av produktionsplanen når ortopedkliniken?", "staffing production @U02"],
    ["Hur går produktionen på ortopedkliniken?", "staffing production @U02"],
    ["operationer på ortopedkliniken jämfört med plan", "staffing production @U02"],
    ["Hur hög sjukfrånvaro har akutkliniken?", "staffing sick_leave @U05"],
    ["hur mycket övertid jobbar akutkliniken", "staffing overtime @U05"],
    ["Klarar vc Norr läkarbesöken trots färre händer?", "staffing staffing production @U10"],
    ["Var faller produktionen samtidigt som vi blir färre?", "guard both_fall"],
    ["Vilka klarar produktionen med färre folk?", "guard kept_production"],
    ["Vilka enheter har färre anställda men samma produktion?", "guard kept_production"],
  ])("%s → %s", (text, query) => {
    expect(brief(asked(text))).toBe(query);
  });
});

describe("what if, and why", () => {
  it.each([
    ["Vad blir årsprognosen om Å-07 inte ger något alls?", 171.8],
    ["Vad blir prognosen om Å-07 inte ger något mer?", 184.1],
    ["What will the forecast be if Å-07 delivers nothing?", 171.8],
  ])("%s → %s", (text, value) => {
    const answer = asked(text);
    expect(answer.facts.find((fact) => fact.name === "what_if")).toMatchObject({ subject: "plan", period: "2026" });
    expect(answer.facts.find((fact) => fact.name === "what_if")?.value).toBeCloseTo(value, 1);
    expect(answer.text.toLowerCase()).toContain("räkneexempel");
  });

  it.each([
    ["Vad är det som gör att övertidsåtgärden blivit röd?", "why #Å-06"],
    ["förklara gapet i Närsjukvården", "why @NSV"],
    ["Vad ligger bakom avvikelsen i Närsjukvården?", "why @NSV"],
    ["Vad är det som gör att utomlänsvården inte når plan?", "why #Å-07"],
  ])("%s → %s", (text, query) => {
    expect(brief(asked(text))).toBe(query);
  });
});

describe("words that are nearly names", () => {
  it.each([
    ["Hur mycket kostar omställningen i merkostnader?", "figure extra_cost"],
    ["Beslutad effekt per område", "breakdown decided /theme"],
  ])("%s → %s", (text, query) => {
    expect(brief(askedOther(text))).toBe(query);
  });

  it("a condition that no worked example holds is not left out", () => {
    expect(askedOther("Hur mycket skulle vi spara om vi halverade matsvinnet?").kind).toBe("unknown");
  });
});
