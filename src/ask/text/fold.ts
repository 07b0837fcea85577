// Pure. Letters as people type them: å/ä/ö as a/o, any case, any dash, any space.

/** Lower case, composed, with plain dashes and without invisible characters. */
export function normalise(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, "")
    .replace(/[\u2010-\u2015\u2212]/gu, "-")
    .replace(/[\u2018\u2019\u00b4`]/gu, "'");
}

/** Without marks: `å`, `ä` → `a`, `ö`, `ø` → `o`, `é` → `e`. Two texts that fold alike are the same to a hurried typist. */
export function fold(text: string): string {
  // Plain ASCII, by far the most common case, needs no decomposition.
  if (isAscii(text)) return text;
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/ø/gu, "o").replace(/æ/gu, "a");
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}
