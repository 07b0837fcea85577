import { describe, expect, it } from "vitest";
import type { Cell } from "../../../src/revise/cell.ts";
import { type Column, may } from "../../../src/revise/column.ts";
import { amount, amountFromZero, decimalText, number } from "../../../src/revise/number-kinds.ts";
import { bare, guardedForCsv, guardedForWorkbook, unguarded } from "../../../src/revise/text.ts";
import { email, list, listed, nearestOf, plainId, text, word, yesNo } from "../../../src/revise/text-kinds.ts";
import { date, moment, month, period, week } from "../../../src/revise/time-kinds.ts";
import { STATE_WORDS } from "../../../src/revise/vocabulary.ts";

/** The value, or the fault's code. */
function readAs(kind: Parameters<typeof may>[1], cell: Cell): unknown {
  const read = (may("kolumn", kind) as Column<unknown>).read(cell);
  return "value" in read ? read.value : read.fault.is;
}

describe("an amount in mkr becomes kronor", () => {
  it.each<[Cell, unknown]>([
    ["12,5", 12_500_000],
    ["12.5", 12_500_000],
    ["0,0", 0],
    ["0", 0],
    [12.5, 12_500_000],
    ["-1,5", -1_500_000],
    ["\u22121,5", -1_500_000],
    ["+2", 2_000_000],
    ["1,631", 1_631_000],
    ["1631", 1_631_000_000],
    ["1 234,5", 1_234_500_000],
    ["1\u00a0234,5", 1_234_500_000],
    ["12,5 mkr", 12_500_000],
    ["12,5 Mnkr", 12_500_000],
    ["\u00a012,5\u00a0", 12_500_000],
    ["", null],
    [" \u00a0", null],
    [null, null],
    ["1.631", "ambiguousNumber"],
    ["10.000", "ambiguousNumber"],
    ["-1.631", "ambiguousNumber"],
    ["1.631 mkr", "ambiguousNumber"],
    ["12,5 tkr", "unitInCell"],
    ["12,5 kr", "unitInCell"],
    ["12 %", "unitInCell"],
    ["1.234.567", "notNumber"],
    ["1,234.5", "notNumber"],
    ["12,5,1", "notNumber"],
    ["1e3", "notNumber"],
    ["0x10", "notNumber"],
    ["ej beräknad", "notNumber"],
    ["-", "notNumber"],
    ["∞", "notNumber"],
    [true, "notNumber"],
    [{ date: "2026-10-01" as never }, "notNumber"],
    ["9999999999999", "numberTooLarge"],
    [{ broken: "error", text: "#REF!" }, "cellError"],
    [{ broken: "uncalculated", text: "=" }, "uncalculated"],
  ])("%j → %j", (cell, expected) => expect(readAs(amount, cell)).toEqual(expected));

  it("asks for 1631 or 1,631 when it may be either", () => {
    expect(amount.read("1.631")).toEqual({ fault: { is: "ambiguousNumber", grouped: "1631", decimal: "1,631" } });
  });

  it.each([
    ["1 500 tkr", "1,5"],
    ["12 500 000 kr", "12,5"],
    ["3 EUR", null],
  ])("%s: says the same amount in mkr where it can (%s)", (cell, instead) => {
    expect(amount.read(cell)).toMatchObject({ fault: { is: "unitInCell", instead } });
  });

  it.each<[Cell, unknown]>([
    ["-0,1", "negative"],
    [-1, "negative"],
    ["0", 0],
    ["-0", 0],
  ])("potential, beslutad and planerad are not below zero: %j → %j", (cell, expected) => {
    expect(readAs(amountFromZero, cell)).toEqual(expected);
  });
});

describe("a number", () => {
  it.each<[Cell, unknown]>([
    ["47,7", 47.7],
    [47.699999999999996, 47.7],
    ["5,0 mkr", "unitInCell"],
    ["5,0 %", "unitInCell"],
    ["10.000", "ambiguousNumber"],
    ["10.00", 10],
  ])("%j → %j", (cell, expected) => expect(readAs(number, cell)).toEqual(expected));

  it.each([
    [12.5, 1, "12,5"],
    [12, 1, "12,0"],
    [12, 0, "12"],
    [0.000001, 0, "0,000001"],
    [-0.45, 1, "-0,45"],
    [1234.5, 1, "1234,5"],
  ])("%d is written %s decimals at least: %s", (value, decimals, written) => {
    expect(decimalText(value, decimals)).toBe(written);
  });
});

describe("dates, months and weeks", () => {
  it.each<[string, typeof date, Cell, unknown]>([
    ["date", date, "2026-10-31", "2026-10-31"],
    ["date", date, { date: "2026-10-31" as never }, "2026-10-31"],
    ["date", date, "2026-02-29", "notDate"],
    ["date", date, "31/10 2026", "notDate"],
    ["date", date, 46023, "notDate"],
  ])("%s %#: %j", (_, kind, cell, expected) => expect(readAs(kind, cell)).toEqual(expected));

  it.each<[Cell, unknown]>([
    ["2026-10", "2026-10"],
    [{ date: "2026-10-01" as never }, "2026-10"],
    ["2026-13", "notMonth"],
    ["oktober", "notMonth"],
  ])("month %j → %j", (cell, expected) => expect(readAs(month, cell)).toEqual(expected));

  it.each<[Cell, unknown]>([
    ["2026-W46", "2026-W46"],
    ["2026-w46", "2026-W46"],
    ["v. 46 2026", "2026-W46"],
    ["v.46 2026", "2026-W46"],
    ["v 6 2026", "2026-W06"],
    ["vecka 46 2026", "2026-W46"],
    ["V. 46\u00a02026", "2026-W46"],
    ["2026-W53", "2026-W53"],
    ["2025-W53", "noSuchWeek"],
    ["v. 53 2027", "noSuchWeek"],
    ["2026-W00", "noSuchWeek"],
    ["v. 46", "notWeek"],
    ["46", "notWeek"],
    ["2026-10", "notWeek"],
    [{ date: "2026-11-09" as never }, "notWeek"],
  ])("week %j → %j", (cell, expected) => expect(readAs(week, cell)).toEqual(expected));

  it.each<[Cell, unknown]>([
    ["2026-W46", "2026-W46"],
    ["2026-10", "2026-10"],
    ["2026", "notPeriod"],
  ])("period %j → %j", (cell, expected) => expect(readAs(period, cell)).toEqual(expected));

  it.each<[Cell, unknown]>([
    ["2026-09-04T10:09:00+02:00", Date.UTC(2026, 8, 4, 8, 9)],
    ["2026-09-04T08:09:00Z", Date.UTC(2026, 8, 4, 8, 9)],
    ["2026-09-04T10:09:00", "notInstant"],
    ["2026-09-04", "notInstant"],
    ["igår", "notInstant"],
  ])("moment %j → %j", (cell, expected) => expect(readAs(moment, cell)).toEqual(expected));

  it.each<[typeof date, Cell, string | null]>([
    [date, "20261031", "2026-10-31"],
    [date, "31.10.2026", "2026-10-31"],
    [date, "2026-10-31 00:00:00", "2026-10-31"],
    [month as never, "okt-26", "2026-10"],
    [month as never, "oktober 2026", "2026-10"],
    [month as never, "2026-10-15", "2026-10"],
    [month as never, "10/2026", "2026-10"],
    [month as never, "2026-13", null],
    [week as never, "2026-11-09", "2026-W46"],
    [moment as never, "2026-09-04 10:09", "2026-09-04T10:09:00+02:00"],
  ])("%#: %j is met with what was likely meant: %s", (kind, cell, instead) => {
    expect(kind.read(cell)).toMatchObject({ fault: { instead } });
  });
});

describe("words and text", () => {
  it.each<[Cell, unknown]>([
    ["Enligt plan", "on_track"],
    ["enligt  PLAN ", "on_track"],
    ["Enligt\u00a0plan", "on_track"],
    ["A\u030atertagen", "reverted"],
    ["Grön", "unknownWord"],
    ["on_track", "unknownWord"],
  ])("läge %j → %j", (cell, expected) => expect(readAs(word(STATE_WORDS), cell)).toEqual(expected));

  it.each([
    ["Enligt plann", "Enligt plan"],
    ["Kritiskt", "Kritisk"],
    ["Ordinarie", "Ordinarie drift"],
    ["xyz", null],
    ["", null],
  ])("%j: nearest is %j", (written, nearest) => expect(nearestOf(written, Object.keys(STATE_WORDS))).toBe(nearest));

  it.each<[Cell, unknown]>([
    ["ja", true],
    ["Nej", false],
    [true, true],
    ["kanske", "unknownWord"],
  ])("ja/nej %j → %j", (cell, expected) => expect(readAs(yesNo, cell)).toEqual(expected));

  it.each<[Cell, unknown]>([
    ["a|b", ["a", "b"]],
    [" a | |b\u00a0|", ["a", "b"]],
    ["", null],
  ])("list %j → %j", (cell, expected) => expect(readAs(list(listed), cell)).toEqual(expected));

  it.each<[Cell, unknown]>([
    [" \u200bText\u00a0", "Text"],
    ["rad 1\r\nrad 2", "rad 1\nrad 2"],
    [101, "101"],
    [{ date: "2026-10-31" as never }, "2026-10-31"],
    ["a\u0000b", "unreadableCharacter"],
    ["Sk\ufffdne", "unreadableCharacter"],
    ["\ud800", "unreadableCharacter"],
    ["x".repeat(32_767), "x".repeat(32_767)],
    ["x".repeat(32_768), "tooLong"],
  ])("text %#", (cell, expected) => expect(readAs(text, cell)).toEqual(expected));

  it("keeps addresses in lower case, ids on one line and without |", () => {
    expect(readAs(email, " Eva.Ek@Region.Example ")).toBe("eva.ek@region.example");
    expect(readAs(plainId, "Å\u00a01")).toBe("Å 1");
    expect(readAs(plainId, "A|B")).toBe("barInId");
  });
});

describe("text that a spreadsheet would run", () => {
  const harmful = ["=1+1", "+46", "-lista", "@SUM(A1)", "'=x", "''=x", "=cmd|' /C calc'!A0"];

  it.each(harmful)("%s is written so that it does not run, and comes back", (value) => {
    expect(guardedForCsv(value)).toMatch(/^'/);
    expect(unguarded(guardedForCsv(value))).toBe(value);
    expect(unguarded(guardedForWorkbook(value))).toBe(value);
  });

  it.each(["O'Hara", "'citat'", "’=", "text"])("%s is left alone", (value) => {
    expect(guardedForCsv(value)).toBe(value);
    expect(unguarded(bare(value))).toBe(value);
  });
});
