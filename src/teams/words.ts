// Every sentence the transport itself says. Short, kind, and with something to go on.
import type { Lang } from "../plan/plan.ts";

/** Swedish unless the person's Teams is set to something else; the plan's own language setting is not known here. */
export function langOf(locale: string | null): Lang {
  return locale === null || /^sv\b/i.test(locale) ? "sv" : "en";
}

type Words = Readonly<Record<Lang, string>>;

/** Something of ours broke. */
export function brokenWords(lang: Lang, correlation: string): string {
  const words: Words = {
    sv: `Nu gick något fel hos mig, inte hos dig. Försök gärna igen om en stund. Händer det igen, hälsa planägaren: fel ${correlation}.`,
    en: `Something went wrong on my side, not yours. Please try again in a moment. If it happens again, tell the plan owner: error ${correlation}.`,
  };
  return words[lang];
}

/** A button's work takes longer than Teams waits. */
export function workingWords(lang: Lang): string {
  const words: Words = {
    sv: "Jag arbetar med det. Svaret kommer strax här i chatten.",
    en: "I'm working on it. The answer will be here in a moment.",
  };
  return words[lang];
}

/** A dialog's content took too long; it can't be shown afterwards. */
export function slowDialogWords(lang: Lang): string {
  const words: Words = {
    sv: "Det tog för lång tid den här gången. Stäng rutan och försök igen.",
    en: "That took too long this time. Close the window and try again.",
  };
  return words[lang];
}

export type FileProblem = "not_fetched" | "too_big" | "host";

/** A file that was sent could not be taken in. */
export function fileProblemWords(lang: Lang, problem: FileProblem): string {
  const words: Readonly<Record<FileProblem, Words>> = {
    not_fetched: {
      sv: "Jag kunde inte hämta filen. Ingenting är ändrat. Prova att skicka den en gång till.",
      en: "I couldn't fetch the file. Nothing has changed. Please try sending it once more.",
    },
    too_big: {
      sv: "Filen är större än 25 MB, och så stora tar jag inte emot. Ingenting är ändrat.",
      en: "The file is larger than 25 MB, which is more than I can take. Nothing has changed.",
    },
    host: {
      sv: "Filen ligger på en plats som jag inte får hämta från. Lägg den i OneDrive eller SharePoint och skicka den igen.",
      en: "The file is in a place I may not fetch from. Put it in OneDrive or SharePoint and send it again.",
    },
  };
  return words[problem][lang];
}

/** The file that was offered can't be given any more. */
export function fileGoneWords(lang: Lang): string {
  const words: Words = {
    sv: "Filen finns inte kvar att lämna ut. Be mig gärna om den igen.",
    en: "That file is no longer there to give. Please ask me for it again.",
  };
  return words[lang];
}
