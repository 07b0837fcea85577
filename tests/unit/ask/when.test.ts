import { describe, expect, it } from "vitest";
import { readAmounts } from "../../../src/ask/grammar/amounts.ts";
import { tokenise } from "../../../src/ask/text/tokens.ts";
import { readWhens } from "../../../src/ask/when/read-when.ts";
import type { Moment } from "../../../src/ask/when/when.ts";

const moment = { today: "2026-11-23", week: "2026-W48", through: "2026-10" } as Moment;
const whens = (text: string) => readWhens(tokenise(text), moment).map((span) => span.when);
const months = (from: string, to = from) => ({ is: "months", from, to });
const weeks = (from: string, to = from, said = "named") => ({ is: "weeks", from, to, said });

describe("times as people say them, on Monday 23 November 2026", () => {
  it.each([
    ["i september", months("2026-09")],
    ["okt 2025", months("2025-10")],
    ["2026-08", months("2026-08")],
    ["mars–maj", months("2026-03", "2026-05")],
    ["mellan mars och maj", months("2026-03", "2026-05")],
    ["januari till juni", months("2026-01", "2026-06")],
    ["t.o.m. oktober", { is: "through", month: "2026-10" }],
    ["till och med augusti", { is: "through", month: "2026-08" }],
    ["through September", { is: "through", month: "2026-09" }],
    ["vid delåret i augusti", { is: "through", month: "2026-08" }],
    ["delår april", { is: "through", month: "2026-04" }],
    ["vid halvårsskiftet", { is: "through", month: "2026-06" }],
    ["T2", months("2026-05", "2026-08")],
    ["andra tertialet", months("2026-05", "2026-08")],
    ["nov till feb", months("2025-11", "2026-02")],
    ["från november 2025 till och med februari 2026", months("2025-11", "2026-02")],
    ["november 2025 t.o.m. februari", months("2025-11", "2026-02")],
    ["mellan maj 2026 och augusti 2026", months("2026-05", "2026-08")],
    ["Q4 2025", months("2025-10", "2025-12")],
    ["kvartal 3", months("2026-07", "2026-09")],
    ["första halvåret", months("2026-01", "2026-06")],
    ["i år", { is: "year", year: 2026 }],
    ["förra året", { is: "year", year: 2025 }],
    ["i fjol", { is: "year", year: 2025 }],
    ["nästa år", { is: "year", year: 2027 }],
    ["2027", { is: "year", year: 2027 }],
    ["hittills i år", { is: "to_date" }],
    ["so far", { is: "to_date" }],
    ["v 47", weeks("2026-W47")],
    ["v.47", weeks("2026-W47")],
    ["vecka 47", weeks("2026-W47")],
    ["v47 2025", weeks("2025-W47")],
    ["2026-W46", weeks("2026-W46")],
    ["v 53", weeks("2026-W53")],
    ["v 2", weeks("2027-W02")],
    ["mellan v. 40 och v. 47", weeks("2026-W40", "2026-W47")],
    ["mellan vecka 46 och 47", weeks("2026-W46", "2026-W47")],
    ["veckorna 43-46", weeks("2026-W43", "2026-W46")],
    ["förra veckan", weeks("2026-W47", "2026-W47", "last")],
    ["den här veckan", weeks("2026-W48", "2026-W48", "this")],
    ["last week", weeks("2026-W47", "2026-W47", "last")],
    ["för två veckor sedan", weeks("2026-W46")],
    ["förra månaden", months("2026-10")],
    ["sedan i somras", { is: "since", date: "2026-06-01" }],
    ["i våras", months("2026-03", "2026-05")],
    ["sedan vecka 44", { is: "since", date: "2026-10-26" }],
    ["sedan juni", { is: "since", date: "2026-06-01" }],
    ["före jul", { is: "until", date: "2026-12-24" }],
    ["efter årsskiftet", { is: "since", date: "2026-01-01" }],
    ["fram till jul", { is: "until", date: "2026-12-24" }],
    ["de närmaste två veckorna", { is: "ahead", days: 14 }],
    ["next two weeks", { is: "ahead", days: 14 }],
    ["inom 14 dagar", { is: "ahead", days: 14 }],
    ["de senaste fyra veckorna", { is: "back", days: 28 }],
    ["20 november", { is: "dates", from: "2026-11-20", to: "2026-11-20" }],
    ["20/11", { is: "dates", from: "2026-11-20", to: "2026-11-20" }],
    ["1-5 december", { is: "dates", from: "2026-12-01", to: "2026-12-05" }],
    ["sedan påsk", { is: "since", date: "2026-04-05" }],
    ["före midsommar", { is: "until", date: "2026-06-19" }],
    ["midsommarveckan", { is: "weeks", from: "2026-W25", to: "2026-W25", said: "named" }],
    ["efter sommaren", { is: "since", date: "2026-09-01" }],
    ["sedan i somras", { is: "since", date: "2026-06-01" }],
    ["i går", { is: "dates", from: "2026-11-22", to: "2026-11-22" }],
  ])("%s", (text, expected) => expect(whens(text)).toEqual([expected]));

  it.each([
    ["helåret 2025", { is: "year", year: 2025 }],
    ["i år t.o.m. september", { is: "through", month: "2026-09" }],
  ])("%s is one time, said twice", (text, expected) => expect(whens(text)).toEqual([expected, expected]));

  it.each(["var är vi", "may I ask", "hur går det", "v 54", "31 februari", "den första åtgärden"])(
    "%s names no time",
    (text) => expect(whens(text).filter((when) => when.is !== "months")).toEqual([]),
  );
});

describe("amounts", () => {
  const amounts = (text: string) =>
    readAmounts(tokenise(text), []).map(({ value, unit, ambiguous }) => ({ value, unit, ambiguous }));
  it.each([
    ["200 miljoner", 200, "mkr"],
    ["12,5 mkr", 12.5, "mkr"],
    ["12.5 mnkr", 12.5, "mkr"],
    ["145mkr", 145, "mkr"],
    ["50 tkr", 0.05, "mkr"],
    ["1,2 miljarder kronor", 1200, "mkr"],
    ["80 procent", 80, "%"],
    ["tre", 3, null],
    ["tjugofem", 25, null],
  ])("%s", (text, value, unit) =>
    expect(amounts(text)).toEqual([{ value: expect.closeTo(value), unit, ambiguous: false }]),
  );

  it("a dot before three digits could be two things", () =>
    expect(amounts("1.631 mkr")).toMatchObject([{ ambiguous: true }]));
});
