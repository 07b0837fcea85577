// Every fault of a plan file in Swedish: what is wrong, and what to write instead.
import type { FaultWords } from "./fault.ts";

export const SV: FaultWords = {
  empty: () => [
    "Cellen är tom, men den behövs.",
    "Fyll i ett värde, eller ta bort hela raden om den inte ska vara med.",
  ],
  notNumber: () => [
    "Det här går inte att läsa som ett tal.",
    "Skriv bara siffror med decimalkomma, till exempel 12,5. Lämna cellen tom om värdet inte är beräknat.",
  ],
  ambiguousNumber: ({ grouped, decimal }) => [
    "Punkten kan betyda både tusental och decimaler.",
    `Skriv ${grouped} eller ${decimal}, beroende på vilket du menar.`,
  ],
  unitInCell: ({ unit, instead }) => [
    `Enheten ”${unit}” står i cellen. Belopp anges i mkr och andra tal utan enhet.`,
    instead === null ? "Skriv bara talet." : `Skriv ${instead}.`,
  ],
  numberTooLarge: () => [
    "Talet är orimligt stort.",
    "Kontrollera att beloppet är i mkr (miljoner kronor) och inte i kronor.",
  ],
  negative: () => [
    "Beloppet är under noll.",
    "Skriv ett belopp som är noll eller större, eller lämna cellen tom om det inte är beräknat.",
  ],
  notDate: ({ instead }) => [
    "Det här är inget datum som finns.",
    `Skriv datumet som ${instead ?? "år-månad-dag, till exempel 2026-10-31"}.`,
  ],
  notMonth: ({ instead }) => [
    "Det här är ingen månad.",
    `Skriv månaden som ${instead ?? "år-månad, till exempel 2026-10"}.`,
  ],
  notWeek: ({ instead }) => [
    "Det här är ingen vecka.",
    `Skriv veckan som ${instead ?? "2026-W46"} eller v. ${weekExample(instead)}.`,
  ],
  notPeriod: () => [
    "Det här är varken en vecka eller en månad.",
    "Skriv en vecka som 2026-W46 eller en månad som 2026-10.",
  ],
  noSuchWeek: ({ year, last }) => [
    `Veckan finns inte: ${year} har vecka 1–${last}.`,
    `Skriv en vecka från ${year}-W01 till ${year}-W${last}.`,
  ],
  notInstant: ({ instead }) => [
    "Tidpunkten går inte att läsa, eller saknar tidszon.",
    `Skriv datum, klockslag och avstånd till UTC: ${instead ?? "2026-11-20T09:30:00+01:00"}.`,
  ],
  notZone: () => ["Tidszonen är okänd.", "Skriv Europe/Stockholm, eller lämna cellen tom."],
  unknownWord: ({ allowed, nearest }) => [
    "Ordet är inte ett av dem som kan stå här.",
    `${nearest === null ? "" : `Menar du ”${nearest}”? `}Välj bland: ${allowed.join(" · ")}.`,
  ],
  tooLong: ({ length }) => [`Cellen har ${length} tecken. En Excelcell rymmer 32 767.`, "Korta texten."],
  unreadableCharacter: () => [
    "Cellen har ett osynligt tecken som inte går att läsa (till exempel NUL).",
    "Radera cellens innehåll och skriv det på nytt.",
  ],
  barInId: () => ["Tecknet | skiljer värden i listor och kan inte ingå i ett id.", "Byt | mot ett bindestreck."],
  cellError: ({ text }) => [`Cellen visar felet ${text}.`, "Rätta formeln, eller skriv in värdet."],
  uncalculated: () => [
    "Cellen har en formel som inte är beräknad.",
    "Öppna filen i Excel och spara den igen, eller skriv in värdet.",
  ],
  unknownMeasure: ({ nearest }) => ["Ingen åtgärd har det här id:t.", unknownFix(nearest, "Åtgärder")],
  unknownOrg: ({ nearest }) => ["Ingen organisation har det här id:t.", unknownFix(nearest, "Organisation")],
  notUnit: ({ level }) => [
    `Det här id:t är på nivån ${level}, men här behövs en enhet.`,
    "Skriv id för en rad i Organisation som har nivån enhet.",
  ],
  duplicate: ({ firstRow, key }) => [
    `${key} står redan på rad ${firstRow}.`,
    "Ta bort den ena raden, eller rätta den så att de skiljer sig åt.",
  ],
  orgCycle: ({ path }) => [`Organisationen går runt i en cirkel: ${path}.`, "Rätta överordnad på en av raderna."],
  prerequisiteCycle: ({ path }) => [
    `Åtgärderna väntar på varandra i en cirkel: ${path}.`,
    "Ta bort ett av beroendena i kolumnen beror på.",
  ],
  parentMissing: () => [
    "Överordnad saknas. Bara regionen står överst.",
    "Skriv id för den organisation som är närmast över.",
  ],
  parentOfRegion: () => ["Regionen står överst och har ingen överordnad.", "Töm cellen."],
  parentNotHigher: ({ parent, parentLevel, level }) => [
    `${parent} är på nivån ${parentLevel} och kan inte vara överordnad en rad på nivån ${level}.`,
    "Välj en överordnad på samma eller högre nivå: region, nämnd, förvaltning, verksamhetsområde, enhet.",
  ],
  secondRegion: ({ firstRow }) => [
    `Det finns redan en region på rad ${firstRow}.`,
    "Byt nivå på en av raderna. En plan gäller en region.",
  ],
  endBeforeStart: ({ start }) => [
    `Slutet kommer före början (${start}).`,
    `Skriv ${start} eller senare, eller rätta början.`,
  ],
  sheetMissing: () => ["Bladet saknas.", "Lägg till ett blad med det här namnet (i en mapp: en csv-fil)."],
  sheetTwice: () => ["Bladet finns två gånger.", "Ta bort det ena."],
  columnMissing: ({ column, nearest }) => [
    `Kolumnen ”${column}” saknas.`,
    nearest === null ? `Lägg till rubriken ${column} på rad 1.` : `Ska rubriken ”${nearest}” heta ”${column}”?`,
  ],
  columnTwice: ({ column }) => [`Kolumnen ”${column}” finns två gånger.`, "Ta bort eller byt namn på den ena."],
  keyMissing: ({ key }) => [
    `Nyckeln ”${key}” saknas.`,
    `Lägg till en rad med ”${key}” i kolumnen nyckel och dess värde bredvid.`,
  ],
  noRegion: () => ["Ingen rad har nivån region.", "Lägg till regionen som översta rad, med tom överordnad."],
  notUtf8: () => [
    "Filen är inte sparad som UTF-8, så å, ä och ö går inte att lita på.",
    "Spara om den i Excel som ”CSV UTF-8 (kommaavgränsad)”, eller använd en arbetsbok (.xlsx).",
  ],
  brokenQuotes: () => [
    "Ett citattecken öppnas men stängs aldrig, så resten av filen går inte att läsa.",
    'Stäng citattecknet. Ett citattecken inne i texten skrivs dubbelt: "".',
  ],
  sheetTooLarge: ({ limit }) => [
    `Bladet är större än ${limit} och läses inte in.`,
    "Ta bort tomma, formaterade rader och kolumner, eller dela upp historiken.",
  ],
  tooManyColumns: () => [
    "En rad har orimligt många kolumner.",
    "Kontrollera att filen är en plan, sparad med semikolon mellan kolumnerna.",
  ],
  noFiles: () => [
    "Här finns ingen plan att läsa.",
    "Ange en arbetsbok (.xlsx), eller en mapp med en csv-fil per blad.",
  ],
  mixedForms: () => [
    "Här finns flera arbetsböcker, eller både arbetsbok och csv-filer.",
    "Läs in en arbetsbok, eller en mapp med bara csv-filer.",
  ],
  macroFile: () => [
    "Arbetsboken har makron och läses inte in.",
    "Spara den som ”Excel-arbetsbok (.xlsx)”, utan makron.",
  ],
  oldExcel: () => [
    "Filen är i det äldre Excelformatet (.xls), eller skyddad med lösenord.",
    "Öppna den i Excel, ta bort ett eventuellt lösenord och spara som ”Excel-arbetsbok (.xlsx)”.",
  ],
  notWorkbook: () => ["Filen är ingen arbetsbok som går att läsa.", "Spara planen som ”Excel-arbetsbok (.xlsx)”."],
  damagedWorkbook: () => ["Arbetsboken är skadad.", "Öppna den i Excel, låt Excel reparera den och spara den på nytt."],
  zipBomb: () => [
    "Arbetsboken blir orimligt stor när den packas upp och läses inte in.",
    "Kopiera planens blad till en ny arbetsbok och spara den.",
  ],
  hostileXml: () => [
    "Arbetsboken innehåller XML som Excel aldrig skriver och läses inte in.",
    "Kopiera planens blad till en ny arbetsbok och spara den.",
  ],
  unknownColumn: ({ nearest }) => [
    "Kolumnen är okänd och lästes inte.",
    nearest === null ? "Ta bort den om den inte behövs." : `Menar du ”${nearest}”?`,
  ],
  unnamedColumn: () => [
    "Här står något i en kolumn utan rubrik. Det lästes inte.",
    "Ge kolumnen en rubrik, eller töm cellerna.",
  ],
  unknownSheet: ({ nearest }) => [
    "Bladet är okänt och lästes inte.",
    nearest === null ? "Ta bort det om det inte behövs." : `Menar du ”${nearest}”?`,
  ],
  unknownKey: ({ nearest }) => [
    "Nyckeln är okänd och lästes inte.",
    nearest === null ? "Ta bort raden om den inte behövs." : `Menar du ”${nearest}”?`,
  ],
  otherFile: () => ["Filen är ingen csv-fil och lästes inte.", "Ta bort den ur mappen om den inte behövs."],
  formulasRead: ({ count }) => [
    `${count} celler har formler. Deras senast beräknade värden lästes.`,
    "Kontrollera att filen var beräknad och sparad.",
  ],
  sharesExceedDecided: ({ measure, shares, decided }) => [
    `Andelarna i ${measure} är tillsammans ${shares} mkr, mer än beslutade ${decided} mkr.`,
    "Kontrollera andelarna i Deltagande mot beslutad i Åtgärder.",
  ],
  emailWithoutMatch: () => [
    "Adressen ser inte ut som en e-postadress, så personen kan inte kännas igen i Teams.",
    "Skriv den adress som personen loggar in i Teams med.",
  ],
  unitWithoutManager: ({ unit }) => [
    `${unit} har ingen linjechef. Veckokortet går till närmaste chef ovanför.`,
    "Lägg till en linjechef för enheten i Personer, om det finns en.",
  ],
  repeatedRow: ({ firstRow }) => [
    `Samma sak står redan på rad ${firstRow}. Den här raden lästes inte.`,
    "Ta bort den ena raden.",
  ],
  outdatedReports: ({ count }) => [
    `${count} rader säger något annat än de rapporter som finns, men är inte senare rapporterade. De lästes inte in.`,
    "En ändrad rapport behöver en senare tidpunkt i kolumnen rapporterad.",
  ],
  personNotListed: () => [
    "Personen finns inte i Personer.",
    "Kontrollera adressen, eller lägg till personen i Personer.",
  ],
};

function unknownFix(nearest: string | null, sheet: string): string {
  return nearest === null
    ? `Lägg till raden i bladet ${sheet}, eller rätta id:t.`
    : `Menar du ${nearest}? Annars: lägg till raden i bladet ${sheet}.`;
}

function weekExample(week: string | null): string {
  return week === null ? "46 2026" : `${Number(week.slice(6))} ${week.slice(0, 4)}`;
}
