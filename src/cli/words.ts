// Every sentence of the command line that is not a verb's own. It speaks Swedish, as those who run the server do.

export const words = {
  noPlan: "Ingen plan är inläst än: läs in den första med plan import <xlsx eller mapp>.",
  settings: (faults: readonly string[]) => ["Inställningarna behöver rättas:", ...faults].join("\n"),
  badTime: (option: string, text: string) =>
    `--${option} ska vara en tid, till exempel 2026-11-23T09:00:00+01:00. ”${text}” är ingen sådan.`,
  badWeek: (text: string) => `--week ska vara en vecka, till exempel 2026-W47. ”${text}” är ingen sådan.`,
  unexpected: (kind: string) =>
    `Något gick fel som inte ska kunna hända (${kind}). Kör en gång till med LOG_LEVEL=debug för att se var.`,
  disk: (code: string, path: string | null) =>
    `Det gick inte att läsa eller skriva${path ? ` ${path}` : ""} (${code}). Kontrollera disk, plats och rättigheter.`,
  network: (code: string) => `Nätet svarade inte som det skulle (${code}). Kontrollera anslutningen och försök igen.`,

  noPath: "Skriv en sökväg.",
  noFile: (path: string) => `${path} finns inte. Kontrollera sökvägen; inget har ändrats.`,
  tooLarge: (path: string) =>
    `${path} är för stor för att vara en plan (över 512 MB). Kontrollera att det är rätt fil.`,
  notAFile: (path: string) => `${path} är ingen vanlig fil. Välj ett annat namn; inget har ändrats.`,
  otherFile: (path: string, kind: string) =>
    `${path} finns redan och är inte ${kind}, så den får vara kvar. Välj ett annat namn.`,
  noFolder: (path: string) => `Mappen ${path} finns inte. Skapa den, eller välj en annan.`,
  otherFolder: (path: string, file: string) =>
    `Mappen ${path} har annat i sig än en plan (${file}), så den får vara som den är. Välj en ny eller tom mapp.`,
  fileName: (ending: string) => `Filens namn ska sluta på ${ending}.`,
  exportForm: "Planen skrivs som .xlsx, eller som en mapp med en .csv per flik.",

  reading: (sheet: string, rows: number) =>
    sheet === "" ? "Läser filen …" : rows === 0 ? `Packar upp ${sheet} …` : `Läser ${sheet}: rad ${rows} …`,
  issueRow: (row: number) => `rad ${row}`,
  errors: (count: number) =>
    `Planen är inte inläst: ${count === 1 ? "1 sak" : `${count} saker`} behöver rättas först. Inget är ändrat.`,
  moreErrors: (sheet: string, count: number) => `${sheet}: … och ${count} till.`,
  warnings: (count: number) => `${count === 1 ? "1 sak" : `${count} saker`} att titta på:`,
  exported: (path: string, files: number) =>
    files === 1 ? `Klart, planen finns i ${path}.` : `Klart, planen finns i mappen ${path} (${files} filer).`,

  askWhat: 'Skriv frågan inom citattecken, till exempel ask "hur går det?" --as <e-post>.',
  askAs: "--as behövs: skriv e-postadressen för den som frågar.",
  askEither: "Skriv antingen en fråga eller --batch, inte båda.",
  /** In the turns of a batch. */
  notDoneHere: {
    sv: "Ingenting gjordes: på kommandoraden ställs bara frågor. Säg det till boten i chatten, så görs det i ditt namn.",
    en: "Nothing was done: the command line only asks questions. Tell the bot in the chat, and it is done in your name.",
  },
  badLine: (line: number, why: string) => `Rad ${line} gick inte att läsa (${why}). Fortsätter med nästa.`,
  lineNotJson: "den är inte JSON",
  lineNotQuestion: (key: string) => `”${key}” saknas eller är fel`,
  lineTooLong: "den är för lång",
  failedTurn: (id: string, kind: string) => `Frågan ${id} gav ett fel (${kind}). Fortsätter med nästa.`,
  unreadable: "Den här raden gick inte att läsa, så jag har inget svar. Fråga till exempel: hur går det?",
  noAnswer: "Här blev det fel hos mig, så jag har inget svar. Fråga gärna på ett annat sätt.",

  noUnit: (unit: string) => `”${unit}” finns inte i planens organisation. Kontrollera id:t på fliken Organisation.`,
  noCardWeek: (week: string) => `Vecka ${week} har inga kort (sommar, jul och nyår).`,
  owesNothing: (unit: string, week: string) =>
    `${unit} får inget kort ${week}: enheten har ingen aktiv åtgärd den veckan.`,
  tryVerbs: (verbs: readonly string[]) => `Efter try ska det stå ${either(verbs)}.`,
  nothingToSend: "Då skulle inget skickas.",
  wouldSend: (count: number) => `Då skulle detta skickas (${count}):`,
  tried: (kind: string, to: string, unit: string | null, why: string) =>
    `• ${kind} till ${to}${unit ? ` för ${unit}` : ""}. ${why}`,
  /** The bound channel of the ledningsgrupp. */
  channel: "Ledningsgruppen",

  reportKinds: (kinds: readonly string[]) => `Efter report ska det stå ${either(kinds)}.`,
  written: (path: string) => `Klart, dokumentet finns i ${path}. Det är ett UTKAST.`,
  logWhole: (entries: number, head: string) =>
    `Ändringsloggen är hel: ${entries} ${entries === 1 ? "post" : "poster"}, den sista har kontrollsumman ${head || "–"}.`,
  logBroken: (at: number) =>
    `Ändringsloggen är bruten vid post ${at}: den eller något före den har ändrats eller tagits bort. Jämför med senaste säkerhetskopian.`,
  logExported: (path: string, entries: number) =>
    `Klart, ${entries} ${entries === 1 ? "post" : "poster"} finns i ${path}.`,
  backedUp: (path: string, rows: number) => `Klart, säkerhetskopian finns i ${path} (${rows} rader).`,
  restored: (path: string, rows: number) => `Klart, allt är återställt från ${path} (${rows} rader).`,
  kinds: {
    xlsx: "en Excel-arbetsbok",
    docx: "ett Word-dokument",
    backup: "en säkerhetskopia",
    log: "en export av ändringsloggen",
  },
} as const;

function either(choices: readonly string[]): string {
  return `${choices.slice(0, -1).join(", ")} eller ${choices.at(-1)}`;
}
