// Pure. Every sentence of reminders and escalations. A reminder is service, an escalation an offer of help: no blame, no
// person's name. Names of units arrive escaped.
import type { IsoDate } from "../lib/time.ts";
import type { Lang } from "../plan/plan.ts";
import type { RhythmProblem } from "../plan/rhythm-change.ts";
import { type Week, weekNumber } from "../plan/week.ts";

/** Why someone gets a message or does not: short, Swedish, for `try` and the planägare's view. */
export const why = {
  notAnswered: (units: readonly string[], week: Week) =>
    `${list(units, "och")} har inte svarat för v. ${weekNumber(week)}.`,
  missedInRow: (units: readonly string[]) => `Flera veckor i rad utan rapport: ${list(units, "och")}.`,
  paused: (until: IsoDate) => `Har pausat påminnelser till och med ${until}.`,
  remindedTwice: "Har redan fått två påminnelser den här veckan.",
} as const;

export interface RemindWords {
  readonly reminderTitle: (week: string) => string;
  /** Reminder 1. */
  readonly first: (units: readonly string[], due: string) => string;
  /** Reminder 2. */
  readonly second: (units: readonly string[], digest: string) => string;
  readonly insteadOf: (unit: string) => string;
  readonly noNews: string;
  readonly toDeputy: string;
  readonly cardAbove: string;
  readonly escalationTitle: string;
  readonly stillThere: (unit: string, weeks: string) => string;
  readonly needSupport: string;
  readonly howToAnswer: string;
  readonly ownerIntro: string;
  readonly ownerLine: (unit: string, weeks: string, paused: string | null) => string;
  readonly aboveLine: (unit: string, weeks: string) => string;
  readonly listIntro: (week: string) => string;
  readonly listLine: (unit: string, weeks: string) => string;
  readonly weeks: (count: number) => string;
  readonly problem: Readonly<Record<RhythmProblem, string>>;
}

const SV: RemindWords = {
  reminderTitle: (week) => `Veckorapport ${week}`,
  first: (units, due) =>
    units.length === 1
      ? `Hej! Veckorapporten för ${units[0]} är inte inskickad ännu. Den tar ungefär en minut. Sista dag är ${due}.`
      : `Hej! Veckorapporterna för ${list(units, "och")} är inte inskickade ännu. De tar ungefär en minut var. Sista dag är ${due}.`,
  second: (units, digest) =>
    `Hej! Vi sammanställer veckan ${digest}. Vill du svara för ${list(units, "och")}, eller skicka till ersättare?`,
  insteadOf: (unit) => `Du får det här som ersättare för ${unit}.`,
  noNews: "Inget nytt – samma läge",
  toDeputy: "Skicka till ersättare",
  cardAbove: "Kortet ligger längre upp här i chatten. Du kan också skriva svaret här, till exempel ”allt grönt”.",
  escalationTitle: "Behöver ni stöd?",
  stillThere: (unit, weeks) => `Vi har inte hört något från ${unit} på ${weeks}.`,
  needSupport: "Behöver ni stöd eller är ni borta?",
  howToAnswer: "Skriv här vad ni behöver hjälp med, svara på veckans kort, eller skicka det till en ersättare.",
  ownerIntro: "Vi har frågat om de behöver stöd eller är borta. Hör gärna av dig och erbjud hjälp:",
  ownerLine: (unit, weeks, paused) =>
    `${unit}: ingen rapport på ${weeks}${paused ? ` (påminnelser pausade till och med ${paused})` : ""}`,
  aboveLine: (unit, weeks) => `Ingen veckorapport har kommit från ${unit} på ${weeks}.`,
  listIntro: (week) => `Enheter utan veckorapport, efter ${week}:`,
  listLine: (unit, weeks) => `${unit}: ${weeks}`,
  weeks: (count) => (count === 1 ? "en vecka" : `${SV_COUNT[count] ?? count} veckor`),
  problem: {
    unknown_setting:
      "Den inställningen känner jag inte till. Det går att ändra kortet, sista dag, påminnelserna, sammanställningen, tysta timmar, sommaruppehållet och lediga dagar.",
    not_understood: "Jag förstod inte vad det ska ändras till. Skriv till exempel ”ändra kortet till tisdag 08.00”.",
    not_a_workday: "Välj en dag måndag–fredag. Inget skickas på helger.",
    due_before_card:
      "Kortet måste öppna före sista dag, i samma vecka. Ändra sista dag först, eller välj en tidigare tid för kortet.",
    reminder2_past_midnight: "Påminnelse 2 skulle hamna efter midnatt. Välj en tid samma dag som sista dag.",
    digest_too_early: "Sammanställningen måste komma efter påminnelse 2. Välj en senare tid.",
    in_quiet_hours:
      "Den tiden ligger i de tysta timmarna, då inget skickas. Välj en annan tid, eller ändra de tysta timmarna först.",
    quiet_hours_wrong:
      "Tysta timmar börjar på kvällen och slutar på morgonen. Skriv till exempel ”tysta timmar 18.00–07.00”.",
    summer_weeks_wrong: "Skriv sommaruppehållet som första och sista vecka, till exempel ”27–32”, eller ”inga”.",
    too_many_days_off: "Så många lediga dagar går inte att lägga in. Ta bort gamla först.",
  },
};

const EN: RemindWords = {
  reminderTitle: (week) => `Weekly report ${week}`,
  first: (units, due) =>
    units.length === 1
      ? `Hello! The weekly report for ${units[0]} has not been sent yet. It takes about a minute. The last day is ${due}.`
      : `Hello! The weekly reports for ${list(units, "and")} have not been sent yet. They take about a minute each. The last day is ${due}.`,
  second: (units, digest) =>
    `Hello! We put the week together on ${digest}. Would you like to answer for ${list(units, "and")}, or send it to a deputy?`,
  insteadOf: (unit) => `You get this as deputy for ${unit}.`,
  noNews: "Nothing new – same as before",
  toDeputy: "Send to a deputy",
  cardAbove: "The card is further up in this chat. You can also write the answer here, for example “all green”.",
  escalationTitle: "Do you need support?",
  stillThere: (unit, weeks) => `We have not heard from ${unit} for ${weeks}.`,
  needSupport: "Do you need support, or are you away?",
  howToAnswer: "Write here what you need help with, answer this week's card, or send it to a deputy.",
  ownerIntro: "We have asked whether they need support or are away. Please get in touch and offer help:",
  ownerLine: (unit, weeks, paused) =>
    `${unit}: no report for ${weeks}${paused ? ` (reminders paused through ${paused})` : ""}`,
  aboveLine: (unit, weeks) => `No weekly report has come from ${unit} for ${weeks}.`,
  listIntro: (week) => `Units without a weekly report, after ${week}:`,
  listLine: (unit, weeks) => `${unit}: ${weeks}`,
  weeks: (count) => (count === 1 ? "one week" : `${EN_COUNT[count] ?? count} weeks`),
  problem: {
    unknown_setting:
      "I don't know that setting. You can change the card, the due day, the reminders, the digest, the quiet hours, the summer break and days off.",
    not_understood: "I did not understand what to change it to. Write for example “change the card to Tuesday 08:00”.",
    not_a_workday: "Choose a day from Monday to Friday. Nothing is sent at weekends.",
    due_before_card:
      "The card must open before the due time, in the same week. Change the due day first, or choose an earlier time for the card.",
    reminder2_past_midnight: "Reminder 2 would come after midnight. Choose a time on the due day.",
    digest_too_early: "The digest must come after reminder 2. Choose a later time.",
    in_quiet_hours:
      "That time is within the quiet hours, when nothing is sent. Choose another time, or change the quiet hours first.",
    quiet_hours_wrong:
      "Quiet hours begin in the evening and end in the morning. Write for example “quiet hours 18:00–07:00”.",
    summer_weeks_wrong: "Write the summer break as first and last week, for example “27–32”, or “none”.",
    too_many_days_off: "That many days off can't be entered. Remove old ones first.",
  },
};

const SV_COUNT: Readonly<Record<number, string>> = {
  2: "två",
  3: "tre",
  4: "fyra",
  5: "fem",
  6: "sex",
  7: "sju",
  8: "åtta",
};
const EN_COUNT: Readonly<Record<number, string>> = {
  2: "two",
  3: "three",
  4: "four",
  5: "five",
  6: "six",
  7: "seven",
  8: "eight",
};

export function wordsFor(lang: Lang): RemindWords {
  return lang === "en" ? EN : SV;
}

function list(items: readonly string[], and: string): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${and} ${last}`;
}
