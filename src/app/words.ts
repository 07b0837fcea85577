// What the bot says around the verbs: greeting, Ja/Nej, and what came of an action.
import type { Lang } from "../plan/plan.ts";

const sv = {
  welcome: (name: string | null) =>
    `Hej${name ? ` ${name}` : ""}! Jag är en bot som följer omställningsplanen. På onsdagar får du som är linjechef ett ` +
    "kort om hur det går; det tar ungefär en minut. Fråga mig när som helst, till exempel **hur går det**, " +
    "**visa mina åtgärder** eller **hjälp**. Skriv inga person- eller patientuppgifter till mig.",
  welcomeTeam:
    "Hej! Jag är en bot som följer omställningsplanen. Planägaren kan skriva **använd den här kanalen** till mig här, så " +
    "lägger jag veckans sammanfattning i den här kanalen.",
  noPlan:
    "Ingen plan är inläst ännu. Den som sköter servern läser in den första med `plan import`; sedan kan planägaren skicka " +
    "nya versioner till mig här.",
  notInPlan:
    "Hej! Du finns inte med i planen, så jag kan inte svara om den. Be planägaren lägga till dig under Personer, med " +
    "samma e-postadress som du har i Teams.",
  yes: "Ja",
  no: "Nej",
  nothingDone: "Okej, ingenting gjordes.",
  nothingToConfirm: "Den frågan gäller inte längre, så ingenting gjordes. Skriv gärna önskemålet en gång till.",
  onlyInChannel:
    "Skriv det i kanalen som ska användas: lägg till mig i teamet, nämn mig där och skriv **använd den här kanalen**.",
  onlyInPersonalChat: "Det gör jag bara i vår egen chatt. Skriv till mig där.",
  notYours: "Det kan bara planägaren göra. Vänd dig till planägaren, så ordnar det sig.",
  channelBound: "Klart. Veckans sammanfattning läggs i den här kanalen från och med nästa gång.",
  paused: (until: string) =>
    `Klart. Inga påminnelser till dig till och med ${until}. Planägaren ser att du har pausat.`,
  pauseTooLong:
    "Påminnelser kan pausas i högst tre veckor, och dagen får inte ha passerat. Säg en dag inom tre veckor.",
  deputySet: (who: string, from: string, to: string) =>
    `Klart. ${who} får dina kort från och med ${from} till och med ${to}.`,
  deputyUnknown: "Den adressen finns inte i planen. Be planägaren lägga till personen först.",
  deputySelf: "Du kan inte vara din egen ersättare. Säg vem som ska svara i ditt ställe.",
  deputyDates: "Sista dagen måste komma efter den första, och får inte ha passerat.",
  aliasAdded: (alias: string, name: string) => `Klart. ”${alias}” betyder från och med nu ${name}.`,
  verifyDone: {
    verified: "Klart. Den realiserade effekten är verifierad från och med nu.",
    nothing: "Allt som är realiserat där är redan verifierat, så ingenting ändrades.",
    refused: "Bara den controller som åtgärden hör till kan verifiera effekt.",
  },
  settingSaved: "Klart. Ändringen gäller från och med nästa gång.",
  reminded: (count: number) =>
    count === 0
      ? "Ingen behövde påminnas: alla har svarat, har pausat eller har redan fått två påminnelser den här veckan."
      : count === 1
        ? "Klart. En person får en påminnelse."
        : `Klart. ${count} personer får en påminnelse.`,
  exportReady: "Här är planen, med det som du får se.",
  exportGone: "Filen finns inte kvar. Be om den en gång till.",
  done: "Klart.",
  answerLost: "Ett tidigare svar från mig kanske inte kom fram. Fråga gärna en gång till om du saknar det.",
  fileKind:
    "Jag kan läsa in en plan som Excel-arbetsbok (.xlsx). Skicka en sådan fil, eller fråga mig något om planen.",
  testRound: "Det här är ett test: så här ser veckans utskick ut. Ingen annan har fått något.",
  noDigest: (week: string) => `Ingen sammanfattning har postats för ${week}.`,
  noneUnanswered: "Alla frågor de senaste 30 dagarna har fått svar.",
  unanswered: "Det här har frågats de senaste 30 dagarna utan att jag förstod:",
  addAlias: "Lär mig ett ord genom att skriva till exempel **”ordet” betyder** och åtgärdens id.",
  noTestCard: "Det finns inget kort att visa: ingen enhet har en aktiv åtgärd den här veckan.",
};

export type AppWords = typeof sv;

const en: AppWords = {
  welcome: (name) =>
    `Hi${name ? ` ${name}` : ""}! I am a bot that follows the transition plan. On Wednesdays line managers get a card ` +
    "about how it is going; it takes about a minute. Ask me anything about the plan, for example **how is it going**, " +
    "**show my measures** or **help**. Please write no personal or patient data to me.",
  welcomeTeam:
    "Hi! I am a bot that follows the transition plan. The plan owner can write **use this channel** to me here, and I will " +
    "post the weekly digest in this channel.",
  noPlan:
    "No plan has been imported yet. Whoever runs the server imports the first one with `plan import`; after that the plan " +
    "owner can send new versions to me here.",
  notInPlan:
    "Hi! You are not in the plan (du finns inte med i planen), so I can't answer about it. Ask the plan owner to add you " +
    "under Personer, with the e-mail address you have in Teams.",
  yes: "Yes",
  no: "No",
  nothingDone: "All right, nothing was done.",
  nothingToConfirm: "That question no longer holds, so nothing was done. Please say what you want once more.",
  onlyInChannel:
    "Write that in the channel to be used: add me to the team, mention me there and write **use this channel**.",
  onlyInPersonalChat: "I only do that in our own chat. Write to me there.",
  notYours: "Only the plan owner can do that. Turn to the plan owner, and it will be sorted out.",
  channelBound: "Done. The weekly digest will be posted in this channel from the next time on.",
  paused: (until) => `Done. No reminders to you through ${until}. The plan owner sees that you have paused.`,
  pauseTooLong:
    "Reminders can be paused for at most three weeks, and the day can't have passed. Say a day within three weeks.",
  deputySet: (who, from, to) => `Done. ${who} gets your cards from ${from} through ${to}.`,
  deputyUnknown: "That address is not in the plan. Ask the plan owner to add the person first.",
  deputySelf: "You can't be your own deputy. Say who will answer in your place.",
  deputyDates: "The last day must come after the first, and can't have passed.",
  aliasAdded: (alias, name) => `Done. “${alias}” now means ${name}.`,
  verifyDone: {
    verified: "Done. The realised effect is verified from now on.",
    nothing: "All that is realised there is verified already, so nothing was changed.",
    refused: "Only the controller whom the measure belongs to can verify effect.",
  },
  settingSaved: "Done. The change holds from the next time on.",
  reminded: (count) =>
    count === 0
      ? "Nobody needed a reminder: all have answered, paused, or had two this week."
      : count === 1
        ? "Done. One person gets a reminder."
        : `Done. ${count} people get a reminder.`,
  exportReady: "Here is the plan, with what you may see.",
  exportGone: "The file is no longer there. Please ask for it once more.",
  done: "Done.",
  answerLost: "An earlier answer of mine may not have come through. Please ask once more if you miss it.",
  fileKind: "I can import a plan as an Excel workbook (.xlsx). Send such a file, or ask me something about the plan.",
  testRound: "This is a test: this is what the week's card looks like. Nobody else has got anything.",
  noDigest: (week) => `No digest has been posted for ${week}.`,
  noneUnanswered: "Every question of the last 30 days has been answered.",
  unanswered: "These were asked in the last 30 days without my understanding them:",
  addAlias: "Teach me a word by writing the word in quotes and what it means: **“word” means** and a measure's id.",
  noTestCard: "There is no card to show: no unit has an active measure this week.",
};

export const WORDS: Readonly<Record<Lang, AppWords>> = { sv, en };
