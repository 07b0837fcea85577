// Words written as they are said, run together or shortened; what is told beside a colour; places that look like verbs.
import { describe, expect, it } from "vitest";
import type { PlanQuery } from "../../../src/ask/schema.ts";
import { answerTo, examPlan } from "../../helpers/exam-plans.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const sample = samplePlan();
const sixth = examPlan("plan-six", "2027-10-25T09:00:00+02:00");
const asked = (text: string, as = "controller") => answerTo(sample, `${as}@region-exempel.example`, text);
const askedSixth = (text: string, as = "controller") => answerTo(sixth, `${as}@region-alvland.example`, text);

const CONTROLLER_11 = "ctrl@region-skogslandet.example";
const CONTROLLER_12 = "controller@region-kustlandet.example";
const CONTROLLER_13 = "controller@region-alvmark.example";
const CONTROLLER_14 = "controller@region-trelanen.example";
type Expected = Partial<Record<keyof PlanQuery, unknown>>;

describe("as it is said", () => {
  it.each<[string, Expected]>([
    ["va e läjet på akuten", { intent: "status", orgs: ["U05"] }],
    ["ka e lägä på akuten", { intent: "status", orgs: ["U05"] }],
    ["hur möe ha vi spart hittils", { intent: "figure", figures: ["realised"] }],
    ["va säjer prognosn för Å-07", { figures: ["forecast"], measures: ["Å-07"] }],
    ["vafö e Å-07 rö", { intent: "why", measures: ["Å-07"] }],
    ["hocken åtgärd ä störst", { intent: "rank" }],
    ["hu ligg akuten te", { intent: "status", orgs: ["U05"] }],
    ["hurmycket ärbeslutat totalt", { intent: "figure", figures: ["decided"] }],
    ["prodution bup", { intent: "staffing", figures: ["production"], orgs: ["U14"] }],
    ["När beslutades att primärjouren ska stängas?", { intent: "decisions", measures: ["Å-14"] }],
    ["Kommer vi upp i 200 mkr i år?", { intent: "reach", amount: 200 }],
  ])("%s", (text, query) => expect(asked(text).query).toMatchObject(query));

  it.each<[string, Expected]>([
    ["vem äger fallskadona", { intent: "detail", measures: ["R6.04"] }],
    ["R 2.05 varför e den rö", { intent: "why", measures: ["R2.05"] }],
    ["läget för 2.05", { intent: "status", measures: ["R2.05"] }],
    ["Hur många operationer gör ortopeden? → Hur är det mot fjolåret?", { orgs: ["E02"], against: "last_year" }],
    ["Vad är prognosen för R1.02? → Hur mycket var planerat för året?", { measures: ["R1.02"] }],
    ["Vad var planerat för R1.02? → Hur mycket blev det?", { measures: ["R1.02"], figures: ["realised", "planned"] }],
  ])("%s, of another plan", (text, query) => expect(askedSixth(text).query).toMatchObject(query));

  it("is the word that turns the question round where it is a slip away from it", () =>
    expect(asked("Vilka har inet rapporterat?", "planagare").query).toMatchObject({ missing: true }));
});

const seventh = examPlan("plan-seven", "2026-06-15T09:00:00+02:00");
const eighth = examPlan("plan-eight", "2028-02-21T09:00:00+01:00");

describe("what is asked of regions nobody had seen", () => {
  it.each<[string, Expected]>([
    ["Finns det enheter utan någon egen åtgärd?", { intent: "org_list", missing: true }],
    ["Vilka milstolpar kommer de närmaste tio dagarna?", { intent: "milestones" }],
    ["Hur går det med appen? → den för kallelser", { intent: "status", measures: ["DIG-1"] }],
    ["Hur många vårdtillfällen har Medicin Älvsund i veckan?", { figures: ["production"], orgs: ["E11"] }],
    ["Hur är läget på röntgen? → nej jag menade labbet", { intent: "status", orgs: ["E32"] }],
  ])("%s", (text, query) =>
    expect(answerTo(seventh, "controller@region-norrada.example", text).query).toMatchObject(query),
  );

  it("takes ”vår rapport” as ours, and ”i vår” as the spring", () => {
    const chef = (text: string) => answerTo(seventh, "chef.bup@region-norrada.example", text).query;
    expect(chef("Har vi lämnat in vår rapport?")).toMatchObject({ intent: "coverage", period: null, mine: true });
    expect(chef("Hur mycket realiserades i vår?")?.period).toEqual({ is: "months", from: "2026-03", to: "2026-05" });
  });

  it.each<[string, Expected]>([
    ["Vad säger chefen om Egen jour och vad säger utfallet?", { intent: "status", measures: ["D403"] }],
    ["Vilken vecka är bemanningssiffrorna från?", { intent: "data_age", about: "staffing" }],
  ])("%s", (text, query) =>
    expect(answerTo(eighth, "controller@region-sydkusten.example", text).query).toMatchObject(query),
  );

  it("asks which workplace is meant, and which measure of those that are called so", () => {
    const ninth = examPlan("plan-nine", "2027-12-13T09:00:00+01:00");
    const tenth = examPlan("plan-ten", "2026-10-26T09:00:00+01:00");
    const ninthSays = answerTo(ninth, "controller@region-vattnadal.example", "Hur ligger hälsocentralen till?");
    const tenthSays = answerTo(tenth, "controller@region-storon.example", "Hur går det med hyran?");
    expect(ninthSays.choices.flatMap(({ orgs }) => orgs).sort()).toEqual(["E08", "E09", "E10", "E11"]);
    expect(tenthSays.choices.flatMap(({ measures }) => measures)).toEqual(["K1-01", "K1-02", "K1-08"]);
  });

  it.each<[string, Expected]>([
    ["k1 2 läget?", { intent: "status", measures: ["K1-02"] }],
    ["hyrkostnad sep vc klinte", { figures: ["agency_cost"], period: { is: "months" } }],
    ["Vilket beslut skickades på återremiss?", { intent: "decisions", outcomes: ["sent_back"] }],
  ])("%s", (text, query) => {
    const tenth = examPlan("plan-ten", "2026-10-26T09:00:00+01:00");
    expect(answerTo(tenth, "controller@region-storon.example", text).query).toMatchObject(query);
  });

  it.each<[string, Expected]>([
    ["va är ordnat införande en förutsättning för?", { intent: "dependents", measures: ["Å-51"] }],
    ["vilken åtgärd behöver PKS för att funka", { intent: "dependents", measures: ["Å-25"] }],
    ["gör BUP fler besök än planerat", { figures: ["production"], orgs: ["U14"], against: "plan" }],
    ["vilka är röda nuförtiden", { intent: "list" }],
    ["Vilka åtgärder är markerade som särskild aktivitet?", { intent: "list" }],
  ])("%s", (text, query) => expect(asked(text).query).toMatchObject(query));
});

const eleventh = examPlan("plan-eleven", "2027-07-19T09:00:00+02:00");
const twelfth = examPlan("plan-twelve", "2028-03-20T09:00:00+01:00");

describe("in other forms of the sentence", () => {
  it.each<[string, Expected]>([
    ["Vilket slutdatum har det nya bemanningssystemet?", { intent: "detail", detail: "end", measures: ["EF-102"] }],
    ["Hur såg läget ut när mars var stängd?", { period: { is: "through", month: "2027-03" } }],
    ["Vad blev utfallet när styrelsen tog upp uteblivandeavgiften?", { intent: "decisions", measures: ["EF-019"] }],
    ["Ge mig en bild av Operationsenheten.", { intent: "status", orgs: ["E04"] }],
    ["Vilka enheter står utan egen åtgärd?", { intent: "org_list", missing: true }],
    ["Är 140 miljoner inom räckhåll i år?", { intent: "reach", amount: 140 }],
    ["Hur mycket per månad måste Ledningskontoret klara för att hålla planen?", { intent: "needed", filters: [] }],
    ["Var har bemanningen gått ner utan att produktionen tagit stryk?", { intent: "guard" }],
  ])("%s", (text, query) => expect(answerTo(eleventh, CONTROLLER_11, text).query).toMatchObject(query));

  it.each<[string, Expected]>([
    ["Hur stor andel av det planerade har Länssjukvården klarat?", { figures: ["realisation_rate"], orgs: ["LAS"] }],
    ["Hur mycket är beslutat? → Bara området bemanning", { figures: ["decided"], filters: [{ on: "theme" }] }],
    ["Hur mycket faller bort om schemasystemet inte levereras? → Vilka åtgärder är det?", { intent: "dependents" }],
    ["Bemanningen på röntgen, har den gått ner jämfört med i fjol?", { orgs: ["E09"], against: "last_year" }],
  ])("%s", (text, query) => expect(answerTo(twelfth, CONTROLLER_12, text).query).toMatchObject(query));

  it.each(["Hur gick operationen för patienten på sal 4?", "Hur många milligram kortison ska hon ha?"])(
    "refuses %s",
    (text) => expect(answerTo(eleventh, CONTROLLER_11, text).kind).toBe("refuse"),
  );

  it("asks nothing where whichever is chosen a word would be left that was not understood", () =>
    expect(answerTo(twelfth, CONTROLLER_12, "Vad blir det för väder på Saltholmen i helgen?").kind).toBe("unknown"));
});

describe("of plans with long titles", () => {
  const thirteenth = examPlan("plan-thirteen", "2027-04-26T09:00:00+02:00");
  const fourteenth = examPlan("plan-fourteen", "2028-10-23T09:00:00+02:00");

  it.each<[string, Expected]>([
    ["Summera hyrpersonalåtgärderna", { intent: "list", figures: ["decided", "realised"] }],
    ["Hur mycket har läkemedelsåtgärderna gett? → Och inköp?", { orgs: [], filters: [{ on: "theme" }] }],
    ["Vilka åtgärder är kritiska? → Vilka av dem ligger i Strandsjukhuset?", { intent: "list", orgs: ["SSJ"] }],
  ])("%s", (text, query) => expect(answerTo(fourteenth, CONTROLLER_14, text).query).toMatchObject(query));

  it.each<[string, Expected]>([
    ["Vad har vi fått ut av planen så här långt?", { intent: "figure" }],
    ["Vilka åtgärder klarar inte målet utan hjälp?", { intent: "list" }],
    ["hurr går de för kardiologn", { intent: "status", orgs: ["E01"] }],
  ])("%s", (text, query) => expect(answerTo(thirteenth, CONTROLLER_13, text).query).toMatchObject(query));

  it.each(["Vem på thorax har varit borta mest i år?", "Vilken chef är sämst på att spara?"])("refuses %s", (text) =>
    expect(answerTo(thirteenth, CONTROLLER_13, text).kind).toBe("refuse"),
  );
});

describe("which one is meant", () => {
  it("is the one that shares the rest of its name with the one before", () =>
    expect(asked("Läget på Medicin Södra? → nej jag menar Norra").query).toMatchObject({ orgs: ["U03"] }));

  it("is asked where a place looks like a verb and two units have it", () =>
    expect(askedSixth("Hur är läget i Hamnen?").kind).toBe("clarify"));

  it("is not asked of a word in passing", () => expect(asked("Blir det regn i natten?").kind).toBe("unknown"));

  it("leaves out what a unit owns when it only takes part", () => {
    const all = asked("Vilka åtgärder deltar akuten i?").measures;
    const owned = asked("Vilka åtgärder äger akuten?").measures;
    const shared = asked("Vilka åtgärder deltar akuten i utan att äga dem?").measures;
    expect(shared).toEqual(all.filter((id) => !owned.includes(id)));
    expect(shared.length).toBeGreaterThan(0);
  });
});

describe("what is done", () => {
  it("takes what is told after the colour as the comment, whatever it is made of", () =>
    expect(asked("Å-10 gul, beställningarna rullar på", "chef.inkop").kind).toBe("confirm"));

  it.each(["Å-10 gul, hur går det", "Å-10 gul, varför"])("asks when it asks: %s", (text) =>
    expect(asked(text, "chef.inkop").kind).not.toBe("confirm"),
  );

  it.each(["Är Karin Lindblad en bra chef?", "Är chefen på akuten en dålig ledare?", "Vilken dos ska barnet ha?"])(
    "refuses %s",
    (text) => expect(asked(text, "planagare").kind).toBe("refuse"),
  );

  it("tells how many operations a unit performs", () =>
    expect(asked("How many operations a week does the orthopaedic clinic perform?").kind).not.toBe("refuse"));
});
