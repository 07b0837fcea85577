// A small, faultless plan as text, to be spoilt one cell at a time.
import { zipSync } from "fflate";
import type { Issue, PlanFile } from "../../../src/revise/revise.ts";
import { readPlan } from "../../../src/revise/revise.ts";

export type Sheets = Readonly<Record<string, readonly string[]>>;

/** Each line as it stands in the CSV file. */
export const SHEETS: Sheets = {
  Plan: ["nyckel;värde", "namn;Planen", "från;2026-01-01", "till;2027-12-31", "ekonomi t.o.m.;2026-10"],
  Organisation: [
    "id;namn;nivå;överordnad;alias;ram",
    "R;Regionen;region;;;",
    "F;Sjukhuset;förvaltning;R;sjukhuset|lasarettet;1200,5",
    "E1;Ögonkliniken;enhet;F;ögon;",
    "E2;Hudkliniken;enhet;F;;",
  ],
  Personer: [
    "e-post;namn;roll;organisation;språk",
    "agare@plan.example;Pia Ask;planägare;R;",
    "ett@plan.example;Ett Ek;linjechef;E1;sv",
    "tva@plan.example;Två Al;linjechef;E2;en",
  ],
  Ersättare: ["e-post;ersättare;från;till", "ett@plan.example;tva@plan.example;2026-11-02;2026-11-08"],
  Åtgärder: [
    "id;titel;alias;ägare;område;horisont;potential;beslutad;start;slut;läge;läge sedan",
    "A1;Mindre hyrpersonal;hyr;E1;Bemanning;kort;10;8,5;2026-01;2026-12;Enligt plan;",
    "A2;Färre avtal;;E2;Inköp;lång;;;;;Ej påbörjad;2026-03-01",
    "A3;Nytt system;;E2;It;lång;4;;2026-05;;Pausad;",
  ],
  Deltagande: ["åtgärd;enhet;andel", "A1;E2;2,5"],
  Effekt: ["åtgärd;månad;planerad;realiserad;verifierad", "A1;2026-01;0,7;0,6;ja", "A1;2026-02;0,7;;nej"],
  Prognos: ["åtgärd;månad;årsprognos", "A1;2026-09;8,0"],
  Förutsättningar: [
    "åtgärd;beskrivning;slag;beror på;uppfylld;datum",
    "A1;Systemet är på plats;it;A3;nej;",
    "A3;Upphandlingen är klar;beslut;;delvis;2026-04-01",
  ],
  Antaganden: ["åtgärd;antagande;läge;omprövas", "A1;Det går att anställa;osäkert;2026-12-01"],
  Bemanning: ["enhet;vecka;årsarbetare;mål;fjolår;övertid;sjukfrånvaro", "E1;2026-W46;40,5;39;41;2,1;5,0"],
  Hyrpersonal: ["enhet;månad;kostnad;plan", "E1;2026-10;0,45;0,30"],
  Produktion: ["enhet;vecka;mått;utfall;plan;fjolår", "E1;2026-W46;operationer;50;52;51", "E1;2026-W46;besök;200;;"],
  Beslut: ["id;datum;instans;gäller;utfall", "B1;2025-11-25;Fullmäktige;A1|A2;bifall"],
  Uppdrag: ["id;utfärdare;datum;text;ansvarig;återrapport senast;status", "U1;Nämnden;2026-05-21;Redovisa;F;;öppet"],
  Milstolpar: ["åtgärd;milstolpe;datum;klar", "A1;Avtalen uppsagda;2026-06-30;"],
  Indikatorer: ["organisation;period;mått;utfall;mål;fjolår;bättre när", "F;2026-10;väntande;120;100;140;lägre"],
  Rapporter: [
    "enhet;åtgärd;vecka;läge;orsak;nästa steg;klart senast;stöd;risk;kommentar;rapporterad;av;ersättare för;sätt",
    "E1;A1;2026-W46;Avvikelse;hög frånvaro;;;hr;arbetsmiljö|patientsäkerhet;;2026-11-13T10:00:00+01:00;ett@plan.example;;kort",
  ],
  Stöd: ["id;enhet;typ;skapad;första kontakt;avslutad;resultat", "S-1;E1;hr;2026-11-13;;;"],
};

/** The sheets with some of them as given; null takes one away. */
export function sheetsWith(changes: Readonly<Record<string, readonly string[] | null>>): Sheets {
  const all = Object.entries({ ...SHEETS, ...changes });
  return Object.fromEntries(all.filter((entry): entry is [string, readonly string[]] => entry[1] !== null));
}

/** A sheet with one line (2 = the first below the header) written otherwise. */
export function spoilt(sheet: string, row: number, line: string): Sheets {
  const lines = [...(SHEETS[sheet] ?? [])];
  lines[row - 1] = line;
  return sheetsWith({ [sheet]: lines });
}

export function csvFiles(sheets: Sheets): PlanFile[] {
  return Object.entries(sheets).map(([name, lines]) => ({ name: `${name}.csv`, bytes: utf8(lines.join("\r\n")) }));
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** `sheet row column value` of each error; everything that a person needs to find the cell. */
export function placesOf(issues: readonly Issue[]): string[] {
  return issues.map(({ sheet, row, column, value }) => [sheet, row ?? "–", column ?? "–", value ?? "–"].join(" "));
}

export function errorsOf(sheets: Sheets): readonly Issue[] {
  const read = readPlan(csvFiles(sheets));
  return read.ok ? [] : read.errors;
}

export function warningsOf(sheets: Sheets): readonly Issue[] {
  return readPlan(csvFiles(sheets)).warnings;
}

/** A workbook with hand-written XML: sheet name → what stands inside `sheetData`, beside the other sheets as text. */
export function workbook(
  sheets: Sheets,
  raw: Readonly<Record<string, string>> = {},
  extra: Record<string, string> = {},
) {
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook xmlns:r="x"><sheets>${names
      .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${names
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="http://x/worksheet" Target="worksheets/s${index + 1}.xml"/>`,
      )
      .join("")}</Relationships>`,
    "xl/styles.xml":
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>',
    ...extra,
  };
  for (const [index, name] of names.entries()) {
    const inner = raw[name] ?? (sheets[name] ?? []).map(rowXml).join("");
    parts[`xl/worksheets/s${index + 1}.xml`] = `<worksheet><sheetData>${inner}</sheetData></worksheet>`;
  }
  const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, utf8(text)])));
  return { name: "plan.xlsx", bytes };
}

export function rowXml(line: string, index: number): string {
  const cells = line.split(";").map((text) => (text === "" ? "<c/>" : `<c t="inlineStr"><is><t>${text}</t></is></c>`));
  return `<row r="${index + 1}">${cells.join("")}</row>`;
}
