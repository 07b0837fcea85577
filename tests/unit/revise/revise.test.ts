import { beforeEach, describe, expect, it } from "vitest";
import type { Instant } from "../../../src/lib/time.ts";
import { createBook } from "../../../src/plan/book.ts";
import type { PlanFacts } from "../../../src/plan/plan.ts";
import {
  exportPlan,
  type InForce,
  type PlanFile,
  type Receipt,
  type ReviseDeps,
  receiptText,
  revise,
  type VersionMeta,
} from "../../../src/revise/revise.ts";
import { csvFiles, SHEETS, type Sheets, sheetsWith, spoilt, workbook } from "./a-plan-file.ts";

const NOW = Date.UTC(2026, 10, 23, 8) as Instant;
const OWNER = "agare@plan.example";

/** A store in memory, as the real one behaves: versions beside each other, collected rows only added to. */
class Shelf implements ReviseDeps {
  held: InForce | null = null;
  readonly saved: VersionMeta[] = [];
  readonly lines: unknown[] = [];
  /** Somebody else saves this just before our next save. */
  intruder: PlanFacts | null = null;

  async current() {
    return this.held;
  }

  async saveVersion(
    expected: number,
    facts: PlanFacts,
    rows: Parameters<ReviseDeps["saveVersion"]>[2],
    meta: VersionMeta,
  ) {
    if (this.intruder) this.put(this.intruder, {});
    this.intruder = null;
    const version = this.held?.version ?? 0;
    if (version !== expected) return { outcome: "moved" as const, version };
    this.put(facts, rows);
    this.saved.push(meta);
    return { outcome: "saved" as const, version: version + 1 };
  }

  /** What is set in chat: laid over the facts, so that `imported` still tells what the file said. */
  overlay(change: (facts: PlanFacts) => PlanFacts): void {
    if (this.held) this.held = { ...this.held, facts: change(this.held.facts) };
  }

  put(facts: PlanFacts, rows: Parameters<typeof createBook>[0]): void {
    const book = this.held?.book;
    this.held = {
      version: (this.held?.version ?? 0) + 1,
      facts,
      imported: facts,
      book: createBook({
        lines: [...(book?.lines ?? []), ...(rows?.lines ?? [])],
        forecasts: [...(book?.forecasts ?? []), ...(rows?.forecasts ?? [])],
        support: [...(book?.support ?? []), ...(rows?.support ?? [])],
      }),
    };
  }
}

let shelf: Shelf;
beforeEach(() => {
  shelf = new Shelf();
});

const importing = (sheets: Sheets, by = "cli:ann", dryRun = false) => revise(shelf, csvFiles(sheets), by, NOW, dryRun);
const plusColumn = (title: string) => spoilt("Milstolpar", 1, `åtgärd;milstolpe;datum;${title}`);
const accepted = (receipt: Receipt) => (receipt.ok ? receipt : expect.fail(JSON.stringify(receipt.errors)));
const exported = (): Promise<PlanFile[]> =>
  exportPlan({ ...(shelf.held as InForce), now: NOW }, { form: "csv", viewer: null, scope: null });

describe("importing", () => {
  it("stores the first plan as version 1, with its history and who did it", async () => {
    const receipt = accepted(await importing(SHEETS));
    expect(receipt).toMatchObject({
      version: 1,
      first: true,
      unchanged: false,
      changes: [],
      added: { reports: 1, forecasts: 1, support: 1 },
    });
    expect(receipt.counts).toMatchObject({ measures: 3, units: 2, orgs: 4, persons: 3 });
    expect(shelf.saved).toMatchObject([{ by: "cli:ann", at: NOW, source: "19 csv" }]);
    expect(shelf.held?.book.lines).toHaveLength(1);
  });

  it.each([
    ["the same files", () => csvFiles(SHEETS)],
    ["the same plan as a workbook", () => [workbook(SHEETS)]],
    [
      "the rows in another order",
      () => csvFiles(sheetsWith({ Effekt: (SHEETS.Effekt ?? []).toSorted().toReversed() })),
    ],
    ["the file without its history", () => csvFiles(sheetsWith({ Rapporter: null, Prognos: null, Stöd: null }))],
  ])("changes nothing the second time: %s", async (_, files) => {
    await importing(SHEETS);
    const receipt = accepted(await revise(shelf, files(), "cli:ann", NOW));
    expect(receipt).toMatchObject({ version: 1, unchanged: true, changes: [] });
    expect(shelf.saved).toHaveLength(1);
  });

  it("changes nothing when its own export comes back", async () => {
    await importing(SHEETS);
    expect(await revise(shelf, await exported(), "cli:ann", NOW)).toMatchObject({
      ok: true,
      unchanged: true,
      warnings: [],
    });
  });

  it("tells every field that is another, from → to", async () => {
    await importing(SHEETS);
    const next = spoilt(
      "Åtgärder",
      2,
      "A1;Mindre hyrpersonal;hyr|hyrstopp;E1;Bemanning;kort;10;7,25;2026-01;2026-12;Pausad;2026-11-01",
    );
    expect(accepted(await importing(next)).changes).toEqual([
      { sheet: "Åtgärder", row: "A1", field: "alias", from: "hyr", to: "hyr|hyrstopp" },
      { sheet: "Åtgärder", row: "A1", field: "beslutad", from: "8,5", to: "7,25" },
      { sheet: "Åtgärder", row: "A1", field: "läge", from: "Enligt plan", to: "Pausad" },
      { sheet: "Åtgärder", row: "A1", field: "läge sedan", from: null, to: "2026-11-01" },
    ]);
    expect(shelf.saved[1]?.changes).toHaveLength(4);
    expect(shelf.held?.version).toBe(2);
  });

  it("tells rows that have come and gone, and the header", async () => {
    await importing(SHEETS);
    const next = sheetsWith({
      Plan: ["nyckel;värde", "namn;Planen", "från;2026-01-01", "till;2027-12-31", "ekonomi t.o.m.;2026-11"],
      Milstolpar: ["åtgärd;milstolpe;datum;klar", "A2;Upphandlat;2026-09-01;"],
      Produktion: [
        "enhet;vecka;mått;utfall;plan;fjolår",
        "E1;2026-W46;besök;200;;",
        "E1;2026-W46;operationer;50;52;51",
      ],
    });
    expect(accepted(await importing(next)).changes).toEqual([
      { sheet: "Plan", row: "ekonomi t.o.m.", field: "värde", from: "2026-10", to: "2026-11" },
      { sheet: "Milstolpar", row: "A2 · Upphandlat", field: null, from: null, to: "Upphandlat" },
      { sheet: "Milstolpar", row: "A1 · Avtalen uppsagda", field: null, from: "Avtalen uppsagda", to: null },
      { sheet: "Produktion", row: "E1", field: "första mått", from: "operationer", to: "besök" },
    ]);
  });

  it("stores nothing on a dry run, and says what it would do", async () => {
    await importing(SHEETS);
    const receipt = accepted(await importing(sheetsWith({ Deltagande: ["åtgärd;enhet;andel"] }), "cli:ann", true));
    expect(receipt).toMatchObject({ version: 2, dryRun: true });
    expect(receipt.changes).toHaveLength(1);
    expect(shelf.held?.version).toBe(1);
  });

  it("stores nothing when anything is wrong", async () => {
    await importing(SHEETS);
    const receipt = await importing({ ...spoilt("Effekt", 2, "A9;2026-01;x;;") });
    expect(receipt).toMatchObject({ ok: false, refused: false });
    expect(shelf.held?.version).toBe(1);
  });

  it("compares again when somebody else has saved in between", async () => {
    await importing(SHEETS);
    const facts = (shelf.held as InForce).facts;
    shelf.intruder = { ...facts, deputies: [] };
    const receipt = accepted(await importing(sheetsWith({ Milstolpar: null })));
    expect(receipt.version).toBe(3);
    expect(receipt.changes.map(({ sheet }) => sheet)).toEqual(["Ersättare", "Milstolpar"]);
  });

  it("tells how far it has come", async () => {
    const seen: string[] = [];
    await revise(
      {
        current: () => shelf.current(),
        saveVersion: (...args) => shelf.saveVersion(...args),
        progress: ({ sheet }) => seen.push(sheet),
      },
      csvFiles(SHEETS),
      "cli:ann",
      NOW,
    );
    expect(seen).toEqual(expect.arrayContaining(["Åtgärder", "Effekt", "Rapporter"]));
  });
});

describe("who may", () => {
  it.each([
    ["the planägare", OWNER, true],
    ["a linjechef", "ett@plan.example", false],
    ["one not in the plan", "okand@plan.example", false],
    ["the command line", "cli:ann", true],
  ])("%s (%s): %s", async (_, by, may) => {
    await importing(SHEETS);
    const receipt = await revise(shelf, csvFiles(sheetsWith({ Milstolpar: null })), by, NOW);
    expect(receipt).toMatchObject(may ? { ok: true } : { ok: false, refused: true, errors: [] });
    expect(shelf.held?.version).toBe(may ? 2 : 1);
  });

  it("only the command line brings in the first plan", async () => {
    const receipt = await revise(shelf, csvFiles(SHEETS), OWNER, NOW);
    expect(receipt).toMatchObject({ ok: false, refused: true, first: true });
    expect(receiptText(receipt, "sv")).toContain("plan import");
  });
});

describe("what the bot has collected stays", () => {
  const report = (state: string, at: string, comment = "") =>
    `E1;A1;2026-W47;${state};annat;;;;;${comment};${at};ett@plan.example;;chatt`;
  const withReports = (...rows: string[]) => sheetsWith({ Rapporter: [SHEETS.Rapporter?.[0] ?? "", ...rows] });

  it.each<[string, string, number, string[]]>([
    ["the same", report("Kritisk", "2026-11-20T10:00:00+01:00"), 0, []],
    ["the same at the same moment in another zone", report("Kritisk", "2026-11-20T09:00:00Z"), 0, []],
    ["the same without sätt", report("Kritisk", "2026-11-20T10:00:00+01:00").replace("chatt", ""), 0, []],
    ["a later one: a new version", report("Pausad", "2026-11-21T10:00:00+01:00"), 1, []],
    ["an earlier one: not newer", report("Pausad", "2026-11-19T10:00:00+01:00"), 0, ["Rapporter"]],
    [
      "another at the same moment: not newer",
      report("Kritisk", "2026-11-20T10:00:00+01:00", "ändrad"),
      0,
      ["Rapporter"],
    ],
  ])("a report of the same unit, measure and week – %s", async (_, row, added, warned) => {
    await importing(withReports(report("Kritisk", "2026-11-20T10:00:00+01:00")));
    const receipt = accepted(await importing(withReports(row)));
    expect(receipt.added.reports).toBe(added);
    expect(receipt.warnings.map(({ sheet }) => sheet)).toEqual(warned);
  });

  it("takes a report twice in a file once, and two versions both", async () => {
    const [first, second] = [report("Kritisk", "2026-11-20T10:00:00Z"), report("Pausad", "2026-11-20T11:00:00Z")];
    expect(accepted(await importing(withReports(first, first, second))).added.reports).toBe(2);
  });

  it.each<[string, string[], number]>([
    ["known rows", ["A1;2026-09;8,0", "A1;2026-10;7,0"], 0],
    ["another belief", ["A1;2026-10;6,5"], 1],
    ["an older export", ["A1;2026-09;8,0"], 0],
    ["back to an earlier belief", ["A1;2026-10;7,0", "A1;2026-10;6,0", "A1;2026-10;7,0"], 2],
  ])("forecasts: %s", async (_, rows, added) => {
    await importing(sheetsWith({ Prognos: ["åtgärd;månad;årsprognos", "A1;2026-09;8,0", "A1;2026-10;7,0"] }));
    const receipt = accepted(await importing(sheetsWith({ Prognos: ["åtgärd;månad;årsprognos", ...rows] })));
    expect(receipt.added.forecasts).toBe(added);
  });

  it.each<[string, string, number]>([
    ["the same", "S-1;E1;hr;2026-11-13;2026-11-16;;", 0],
    ["contact forgotten", "S-1;E1;hr;2026-11-13;;;", 0],
    ["closed later", "S-1;E1;hr;2026-11-13;2026-11-16;2026-11-20;Klart", 1],
    ["the result in other words", "S-1;E1;hr;2026-11-13;2026-11-16;;Pågår", 1],
    ["a new one", "S-2;E2;hr;2026-11-13;;;", 1],
  ])("support: %s", async (_, row, added) => {
    const header = SHEETS.Stöd?.[0] ?? "";
    await importing(sheetsWith({ Stöd: [header, "S-1;E1;hr;2026-11-13;2026-11-16;;"] }));
    expect(accepted(await importing(sheetsWith({ Stöd: [header, row] }))).added.support).toBe(added);
  });

  it("keeps aliases, marks and deputies that were set in chat, and does not call them changes", async () => {
    await importing(SHEETS);
    shelf.overlay((facts) => ({
      ...facts,
      measures: facts.measures.map((row, index) => (index === 0 ? { ...row, aliases: ["hyr", "stoppet"] } : row)),
      prerequisites: facts.prerequisites.map((row) => ({ ...row, met: "yes" as const, date: "2026-11-10" as never })),
      deputies: [
        ...facts.deputies,
        { email: "tva@plan.example", deputy: OWNER, from: "2026-12-01", to: "2026-12-05" } as never,
      ],
    }));
    expect(accepted(await importing(SHEETS)).unchanged).toBe(true);
    expect(accepted(await revise(shelf, await exported(), "cli:ann", NOW)).unchanged).toBe(true);

    const newer = spoilt("Förutsättningar", 3, "A3;Upphandlingen är klar;beslut;;nej;2026-11-20");
    expect(accepted(await importing(newer)).changes).toEqual([
      { sheet: "Förutsättningar", row: "A3 · Upphandlingen är klar", field: "uppfylld", from: "ja", to: "nej" },
      {
        sheet: "Förutsättningar",
        row: "A3 · Upphandlingen är klar",
        field: "datum",
        from: "2026-11-10",
        to: "2026-11-20",
      },
    ]);
  });
});

describe("the receipt in words", () => {
  it("is short: counts, what changed, at most ten lines of each", async () => {
    await importing(SHEETS);
    const months = Array.from({ length: 12 }, (_, index) => `A2;2027-${String(index + 1).padStart(2, "0")};1;;`);
    const text = receiptText(await importing(sheetsWith({ Effekt: [SHEETS.Effekt?.[0] ?? "", ...months] })), "sv");
    expect(text).toContain("Klart, planen är inläst som version 2.");
    expect(text).toContain("3 åtgärder, 2 enheter och 3 personer");
    expect(text).toContain("14 ändringar:");
    expect(text.match(/^• /gm)).toHaveLength(10);
    expect(text).toContain("… och 4 till.");
  });

  it("lists ten errors and counts the whole list", async () => {
    const rows = Array.from({ length: 230 }, (_, index) => `A1;2030-${index};1;;`);
    const receipt = await importing(sheetsWith({ Effekt: [SHEETS.Effekt?.[0] ?? "", ...rows] }));
    const text = receiptText(receipt, "sv");
    expect(text.match(/^• /gm)).toHaveLength(10);
    expect(text).toMatch(/^Planen är inte inläst: 2\d\d saker behöver rättas först/);
    expect(receiptText(receipt, "en")).toMatch(/^The plan is not imported: 2\d\d things need mending first/);
  });

  it("names the cell, what it says and what to write", async () => {
    const receipt = await importing(spoilt("Effekt", 2, "A1;2026-01;1.631;;"));
    expect(receiptText(receipt, "sv").split("\n")).toEqual([
      "Planen är inte inläst: 1 sak behöver rättas först. Inget är ändrat.",
      "• Effekt rad 2, planerad ”1.631”: Punkten kan betyda både tusental och decimaler. Skriv 1631 eller 1,631, beroende på vilket du menar.",
    ]);
  });

  it("escapes what comes from the file where a place asks for it", async () => {
    const receipt = await importing(plusColumn("[länk](http://x)"));
    expect(receiptText(receipt, "sv", (words) => words.replaceAll("[", "\\["))).toContain("”\\[länk](http://x)”");
  });

  it("says so when nothing is changed, and when one may not", async () => {
    await importing(SHEETS);
    expect(receiptText(await importing(SHEETS), "sv")).toBe(
      "Filen säger samma sak som den plan som gäller (version 1). Inget är ändrat.",
    );
    expect(receiptText(await importing(SHEETS, "ett@plan.example"), "en")).toContain("plan owner");
  });
});
