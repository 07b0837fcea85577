import { describe, expect, it } from "vitest";
import { checkForecast } from "../../../src/collect/check-forecast.ts";
import type { DraftLine } from "../../../src/collect/draft.ts";
import type { IsoDate } from "../../../src/lib/time.ts";
import { mkr, sekFromMkr } from "../../../src/plan/amount.ts";
import type { MeasureId } from "../../../src/plan/plan.ts";
import type { Month } from "../../../src/plan/week.ts";
import { aPlan } from "../../helpers/a-plan.ts";

/** Decided 40, forecast now 28, planned 38. */
function check(typed: Partial<DraftLine>, today = "2026-11-19", forecast: number | null = 28) {
  const [measure] = aPlan().unit("U1").measure("M1", { owner: "U1", decided: 40 }).facts().measures;
  if (!measure) throw new Error("no measure");
  const question = {
    measure,
    forecast: forecast === null ? null : sekFromMkr(forecast),
    plannedYear: sekFromMkr(38),
    economyThrough: "2026-10" as Month,
  };
  const line: DraftLine = {
    measure: "M1" as MeasureId,
    state: "on_track",
    cause: "",
    nextStep: "",
    doneBy: "",
    support: "none",
    risks: "",
    comment: "",
    forecast: null,
    newForecast: "",
    askedAbout: null,
    ...typed,
  };
  const result = checkForecast(question, line, today as IsoDate);
  const given = result.forecast && { given: result.forecast.given, year: mkr(result.forecast.year) };
  return { fault: result.fault?.code ?? null, given };
}

describe("Når ni effekten i år? (prognos nu 28,0, beslutat 40,0)", () => {
  it.each<[string, Partial<DraftLine>, string | null, number | null]>([
    ["not answered", {}, "forecastAnswer", null],
    ["Ja confirms the forecast there is", { forecast: "yes" }, null, 28],
    ["Ja leaves a stray amount alone", { forecast: "yes", newForecast: "12" }, null, 28],
    ["Kan inte bedöma än records nothing", { forecast: "unsure" }, null, null],
    ["Högre without amount", { forecast: "higher" }, "forecastAmount", null],
    ["Högre with words", { forecast: "higher", newForecast: "mycket" }, "forecastAmount", null],
    ["Högre with two decimals", { forecast: "higher", newForecast: "30,25" }, null, 30.25],
    ["Högre with four decimals", { forecast: "higher", newForecast: "30,2525" }, "forecastAmount", null],
    ["Högre, decimal comma", { forecast: "higher", newForecast: "30,5" }, null, 30.5],
    ["Högre, decimal point", { forecast: "higher", newForecast: "30.5" }, null, 30.5],
    ["Högre with the same", { forecast: "higher", newForecast: "28" }, "forecastNotHigher", null],
    ["Lägre", { forecast: "lower", newForecast: "12" }, null, 12],
    ["Lägre to nothing at all", { forecast: "lower", newForecast: "0" }, null, 0],
    ["Lägre with more", { forecast: "lower", newForecast: "29" }, "forecastNotLower", null],
    ["a negative amount", { forecast: "lower", newForecast: "-1" }, "forecastAmount", null],
    ["all that was decided", { forecast: "higher", newForecast: "40" }, null, 40],
    ["above decided: Stämmer det?", { forecast: "higher", newForecast: "40,1" }, "forecastAboveDecided", null],
    ["the same sent again is a yes", { forecast: "higher", newForecast: "40.1", askedAbout: "40,1" }, null, 40.1],
    [
      "another one is asked about anew",
      { forecast: "higher", newForecast: "41", askedAbout: "40,1" },
      "forecastAboveDecided",
      null,
    ],
    ["three times decided, asked about", { forecast: "higher", newForecast: "120", askedAbout: "120" }, null, 120],
    [
      "more than three times",
      { forecast: "higher", newForecast: "120,1", askedAbout: "120,1" },
      "forecastTooHigh",
      null,
    ],
  ])("%s", (_what, typed, fault, amount) => {
    const checked = check(typed);
    expect(checked.fault).toBe(fault);
    expect(checked.given?.year ?? null).toBe(amount);
  });

  it.each([
    ["2026-11-19", "2026-11"],
    ["2026-12-30", "2026-12"],
    ["2027-01-12", "2026-12"],
  ])("answered on %s it is given in %s: a forecast is for its month's year", (today, month) => {
    expect(check({ forecast: "yes" }, today).given?.given).toBe(month);
  });

  it("without a forecast, Ja means the plan", () => {
    expect(check({ forecast: "yes" }, "2026-11-19", null).given?.year).toBe(38);
  });
});
