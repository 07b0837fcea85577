// Every fault of a plan file in English. Sheet, column and code words stay Swedish: they are the file's own.
import type { FaultWords } from "./fault.ts";

export const EN: FaultWords = {
  empty: () => [
    "The cell is empty, but it is needed.",
    "Fill in a value, or remove the whole row if it should not be there.",
  ],
  notNumber: () => [
    "This can't be read as a number.",
    "Write digits only, with a decimal comma, such as 12,5. Leave the cell empty if the value is not calculated.",
  ],
  ambiguousNumber: ({ grouped, decimal }) => [
    "The dot can mean thousands or decimals.",
    `Write ${grouped} or ${decimal}, whichever you mean.`,
  ],
  unitInCell: ({ unit, instead }) => [
    `The unit “${unit}” is in the cell. Amounts are in mkr, other numbers without a unit.`,
    instead === null ? "Write only the number." : `Write ${instead}.`,
  ],
  numberTooLarge: () => [
    "The number is unreasonably large.",
    "Check that the amount is in mkr (million SEK) and not in kronor.",
  ],
  negative: () => [
    "The amount is below zero.",
    "Write an amount of zero or more, or leave the cell empty if it is not calculated.",
  ],
  notDate: ({ instead }) => [
    "This is not a date that exists.",
    `Write the date as ${instead ?? "year-month-day, such as 2026-10-31"}.`,
  ],
  notMonth: ({ instead }) => [
    "This is not a month.",
    `Write the month as ${instead ?? "year-month, such as 2026-10"}.`,
  ],
  notWeek: ({ instead }) => ["This is not a week.", `Write the week as ${instead ?? "2026-W46"}.`],
  notPeriod: () => ["This is neither a week nor a month.", "Write a week as 2026-W46 or a month as 2026-10."],
  noSuchWeek: ({ year, last }) => [
    `There is no such week: ${year} has weeks 1–${last}.`,
    `Write a week from ${year}-W01 to ${year}-W${last}.`,
  ],
  notInstant: ({ instead }) => [
    "The time can't be read, or has no time zone.",
    `Write date, time and offset from UTC: ${instead ?? "2026-11-20T09:30:00+01:00"}.`,
  ],
  notZone: () => ["The time zone is unknown.", "Write Europe/Stockholm, or leave the cell empty."],
  unknownWord: ({ allowed, nearest }) => [
    "The word is not one of those that can stand here.",
    `${nearest === null ? "" : `Do you mean “${nearest}”? `}Choose from: ${allowed.join(" · ")}.`,
  ],
  tooLong: ({ length }) => [`The cell has ${length} characters. An Excel cell holds 32,767.`, "Shorten the text."],
  unreadableCharacter: () => [
    "The cell has an invisible character that can't be read (such as NUL).",
    "Clear the cell and type its content again.",
  ],
  barInId: () => ["The character | separates values in lists and can't be part of an id.", "Replace | with a hyphen."],
  cellError: ({ text }) => [`The cell shows the error ${text}.`, "Mend the formula, or type the value."],
  uncalculated: () => [
    "The cell has a formula that has not been calculated.",
    "Open the file in Excel and save it again, or type the value.",
  ],
  unknownMeasure: ({ nearest }) => ["No measure has this id.", unknownFix(nearest, "Åtgärder")],
  unknownOrg: ({ nearest }) => ["No organisation has this id.", unknownFix(nearest, "Organisation")],
  notUnit: ({ level }) => [
    `This id is at the level ${level}, but a unit (enhet) is needed here.`,
    "Write the id of a row in Organisation at the level enhet.",
  ],
  duplicate: ({ firstRow, key }) => [
    `${key} is already on row ${firstRow}.`,
    "Remove one of the rows, or mend it so that they differ.",
  ],
  orgCycle: ({ path }) => [`The organisation goes round in a circle: ${path}.`, "Mend överordnad on one of the rows."],
  prerequisiteCycle: ({ path }) => [
    `The measures wait for each other in a circle: ${path}.`,
    "Remove one of the dependencies in the column beror på.",
  ],
  parentMissing: () => [
    "Överordnad is missing. Only the region is at the top.",
    "Write the id of the organisation just above.",
  ],
  parentOfRegion: () => ["The region is at the top and has nothing above it.", "Clear the cell."],
  parentNotHigher: ({ parent, parentLevel, level }) => [
    `${parent} is at the level ${parentLevel} and can't be above a row at the level ${level}.`,
    "Choose something at the same level or a higher one: region, nämnd, förvaltning, verksamhetsområde, enhet.",
  ],
  secondRegion: ({ firstRow }) => [
    `There is already a region on row ${firstRow}.`,
    "Change the level of one of the rows. A plan is for one region.",
  ],
  endBeforeStart: ({ start }) => [
    `The end comes before the start (${start}).`,
    `Write ${start} or later, or mend the start.`,
  ],
  sheetMissing: () => ["The sheet is missing.", "Add a sheet with this name (in a folder: a csv file)."],
  sheetTwice: () => ["The sheet is there twice.", "Remove one of them."],
  columnMissing: ({ column, nearest }) => [
    `The column “${column}” is missing.`,
    nearest === null ? `Add the header ${column} on row 1.` : `Should the header “${nearest}” be “${column}”?`,
  ],
  columnTwice: ({ column }) => [`The column “${column}” is there twice.`, "Remove or rename one of them."],
  keyMissing: ({ key }) => [
    `The key “${key}” is missing.`,
    `Add a row with “${key}” in the column nyckel and its value beside it.`,
  ],
  noRegion: () => ["No row is at the level region.", "Add the region as the first row, with an empty överordnad."],
  notUtf8: () => [
    "The file is not saved as UTF-8, so å, ä and ö can't be trusted.",
    "Save it again from Excel as “CSV UTF-8 (Comma delimited)”, or use a workbook (.xlsx).",
  ],
  brokenQuotes: () => [
    "A quotation mark is opened but never closed, so the rest of the file can't be read.",
    'Close it. A quotation mark within the text is doubled: "".',
  ],
  sheetTooLarge: ({ limit }) => [
    `The sheet is larger than ${limit} and is not read.`,
    "Remove empty, formatted rows and columns, or divide the history.",
  ],
  tooManyColumns: () => [
    "A row has unreasonably many columns.",
    "Check that the file is a plan, saved with semicolons between the columns.",
  ],
  noFiles: () => [
    "There is no plan to read here.",
    "Give a workbook (.xlsx), or a folder with one csv file per sheet.",
  ],
  mixedForms: () => [
    "There are several workbooks here, or both a workbook and csv files.",
    "Import one workbook, or a folder of csv files only.",
  ],
  macroFile: () => ["The workbook has macros and is not read.", "Save it as “Excel Workbook (.xlsx)”, without macros."],
  oldExcel: () => [
    "The file is in the older Excel format (.xls), or protected by a password.",
    "Open it in Excel, remove any password and save it as “Excel Workbook (.xlsx)”.",
  ],
  notWorkbook: () => ["The file is not a workbook that can be read.", "Save the plan as “Excel Workbook (.xlsx)”."],
  damagedWorkbook: () => ["The workbook is damaged.", "Open it in Excel, let Excel repair it and save it again."],
  zipBomb: () => [
    "The workbook becomes unreasonably large when unpacked and is not read.",
    "Copy the sheets of the plan to a new workbook and save it.",
  ],
  hostileXml: () => [
    "The workbook holds XML that Excel never writes and is not read.",
    "Copy the sheets of the plan to a new workbook and save it.",
  ],
  unknownColumn: ({ nearest }) => [
    "The column is unknown and was not read.",
    nearest === null ? "Remove it if it is not needed." : `Do you mean “${nearest}”?`,
  ],
  unnamedColumn: () => [
    "There is something in a column without a header. It was not read.",
    "Give the column a header, or clear the cells.",
  ],
  unknownSheet: ({ nearest }) => [
    "The sheet is unknown and was not read.",
    nearest === null ? "Remove it if it is not needed." : `Do you mean “${nearest}”?`,
  ],
  unknownKey: ({ nearest }) => [
    "The key is unknown and was not read.",
    nearest === null ? "Remove the row if it is not needed." : `Do you mean “${nearest}”?`,
  ],
  otherFile: () => ["The file is not a csv file and was not read.", "Remove it from the folder if it is not needed."],
  formulasRead: ({ count }) => [
    `${count} cells have formulas. Their last calculated values were read.`,
    "Check that the file was calculated and saved.",
  ],
  sharesExceedDecided: ({ measure, shares, decided }) => [
    `The shares of ${measure} are together ${shares} mkr, more than the decided ${decided} mkr.`,
    "Check the shares in Deltagande against beslutad in Åtgärder.",
  ],
  emailWithoutMatch: () => [
    "This does not look like an e-mail address, so the person can't be recognised in Teams.",
    "Write the address that the person signs in to Teams with.",
  ],
  unitWithoutManager: ({ unit }) => [
    `${unit} has no linjechef. The week's card goes to the nearest manager above.`,
    "Add a linjechef for the unit in Personer, if there is one.",
  ],
  repeatedRow: ({ firstRow }) => [
    `The same thing is already on row ${firstRow}. This row was not read.`,
    "Remove one of the rows.",
  ],
  outdatedReports: ({ count }) => [
    `${count} rows say something else than the reports that are here, but were not reported later. They were not imported.`,
    "A changed report needs a later time in the column rapporterad.",
  ],
  personNotListed: () => ["The person is not in Personer.", "Check the address, or add the person to Personer."],
};

function unknownFix(nearest: string | null, sheet: string): string {
  return nearest === null
    ? `Add the row to the sheet ${sheet}, or mend the id.`
    : `Do you mean ${nearest}? If not, add the row to the sheet ${sheet}.`;
}
