// Pure. How text is cleaned on the way in and made harmless on the way out.

/**
 * Text without the white space around it that a person does not see (no-break and zero-width spaces included), in NFC
 * (macOS takes letters apart), with plain line breaks.
 */
export function bare(text: string): string {
  return PLAIN.test(text) ? text : cleaned(text);
}

/** Nearly every cell of a plan: nothing to clean, nothing to guard, nothing unreadable. Saves a second in a large file. */
const PLAIN = /^[\wåäöÅÄÖ](?:[\w åäöÅÄÖ.,:;|@–-]*[\wåäöÅÄÖ.])?$/;

export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

function cleaned(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/^[\s\u200b\u2060]+|[\s\u200b\u2060]+$/g, "");
}

// A spreadsheet runs text that begins with one of these as a formula. In a CSV such text gets an apostrophe in front,
// which import takes away again. So that nothing is lost, text that already looks guarded gets one more.
const RUNS = /^'*[=+\-@\t]/;
const LOOKS_GUARDED = /^'+[=+\-@\t]/;

/** Text as it is written to a CSV cell. */
export function guardedForCsv(text: string): string {
  return RUNS.test(text) ? `'${text}` : text;
}

/** Text as it is written to a typed text cell of a workbook, which is never run. */
export function guardedForWorkbook(text: string): string {
  return LOOKS_GUARDED.test(text) ? `'${text}` : text;
}

/** The text that was guarded. */
export function unguarded(text: string): string {
  return LOOKS_GUARDED.test(text) ? text.slice(1) : text;
}

// NUL and its like, halves of characters and the mark of a broken one: what a workbook can't hold, or what text that
// was once read in the wrong encoding is full of.
const UNREADABLE = "[^\\P{Cc}\\t\\n\\r]|\\p{Surrogate}|\\p{Noncharacter_Code_Point}|\\ufffd";
const SOME_UNREADABLE = new RegExp(UNREADABLE, "u");
const ALL_UNREADABLE = new RegExp(UNREADABLE, "gu");

/** Excel's limit for one cell; longer text can't go back into a workbook. */
export const LONGEST_CELL = 32_767;

export function isUnreadable(text: string): boolean {
  return SOME_UNREADABLE.test(text);
}

/** Text that was given in chat, as a file can hold it. */
export function writable(text: string): string {
  return bare(text.replace(ALL_UNREADABLE, "")).slice(0, LONGEST_CELL - 100);
}
