import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readPlan } from "../../../src/revise/revise.ts";
import { SAMPLE_FOLDER } from "../../helpers/sample-plan.ts";
import { csvFiles, placesOf, rowXml, SHEETS, sheetsWith, spoilt, utf8, workbook } from "./a-plan-file.ts";

const CELLS = (...cells: string[]) => `<row>${cells.join("")}</row>`;
const TEXT = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const problemsOf = (file: { name: string; bytes: Uint8Array }) => {
  const read = readPlan([file]);
  return read.ok ? [] : read.errors.map(({ problem }) => problem);
};

describe("a workbook says the same as the folder", () => {
  it("for the small plan", () => {
    expect(readPlan([workbook(SHEETS)])).toEqual(readPlan(csvFiles(SHEETS)));
  });

  it("for the sample plan, with numbers as numbers and dates as dates", () => {
    const folder = readdirSync(SAMPLE_FOLDER).map((name) => ({ name, bytes: readFileSync(join(SAMPLE_FOLDER, name)) }));
    const fromBook = readPlan([{ name: "plan.xlsx", bytes: readFileSync(`${SAMPLE_FOLDER}.xlsx`) }]);
    expect(fromBook.ok).toBe(true);
    expect(fromBook).toEqual(readPlan(folder));
  });
});

describe("cells of a workbook", () => {
  /** The first milestone, from one row of raw cells. */
  function milestone(...cells: string[]) {
    const rows = rowXml("åtgärd;milstolpe;datum;klar", 0) + CELLS(...cells);
    const read = readPlan([workbook(SHEETS, { Milstolpar: rows })]);
    return read.ok ? { ...read.facts.milestones[0], warnings: placesOf(read.warnings) } : placesOf(read.errors);
  }

  it.each<[string, string, unknown]>([
    ["a date in a style of its own", '<c s="1"><v>46023</v></c>', { date: "2026-01-01" }],
    ["a date in a built-in style", '<c s="2"><v>46023.75</v></c>', { date: "2026-01-01" }],
    ["a date as text", TEXT("2026-01-01"), { date: "2026-01-01" }],
    ["an ISO date cell", '<c t="d"><v>2026-01-01T00:00:00Z</v></c>', { date: "2026-01-01" }],
    [
      "a calculated date",
      '<c s="1"><f>TODAY()</f><v>46023</v></c>',
      { date: "2026-01-01", warnings: ["Milstolpar – – –"] },
    ],
    ["a number that is no date", "<c><v>46023</v></c>", ["Milstolpar 2 datum 46023"]],
    ["a formula never calculated", '<c s="1"><f>TODAY()</f></c>', ["Milstolpar 2 datum ="]],
    ["a share of a hundred", '<c s="3"><v>0.05</v></c>', ["Milstolpar 2 datum 5 %"]],
    ["an error", '<c t="e"><f>[1]Blad!A1</f><v>#REF!</v></c>', ["Milstolpar 2 datum #REF!"]],
  ])("%s", (_, cell, expected) => {
    const read = milestone(TEXT("A1"), TEXT("Mål"), cell);
    if (Array.isArray(expected)) expect(read).toEqual(expected);
    else expect(read).toMatchObject(expected as object);
  });

  it.each<[string, string, string]>([
    ["entities", TEXT("a &lt;b&gt; &amp; &#229; &#xE4;"), "a <b> & å ä"],
    [
      "rich text without its phonetic hints",
      '<c t="inlineStr"><is><r><t>Mål </t></r><rPh sb="0"><t>x</t></rPh><r><t>ett</t></r></is></c>',
      "Mål ett",
    ],
    ["CDATA and comments", '<c t="inlineStr"><is><t><!-- a > b --><![CDATA[<Mål>]]></t></is></c>', "<Mål>"],
    ["Excel's escapes", TEXT("_x005F_x0041_ _x000A_rad"), "_x0041_ \nrad"],
    ["the text of a formula", '<c t="str"><f>A1&amp;"x"</f><v>Mål</v></c>', "Mål"],
    ["a number as a name", "<c><v>7</v></c>", "7"],
  ])("%s", (_, cell, name) => {
    expect(milestone(TEXT("A1"), cell, TEXT("2026-01-01"))).toMatchObject({ name });
  });

  it("reads shared texts, prefixed elements and cells that name their place", () => {
    const shared = {
      "xl/sharedStrings.xml":
        "<x:sst><x:si><x:t>A1</x:t></x:si><x:si><x:r><x:t>M</x:t></x:r><x:r><x:t>ål</x:t></x:r></x:si></x:sst>",
    };
    const rows = `${rowXml("åtgärd;milstolpe;datum;klar", 0)}<x:row r="7"><x:c r="C7" t="inlineStr"><x:is><x:t>2026-01-01</x:t></x:is></x:c><x:c r="A7" t="s"><x:v>0</x:v></x:c><x:c r="B7" t="s"><x:v>1</x:v></x:c></x:row>`;
    const read = readPlan([workbook(SHEETS, { Milstolpar: rows }, shared)]);
    expect(read.ok && read.facts.milestones).toEqual([{ measure: "A1", name: "Mål", date: "2026-01-01", done: null }]);
  });

  it("counts rows as Excel does", () => {
    const rows = `${rowXml("åtgärd;milstolpe;datum;klar", 0)}<row r="40"><c r="A40" t="inlineStr"><is><t>A9</t></is></c><c r="B40"><v>1</v></c><c r="C40" s="1"><v>46023</v></c></row>`;
    const read = readPlan([workbook(SHEETS, { Milstolpar: rows })]);
    expect(read.ok ? [] : placesOf(read.errors)).toEqual(["Milstolpar 40 åtgärd A9"]);
  });

  it("counts from 1904 where the workbook does", () => {
    const book = '<workbook xmlns:r="x"><workbookPr date1904="1"/><sheets>';
    const file = workbook(sheetsWith({ Milstolpar: null }));
    const days = 44_561;
    const withBook = workbook(
      SHEETS,
      {
        Milstolpar:
          rowXml("åtgärd;milstolpe;datum;klar", 0) + CELLS(TEXT("A1"), TEXT("M"), `<c s="1"><v>${days}</v></c>`),
      },
      {
        "xl/workbook.xml": `${book}${Object.keys(SHEETS)
          .map((name, index) => `<sheet name="${name}" r:id="rId${index + 1}"/>`)
          .join("")}</sheets></workbook>`,
      },
    );
    expect(readPlan([file]).ok).toBe(true);
    const read = readPlan([withBook]);
    expect(read.ok && read.facts.milestones[0]?.date).toBe("2026-01-01");
  });
});

describe("a file that means harm, or is something else, is refused in one sentence", () => {
  const packed = (parts: Record<string, string>) => ({
    name: "plan.xlsx",
    bytes: zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, utf8(text)]))),
  });

  /** The archive with the size that it says one part has, changed. */
  function withDeclaredSize(bytes: Uint8Array, part: string, size: number): Uint8Array {
    const changed = bytes.slice();
    const view = new DataView(changed.buffer);
    for (let at = 0; at < changed.length - 46; at++) {
      if (view.getUint32(at, true) !== 0x02014b50) continue;
      const name = new TextDecoder().decode(changed.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
      if (name === part) view.setUint32(at + 24, size, true);
    }
    return changed;
  }

  const plain = workbook(SHEETS);
  const zeros = new Uint8Array(30 * 1024 * 1024);
  const bomb = zipSync({ "[Content_Types].xml": utf8("<Types/>"), "xl/workbook.xml": zeros }, { level: 9 });

  it.each<[string, { name: string; bytes: Uint8Array }, string]>([
    ["the name of a macro file", { name: "plan.XLSM", bytes: plain.bytes }, "makron"],
    ["macros under another name", workbook(SHEETS, {}, { "xl/vbaProject.bin": "x" }), "makron"],
    [
      "a macro content type",
      workbook(
        SHEETS,
        {},
        { "[Content_Types].xml": '<Types ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>' },
      ),
      "makron",
    ],
    [
      "an old or encrypted workbook",
      { name: "plan.xlsx", bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]) },
      "äldre",
    ],
    ["no workbook at all", { name: "plan.xlsx", bytes: utf8("%PDF-1.7") }, "ingen arbetsbok"],
    ["another zip", packed({ "word/document.xml": "<x/>" }), "ingen arbetsbok"],
    ["an empty file", { name: "plan.xlsx", bytes: new Uint8Array() }, "ingen arbetsbok"],
    ["half a file", { name: "plan.xlsx", bytes: plain.bytes.slice(0, 900) }, "skadad"],
    ["a bomb that says so", { name: "plan.xlsx", bytes: bomb }, "orimligt stor"],
    ["a bomb that lies", { name: "plan.xlsx", bytes: withDeclaredSize(bomb, "xl/workbook.xml", 100) }, "orimligt stor"],
    [
      "a size that is not true",
      { name: "plan.xlsx", bytes: withDeclaredSize(plain.bytes, "xl/worksheets/s3.xml", 10) },
      "orimligt stor",
    ],
    [
      "declared entities",
      workbook(SHEETS, {}, { "xl/workbook.xml": '<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook/>' }),
      "XML",
    ],
    ["an entity nobody declared", workbook(SHEETS, { Milstolpar: CELLS(TEXT("&xxe;")) }), "skadad"],
    ["XML that ends in the middle", workbook(SHEETS, { Milstolpar: "<row><c" }), "skadad"],
  ])("%s", (_, file, part) => expect(problemsOf(file)).toEqual([expect.stringContaining(part)]));

  it("a sheet of 200 MB is refused before it is unpacked", () => {
    const bytes = withDeclaredSize(plain.bytes, "xl/worksheets/s7.xml", 200 * 1024 * 1024);
    expect(problemsOf({ name: "plan.xlsx", bytes })).toEqual([expect.stringContaining("orimligt stor")]);
  });

  it("a sheet of 160 MB is refused by name, and the rest of the file is read for its faults", () => {
    const noise = Array.from({ length: 200_000 }, (_, index) => Math.sin(index).toString(36).slice(3)).join(" ");
    const file = workbook(spoilt("Effekt", 2, "A9;2026-01;;;"), { Milstolpar: CELLS(TEXT(noise)) });
    const part = `xl/worksheets/s${Object.keys(SHEETS).indexOf("Milstolpar") + 1}.xml`;
    const bytes = withDeclaredSize(file.bytes, part, 160 * 1024 * 1024);
    const read = readPlan([{ name: "plan.xlsx", bytes }]);
    expect(read.ok ? [] : placesOf(read.errors)).toEqual(["Effekt 2 åtgärd A9", "Milstolpar – – –"]);
  });

  it("a CSV file of 60 MB is refused before it is read", () => {
    const large = { name: "Milstolpar.csv", bytes: new Uint8Array(61 * 1024 * 1024) };
    const read = readPlan([...csvFiles(sheetsWith({ Milstolpar: null })), large]);
    expect(read.ok ? [] : placesOf(read.errors)).toEqual(["Milstolpar – – –"]);
  });

  it("does not make a row long because of one cell far away", () => {
    const rows = `${rowXml("åtgärd;milstolpe;datum;klar", 0)}<row r="2"><c r="XFD2"><v>1</v></c></row>`;
    const read = readPlan([workbook(SHEETS, { Milstolpar: rows })]);
    expect(read.ok && read.facts.milestones).toEqual([]);
  });
});
