import * as fc from "fast-check";
import { expect, it } from "vitest";
import { readPlan } from "../../../src/revise/revise.ts";
import { SHEET_KEYS, SHEETS as SPECS } from "../../../src/revise/sheets.ts";
import { csvFiles, SHEETS, utf8, workbook } from "./a-plan-file.ts";

const sheetName = fc.constantFrom("Plan", ...SHEET_KEYS.map((key) => SPECS[key].name));
const anyText = fc.string({ unit: "binary", maxLength: 30 });
const likelyCell = fc.oneof(
  anyText,
  fc.constantFrom(
    "A1",
    "E1",
    "R",
    "2026-10",
    "2026-W53",
    "v. 46 2026",
    "12,5",
    "1.631",
    "ja",
    "Enligt plan",
    "",
    "=1+1",
    '"',
    "|",
  ),
);
const line = fc.array(likelyCell, { maxLength: 16 }).map((cells) => cells.join(";"));

/** Whatever comes, there is an answer, and one that helps: a plan, or at least one error. */
function expectAnswer(files: { name: string; bytes: Uint8Array }[]): void {
  const read = readPlan(files);
  if (!read.ok) expect(read.errors.length).toBeGreaterThan(0);
  for (const issue of read.ok ? read.warnings : read.errors) {
    expect(issue.problem).not.toContain("undefined");
    expect(issue.fix).toMatch(/\S/);
  }
}

it("never throws on any bytes", () => {
  const name = fc.oneof(fc.constantFrom("plan.xlsx", "Plan.csv", "Åtgärder.csv", "x.xls"), anyText);
  const file = fc.record({ name, bytes: fc.uint8Array({ maxLength: 300 }) });
  fc.assert(fc.property(fc.array(file, { maxLength: 3 }), expectAnswer), { numRuns: 200 });
});

it("never throws on any table", () => {
  const broken = fc.record({ sheet: sheetName, lines: fc.array(line, { maxLength: 6 }), keepHeader: fc.boolean() });
  fc.assert(
    fc.property(fc.array(broken, { minLength: 1, maxLength: 3 }), (sheets) => {
      const changed = Object.fromEntries(
        sheets.map(({ sheet, lines, keepHeader }) => [
          sheet,
          keepHeader ? [SHEETS[sheet]?.[0] ?? "", ...lines] : lines,
        ]),
      );
      expectAnswer(csvFiles({ ...SHEETS, ...changed }));
    }),
    { numRuns: 100 },
  );
});

it("never throws on a workbook that is damaged anywhere", () => {
  const { bytes } = workbook(SHEETS);
  const damage = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(damage, (places) => {
      const changed = bytes.slice();
      for (const [at, byte] of places) changed[at] = byte;
      expectAnswer([{ name: "plan.xlsx", bytes: changed }]);
    }),
    { numRuns: 100 },
  );
});

it("never throws on any XML in a sheet", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "<row>",
      "</row>",
      '<c r="B2" t="s">',
      "<c>",
      "</c>",
      "<v>",
      "</v>",
      "<f/>",
      "<is><t>",
      "&amp;",
      "&#0;",
      "<!--",
      "-->",
      "<![CDATA[",
      '<c s="-1" t="e">',
      "9e999",
    ),
    anyText,
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      expectAnswer([
        workbook(SHEETS, { Effekt: pieces.join("") }, { "xl/sharedStrings.xml": pieces.toReversed().join("") }),
      ]);
    }),
    { numRuns: 100 },
  );
});

it("reads an empty file of each sheet as a sheet without columns", () => {
  for (const name of Object.keys(SHEETS)) {
    const files = csvFiles(SHEETS).map((file) => (file.name === `${name}.csv` ? { ...file, bytes: utf8("") } : file));
    const read = readPlan(files);
    expect(read.ok ? "" : read.errors[0]?.problem).toMatch(/Kolumnen/);
  }
});
