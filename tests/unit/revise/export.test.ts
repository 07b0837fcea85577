import * as fc from "fast-check";
import readXlsxFile from "read-excel-file/universal";
import { describe, expect, it } from "vitest";
import { createBook } from "../../../src/plan/book.ts";
import type { Email, OrgId, Plan } from "../../../src/plan/plan.ts";
import { viewerOf } from "../../../src/plan/rights.ts";
import { exportPlan, type PlanFile, readPlan } from "../../../src/revise/revise.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";
import { csvFiles, SHEETS, sheetsWith } from "./a-plan-file.ts";
import { anyPlan, NOW } from "./any-plan.ts";

const whole = (form: "csv" | "xlsx") => ({ form, viewer: null, scope: null });

function planOf(files: readonly PlanFile[]) {
  const read = readPlan(files);
  if (!read.ok) throw new Error(JSON.stringify(read.errors, null, 1));
  const { facts, lines, forecasts, support } = read;
  return { facts, lines, forecasts, support };
}

function contentOf({ facts, book }: Plan) {
  return { facts, lines: book.lines, forecasts: book.forecasts, support: book.support };
}

function aPlan(sheets = SHEETS): Plan {
  const { facts, ...rows } = planOf(csvFiles(sheets));
  return { version: 1, facts, book: createBook(rows), now: NOW };
}

const textOf = (files: readonly PlanFile[], name: string) =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(files.find((file) => file.name === name)?.bytes);

describe("export → wipe → import gives an identical plan", () => {
  it.each(["csv", "xlsx"] as const)("the sample plan as %s", async (form) => {
    const plan = samplePlan();
    expect(planOf(await exportPlan(plan, whole(form)))).toEqual(contentOf(plan));
  });

  it.each([
    ["csv", 60],
    ["xlsx", 15],
  ] as const)("any plan as %s", async (form, numRuns) => {
    await fc.assert(
      fc.asyncProperty(anyPlan, async (plan) => {
        expect(planOf(await exportPlan(plan, whole(form)))).toEqual(contentOf(plan));
      }),
      { numRuns },
    );
  });
});

describe("the folder of CSV files", () => {
  it("is what Excel in Swedish opens right: BOM, semicolons, decimal commas, dates and offsets", async () => {
    const files = await exportPlan(aPlan(), whole("csv"));
    expect(files.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Plan.csv", "Åtgärder.csv", "Rapporter.csv", "Stöd.csv", "Prognos.csv"]),
    );
    expect(textOf(files, "Effekt.csv")).toBe(
      "\ufeffåtgärd;månad;planerad;realiserad;verifierad\r\nA1;2026-01;0,7;0,6;ja\r\nA1;2026-02;0,7;;nej\r\n",
    );
    expect(textOf(files, "Rapporter.csv")).toContain(";2026-11-13T10:00:00+01:00;ett@plan.example;;kort\r\n");
  });

  it("holds nothing that a spreadsheet would run", async () => {
    const plan = aPlan(
      sheetsWith({
        Milstolpar: [
          "åtgärd;milstolpe;datum",
          "A1;=HYPERLINK(1);2026-01-01",
          "A1;-2+3;2026-01-02",
          "A1;@SUM(A1);2026-01-03",
        ],
      }),
    );
    const files = await exportPlan(plan, whole("csv"));
    for (const { name } of files) expect(textOf(files, name)).not.toMatch(/(^|[;\n"])[=+@]|(^|[;\n"])-\D/);
    expect(planOf(files).facts.milestones).toEqual(plan.facts.milestones);
  });

  it("leaves out what was reported after `now`, and what no longer has a measure", async () => {
    const plan = aPlan();
    const [line] = plan.book.lines;
    if (!line) throw new Error("no line");
    const later = { ...line, reportedAt: (NOW + 1) as typeof NOW };
    const orphan = { ...line, measure: "A9" as typeof line.measure };
    const files = await exportPlan({ ...plan, book: createBook({ lines: [line, later, orphan] }) }, whole("csv"));
    expect(planOf(files).lines).toEqual([line]);
  });

  it("can be read again whatever was written in chat", async () => {
    const plan = aPlan();
    const [line] = plan.book.lines;
    if (!line) throw new Error("no line");
    const odd = { ...line, comment: " a\u0000b\ufffd \ud800 ", nextStep: "\u0007" };
    for (const form of ["csv", "xlsx"] as const) {
      const [read] = planOf(await exportPlan({ ...plan, book: createBook({ lines: [odd] }) }, whole(form))).lines;
      expect(read).toEqual({ ...line, comment: "ab", nextStep: null });
    }
  });
});

describe("the workbook", () => {
  it("has numbers as numbers, dates as dates and one sheet per table, to another reader too", async () => {
    const [file] = await exportPlan(aPlan(), whole("xlsx"));
    const bytes = file?.bytes ?? new Uint8Array();
    const sheets = await readXlsxFile(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
    );
    const rowsOf = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data;
    expect(rowsOf("Effekt")?.[1]).toEqual(["A1", "2026-01", 0.7, 0.6, "ja"]);
    expect(rowsOf("Milstolpar")?.[1]).toEqual(["A1", "Avtalen uppsagda", new Date("2026-06-30T00:00:00Z"), null]);
    expect(sheets).toHaveLength(19);
  });
});

describe("what a person may take out", () => {
  const plan = aPlan(
    sheetsWith({
      Rapporter: [
        ...(SHEETS.Rapporter ?? []),
        "E2;A1;2026-W46;Kritisk;annat;Nästa;;;;Hemligt;2026-11-13T10:00:00+01:00;tva@plan.example;;",
      ],
    }),
  );
  const exportFor = async (email: string, scope: string | null) => {
    const files = await exportPlan(plan, {
      form: "csv",
      viewer: viewerOf(plan.facts, email),
      scope: scope as OrgId | null,
    });
    return (name: string) => textOf(files, `${name}.csv`);
  };

  it("is everything for the planägare, so that it can be imported again", async () => {
    const files = await exportPlan(plan, {
      form: "csv",
      viewer: viewerOf(plan.facts, "agare@plan.example"),
      scope: null,
    });
    expect(planOf(files)).toEqual(contentOf(plan));
  });

  it("is the own unit for a linjechef: nothing of others' comments, names and undecided measures", async () => {
    const sheet = await exportFor("ett@plan.example", "E1");
    expect(sheet("Åtgärder")).toContain("A1;");
    expect(sheet("Åtgärder")).not.toContain("A3;");
    expect(sheet("Rapporter")).toContain("E1;A1");
    expect(sheet("Rapporter")).not.toMatch(/Hemligt|E2;/);
    expect(sheet("Organisation")).not.toContain("E2;");
    expect(sheet("Personer")).toContain("ett@plan.example");
    expect(sheet("Personer")).not.toContain("tva@plan.example");
  });

  it("holds no other person's name or comment for a läsare", async () => {
    const reader = {
      email: "las@plan.example" as Email,
      lang: "sv" as const,
      roles: [{ role: "reader" as const, org: "R" as OrgId }],
      channel: false,
    };
    const files = await exportPlan(plan, { form: "csv", viewer: reader, scope: null });
    expect(files.map(({ name }) => textOf(files, name)).join("\n")).not.toMatch(/@plan\.example|Hemligt|S-1;/);
    expect(textOf(files, "Rapporter.csv")).toContain("E2;A1;2026-W46;Kritisk;annat;;");
  });
});
