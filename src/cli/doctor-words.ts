// What `doctor` says of each thing: how it is, and what to do about it.

export interface Check {
  readonly check: string;
  readonly status: "OK" | "Varning" | "Fel";
  readonly text: string;
  /** Null when there is nothing to do. */
  readonly advice: string | null;
}

const ok = (check: string, text: string): Check => ({ check, status: "OK", text, advice: null });
const warning = (check: string, text: string, advice: string): Check => ({ check, status: "Varning", text, advice });
const fault = (check: string, text: string, advice: string): Check => ({ check, status: "Fel", text, advice });

export const doctorWords = {
  node: (version: string) => ok("Node", version),
  oldNode: (version: string, least: string) =>
    fault("Node", `${version} är för gammal.`, `Installera Node ${least} eller senare, helst 24.`),
  settings: ok("Inställningar", "Allt som npm start behöver finns."),
  settingsFaults: (faults: readonly string[]) =>
    fault("Inställningar", faults.join(" "), "Ange dem i miljön, och kör doctor igen."),
  folder: (folder: string, free: number) => ok("Datamapp", `${folder}, ${gigabytes(free)} ledigt.`),
  folderNotWritable: (folder: string) =>
    fault(
      "Datamapp",
      `${folder} går inte att skriva i.`,
      "Ändra rättigheterna, eller välj en annan mapp med DATA_DIR.",
    ),
  diskLow: (folder: string, free: number) =>
    warning("Datamapp", `Bara ${gigabytes(free)} ledigt för ${folder}.`, "Gör plats: minst 1 GB bör vara ledigt."),
  diskFull: (folder: string, free: number) =>
    fault("Datamapp", `Bara ${gigabytes(free)} ledigt för ${folder}.`, "Gör plats innan boten startas."),
  database: (kind: "embedded" | "server") =>
    ok("Databas", `${kind === "embedded" ? "Inbäddad" : "PostgreSQL-server"}, svarar och har rätt form.`),
  noDatabase: (sentence: string) => fault("Databas", sentence, "Åtgärda det, och kör doctor igen."),
  log: (entries: number) => ok("Ändringslogg", `Hel, ${entries} ${entries === 1 ? "post" : "poster"}.`),
  logBroken: (at: number) =>
    fault("Ändringslogg", `Bruten vid post ${at}.`, "Jämför med senaste säkerhetskopian: något har ändrats bakvägen."),
  plan: (name: string, version: number, measures: number, orgs: number) =>
    ok("Plan", `${name}, version ${version}: ${measures} åtgärder, ${orgs} organisationer.`),
  noPlan: warning("Plan", "Ingen plan är inläst än.", "Läs in den första med plan import <xlsx eller mapp>."),
  zone: (zone: string) => ok("Tidszon", zone),
  unknownZone: (zone: string) =>
    fault(
      "Tidszon",
      `Maskinen känner inte till ${zone}.`,
      "Rätta tidszonen på fliken Plan, till exempel Europe/Stockholm.",
    ),
  noOwner: warning(
    "Planägare",
    "Ingen är planägare för hela planen.",
    "Lägg till en på fliken Personer, på regionens id: bara planägaren kan styra boten i chatten.",
  ),
  noEconomy: warning(
    "Ekonomi t.o.m.",
    "Månaden som ekonomin är stängd till saknas.",
    "Ange den på fliken Plan, annars saknas underlag för effekt hittills.",
  ),
  ended: (to: string) => warning("Planperiod", `Planen gick ut ${to}.`, "Läs in en ny version om den har förlängts."),
  managers: ok("Linjechefer", "Varje enhet med en åtgärd har en linjechef."),
  unitsWithoutManager: (names: readonly string[]) =>
    warning(
      "Linjechefer",
      `${names.length} ${names.length === 1 ? "enhet" : "enheter"} saknar linjechef: ${firstOf(names)}.`,
      "Lägg till dem på fliken Personer; till dess går kortet till verksamhetschefen.",
    ),
  reach: (count: number) => ok("Nås i Teams", `Alla ${count} linjechefer.`),
  notReached: (unmet: number, all: number) =>
    warning(
      "Nås i Teams",
      `${unmet} av ${all} linjechefer har inte appen installerad.`,
      "Lägg appen i en konfigurationsprincip (setup policy) för cheferna, eller lägg till dem i teamet.",
    ),
  channel: ok("Kanal", "Ledningsgruppens kanal är vald."),
  noChannel: warning(
    "Kanal",
    "Ingen kanal är vald för veckans sammanställning.",
    "Planägaren skriver ”använd den här kanalen” till boten i ledningsgruppens team.",
  ),
  identity: ok("Teams-identitet", "Boten kan visa vem den är."),
  noIdentity: (why: string) =>
    fault(
      "Teams-identitet",
      `Ingen inloggning för boten (${why}).`,
      "Kontrollera BOT_ID, BOT_TENANT_ID och BOT_PASSWORD, och att servern når inloggningen.",
    ),
} as const;

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1).replace(".", ",")} GB`;
}

const NAMED = 5;

function firstOf(names: readonly string[]): string {
  const rest = names.length - NAMED;
  return rest > 0 ? `${names.slice(0, NAMED).join(", ")} och ${rest} till` : names.join(", ");
}
