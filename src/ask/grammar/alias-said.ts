// Pure. A new name given in words: "när vi säger vikarierna menar vi M-02", "”vikarierna” betyder M-02".

/** The new name, and the words that say what it stands for; null when no name is given. */
export interface AliasSaid {
  readonly name: string;
  readonly of: string;
}

const FORMS: readonly RegExp[] = [
  /^(?:när|om) (?:vi|jag|man|någon|folk|de) (?:säger|skriver|pratar om) (.{2,60}?),?(?: så)? (?:menar|avser|syftar) (?:vi|jag|man|de|på)(?: på)? (.{2,80})$/iu,
  /^when (?:we|i|people|they|someone) (?:say|says|write|writes) (.{2,60}?),? (?:we|i|they) (?:mean|refer to) (.{2,80})$/iu,
  /^(?:med )?["”“'»](.{2,60}?)["”“'«] (?:betyder|är samma sak som|är|står för|avser|menar vi|means|is the same as|is short for|stands for|is) (.{2,80})$/iu,
  /^(.{2,40}?) (?:är samma sak som|är detsamma som|är ett annat (?:namn|ord) (?:för|på)|är förkortning för|är en förkortning för|is another name for|is the same as|is short for) (.{2,80})$/iu,
  /^med (.{2,60}?) (?:menar|avser) (?:vi|jag) (.{2,80})$/iu,
];

export function aliasSaid(text: string): AliasSaid | null {
  const plain = text.trim().slice(0, 240);
  if (plain.endsWith("?")) return null;
  for (const form of FORMS) {
    const found = form.exec(plain.replace(/[.!]+$/, ""));
    if (found?.[1] && found[2]) return { name: unquoted(found[1]), of: found[2].trim() };
  }
  return null;
}

function unquoted(name: string): string {
  return name
    .trim()
    .replace(/^["”“'»]+|["”“'«]+$/gu, "")
    .trim();
}
