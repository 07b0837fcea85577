// Pure. What the planägare reads about the clock and the post: why something was not sent, and what to do about it.
import type { Lang } from "../plan/plan.ts";
import type { UnreachableCode } from "./reach.ts";

/** What to do about a failure, in Swedish: stored with the row. */
export const advice = {
  blocked:
    "Personen har stoppat eller tagit bort boten. Be hen öppna appen i Teams och skriva ”hej”, så skickas kortet.",
  gone: "Chatten finns inte längre. Be personen öppna appen i Teams och skriva ”hej”, eller installera om appen för personen.",
  channelClosed:
    "Boten får inte skriva i kanalen. Lägg till appen i teamet och skriv ”använd den här kanalen” där, så läggs sammanfattningen.",
  tooBig: "Innehållet blev för stort för Teams. Hör av dig till den som sköter boten.",
  rejected: (status: number) =>
    status === 401
      ? "Teams godtog inte botens inloggning. Kör ”doctor” och kontrollera BOT_ID och BOT_PASSWORD."
      : "Teams avvisade meddelandet. Kör ”doctor”, och hör av dig till den som sköter boten om felet står kvar.",
  tooLate: "Teams gick inte att nå innan meddelandet blev för gammalt. Påminn för hand om det behövs.",
  notMade: "Boten kunde inte göra i ordning meddelandet i tid. Hör av dig till den som sköter boten.",
  keepsFailing: "Teams svarade med fel varje gång. Kör ”doctor”, och försök igen senare.",
  unreachable: {
    not_installed:
      "Appen är inte installerad. Lägg till personen i appens installationspolicy eller i teamet, eller be hen öppna appen.",
    not_bound: "Ingen kanal är vald. Skriv ”använd den här kanalen” i ledningsgruppens kanal.",
    silent: "Ett tidigare meddelande kunde inte levereras. Be personen öppna appen i Teams och skriva ”hej”.",
  } satisfies Record<UnreachableCode, string>,
} as const;

/** Why a row or an occurrence was skipped, in Swedish. */
export const skipped = {
  answered: "Har redan svarat.",
  nothingLeft: "Det finns inget kvar att säga.",
  notRecipient: "Svarar inte längre för enheten.",
  unitGone: "Enheten finns inte längre i planen.",
  owesNothing: "Enheten har ingen pågående åtgärd längre.",
  notInPlan: "Finns inte längre i planen.",
  tooOld: "För sent: tiden när det var meningsfullt hade gått ut.",
  occurrenceTooOld: (due: string) => `Missad ${due} och för gammal för att göras i efterhand.`,
  notInTimetable: "Ingår inte längre i tidtabellen.",
} as const;

const IN_ENGLISH = new Map<string, string>([
  [
    advice.blocked,
    "The person has stopped or removed the bot. Ask them to open the app in Teams and write “hello”; then the card is sent.",
  ],
  [
    advice.gone,
    "The chat is no longer there. Ask the person to open the app in Teams and write “hello”, or install the app anew for them.",
  ],
  [
    advice.channelClosed,
    "The bot may not write in the channel. Add the app to the team and write “use this channel” there; then the digest is posted.",
  ],
  [advice.tooBig, "The content was too big for Teams. Turn to whoever looks after the bot."],
  [advice.rejected(401), "Teams did not accept the bot's login. Run “doctor” and check BOT_ID and BOT_PASSWORD."],
  [
    advice.rejected(400),
    "Teams refused the message. Run “doctor”, and turn to whoever looks after the bot if the fault stays.",
  ],
  [advice.tooLate, "Teams could not be reached before the message was too old. Remind by hand if need be."],
  [advice.notMade, "The bot could not make the message in time. Turn to whoever looks after the bot."],
  [advice.keepsFailing, "Teams answered with a fault every time. Run “doctor”, and try again later."],
  [skipped.answered, "Has answered already."],
  [skipped.nothingLeft, "There is nothing left to say."],
  [skipped.notRecipient, "No longer answers for the unit."],
  [skipped.unitGone, "The unit is no longer in the plan."],
  [skipped.owesNothing, "The unit has no active measure any longer."],
  [skipped.notInPlan, "Is no longer in the plan."],
  [skipped.tooOld, "Too late: the time when it had a point was over."],
]);

export interface ViewWords {
  readonly nobodyYet: (week: string) => string;
  readonly got: (count: number, week: string) => string;
  readonly waiting: (count: number) => string;
  readonly everybodyReached: string;
  readonly notReached: (count: number) => string;
  readonly notInstalled: (count: number) => string;
  readonly unsure: (count: number) => string;
  readonly unsureHow: string;
  readonly skipped: (count: number) => string;
  readonly more: (count: number) => string;
  readonly channel: string;
  readonly answer: string;
  readonly paused: (count: number) => string;
  readonly pausedUntil: (name: string, until: string) => string;
  readonly nobodyPaused: string;
  readonly settleHow: Readonly<Record<"queued" | "sent", string>>;
  readonly nothingUnsure: string;
  readonly settled: (count: number) => string;
  /** What is stored with a row, in Swedish, as it is read. */
  readonly stored: (text: string) => string;
  readonly remedy: Readonly<Record<UnreachableCode, string>>;
}

const SV: ViewWords = {
  nobodyYet: (week) => `Inga kort är skickade för ${week} ännu.`,
  got: (count, week) =>
    count === 1 ? `1 person har fått kortet för ${week}.` : `${count} personer har fått kortet för ${week}.`,
  waiting: (count) => (count === 1 ? "1 väntar på att skickas." : `${count} väntar på att skickas.`),
  everybodyReached: "Alla har kunnat nås.",
  notReached: (count) => (count === 1 ? "1 kunde inte nås:" : `${count} kunde inte nås:`),
  notInstalled: (count) => `Inte installerad (${count}):`,
  unsure: (count) => `Osäkert om det kom fram (${count}):`,
  unsureHow:
    "Sändningen bröts, och skickas inte om av sig själv. Det klarnar när personen hör av sig. Du kan också skriva **skicka om de osäkra** eller **de osäkra kom fram**.",
  skipped: (count) => `Hoppades över (${count}):`,
  more: (count) => `… och ${count} till`,
  channel: "Ledningsgruppens kanal",
  answer: "ett svar i chatten",
  paused: (count) => `Har pausat påminnelser (${count}):`,
  pausedUntil: (name, until) => `${name}, till och med ${until}`,
  nobodyPaused: "Ingen har pausat sina påminnelser.",
  settleHow: {
    queued:
      "Jag skickar en gång till det som det är osäkert om det kom fram. Den som redan har det får det två gånger. Ska jag göra det?",
    sent: "Jag räknar det som det är osäkert om det kom fram som framme. Ska jag göra det?",
  },
  nothingUnsure: "Det finns inget som det är osäkert om det kom fram.",
  settled: (count) => (count === 1 ? "Klart. Det gällde ett meddelande." : `Klart. Det gällde ${count} meddelanden.`),
  stored: (text) => text,
  remedy: advice.unreachable,
};

const EN: ViewWords = {
  nobodyYet: (week) => `No cards have been sent for ${week} yet.`,
  got: (count, week) =>
    count === 1 ? `1 person has got the card for ${week}.` : `${count} people have got the card for ${week}.`,
  waiting: (count) => (count === 1 ? "1 is waiting to be sent." : `${count} are waiting to be sent.`),
  everybodyReached: "Everyone could be reached.",
  notReached: (count) => (count === 1 ? "1 could not be reached:" : `${count} could not be reached:`),
  notInstalled: (count) => `Not installed (${count}):`,
  unsure: (count) => `Not certain that it arrived (${count}):`,
  unsureHow:
    "The sending was cut off, and is not done again by itself. It becomes clear when the person is heard from. You can also write **resend the uncertain** or **the uncertain arrived**.",
  skipped: (count) => `Skipped (${count}):`,
  more: (count) => `… and ${count} more`,
  channel: "The management channel",
  answer: "an answer in the chat",
  paused: (count) => `Have paused their reminders (${count}):`,
  pausedUntil: (name, until) => `${name}, through ${until}`,
  nobodyPaused: "Nobody has paused their reminders.",
  settleHow: {
    queued: "I will send once more what may not have arrived. Whoever has it already gets it twice. Shall I do that?",
    sent: "I will count what may not have arrived as arrived. Shall I do that?",
  },
  nothingUnsure: "There is nothing that may not have arrived.",
  settled: (count) => (count === 1 ? "Done. It was one message." : `Done. It was ${count} messages.`),
  stored: (text) => IN_ENGLISH.get(text) ?? text,
  remedy: {
    not_installed:
      "The app is not installed. Add the person to the app's setup policy or to the team, or ask them to open the app.",
    not_bound: "No channel has been chosen. Write “use this channel” in the management group's channel.",
    silent: "An earlier message could not be delivered. Ask the person to open the app in Teams and write “hello”.",
  },
};

export function wordsFor(lang: Lang): ViewWords {
  return lang === "en" ? EN : SV;
}
