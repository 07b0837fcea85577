// What a confirm shows: what would be done. Nothing is done before a yes.
import { listText } from "../../plan/format.ts";
import type { Lang } from "../../plan/plan.ts";
import type { Need } from "../../plan/report-needs.ts";

export function ask(lang: Lang): string {
  return lang === "sv" ? "Ska jag göra det? Svara ja eller nej." : "Shall I do that? Answer yes or no.";
}

export function reportHead(lang: Lang, unit: string, week: string, onBehalf: boolean): string {
  if (lang === "sv")
    return `Så här uppfattade jag veckorapporten ${week} för ${unit}${onBehalf ? " (å enhetens vägnar)" : ""}:`;
  return `This is how I understood the weekly report ${week} for ${unit}${onBehalf ? " (on its behalf)" : ""}:`;
}

export function reportLine(
  lang: Lang,
  measure: string,
  state: string,
  { cause, nextStep, doneBy, comment }: Readonly<Record<Need | "comment", string | null>>,
): string {
  const sv = lang === "sv";
  const parts = [
    state,
    cause && `${sv ? "orsak" : "cause"}: ${cause}`,
    nextStep && (sv ? `nästa steg: ”${nextStep}”` : `next step: “${nextStep}”`),
    doneBy && `${sv ? "klart senast" : "done by"} ${doneBy}`,
    comment && (sv ? `kommentar: ”${comment}”` : `comment: “${comment}”`),
  ].filter(Boolean);
  return `• ${measure}: ${parts.join(", ")}`;
}

const NEEDS: Readonly<Record<Need, Readonly<Record<Lang, string>>>> = {
  cause: { sv: "främsta orsak", en: "main cause" },
  nextStep: { sv: "nästa steg (minst 10 tecken)", en: "next step (at least 10 characters)" },
  doneBy: { sv: "klart senast (datum)", en: "done by (date)" },
};

/** One sentence: a yes leads to the card, where what was said stands filled in. */
export function stillMissing(
  lang: Lang,
  lines: readonly { readonly measure: string; readonly lacks: readonly Need[] }[],
): string {
  const each = lines.map(
    ({ measure, lacks }) =>
      `${measure}: ${listText(
        lacks.map((need) => NEEDS[need][lang]),
        lang,
      )}`,
  );
  return lang === "sv"
    ? `Det här behövs också innan den kan sparas, och du får fylla i det på kortet efter ja – ${each.join("; ")}.`
    : `This is needed too before it can be saved, and you fill it in on the card after yes – ${each.join("; ")}.`;
}

export function unchanged(lang: Lang): string {
  return lang === "sv" ? "Övriga rader behåller förra veckans svar." : "Other lines keep last week's answer.";
}

export function noNews(lang: Lang): string {
  return lang === "sv"
    ? "• Inget nytt: alla rader behåller förra veckans svar."
    : "• No news: every line keeps last week's answer.";
}

export function remindText(lang: Lang, count: string, where: string, week: string): string {
  return lang === "sv"
    ? `Jag påminner ${count} ${count === "1" ? "enhet" : "enheter"} som inte har rapporterat ${week} (${where}).`
    : `I will remind ${count} ${count === "1" ? "unit" : "units"} that have not reported ${week} (${where}).`;
}

export function nobodyToRemind(lang: Lang, week: string): string {
  return lang === "sv"
    ? `Alla har rapporterat ${week}, så det finns ingen att påminna.`
    : `Everyone has reported ${week}, so there is nobody to remind.`;
}

export function supportText(lang: Lang, unit: string, type: string): string {
  return lang === "sv"
    ? `Jag skapar en stödbegäran för ${unit}: ${type}. Förstärkningsteamet får den.`
    : `I will create a support request for ${unit}: ${type}. The support team gets it.`;
}

export function whichSupport(lang: Lang): string {
  return lang === "sv" ? "Vilket stöd behöver ni?" : "Which support do you need?";
}

export function whichUnit(lang: Lang): string {
  return lang === "sv" ? "Vilken enhet gäller det?" : "Which unit is it about?";
}

export function whichMeasure(lang: Lang): string {
  return lang === "sv" ? "Vilken åtgärd gäller det?" : "Which measure is it about?";
}

export function exportText(lang: Lang, scope: string, form: string): string {
  return lang === "sv"
    ? `Jag exporterar ${scope} som ${form}, med det som du får se.`
    : `I will export ${scope} as ${form}, with what you may see.`;
}

export function wholePlan(lang: Lang): string {
  return lang === "sv" ? "hela planen" : "the whole plan";
}

export function pauseText(lang: Lang, until: string, isCapped: boolean): string {
  if (lang === "sv")
    return `Jag pausar dina påminnelser till ${until}${isCapped ? " (högst tre veckor)" : ""}. Planägaren ser det.`;
  return `I will pause your reminders until ${until}${isCapped ? " (at most three weeks)" : ""}. The plan owner sees it.`;
}

export function deputyText(lang: Lang, name: string, from: string, to: string): string {
  return lang === "sv"
    ? `Jag lägger in ${name} som din ersättare ${from}–${to}.`
    : `I will enter ${name} as your deputy ${from}–${to}.`;
}

export function whichDeputy(lang: Lang): string {
  return lang === "sv"
    ? "Vem ska ersätta dig, och mellan vilka datum? Skriv till exempel: ersättare namn@region.se 2026-12-01 till 2026-12-05."
    : "Who is to stand in for you, and between which dates? For example: deputy name@region.se 2026-12-01 to 2026-12-05.";
}

export function bindText(lang: Lang): string {
  return lang === "sv"
    ? "Jag använder den här kanalen för ledningsgruppens veckosammanfattning."
    : "I will use this channel for the management group's weekly digest.";
}

export function bindHow(lang: Lang): string {
  return lang === "sv"
    ? "Skriv det i kanalen som ska få sammanfattningen: nämn mig där och skriv ”använd den här kanalen”. Härifrån vet jag inte vilken kanal du menar."
    : "Write it in the channel that is to get the digest: mention me there and write “use this channel”. From here I can't tell which channel you mean.";
}

/** After a weekly report has been shown. */
export function askSave(lang: Lang): string {
  return lang === "sv" ? "Ska jag spara den? Svara ja eller nej." : "Shall I save it? Answer yes or no.";
}

export function setText(lang: Lang, key: string, value: string): string {
  return lang === "sv"
    ? `Jag ändrar ${key} till ${value}. Det gäller från nästa gång.`
    : `I will change ${key} to ${value}. It holds from the next occurrence.`;
}

export function setProblem(lang: Lang): string {
  return lang === "sv"
    ? "Den tiden går inte att använda: den måste ligga på en vardag, utanför tyst tid och i rätt ordning (kort, sista dag, sammanfattning)."
    : "That time can't be used: it must be on a workday, outside quiet hours and in the right order (card, due day, digest).";
}

export const SETTINGS: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  card: { sv: "veckokortets tid", en: "the weekly card's time" },
  due: { sv: "sista dag", en: "the due day" },
  reminder1: { sv: "första påminnelsen", en: "the first reminder" },
  reminder2: { sv: "andra påminnelsen", en: "the second reminder" },
  digest: { sv: "sammanfattningens tid", en: "the digest's time" },
  escalation: { sv: "eskaleringens tid", en: "the escalation's time" },
  quiet: { sv: "tyst tid", en: "quiet hours" },
  summer: { sv: "sommaruppehållet", en: "the summer break" },
  day_off: { sv: "ledig dag", en: "day off" },
  day_on: { sv: "vanlig arbetsdag", en: "ordinary workday" },
};

export function aliasText(lang: Lang, alias: string, name: string): string {
  return lang === "sv"
    ? `Jag lägger till ”${alias}” som ett namn på ${name}. Det gäller direkt.`
    : `I will add “${alias}” as a name of ${name}. It holds at once.`;
}

export function aliasHow(lang: Lang): string {
  return lang === "sv"
    ? "Skriv till exempel: lägg till alias ”nattjouren” för åtgärdens id."
    : "Write for example: add alias “night duty” for the measure's id.";
}

export function verifyText(lang: Lang, name: string, months: string): string {
  return lang === "sv"
    ? `Jag markerar det som är realiserat av ${name}, ${months}, som verifierat. Det blir en ny version av planen.`
    : `I will mark what is realised of ${name}, ${months}, as verified. It becomes a new version of the plan.`;
}

export function nothingToVerify(lang: Lang, name: string, months: string): string {
  return lang === "sv"
    ? `Det finns inget realiserat av ${name}, ${months}, som inte redan är verifierat.`
    : `There is nothing realised of ${name}, ${months}, that is not verified already.`;
}

export const DIGEST_TEXT = {
  preview_digest: {
    sv: (week: string) => `Jag visar ett utkast till sammanfattningen för ${week}, bara för dig.`,
    en: (week: string) => `I will show a draft of the digest for ${week}, to you only.`,
  },
  withdraw_digest: {
    sv: (week: string) => `Jag drar tillbaka sammanfattningen för ${week} från kanalen. Det loggas.`,
    en: (week: string) => `I will withdraw the digest for ${week} from the channel. It is logged.`,
  },
  correct_digest: {
    sv: (week: string) =>
      `Jag lägger en rättad sammanfattning för ${week} i kanalen, så som planen ser ut nu. Den tidigare sparas, och det loggas.`,
    en: (week: string) =>
      `I will post a corrected digest for ${week} in the channel, as the plan stands now. The earlier one is kept, and it is logged.`,
  },
} as const;

export function showDigest(lang: Lang, week: string): string {
  return lang === "sv"
    ? `Sammanfattningen för ${week} visas så som den postades.`
    : `The digest for ${week} is shown as it was posted.`;
}

/** Of the days, written out. */
export const DAY_TEXT = {
  day_off: {
    sv: (days: string) => `Jag markerar ${days} som ledig: då skickas inget, och veckans tider anpassas.`,
    en: (days: string) => `I will mark ${days} as a day off: nothing is sent then, and the week's times adapt.`,
  },
  day_on: {
    sv: (days: string) => `Jag markerar ${days} som vanlig arbetsdag.`,
    en: (days: string) => `I will mark ${days} as an ordinary workday.`,
  },
} as const;

export function testText(lang: Lang): string {
  return lang === "sv"
    ? "Jag skickar en testrunda till dig: ett kort, en påminnelse och ett utkast till sammanfattning. Ingen annan får något."
    : "I will send a test round to you: a card, a reminder and a draft digest. Nobody else gets anything.";
}

export function noLineFor(lang: Lang, unit: string, measure: string): string {
  return lang === "sv"
    ? `${unit} har ingen rad för ${measure} den här veckan.`
    : `${unit} has no line for ${measure} this week.`;
}
