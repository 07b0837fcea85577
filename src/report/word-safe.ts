// Pure.

/** Text without the characters that XML can't hold: one of them would make Word refuse the whole file. */
export function wordSafe(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
}
