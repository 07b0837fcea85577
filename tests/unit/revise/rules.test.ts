import { describe, expect, it } from "vitest";
import { readPlan } from "../../../src/revise/revise.ts";
import {
  csvFiles,
  errorsOf,
  placesOf,
  SHEETS,
  type Sheets,
  sheetsWith,
  spoilt,
  utf8,
  warningsOf,
} from "./a-plan-file.ts";

/** The sheet with a line added last. */
function plus(sheet: string, ...lines: string[]): Sheets {
  return sheetsWith({ [sheet]: [...(SHEETS[sheet] ?? []), ...lines] });
}

it("finds nothing wrong with a faultless plan", () => {
  const read = readPlan(csvFiles(SHEETS));
  expect(read.ok ? [] : read.errors).toEqual([]);
  expect(read.warnings).toEqual([]);
});

describe("each fault is told with sheet, row, column and value", () => {
  it.each<[string, Sheets, string[]]>([
    ["an unknown measure", plus("Deltagande", "A9;E2;1"), ["Deltagande 3 åtgärd A9"]],
    ["an unknown measure in a list", spoilt("Beslut", 2, "B1;2025-11-25;F;A1|A7;bifall"), ["Beslut 2 gäller A7"]],
    [
      "an unknown organisation",
      spoilt("Personer", 3, "ett@plan.example;Ett;linjechef;E9;"),
      ["Personer 3 organisation E9"],
    ],
    ["an id in other case", plus("Effekt", "a1;2026-03;1;;"), ["Effekt 4 åtgärd a1"]],
    ["an unknown word", spoilt("Personer", 3, "ett@plan.example;Ett;chef;E1;"), ["Personer 3 roll chef"]],
    ["an owner that is no unit", spoilt("Åtgärder", 2, "A1;T;;F;B;kort;;;;;Enligt plan;"), ["Åtgärder 2 ägare F"]],
    ["staffing of something larger than a unit", plus("Bemanning", "F;2026-W46;1;;;;"), ["Bemanning 3 enhet F"]],
    ["an id twice", plus("Åtgärder", "A1;Igen;;E1;B;kort;;;;;Enligt plan;"), ["Åtgärder 5 id A1"]],
    ["an organisation twice", plus("Organisation", "E2;Hud igen;enhet;F;;"), ["Organisation 6 id E2"]],
    ["two Effekt rows for a month", plus("Effekt", "A1;2026-02;1;;"), ["Effekt 4 månad 2026-02"]],
    [
      "two Bemanning rows, written differently",
      plus("Bemanning", "E1;v. 46 2026;41;;;;"),
      ["Bemanning 3 vecka v. 46 2026"],
    ],
    ["two Produktion rows", plus("Produktion", "E1;2026-W46;besök;1;;"), ["Produktion 4 mått besök"]],
    ["a negative potential", spoilt("Åtgärder", 2, "A1;T;;E1;B;kort;-1;;;;Enligt plan;"), ["Åtgärder 2 potential -1"]],
    ["a negative planerad", plus("Effekt", "A1;2026-03;-0,1;;"), ["Effekt 4 planerad -0,1"]],
    [
      "slut before start",
      spoilt("Åtgärder", 2, "A1;T;;E1;B;kort;;;2026-05;2026-04;Enligt plan;"),
      ["Åtgärder 2 slut 2026-04"],
    ],
    [
      "a deputy period reversed",
      plus("Ersättare", "ett@plan.example;tva@plan.example;2026-12-02;2026-12-01"),
      ["Ersättare 3 till 2026-12-01"],
    ],
    ["a plan that ends before it begins", spoilt("Plan", 4, "till;2025-12-31"), ["Plan 4 värde 2025-12-31"]],
    ["v. 53 of a year without it", plus("Bemanning", "E1;v. 53 2027;1;;;;"), ["Bemanning 3 vecka v. 53 2027"]],
    ["an empty cell that is needed", spoilt("Åtgärder", 3, "A2;;;E2;I;lång;;;;;Ej påbörjad;"), ["Åtgärder 3 titel –"]],
    [
      "a circle in the organisation",
      sheetsWith({
        Organisation: [
          "id;namn;nivå;överordnad",
          "R;R;region;",
          "F;F;förvaltning;V",
          "V;V;verksamhetsområde;F",
          "E1;Ö;enhet;V",
          "E2;H;enhet;F",
        ],
      }),
      ["Organisation 3 överordnad V"],
    ],
    [
      "an organisation above itself",
      spoilt("Organisation", 3, "F;Sjukhuset;förvaltning;F;;"),
      ["Organisation 3 överordnad F"],
    ],
    ["a parent of a lower level", plus("Organisation", "E3;Nya;förvaltning;E1;;"), ["Organisation 6 överordnad E1"]],
    ["no parent but the region's", plus("Organisation", "E3;Nya;enhet;;;"), ["Organisation 6 överordnad –"]],
    ["a region below something", spoilt("Organisation", 2, "R;Regionen;region;F;;"), ["Organisation 2 överordnad F"]],
    ["two regions", plus("Organisation", "R2;Andra;region;;;"), ["Organisation 6 nivå region"]],
    [
      "a circle of prerequisites",
      plus("Förutsättningar", "A3;Avtalen;åtgärd;A1;nej;"),
      ["Förutsättningar 2 beror på A3"],
    ],
    [
      "a measure that waits for itself",
      plus("Förutsättningar", "A2;Sig själv;åtgärd;A2;nej;"),
      ["Förutsättningar 4 beror på A2"],
    ],
    [
      "a time without zone",
      plus("Rapporter", "E1;A1;2026-W47;Pausad;;;;;;;2026-11-20 10:00;ett@plan.example;;"),
      ["Rapporter 3 rapporterad 2026-11-20 10:00"],
    ],
    ["a NUL byte", spoilt("Åtgärder", 2, "A1;T\u0000;;E1;B;kort;;;;;Enligt plan;"), ["Åtgärder 2 titel T\u0000"]],
    [
      "an unknown time zone",
      sheetsWith({ Plan: [...(SHEETS.Plan ?? []), "tidszon;Europa/Stockholm"] }),
      ["Plan 6 värde Europa/Stockholm"],
    ],
    ["a key twice", sheetsWith({ Plan: [...(SHEETS.Plan ?? []), "Namn;Igen"] }), ["Plan 6 nyckel namn"]],
    ["a key without value", spoilt("Plan", 2, "namn; "), ["Plan 2 värde  "]],
    [
      "a key that is missing",
      sheetsWith({ Plan: ["nyckel;värde", "namn;P", "från;2026-01-01"] }),
      ["Plan – nyckel till"],
    ],
    ["a required sheet missing", sheetsWith({ Personer: null }), ["Personer – – –"]],
    [
      "a required column missing",
      spoilt("Effekt", 1, "åtgärd;manad;planerad;realiserad;verifierad"),
      ["Effekt 1 månad –"],
    ],
    ["a column twice", spoilt("Milstolpar", 1, "åtgärd;milstolpe;datum;Datum"), ["Milstolpar 1 Datum Datum"]],
    [
      "no region",
      spoilt("Organisation", 2, "R;Regionen;nämnd;;;"),
      ["Organisation – – –", "Organisation 2 överordnad –"],
    ],
  ])("%s", (_, sheets, expected) => expect(placesOf(errorsOf(sheets))).toEqual(expected));

  it("tells a fault once, and not what follows from it", () => {
    const badOwner = spoilt("Åtgärder", 2, "A1;;;E1;B;mellan;1.500;;;;Grön;");
    expect(placesOf(errorsOf(badOwner))).toEqual([
      "Åtgärder 2 titel –",
      "Åtgärder 2 horisont mellan",
      "Åtgärder 2 potential 1.500",
      "Åtgärder 2 läge Grön",
    ]);
    const noOrganisation = sheetsWith({ Organisation: null });
    expect(placesOf(errorsOf(noOrganisation))).toEqual(["Organisation – – –"]);
    const noIds = spoilt(
      "Åtgärder",
      1,
      "nr;titel;alias;ägare;område;horisont;potential;beslutad;start;slut;läge;läge sedan",
    );
    expect(placesOf(errorsOf(noIds))).toEqual(["Åtgärder 1 id –"]);
  });

  it("says what to write instead", () => {
    const fixes = (sheets: Sheets) => errorsOf(sheets).map(({ fix }) => fix);
    expect(fixes(plus("Deltagande", "A12;E2;1"))).toEqual(["Menar du A1? Annars: lägg till raden i bladet Åtgärder."]);
    expect(fixes(plus("Effekt", "A1;2026-03;1.631;;"))).toEqual([
      "Skriv 1631 eller 1,631, beroende på vilket du menar.",
    ]);
    expect(fixes(spoilt("Åtgärder", 4, "A3;N;;E2;It;lång;4;;;;Pausat;"))[0]).toContain("Menar du ”Pausad”?");
  });

  it("speaks English to those who read English", () => {
    const read = readPlan(csvFiles(plus("Deltagande", "A12;E2;1")), "en");
    expect(read.ok ? null : read.errors[0]?.problem).toBe("No measure has this id.");
  });

  it("lists 200 of a sheet and counts the rest", () => {
    const many = Array.from({ length: 250 }, (_, index) => `A1;2030-01;x${index};;`);
    const read = readPlan(csvFiles(plus("Effekt", ...many)));
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.errors).toHaveLength(200);
    expect(read.more.Effekt).toBeGreaterThanOrEqual(50);
  });
});

describe("what is read anyway, with a warning", () => {
  it.each<[string, Sheets, string[]]>([
    [
      "an unknown column",
      spoilt("Milstolpar", 1, "åtgärd;milstolpe;datum;klar;ansvarig"),
      ["Milstolpar 1 ansvarig ansvarig"],
    ],
    ["an unknown sheet", sheetsWith({ Anteckningar: ["a;b"] }), ["Anteckningar – – –"]],
    ["an unknown key", sheetsWith({ Plan: [...(SHEETS.Plan ?? []), "version;3"] }), ["Plan 6 nyckel version"]],
    ["something beside the table", spoilt("Milstolpar", 2, "A1;M;2026-06-30;;;;obs"), ["Milstolpar 2 G obs"]],
    ["shares above what is decided", plus("Deltagande", "A1;E1;7"), ["Deltagande 3 andel 7,0"]],
    [
      "an address that no one signs in with",
      spoilt("Personer", 4, "tva;Två;linjechef;E2;en"),
      ["Personer 4 e-post tva", "Ersättare 2 ersättare tva@plan.example"],
    ],
    ["a unit without linjechef", plus("Organisation", "E3;Nya;enhet;F;;"), ["Organisation 6 id E3"]],
    ["the same role twice", plus("Personer", "ETT@plan.example;Ett;linjechef;E1;sv"), ["Personer 5 organisation E1"]],
  ])("%s", (_, sheets, expected) => {
    expect(errorsOf(sheets)).toEqual([]);
    expect(placesOf(warningsOf(sheets)).toSorted()).toEqual(expected.toSorted());
  });
});

describe("how a sheet may look", () => {
  const expected = readPlan(csvFiles(SHEETS));

  it.each<[string, Sheets]>([
    [
      "headers in capitals and spaces",
      spoilt(
        "Åtgärder",
        1,
        " ID;Titel;ALIAS;Ägare;område;Horisont;potential;Beslutad;start;slut;Läge;läge\u00a0 sedan",
      ),
    ],
    [
      "blank lines between",
      sheetsWith({ Milstolpar: ["åtgärd;milstolpe;datum;klar", "", ";;;", "A1;Avtalen uppsagda;2026-06-30;", ""] }),
    ],
    ["empty columns at the end", spoilt("Milstolpar", 1, "åtgärd;milstolpe;datum;klar;;;")],
    ["spaces and no-break spaces around", spoilt("Effekt", 2, " A1 ;\u00a02026-01;0,7\u00a0; 0,6; JA ")],
    ["short rows", spoilt("Milstolpar", 2, "A1;Avtalen uppsagda;2026-06-30")],
    [
      "sheet names in other case",
      {
        ...sheetsWith({ Effekt: null, Milstolpar: null }),
        EFFEKT: SHEETS.Effekt ?? [],
        milstolpar: SHEETS.Milstolpar ?? [],
      },
    ],
    [
      "names as macOS takes them apart",
      Object.fromEntries(
        Object.entries(SHEETS).map(([name, lines]) => [
          name.normalize("NFD"),
          lines.map((line) => line.normalize("NFD")),
        ]),
      ),
    ],
    [
      "columns in another order",
      sheetsWith({
        Effekt: ["verifierad;realiserad;planerad;månad;åtgärd", "ja;0,6;0,7;2026-01;A1", "nej;;0,7;2026-02;A1"],
      }),
    ],
    [
      "comma as separator",
      sheetsWith({ Milstolpar: ["åtgärd,milstolpe,datum,klar", 'A1,"Avtalen uppsagda",2026-06-30,'] }),
    ],
  ])("%s", (_, sheets) => expect(readPlan(csvFiles(sheets))).toEqual(expected));

  it("takes a role that stands twice once", () => {
    const read = readPlan(csvFiles(plus("Personer", "ETT@plan.example;Annat namn;linjechef;E1;en")));
    expect(read.ok && read.facts.persons.map(({ name }) => name)).toEqual(["Pia Ask", "Ett Ek", "Två Al"]);
  });

  it("knows empty from 0", () => {
    const read = readPlan(csvFiles(plus("Effekt", "A1;2026-03;0;0,0;nej")));
    expect(read.ok && read.facts.effects.slice(1).map(({ planned, realised }) => [planned, realised])).toEqual([
      [700_000, null],
      [0, 0],
    ]);
  });

  it("lets a level stand below its own: an enhet of an enhet", () => {
    expect(errorsOf(plus("Organisation", "E3;Sektionen;enhet;E1;;"))).toEqual([]);
  });

  it("reads sheets that have only headers, and does without the optional ones", () => {
    const bare = Object.fromEntries(["Plan", "Organisation", "Personer"].map((name) => [name, SHEETS[name] ?? []]));
    const read = readPlan(
      csvFiles({ ...bare, Åtgärder: [(SHEETS.Åtgärder ?? [])[0] ?? ""], Beslut: ["id;datum;instans;utfall"] }),
    );
    expect(read.ok && read.facts.measures).toEqual([]);
  });

  it("keeps every version of a report in the file", () => {
    const again = (SHEETS.Rapporter?.[1] ?? "").replace("10:00:00", "11:00:00").replace("Avvikelse", "Kritisk");
    const read = readPlan(csvFiles(plus("Rapporter", again)));
    expect(read.ok && read.lines.map(({ state }) => state)).toEqual(["deviation", "critical"]);
  });
});

describe("files", () => {
  const bytesOf = (...bytes: number[]) => Uint8Array.from(bytes);
  const withSheet = (name: string, bytes: Uint8Array) =>
    readPlan([...csvFiles(sheetsWith({ [name]: null })), { name: `${name}.csv`, bytes }]);

  it.each<[string, Uint8Array]>([
    ["Windows-1252", bytesOf(0xe5, 0x74, 0x67, 0xe4, 0x72, 0x64)],
    ["UTF-16", bytesOf(0xff, 0xfe, 0x61, 0x00)],
  ])("a file in %s is refused, not guessed", (_, bytes) => {
    const read = withSheet("Effekt", bytes);
    expect(read.ok ? [] : placesOf(read.errors)).toEqual(["Effekt – – –"]);
    expect(read.ok ? "" : read.errors[0]?.problem).toContain("UTF-8");
  });

  it("says in which row a quotation mark is left open", () => {
    const read = withSheet(
      "Milstolpar",
      utf8('åtgärd;milstolpe;datum;klar\r\nA1;"a\r\nb";2026-01-01;\r\nA1;"c;2026-01-01;\r\n'),
    );
    expect(read.ok ? [] : placesOf(read.errors)).toEqual(["Milstolpar 3 – –"]);
  });

  it("reads quotes, line breaks in cells, and any line break between rows", () => {
    const read = withSheet(
      "Milstolpar",
      utf8('\ufeffåtgärd;milstolpe;datum\nA1;"säg ""ja"";\nnu";2026-01-01\rA1;Fas "två";2026-02-01\r\n'),
    );
    expect(read.ok && read.facts.milestones.map(({ name }) => name)).toEqual(['säg "ja";\nnu', 'Fas "två"']);
  });

  it.each<[string, readonly { name: string; bytes: Uint8Array }[], string]>([
    ["nothing", [], "ingen plan"],
    ["an empty folder but for hidden files", [{ name: ".DS_Store", bytes: utf8("") }], "ingen plan"],
    [
      "two workbooks",
      [
        { name: "a.xlsx", bytes: utf8("") },
        { name: "b.xlsx", bytes: utf8("") },
      ],
      "flera arbetsböcker",
    ],
    ["a text file", [{ name: "plan.docx", bytes: utf8("hej") }], "ingen plan"],
  ])("%s is met with a sentence", (_, files, part) => {
    const read = readPlan(files);
    expect(read.ok ? [] : read.errors.map(({ problem }) => problem)).toEqual([expect.stringContaining(part)]);
  });

  it("passes over other files with a warning, hidden ones without", () => {
    const read = readPlan([
      ...csvFiles(SHEETS),
      { name: "läs mig.txt", bytes: utf8("") },
      { name: "~$plan.xlsx", bytes: utf8("") },
    ]);
    expect([read.ok, placesOf(read.warnings)]).toEqual([true, ["läs mig.txt – – –"]]);
  });

  it("refuses a line with tens of thousands of cells at once", () => {
    const read = withSheet("Effekt", utf8(`åtgärd;månad\n${";".repeat(100_000)}`));
    expect(read.ok ? [] : placesOf(read.errors)).toEqual(["Effekt – – –"]);
  });

  it("tells a sheet that stands twice", () => {
    const read = readPlan([...csvFiles(SHEETS), { name: "EFFEKT.csv", bytes: utf8("åtgärd;månad") }]);
    expect(read.ok ? [] : placesOf(read.errors)).toEqual(["EFFEKT – – –"]);
  });
});
