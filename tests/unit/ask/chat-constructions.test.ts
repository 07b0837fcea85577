import { describe, expect, it } from "vitest";
import { type Answer, askAll } from "../../../src/ask/ask.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { viewerOf } from "../../../src/plan/rights.ts";
import { answerTo, examPlan } from "../../helpers/exam-plans.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const rhythm = defaultRhythm("Europe/Stockholm");
const sample = samplePlan();
const second = examPlan("plan-two", "2027-03-15T09:00:00+01:00");
const third = examPlan("plan-three", "2027-04-19T09:00:00+02:00");

const fourth = examPlan("plan-four", "2027-09-20T09:00:00+02:00");

const asked = (text: string, who = "controller") => answerTo(sample, `${who}@region-exempel.example`, text);
const askedSecond = (text: string, who = "anna.siffra") => answerTo(second, `${who}@alvmarken.example`, text);
const askedThird = (text: string, who = "tomas.ekengren") => answerTo(third, `${who}@siljeslatt.example`, text);
const figureOf = (answer: Answer, name: string) => answer.facts.find((fact) => fact.name === name)?.value;

describe("times", () => {
  it("month by month goes over the turn of the year", () => {
    const { facts } = askedSecond("realiserat per månad från oktober 2026 till och med februari");
    expect(facts.map(({ period }) => period)).toEqual(["2026-10", "2026-11", "2026-12", "2027-01", "2027-02"]);
  });

  it.each(["hur slutade 2026, planerat mot realiserat", "hur slutade året 2026", "hur blev utfallet 2026 mot plan"])(
    "%s is of the year that is over",
    (text) => expect(figureOf(askedSecond(text), "planned")).toBeCloseTo(41.8),
  );

  it.each([
    ["nä blev poolen röd", { intent: "since", measures: ["P-001"] }],
    ["blev materialkatalgen gul", { intent: "since", toState: ["deviation"] }],
    ["nä blev poolen röd å varför", { intent: "since", measures: ["P-001"] }],
    ["va e de som inte är klart för poolen", { intent: "depends_on", measures: ["P-001"] }],
    ["nä startar skärgårdsläkaren", { intent: "detail", detail: "start" }],
    ["hur går det med poolen → när ska vi va klara med nästa steg", { intent: "detail", detail: "done_by" }],
    ["när ska poolens antagande omprövas", { intent: "detail", detail: "assumptions" }],
  ])("%s", (text, query) => expect(askedSecond(text).query).toMatchObject(query));

  it("what no longer holds is told with when it is re-examined", () =>
    expect(askedThird("vilka antaganden håller inte å när ska dom omprövas").text).toContain("2027-05-10"));
});

describe("of one's own", () => {
  it.each<[string, string, string, number]>([
    ["div.spec", "vilka två hos oss tappar mest i helårsprognosen mot planen", "forecast_gap", 4.8],
    ["div.spec", "vilken hos oss tappar mest i helårsprognosen", "forecast_gap", 4.8],
    ["maja.holm", "hur mkt hyrpersonal köpte vi för i februari", "agency_cost", 0.47],
    ["div.spec", "hur mkt tappar vi i helårsprognosen mot planen hos oss", "forecast_gap", 8.6],
    ["tove.dag", "hur många är vi jämfört med målet", "staffing_target", 24],
    ["div.nara", "hur många hos mig lämnade in förra veckan", "coverage_received", 4],
    ["tove.dag", "äts vår bemanningsminskning upp av övertid", "overtime", 2.9],
    ["u4471", "håller vi uppe produktionen fast vi är färre", "production", 612],
  ])("%s: %s", (who, text, name, value) => expect(figureOf(askedSecond(text, who), name)).toBeCloseTo(value, 1));

  it.each(["äts bemanningsminskningen på hjärtkliniken upp av övertid", "har hjärtkliniken fått minskningen uppäten?"])(
    "%s is told of the unit",
    (text) => expect(askedThird(text).query).toMatchObject({ guard: "eaten_up", orgs: ["K101"] }),
  );
});

describe("what hangs on what", () => {
  it.each([
    ["vilka åtgärder hänger på att bokningsplanen blir klar", ["P-018", "P-019", "P-026"]],
    ["vilka väntar på att schemastödet ska bli klart", ["P-002", "P-005"]],
    ["vilka kan inte börja förrän årsarbetstiden är på plats", ["P-001"]],
  ])("%s", (text, measures) => expect(askedSecond(text).measures).toEqual(expect.arrayContaining(measures)));

  it("why of those that turned is not why of all that are so", () =>
    expect(askedSecond("vilka blev röda förra veckan och varför").kind).toBe("unknown"));

  it("a condition on them is not dropped", () =>
    expect(askedSecond("vilka gröna åtgärder hänger på att bokningsplanen blir klar").kind).toBe("unknown"));
});

describe("words that are also something else", () => {
  const askedFourth = (text: string) => answerTo(fourth, "greta.bodin@vidmark.example", text);
  it.each<[string, object]>([
    ["va ändrades i v37 jämfört med v36", { intent: "changes", measures: [] }],
    ["which measures depend on the booking platform", { intent: "dependents", measures: ["DI19"] }],
    ["what does the booking platform depend on", { intent: "depends_on", measures: ["DI19"] }],
    ["skopier magtarm, hur många procent av plan", { intent: "staffing", orgs: ["2111"], against: "plan" }],
    ["hur många procent av planen står magtarm för", { intent: "share", orgs: ["2111"] }],
  ])("%s", (text, query) => expect(askedFourth(text).query).toMatchObject(query));

  it.each(["var kan jag parkera vid Östra sjukhuset"])("%s is not answered with one measure", (text) =>
    expect([askedThird(text).kind, askedFourth(text).kind]).toEqual(["unknown", "unknown"]),
  );

  it.each([
    "hej! va har vi fått hem hittills i år, o va skulle vi haft?",
    "vad har vi realiserat hittills och hur mycket borde vi ha realiserat",
  ])("%s is two figures", (text) =>
    expect(askedThird(text).query).toMatchObject({ intent: "figure", figures: ["realised", "planned"] }),
  );

  it.each(["vilka åtgärder ska jag rapportera på den här veckan", "vilka åtgärder måste jag rapportera"])(
    "%s is one's own measures",
    (text) => expect(askedThird(text, "marit.vallin").measures).toEqual(expect.arrayContaining(["SPV-2", "RL-8"])),
  );

  it("one who leads no unit has none to report", () =>
    expect(askedFourth("vilka åtgärder ska jag rapportera på").measures).toEqual([]));
});

describe("what is left out", () => {
  it.each([
    ["hur mkt har vi realiserat om man räknar bort åtgärder som bygger på inköp", "mechanism"],
    ["realiserat om man bortser från specialistvården", "owner"],
    ["planerad effekt borträknat poolen", "measure"],
    ["gula åtgärder som inte ligger i specialistvården", "owner"],
    ["vilka kortsiktiga åtgärder hör inte till staben", "owner"],
    ["röda åtgärder men inte i nära vården", "owner"],
    ["realiserat utanför tandvården", "owner"],
  ])("%s", (text, on) =>
    expect(askedSecond(text).query?.filters.find((filter) => filter.on === on)).toMatchObject({ not: true }),
  );

  it.each([
    ["vilka har inte rapporterat i psykiatrin", { intent: "coverage", orgs: ["PSY"] }],
    ["är det inte grönt i psykiatrin", { orgs: ["PSY"] }],
  ])("%s is of the place", (text, query) => expect(asked(text).query).toMatchObject(query));

  it("a sum that is asked for last is told", () => {
    const { query } = askedSecond("kortsiktiga atgarder i specialistvarden planerat o realiserat");
    expect(query).toMatchObject({ intent: "figure", figures: ["planned", "realised"], orgs: ["DSP"] });
  });
});

describe("names", () => {
  it.each([
    ["läget för spec", { orgs: ["DSP"] }],
    ["realgrad kulturen → å staben", { orgs: ["STAB"] }],
    ["vilka har ingen riskbedömning gjord", { intent: "list", measures: [] }],
    ["hur går de me avgiften → den i tandvården", { intent: "status", measures: ["P-013"] }],
    ["vilka åtgärder är röda → den i kulturen", { intent: "status", measures: ["P-030"] }],
  ])("%s", (text, query) => expect(askedSecond(text).query).toMatchObject(query));

  it("of one kind two in a place: still to be chosen between", () => {
    const viewer = viewerOf(fourth.facts, "hampus.rydh@vidmark.example");
    const turns = ["läget för roboten", "den på staben"];
    expect(askAll(turns, { plan: fourth, rhythm, viewer }).map(({ kind }) => kind)).toEqual(["clarify", "clarify"]);
  });

  it("åtgärderna hos is a place, though a theme is called so", () =>
    expect(askedThird("vilka åtgärder hos trafiken är gröna").query).toMatchObject({ orgs: ["F90"] }));

  it("of one kind the one in a place", () =>
    expect(asked("hur går det med webbtidboken → den på sjukhuset").query?.measures).toEqual(["Å-28"]));
});

describe("what if it gives a part", () => {
  it.each([
    ["om bemanningspoolen bara ger hälften av sin årsprognos var landar då hela planens prognos", 68.25],
    ["om årsarbetstiden bara når 75 procent av sin prognos, var hamnar planens prognos", 72.25],
  ])("%s", (text, value) => expect(figureOf(askedSecond(text), "what_if")).toBeCloseTo(value, 2));

  it("another sum is no part", () =>
    expect(askedSecond("om poolens prognos blir 20 procent lägre").kind).toBe("unknown"));
});

describe("support", () => {
  it.each([
    ["hur många stödärenden e öppna → nåt som inte fått nån första kontakt än", ["HLG1"]],
    ["vilket stödärende har legat längst", ["33"]],
  ])("%s", (text, orgs) => expect(askedSecond(text, "schemateamet").orgs).toEqual(orgs));
});

describe("a report in one line", () => {
  it.each([
    ["u4471", "strandnäs: digitala hälsocentralen enligt plan", "confirm"],
    ["facket", "strandnäs: digitala hälsocentralen enligt plan", "refuse"],
    ["anna.siffra", "digitala hälsocentralen enligt plan?", "answer"],
  ])("%s: %s", (who, text, kind) => expect(askedSecond(text, who).kind).toBe(kind));
});
