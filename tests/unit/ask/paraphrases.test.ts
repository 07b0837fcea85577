// Classes of questions in other words than those of the question sets: what is asked must be what is answered, or the
// bot says that it did not understand.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Answer, askAll } from "../../../src/ask/ask.ts";
import { parseInstant } from "../../../src/lib/time.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { viewerOf } from "../../../src/plan/rights.ts";
import { loadPlan } from "../../eval/load-plan.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const rhythm = defaultRhythm("Europe/Stockholm");
const plan = samplePlan();
const other = loadPlan(join(import.meta.dirname, "../../eval/exam/plan-two"))(
  parseInstant("2027-03-15T09:00:00+01:00") as NonNullable<ReturnType<typeof parseInstant>>,
);

function asked(turns: readonly string[], who = "controller", channel = false): Answer {
  const viewer = viewerOf(plan.facts, `${who}@region-exempel.example`, channel);
  return askAll(turns, { plan, rhythm, viewer }).at(-1) as Answer;
}

function askedOther(...turns: string[]): Answer {
  const at: Plan = other;
  return askAll(turns, { plan: at, rhythm, viewer: viewerOf(at.facts, "anna.siffra@alvmarken.example") }).at(
    -1,
  ) as Answer;
}

const factOf = (answer: Answer, name: string) => answer.facts.find((fact) => fact.name === name);

describe("conditions", () => {
  it.each([
    ["vilka åtgärder ligger över plan", "ahead"],
    ["Vilka åtgärder har överträffat sin plan?", "ahead"],
    ["which measures have delivered more than planned", "ahead"],
    ["hur många åtgärder har gett mindre än planerat", "behind"],
  ])("%s keeps its condition", (text, on) => {
    expect(asked([text]).query?.filters.map((filter) => filter.on)).toEqual([on]);
  });

  it.each([
    ["Hur mycket har vi sparat utom psykiatrin?", "owner"],
    ["realiserat exklusive läkemedel", "theme"],
    ["hur många åtgärder är gröna förutom Å-08", "measure"],
    ["how many measures are red excluding Å-06", "measure"],
  ])("%s leaves out what it says", (text, on) => {
    expect(asked([text]).query?.filters.find((filter) => filter.on === on)?.not).toBe(true);
  });

  it.each([
    "Vilka åtgärder kostar mer än de ger?",
    "vilka gula åtgärder har fallande prognos",
    "Vilka röda åtgärder har inget nästa steg?",
    "Var har övertiden ökat mest?",
    "nä vafan e de här",
    "va fan gör du",
  ])("%s is not answered with something else", (text) => {
    expect(asked([text]).kind).toBe("unknown");
  });
});

describe("figures in other words", () => {
  it.each([
    ["Hur mycket effekt ligger bakom ouppfyllda förutsättningar?", "at_risk"],
    ["hur mycket behöver Närsjukvården få in per månad för att klara planen", "needed_per_month"],
    ["what does primary care need to deliver each month to reach the plan", "needed_per_month"],
    ["Klarar primärvården sin plan?", "forecast"],
    ["Når Regionservice årets mål?", "forecast"],
    ["Är siffrorna kontrollerade?", "verified"],
    ["är besparingen granskad av controllern", "verified"],
  ])("%s → %s", (text, name) => {
    expect(factOf(asked([text]), name)).toBeDefined();
  });

  it.each([
    ["vilken enhet har tappat mest i produktion", "production_change", "least"],
    ["vilken klinik tappar mest i bemanning", "staffing_change", "least"],
    ["vilken enhet ligger längst under produktionsplan", "production_rate", "least"],
    ["Vilken åtgärd har störst skillnad mellan prognos och årsplan?", "forecast_gap", "most"],
  ])("%s is in order of %s", (text, by, direction) => {
    expect(asked([text]).query?.order).toEqual({ by, direction });
  });

  it.each(["Vilket har gett mest, läkemedel eller bemanning?", "läkemedel kontra bemanning, realiserat"])(
    "%s sets two themes side by side",
    (text) => {
      expect(asked([text]).query?.group).toBe("theme");
    },
  );

  it.each([
    "Vad händer om Å-10 försenas ett halvår?",
    "what if Å-07 starts three months later",
    "Vad händer om vi pausar Å-01 och Å-07?",
    "What happens if we drop Å-07 and Å-10?",
  ])("%s is a worked example", (text) => {
    expect(asked([text]).text.toLowerCase()).toContain("räkneexempel");
  });

  it("a month of the past is the last one", () => {
    expect(factOf(askedOther("vad gav vi i december"), "realised")?.period).toBe("2026-12");
  });
});

describe("turns", () => {
  it.each([
    [["Vilka är röda?", "Vad är beslutat för dem?"], "decided", 64],
    [["Hur mycket har vi realiserat?", "utan läkemedel"], "realised", 113.2],
    [["realiserat i september", "och månaden efter?"], "realised", 18.7],
    [["Hur många har svarat v 45?", "veckan därpå då"], "coverage_received", 28],
    [["Vad är prognosen?", "skillnaden mot plan?"], "forecast_gap", 40.3],
    [["Hur mycket är planerat hittills?", "och skillnaden?"], "gap", 31.8],
  ])("%j → %s", (turns, name, value) => {
    expect(factOf(asked(turns), name)?.value).toBeCloseTo(value, 1);
  });

  it("an ordinal alone points at the list", () => {
    expect(asked(["Vilka är röda?", "den andra"]).measures).toEqual(["Å-02"]);
  });

  it.each(["nej", "ja", "nej tack"])("%s after a confirm does nothing here", (answer) => {
    expect(asked(["Exportera planen till excel", answer])).toMatchObject({ kind: "answer", query: null });
  });
});

describe("reports", () => {
  it.each([
    "Vilka enheter missade vecka 46 och 47?",
    "vilka missade både v 46 och v 47",
    "Vilka enheter har inte svarat två veckor",
    "who missed both week 46 and week 47",
  ])("%s asks for both weeks", (text) => {
    expect(asked([text])).toMatchObject({ orgs: ["U11"], query: { intent: "missed", amount: 2 } });
  });

  it.each(["Får jag kort v 52?", "kommer det något kort vecka 53", "will I get a card week 52"])("%s", (text) => {
    expect(asked([text], "chef.akuten").text).toMatch(/inget veckokort|no weekly card|no card/);
  });

  it.each(["senast när måste jag svara?", "När är sista dag för rapporten?", "vilken dag är deadline för rapporten"])(
    "%s tells the day",
    (text) => {
      expect(asked([text], "chef.akuten").query?.intent).toBe("deadline");
    },
  );

  it.each(["Har vi rapporterat?", "har vi lämnat in veckorapporten", "have we reported"])(
    "%s is of one's own",
    (text) => {
      expect(asked([text], "chef.akuten").orgs).toEqual(["U05"]);
    },
  );

  it.each([
    "Kan du sätta Å-06 till gul? Orsaken är hög frånvaro",
    "skulle du kunna ändra Å-06 till röd",
    "markera Å-06 som grön, det har vänt",
    "please set Å-06 to yellow",
  ])("%s is a report to be saved", (text) => {
    const answer = asked([text], "chef.akuten");
    expect(answer).toMatchObject({ kind: "confirm", measures: ["Å-06"] });
    expect(answer.text).toMatch(/Ska jag spara den|Shall I save it/);
  });
});

describe("names given in words", () => {
  it.each([
    ["när vi säger stafetten menar vi Å-02", "stafetten"],
    ["”nattjouren” betyder Å-02", "nattjouren"],
    ["when we say the locums we mean Å-02", "the locums"],
    ["med stafettläkarna menar vi Å-02", "stafettläkarna"],
  ])("%s", (text, alias) => {
    expect(asked([text], "planagare").action).toMatchObject({ do: "alias", alias, measure: "Å-02" });
    expect(asked([text], "chef.akuten").kind).toBe("refuse");
  });

  it.each([
    "koppla veckobrevet till den här kanalen",
    "lägg sammanfattningen i den här kanalen",
    "post the digest in this channel",
  ])("%s binds the channel it is written in", (text) => {
    expect(asked([text], "planagare", true).kind).toBe("confirm");
    expect(asked([text], "planagare")).toMatchObject({ kind: "answer", query: null });
    expect(asked([text], "ledning.direktor", true).kind).toBe("refuse");
  });

  it.each([
    ["vem äger schemastödet", "P-019"],
    ["Läget för produktionsplan per mottagning?", "P-018"],
  ])("%s: a title of general words is a title", (text, id) => {
    expect(askedOther(text).measures).toContain(id);
  });

  it.each(["Vad har avgiften gett?", "hur går det med avgiften"])("%s may be two", (text) => {
    expect(askedOther(text).kind).toBe("clarify");
  });

  it.each(["Läget på Barnkliniken?", "Har Barnkliniken rapporterat?"])("%s is no other clinic", (text) => {
    expect(["unknown", "clarify"]).toContain(askedOther(text).kind);
  });

  it("a unit's own data may be older", () => {
    expect(askedOther("hur färska är siffrorna för köket").text).toContain("v. 5");
  });
});

describe("what is said of the scope and of numbers", () => {
  it("a list that nothing is hidden from does not say so", () => {
    expect(asked(["Vilka åtgärder är röda?"], "chef.akuten").text).not.toContain("behörighet att se");
    expect(asked(["hur många åtgärder finns det"], "chef.akuten").text).toContain("behörighet att se");
    expect(asked(["hur går det"], "chef.akuten").text).toContain("behörighet att se");
  });

  it("a number and its läge agree", () => {
    expect(asked(["hur går det"]).text).toContain("1 pausad, 2 avbrutna, 1 återtagen, 5 genomförda");
  });

  it("a month by month of another figure is that figure", () => {
    expect(asked(["prognosen månad för månad"]).facts.map((fact) => fact.name)).not.toContain("realised");
    expect(asked(["verifierat månad för månad"]).facts.every((fact) => fact.name === "verified")).toBe(true);
  });

  it.each(["Hur mycket sämre är psykiatrin än sjukhuset?", "är psykiatrin bättre än sjukhuset"])(
    "%s compares",
    (text) => {
      expect(asked([text])).toMatchObject({ orgs: ["PSY", "SJH"], query: { intent: "compare" } });
    },
  );

  it.each(["Bemanning och produktion på akuten", "staffing and production at akuten"])("%s is of the unit", (text) => {
    expect(factOf(asked([text]), "staffing")?.subject).toBe("U05");
  });
});
