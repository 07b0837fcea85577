import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IsoDate } from "../../../src/lib/time.ts";
import { hasPersonalNumber } from "../../../src/plan/personal-number.ts";

const TODAY = "2026-11-19" as IsoDate;

describe("a Swedish personnummer in free text", () => {
  it.each([
    ["with dash", "850709-9805"],
    ["without dash", "8507099805"],
    ["with century", "19850709-9805"],
    ["with century, without dash", "198507099805"],
    ["over a hundred years, with plus", "121212+1212"],
    ["inside a sentence", "Gäller 850709-9805, ring."],
    ["right before a full stop", "pnr 8507099805."],
    ["with blanks", "19850709 9805"],
    ["with blank, dash, blank", "850709 - 9805"],
    ["with a no-break space", "850709\u00a09805"],
    ["with an en dash", "850709–9805"],
    ["with a zero-width space", "850709\u200b-9805"],
    ["in full-width digits", "８５０７０９-９８０５"],
    ["with the date in parts", "1985-07-09-9805"],
    ["samordningsnummer (day + 60)", "701063-2391"],
    ["samordningsnummer with century", "19701063-2391"],
    ["after another number", "12 850709-9805"],
  ])("%s is found", (_what, text) => {
    expect(hasPersonalNumber(text, TODAY)).toBe(true);
  });

  it.each([
    ["wrong check digit", "850709-9806"],
    ["no such month", "851309-9805"],
    ["no such day", "850732-9805"],
    ["a day that is neither (60)", "850760-9805"],
    ["a birth date to come", "20270101-0006"],
    ["a telephone number", "0701-23 45 67"],
    ["a date", "2026-11-30"],
    ["a registry number", "HSN 2026/0123-4"],
    ["part of a longer number", "985070998051"],
    ["an amount", "12,5 mkr av 145,0"],
    ["nothing", ""],
  ])("%s is none", (_what, text) => {
    expect(hasPersonalNumber(text, TODAY)).toBe(false);
  });

  it("is found for every birth date and serial, wherever it stands", () => {
    const birth = fc.date({ min: new Date("1926-11-20"), max: new Date("2026-11-18"), noInvalidDate: true });
    const serial = fc.integer({ min: 1, max: 999 });
    fc.assert(
      fc.property(birth, serial, fc.boolean(), fc.constantFrom("", "-", " "), (date, number, full, dash) => {
        const eight = date.toISOString().slice(0, 10).replaceAll("-", "");
        const nine = `${eight.slice(2)}${String(number).padStart(3, "0")}`;
        const text = `${full ? eight : eight.slice(2)}${dash}${nine.slice(6)}${checkDigit(nine)}`;
        expect(hasPersonalNumber(`Se ${text} för mer.`, TODAY)).toBe(true);
      }),
    );
  });
});

/** Luhn, written the other way round from the product's. */
function checkDigit(nine: string): number {
  const sum = [...nine].reduce((total, digit, index) => {
    const weighed = String(Number(digit) * (2 - (index % 2)));
    return total + [...weighed].reduce((part, each) => part + Number(each), 0);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
