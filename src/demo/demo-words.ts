// What the demo says, beside what the bot says.
import { listText } from "../plan/format.ts";
import type { Role } from "../plan/plan.ts";

export const DEMO_WORDS = {
  greeting: (clock: string) =>
    [
      `**Det här är en demo** med den påhittade Region Exempel. Demoklockan visar ${clock}.`,
      "",
      "- `demo: tid onsdag 07.35` flyttar klockan framåt; allt som ska hända på vägen händer",
      "- `demo: jag är chef.ortopeden` gör dig till en annan person (e-post eller det som står före @) och visar den " +
        "personens chatt: kortet, påminnelserna. Planägaren heter `planagare`",
      "- veckan: kortet kommer onsdag 07.30, påminnelser torsdag 14.00 och fredag 13.00, sammanfattningen i kanalen " +
        "**Ledningsgruppen** måndag 07.30",
      "- de andra enheterna svarar av sig själva när klockan når dit, enligt exempelplanen; en enhet som du har svarat " +
        "för behåller ditt svar",
      "- fråga vad som helst: **hur går det**, **visa mina åtgärder**, **hjälp**",
      "",
      "Det som börjar med `demo:` finns bara i demon.",
    ].join("\n"),
  clock: (clock: string) => `Demoklockan visar ${clock}.`,
  moved: (clock: string, happened: string) => [`Klockan är nu ${clock}.`, happened].filter(Boolean).join("\n\n"),
  happened: (cards: number, reminders: number, digests: number) => {
    const parts = [
      cards > 0 ? `${cards} kort` : "",
      reminders > 0 ? `${reminders} ${reminders === 1 ? "påminnelse" : "påminnelser"}` : "",
      digests > 0 ? `${digests === 1 ? "en sammanfattning" : `${digests} sammanfattningar`} till Ledningsgruppen` : "",
    ].filter(Boolean);
    return parts.length > 0 ? `På vägen skickades ${listText(parts, "sv")}.` : "";
  },
  notForward: (clock: string) => `Demoklockan går bara framåt. Den visar ${clock}.`,
  tooFar: "Högst ett år i taget, tack.",
  timeNotRead:
    "Jag förstod inte tiden. Skriv till exempel `demo: tid fredag 13.05` eller `demo: tid 2026-11-23 07.35`.",
  unknownPerson: (text: string) =>
    `Ingen i planen heter ${text}. Skriv e-postadressen eller det som står före @, till exempel \`demo: jag är planagare\`.`,
  severalPersons: (list: string) => `Flera passar: ${list}. Skriv hela adressen.`,
  now: (name: string, roles: string) => `Du är nu **${name}** (${roles}).`,
  nothingOpen: "Inget kort är öppet och ingenting väntar.",
  chatAsItStands: "Så här ser chatten ut just nu:",
  commands: "Demon förstår `demo: tid <när>` och `demo: jag är <vem>`. Skriv till exempel `demo: tid fredag 13.05`.",
} as const;

export const DEMO_ROLES: Readonly<Record<Role, string>> = {
  line_manager: "linjechef",
  area_manager: "verksamhetschef",
  administration_manager: "förvaltningschef",
  management: "ledningsgrupp",
  plan_owner: "planägare",
  controller: "controller",
  support_team: "förstärkningsteam",
  reader: "läsare",
};
