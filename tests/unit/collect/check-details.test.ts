import { describe, expect, it } from "vitest";
import { checkDetails } from "../../../src/collect/check-details.ts";
import type { DraftLine } from "../../../src/collect/draft.ts";
import type { IsoDate } from "../../../src/lib/time.ts";
import type { MeasureId, ReportableState } from "../../../src/plan/plan.ts";

const TODAY = "2026-11-19" as IsoDate;

function faultsOf(state: ReportableState, typed: Partial<DraftLine>): string[] {
  const checked = checkDetails({ ...BLANK, cause: "vacancy", ...typed }, state, TODAY);
  return "faults" in checked ? checked.faults.map((fault) => fault.code) : [];
}

const BLANK: DraftLine = {
  measure: "M1" as MeasureId,
  state: "deviation",
  cause: "",
  nextStep: "",
  doneBy: "",
  support: "none",
  risks: "",
  comment: "",
  forecast: null,
  newForecast: "",
  askedAbout: null,
};
const STEP = "Vi tar det på måndag.";

describe("step 2", () => {
  it.each<[string, ReportableState, Partial<DraftLine>, string[]]>([
    ["Avvikelse needs a cause and nothing more", "deviation", {}, []],
    ["no cause", "deviation", { cause: "" }, ["cause"]],
    ["a cause that is none", "deviation", { cause: "weather" }, ["cause"]],
    ["Kritisk needs next step and date", "critical", {}, ["nextStep", "doneByMissing"]],
    ["Kritisk with both", "critical", { nextStep: STEP, doneBy: "2026-11-19" }, []],
    ["nine characters are too few", "critical", { nextStep: "123456789", doneBy: "2026-12-01" }, ["nextStep"]],
    ["blanks do not count", "critical", { nextStep: "  12345678   ", doneBy: "2026-12-01" }, ["nextStep"]],
    ["ten are enough", "critical", { nextStep: "1234567890", doneBy: "2026-12-01" }, []],
    ["200 fit", "deviation", { nextStep: "å".repeat(200) }, []],
    ["201 do not", "deviation", { nextStep: "å".repeat(201) }, ["nextStepLong"]],
    ["an emoji is one character", "deviation", { nextStep: "👩‍⚕".repeat(60) }, []],
    ["Avvikelse may say little", "deviation", { nextStep: "Ska se" }, []],
    ["Pausad needs a date", "paused", {}, ["doneByMissing"]],
    ["Pausad with one", "paused", { doneBy: "2027-01-31" }, []],
    ["yesterday", "critical", { nextStep: STEP, doneBy: "2026-11-18" }, ["doneByPast"]],
    ["yesterday, though not required", "deviation", { doneBy: "2026-11-18" }, ["doneByPast"]],
    ["30 February", "paused", { doneBy: "2027-02-30" }, ["doneByNoDate"]],
    ["a date in words", "paused", { doneBy: "i vår" }, ["doneByNoDate"]],
    ["the year 2206", "paused", { doneBy: "2206-01-31" }, ["doneByFar"]],
    ["support that is none of the list", "deviation", { support: "money" }, ["support"]],
    ["a risk that is none of the list", "deviation", { risks: "production,fire" }, ["risk"]],
    ["280 fit in a comment", "deviation", { comment: "x".repeat(280) }, []],
    ["281 do not", "deviation", { comment: "x".repeat(281) }, ["commentLong"]],
    ["personnummer in the comment", "deviation", { comment: "Se 850709-9805" }, ["personalNumber"]],
    ["personnummer in the next step", "deviation", { nextStep: "Ring 850709-9805" }, ["personalNumber"]],
    [
      "everything at once",
      "critical",
      { cause: "", comment: "x".repeat(281) },
      ["cause", "nextStep", "doneByMissing", "commentLong"],
    ],
  ])("%s", (_what, state, typed, faults) => {
    expect(faultsOf(state, typed)).toEqual(faults);
  });

  it("gives a typed line, blanks trimmed, empty as null, risks once", () => {
    const typed = { cause: "absence", nextStep: ` ${STEP} `, support: "hr", risks: "production, production" };
    expect(checkDetails({ ...BLANK, ...typed }, "deviation", TODAY)).toEqual({
      line: {
        measure: "M1",
        state: "deviation",
        cause: "absence",
        nextStep: STEP,
        doneBy: null,
        support: "hr",
        risks: ["production"],
        comment: null,
      },
    });
  });
});
