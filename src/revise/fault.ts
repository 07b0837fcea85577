// Types only: everything that can be wrong in a plan file, as data. `words-sv.ts` and `words-en.ts` say it to a person.

/** Code → what the sentence needs to know. */
interface Faults {
  // A cell.
  empty: object;
  notNumber: object;
  ambiguousNumber: { readonly grouped: string; readonly decimal: string };
  unitInCell: { readonly unit: string; readonly instead: string | null };
  numberTooLarge: object;
  negative: object;
  notDate: { readonly instead: string | null };
  notMonth: { readonly instead: string | null };
  notWeek: { readonly instead: string | null };
  notPeriod: object;
  noSuchWeek: { readonly year: number; readonly last: number };
  notInstant: { readonly instead: string | null };
  notZone: object;
  unknownWord: { readonly allowed: readonly string[]; readonly nearest: string | null };
  tooLong: { readonly length: number };
  unreadableCharacter: object;
  barInId: object;
  cellError: { readonly text: string };
  uncalculated: object;
  // A row against other rows.
  unknownMeasure: { readonly nearest: string | null };
  unknownOrg: { readonly nearest: string | null };
  notUnit: { readonly level: string };
  duplicate: { readonly firstRow: number; readonly key: string };
  orgCycle: { readonly path: string };
  prerequisiteCycle: { readonly path: string };
  parentMissing: object;
  parentOfRegion: object;
  parentNotHigher: { readonly parent: string; readonly parentLevel: string; readonly level: string };
  secondRegion: { readonly firstRow: number };
  endBeforeStart: { readonly start: string };
  // A sheet.
  sheetMissing: object;
  sheetTwice: object;
  columnMissing: { readonly column: string; readonly nearest: string | null };
  columnTwice: { readonly column: string };
  keyMissing: { readonly key: string };
  noRegion: object;
  notUtf8: object;
  brokenQuotes: object;
  sheetTooLarge: { readonly limit: string };
  tooManyColumns: object;
  // A file.
  noFiles: object;
  mixedForms: object;
  macroFile: object;
  oldExcel: object;
  notWorkbook: object;
  damagedWorkbook: object;
  zipBomb: object;
  hostileXml: object;
  // Warnings.
  unknownColumn: { readonly nearest: string | null };
  unnamedColumn: object;
  unknownSheet: { readonly nearest: string | null };
  unknownKey: { readonly nearest: string | null };
  otherFile: object;
  formulasRead: { readonly count: number };
  sharesExceedDecided: { readonly measure: string; readonly shares: string; readonly decided: string };
  emailWithoutMatch: object;
  unitWithoutManager: { readonly unit: string };
  repeatedRow: { readonly firstRow: number };
  personNotListed: object;
  outdatedReports: { readonly count: number };
}

type FaultCode = keyof Faults;

/** A fault with what its sentence needs. */
export type Fault = { readonly [K in FaultCode]: { readonly is: K } & Faults[K] }[FaultCode];

/** Where a fault is. `row` as Excel shows it; null where it is about the whole sheet or file. */
export interface Place {
  readonly sheet: string;
  readonly row: number | null;
  readonly column: string | null;
  /** As the person wrote it. */
  readonly value: string | null;
}

/** A fault as a person reads it. */
export interface Issue extends Place {
  readonly problem: string;
  readonly fix: string;
}

/** What is wrong, and what to write instead. */
export type Said = readonly [problem: string, fix: string];

/** A sentence per fault, in one language. */
export type FaultWords = { readonly [K in FaultCode]: (fault: Faults[K]) => Said };
