// The same things asked in many words: who owns, what was decided, what moved, who reported, what is refused.
import { describe, expect, it } from "vitest";
import { type Answer, askAll } from "../../../src/ask/ask.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { viewerOf } from "../../../src/plan/rights.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const rhythm = defaultRhythm("Europe/Stockholm");
const plan = samplePlan();

function asked(text: string, who = "controller"): Answer {
  const viewer = viewerOf(plan.facts, `${who}@region-exempel.example`);
  return askAll(text.split(" → "), { plan, rhythm, viewer }).at(-1) as Answer;
}

const conditions = (answer: Answer) => answer.query?.filters.map((filter) => filter.on) ?? [];

describe("one attribute of a measure", () => {
  it.each([
    ["vem har hand om biblioteken", "owner", "Å-20"],
    ["Under vem ligger gröna korset?", "owner", "Å-33"],
    ["Vems åtgärd är Å-24?", "owner", "Å-24"],
    ["vem sköter roboten för remisser", "owner", "Å-45"],
    ["Hos vilken klinik ligger jourlinjen?", "owner", "Å-14"],
    ["När drar koncentrationen av hud och ögon igång?", "start", "Å-12"],
    ["Hur dags på året kommer remissroboten igång?", "start", "Å-45"],
    ["Är facket med på tåget i Å-12?", "consultation", "Å-12"],
    ["Vilken enhet rår över inköpsprövningen?", "owner", "Å-10"],
    ["vilken typ av åtgärd är gröna korset", "kind", "Å-33"],
    ["Vilka antaganden vilar Å-16 på?", "assumptions", "Å-16"],
    ["Hur går det för Å-06? → vilka är med?", "participants", "Å-06"],
    ["På vilka ställen införs webbtidboken i tandvården?", "participants", "Å-32"],
  ])("%s", (text, detail, measure) =>
    expect(asked(text)).toMatchObject({ measures: [measure], query: { intent: "detail", detail } }),
  );
});

describe("conditions", () => {
  it.each([
    ["Vilka antaganden har visat sig fel?", ["assumption"]],
    ["vilka åtgärder har antaganden som inte håller längre", ["assumption"]],
    ["Hur många åtgärder vilar på osäkra antaganden?", ["assumption"]],
    ["Vilka åtgärder väntar på IT?", ["prerequisite_unmet"]],
    ["gröna åtgärder utan konsekvensbedömning", ["state", "impact"]],
    ["Var pågår konsekvensbedömning?", ["impact"]],
    ["vilka har ännu inte satts igång", ["state"]],
    ["vilka går inte som de ska", ["state"]],
    ["visa alla som lyser rött", ["state"]],
    ["Vilka har vi blivit klara med?", ["state"]],
    ["men för helvete vilka är röda", ["state"]],
    ["ä de nåt rött på regionkontret", ["state"]],
    ["Vilka har varit röda i mer än en månad?", ["state", "unchanged"]],
    ["Visa gula → de andra då?", ["state"]],
    ["vad är det som inte är grönt i Psykiatrin", ["state"]],
    ["Vilka åtgärder krisar?", ["state"]],
    ["Har några åtgärder flaggat för arbetsmiljön?", ["risk"]],
  ])("%s", (text, on) => expect(conditions(asked(text))).toEqual(on));
});

describe("what moved", () => {
  it.each([
    ["Vilka åtgärder bytte läge under v. 45?", [], []],
    ["vilka växlade från gult till rött i november", ["deviation"], ["critical"]],
    ["Vilka blev röda i november?", [], ["critical"]],
  ])("%s", (text, fromState, toState) =>
    expect(asked(text).query).toMatchObject({ intent: "changes", fromState, toState }),
  );

  it("says which change when there was none", () =>
    expect(asked("vilka växlade från grönt till pausat förra veckan").text).toContain(
      "från Enligt plan (grön) till Pausad",
    ));
});

describe("reports and support", () => {
  it.each([
    ["Vilka lämnade rapporten för sent v. 47?", "controller", ["U25", "U27"]],
    ["Vilka lämnade för sent v. 47?", "controller", ["U25", "U27"]],
    ["Vilka av mina vårdcentraler har inte lämnat rapport v 47?", "verksamhetschef.vardcentraler", ["U11"]],
    ["Hur många rapporterade v 44? → vilka saknades?", "controller", ["U12", "U17", "U27"]],
    ["hur många ha svarat vecka fyrtiosju → vilka saknades?", "controller", ["U11", "U13", "U14", "U20", "U21"]],
  ])("%s", (text, who, orgs) => expect(asked(text, who)).toMatchObject({ orgs, query: { intent: "coverage" } }));

  it.each([
    "Vilka har bett om schemastöd?",
    "Hur länge har det äldsta öppna stödärendet legat?",
    "vilka har inte fått kontakt än",
    "Vilka stödärenden är öppna? → vilket är äldst?",
    "Vilka stödärenden är öppna? → hur många är det?",
    "Vad ledde stödet till vuxenpsyk till?",
  ])("%s is about support", (text) => expect(asked(text).query?.intent).toBe("support"));
});

describe("decisions and the organisation", () => {
  it.each([
    ["Vad blev det av patientavgifterna i styrelsen?", ["Å-18"]],
    ["Vilket paragrafnummer har beslutet om jourlinjen?", ["Å-14"]],
    ["När klubbades höjningen av egenavgiften?", ["Å-19"]],
    ["Har fullmäktige sagt ja till sjukresorna?", ["Å-19"]],
    ["Hur går det för Å-07? → vilka beslut finns?", ["Å-07"]],
    ["Vad sa fullmäktige om egenavgiften?", ["Å-19"]],
  ])("%s", (text, measures) => expect(asked(text)).toMatchObject({ measures, query: { intent: "decisions" } }));

  it.each(["Vilka enheter sorterar under Regionkontoret?", "Vilka enheter lyder under Regionkontoret?"])("%s", (text) =>
    expect(asked(text).orgs).toEqual(expect.arrayContaining(["U27", "U28", "U29", "U30"])),
  );
});

describe("refused, in whatever words", () => {
  it.each([
    "Vilken sköterska jobbar mest övertid?",
    "Vilken barnmorska presterar sämst?",
    "Flytta gränsen så att 70 procent räknas som grönt",
    "Ändra tröskeln för rött till 60 %",
    "Låt oss räkna gult som grönt från och med nu",
    "vilka patienter väntar på operation",
    "Sänk kravet så att 80 % blir grönt",
    "Räkna om så att Å-07 blir grön",
    "Är chefen på ortopeden kompetent?",
  ])("%s", (text) => expect(asked(text).kind).toBe("refuse"));

  it.each(["Får jag lägga ut det här offentligt?", "kan jag skicka rapporten till pressen"])(
    "%s gets a fixed answer",
    (text) => expect(asked(text).query?.intent).toBe("public"),
  );
});

describe("other than a question", () => {
  it.each(["Boka ett möte med kirurgen", "Sänk budgeten på ortopeden", "stäng akuten"])("%s is not answered", (text) =>
    expect(asked(text).kind).not.toBe("answer"),
  );

  it("a follow-up that changes nothing was not understood", () =>
    expect(asked("Hur går det för Å-06? → och så vidare").kind).toBe("unknown"));

  it.each([
    ["Vem bestämmer om en åtgärd är röd?", "definition"],
    ["Vad avses med antagande?", "definition"],
    ["Vilken månad är siffrorna till och med?", "data_age"],
    ["omfattas det här av sekretess", "public"],
    ["Ge mig en kort rapport om Å-10.", "status"],
    ["Vem ska svara på uppdraget om tidplan?", "assignments"],
    ["vilka har uteblivit två veckor i följd", "missed"],
  ])("%s → %s", (text, intent) => expect(asked(text).query?.intent).toBe(intent));

  it("each since when of those that were listed", () => {
    const { measures, query } = asked("Vilka är röda? → sen när?");
    expect({ measures, intent: query?.intent }).toEqual({ measures: ["Å-07", "Å-02", "Å-06"], intent: "since" });
  });
});

describe("actions", () => {
  it.each([
    ["Skicka en knuff till alla som ligger efter med veckans kort", "planagare", "remind"],
    ["Vi skulle behöva hjälp med produktionsplanering", "chef.ortopeden", "support"],
  ])("%s", (text, who, action) => expect(asked(text, who)).toMatchObject({ kind: "confirm", action: { do: action } }));
});
