// An action asked for in words: what would be done, and who may.
import { describe, expect, it } from "vitest";
import { ask, parseYesNo } from "../../../src/ask/ask.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { viewerOf } from "../../../src/plan/rights.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const rhythm = defaultRhythm("Europe/Stockholm");
const plan = samplePlan("2026-11-25T10:00:00+01:00");

function asked(who: string, text: string, channel = false) {
  const viewer = viewerOf(plan.facts, `${who}@region-exempel.example`, channel);
  return ask({ text, viewer, plan, context: null, rhythm }).answer;
}

describe("becomes a confirm", () => {
  it.each([
    ["planagare", "påminn dem som inte svarat", { do: "remind", week: "2026-W48", units: [] }],
    ["chef.operation", "Jag behöver hjälp med schemaläggning", { do: "support", unit: "U06", type: "scheduling" }],
    ["chef.lab", "Please request training support for my unit", { do: "support", unit: "U19", type: "training" }],
    ["planagare", "Ladda ner hela planen som csv", { do: "export", form: "csv", scope: null }],
    ["planagare", "exportera psykiatrin till excel", { do: "export", form: "xlsx", scope: "PSY" }],
    ["chef.bup", "pausa påminnelser till 14 december", { do: "pause_reminders", until: "2026-12-14" }],
    [
      "chef.bup",
      "jag är borta 1-5 december, chef.psyk.oppen@region-exempel.example ersätter mig",
      { do: "deputy", deputy: "chef.psyk.oppen@region-exempel.example", from: "2026-12-01", to: "2026-12-05" },
    ],
    ["planagare", "ändra kortet till tisdag 08.00", { do: "set", key: "card" }],
    ["planagare", 'lägg till alias "skåpet" för Å-14', { do: "alias", alias: "skåpet", measure: "Å-14", org: null }],
    ["planagare", "kör en testrunda", { do: "test_round" }],
    [
      "controller",
      "verifiera hyrstoppet för oktober",
      { do: "verify", measure: "Å-01", from: "2026-10", to: "2026-10" },
    ],
    ["controller", "attestera Å-01 september till oktober", { do: "verify", from: "2026-09", to: "2026-10" }],
    ["planagare", "förhandsvisa sammanfattningen", { do: "preview_digest" }],
    ["planagare", "dra tillbaka sammanfattningen", { do: "withdraw_digest", week: "2026-W47" }],
    ["planagare", "dra tillbaka digesten för v. 46", { do: "withdraw_digest", week: "2026-W46" }],
    ["planagare", "förhandsgranska sammanställningen", { do: "preview_digest", week: "2026-W48" }],
    ["planagare", "rätta sammanställningen", { do: "correct_digest", week: "2026-W47" }],
    ["planagare", "skicka en rättad sammanfattning", { do: "correct_digest", week: "2026-W47" }],
    ["planagare", "skicka om digesten för vecka 46", { do: "correct_digest", week: "2026-W46" }],
    ["planagare", "please correct the digest", { do: "correct_digest", week: "2026-W47" }],
    ["planagare", "ändra svarsdagen till torsdag 15.00", { do: "set", key: "due", value: "torsdag 15.00" }],
    ["planagare", "flytta sammanfattningen till tisdag 09.00", { do: "set", key: "digest", value: "tisdag 09.00" }],
    ["planagare", "korten ska komma tisdagar 08.00", { do: "set", key: "card" }],
    ["planagare", "markera klämdagen 7 maj 2027 som ledig", { do: "set", key: "day_off", value: "2027-05-07" }],
    ["planagare", "7 maj 2027 är ledig dag", { do: "set", key: "day_off", value: "2027-05-07" }],
    ["planagare", "7 maj 2027 är en vanlig arbetsdag", { do: "set", key: "day_on", value: "2027-05-07" }],
  ])("%s: %s", (who, text, action) => {
    const answer = asked(who, text);
    expect(answer.kind).toBe("confirm");
    expect(answer.action).toMatchObject(action);
  });

  it("a report keeps what was said, and names only the lines that were", () => {
    const { action } = asked("chef.akuten", "Å-06 gul, svårt få stopp på övertiden");
    expect(action).toMatchObject({
      do: "report",
      unit: "U05",
      lines: [{ measure: "Å-06", state: "deviation", comment: "svårt få stopp på övertiden" }],
    });
  });

  it("a place in what is told after the colour is no unit", () => {
    const { action } = asked("chef.akuten", "Å-06 gul, operationslistorna är fulla");
    expect(action).toMatchObject({ unit: "U05", lines: [{ measure: "Å-06", state: "deviation" }] });
  });

  it("several lines at once, each with its own colour", () => {
    const { action } = asked("chef.ortopeden", "Å-04 gul och Å-06 röd");
    expect(action).toMatchObject({
      do: "report",
      unit: "U02",
      lines: [
        { measure: "Å-04", state: "deviation" },
        { measure: "Å-06", state: "critical" },
      ],
    });
  });

  const PLAN_B = "vi tar in två sköterskor från poolen";
  it.each([
    [
      `Å-06 röd, ${PLAN_B}, klart 15 december`,
      { nextStep: PLAN_B, doneBy: "2026-12-15", comment: null },
      /: främsta orsak\./,
    ],
    [
      `Å-06 röd, hög frånvaro, ${PLAN_B}. Senast 2026-12-15`,
      { cause: "absence", nextStep: `${PLAN_B}.`, doneBy: "2026-12-15", comment: null },
      /klart senast 15 december/,
    ],
    [
      "Å-06: röd, vakanser, senast v. 50",
      { cause: "vacancy", nextStep: null, doneBy: "2026-12-11" },
      /: nästa steg \(/,
    ],
    ["rapportera gult: Å-06, svårt få stopp", { nextStep: null, comment: "svårt få stopp" }, /./],
    ["Å-06 röd, ont om folk", { nextStep: "ont om folk", doneBy: null }, /främsta orsak och klart senast/],
    ["Å-06 röd, körigt", { nextStep: null, comment: "körigt" }, /orsak, nästa steg \(minst 10 tecken\) och klart/],
    [
      "Å-06 röd eftersom poolen är tom, klart 15 december",
      { nextStep: "eftersom poolen är tom", doneBy: "2026-12-15" },
      /./,
    ],
    [
      "Å-06 gul, svårt sedan mötet 10 november",
      { nextStep: null, doneBy: null, comment: "svårt sedan mötet 10 november" },
      /./,
    ],
    ["Å-06 gul, trögt, nästa steg: boka om till poolen", { nextStep: "boka om till poolen", comment: "trögt" }, /./],
    ["Å-06 pausad, väntar på beslut, klart 15 januari", { cause: "awaiting_decision", doneBy: "2027-01-15" }, /./],
  ])("what the colour needs is taken from the words: %s", (text, line, said) => {
    const answer = asked("chef.akuten", text);
    expect(answer.action).toMatchObject({ do: "report", lines: [{ measure: "Å-06", ...line }] });
    expect(answer.text).toMatch(said);
  });

  it("of several lines each keeps what was said of it", () => {
    const { action } = asked(
      "chef.ortopeden",
      `Å-04 gul, trögt med vikarierna, Å-06 röd, ${PLAN_B}, klart 15 december`,
    );
    expect(action).toMatchObject({
      lines: [
        { measure: "Å-04", comment: "trögt med vikarierna", nextStep: null, doneBy: null },
        { measure: "Å-06", comment: null, nextStep: PLAN_B, doneBy: "2026-12-15" },
      ],
    });
  });

  it("what has no room in the next step goes on in the comment", () => {
    const long = Array.from({ length: 40 }, (_, i) => `steget${i}`).join(" ");
    const { action } = asked("chef.akuten", `Å-06 röd, ${long}`);
    const [line] = action?.do === "report" ? action.lines : [];
    expect(line?.nextStep?.length).toBeLessThanOrEqual(200);
    expect(`${line?.nextStep} ${line?.comment}`).toBe(long);
  });

  it("all green names every line of the card", () => {
    const { action } = asked("chef.ortopeden", "ortopeden: allt grönt");
    if (action?.do !== "report") throw new Error("no report");
    expect(action.lines.length).toBeGreaterThan(3);
    expect(action.lines.every((line) => line.state === "on_track")).toBe(true);
  });

  it("a deputy may report, another chef may not", () => {
    expect(asked("chef.kirurgi", "ortopeden: allt grönt").kind).toBe("confirm");
    expect(asked("chef.bup", "ortopeden: allt grönt").kind).toBe("refuse");
  });

  it("a chef of two units is asked which", () => {
    expect(asked("chef.vc.sjostaden", "allt grönt").choices.map((choice) => choice.orgs[0])).toEqual(["U11", "U12"]);
  });

  it.each([
    ["Vårdcentralen Åsen", "U12", "on_track"],
    ["sjöstaden", "U11", "on_track"],
    ["den andra", "U12", "on_track"],
    ["åsen: Å-02 röd", "U12", "critical"],
  ])("and answers it: %s", (pick, unit, state) => {
    const viewer = viewerOf(plan.facts, "chef.vc.sjostaden@region-exempel.example", false);
    const { context } = ask({ text: "allt grönt", viewer, plan, context: null, rhythm });
    const { answer } = ask({ text: pick, viewer, plan, context, rhythm });
    expect(answer.action).toMatchObject({ do: "report", unit, lines: [{ measure: "Å-02", state }] });
  });
});

describe("a reminder, however it is to be sent", () => {
  it.each([
    "skicka ut en påminnelse till dom som inte rapporterat",
    "skicka gärna ut en ny påminnelse till enheterna som saknas",
    "påminnelse till alla som inte svarat",
    "gå ut med en påminnelse till BUP",
    "se till att de som inte rapporterat får en påminnelse",
    "ge dem som inte rapporterat en påminnelse",
    "mejla de som inte rapporterat",
    "kan du mejla dom som är sena med rapporten",
    "pinga alla som inte rapporterat",
    "skriv till dom som inte rapporterat",
    "säg åt BUP att lämna in sin rapport",
    "send out another reminder to units that have not reported",
    "could you send them a reminder",
    "ping those who have not reported",
  ])("%s", (text) => {
    expect(asked("planagare", text)).toMatchObject({ kind: "confirm", action: { do: "remind" } });
    expect(asked("controller", text).kind).toBe("refuse");
  });
  it.each([
    "skicka inga påminnelser till BUP",
    "hur många påminnelser har skickats",
    "ge mig en lista på vilka som fått påminnelser",
    "skriv vilka som inte rapporterat",
  ])("%s: none is asked for", (text) => {
    expect(asked("planagare", text).action ?? null).toBeNull();
  });
});

describe("is refused", () => {
  it.each([
    ["controller", "påminn alla"],
    ["chef.bup", "ändra kortet till tisdag"],
    ["ledning.vard", "använd den här kanalen"],
    ["chef.bup", "radera veckorapporten"],
    ["planagare", "ändra beslutad effekt för Å-01 till 60 mkr"],
    ["chef.ortopeden", "höj potentialen på Å-18 till 30"],
    ["lasare.facklig", "allt grönt"],
  ])("%s: %s", (who, text) => {
    const answer = asked(who, text);
    expect(answer.kind).toBe("refuse");
    expect(answer.action).toBeUndefined();
  });
});

describe("the digest as posted", () => {
  it.each([
    ["planagare", "visa digesten", "2026-W47"],
    ["ledning.direktor", "visa sammanfattningen för v. 46", "2026-W46"],
    ["ledning.direktor", "visa sammanställningen för vecka 46", "2026-W46"],
    ["planagare", "sammanfattning v. 46", "2026-W46"],
    ["planagare", "visa veckobrevet", "2026-W47"],
    ["planagare", "kan jag få se förra veckans digest?", "2026-W47"],
    ["planagare", "vad stod i digesten v. 46?", "2026-W46"],
    ["planagare", "show the digest", "2026-W47"],
  ])("%s: %s", (who, text, digest) => expect(asked(who, text)).toMatchObject({ kind: "answer", digest }));

  it("is refused to others, and is not what a summary of the state is", () => {
    expect(asked("chef.bup", "visa digesten")).toMatchObject({ kind: "refuse" });
    for (const text of ["ge mig en sammanfattning av läget", "sammanfattning", "när kommer digesten?"])
      expect(asked("planagare", text).digest).toBeUndefined();
  });
});

describe("a personnummer", () => {
  it.each([
    ["chef.akuten", "Å-06 gul, patient 19121212-1212 väntar på plats"],
    ["chef.ortopeden", "ortopeden: allt grönt, 19 121212 1212 ringde"],
    ["planagare", "Hur går det för 121212-1212?"],
    ["chef.lab", "Please request training support for 121212+1212"],
  ])("%s: %s is refused at once, and not said again", (who, text) => {
    const answer = asked(who, text);
    expect(answer).toMatchObject({ kind: "refuse", measures: [], orgs: [] });
    expect(answer.text).toMatch(/personnummer|personal identity number/);
    expect(answer.text).not.toMatch(/1212/);
    expect(answer.action).toBeUndefined();
  });
});

describe("ja and nej", () => {
  it.each([
    ["ja", "yes"],
    ["Ja tack!", "yes"],
    ["japp", "yes"],
    ["kör på", "yes"],
    ["OK", "yes"],
    ["yes please", "yes"],
    ["nej", "no"],
    ["Nej tack.", "no"],
    ["inte nu", "no"],
    ["no", "no"],
    ["nej jag menar ögon", null],
    ["ja men hur går det?", null],
    ["hur går det", null],
    ["", null],
    ["nej strunta i de", "no"],
    ["nä glöm det", "no"],
    ["nä strunt i det", "no"],
    ["skippa det tack", "no"],
    ["nej det behövs inte", "no"],
    ["jag ångrade mig", "no"],
    ["forget it", "no"],
    ["nej hur går det i köket", null],
    ["glöm inte bort det", null],
    ["strunta i reglerna", null],
  ])("%s: %s", (text, expected) => expect(parseYesNo(text)).toBe(expected));
});

it("tells how the question was understood: one's own measures are not the whole plan", () => {
  const { understood } = asked("chef.ortopeden", "visa mina åtgärder");
  expect(understood).toContain("det egna");
  expect(understood).not.toContain("hela planen");
});
