// Questions of every kind about any plan, by chance that can be had again: with its own names, some misspelt, some
// followed up.
import type { PlanFacts } from "../../src/plan/plan.ts";
import type { Random } from "../prove/random.ts";

export type Conversation = readonly string[];

/** `{enhet}`, `{åtgärd}`, `{id}`, `{förvaltning}`, `{tema}`, `{mått}`, `{månad}`, `{vecka}` are filled in. */
const KINDS = `hur går det
hur går det för {enhet}
läget på {enhet}
hur ligger {förvaltning} till
hur går det med {id}
status på {åtgärd}
vem äger {åtgärd}
när skulle {id} vara klar
vilka åtgärder har {förvaltning}
visa mina åtgärder
hur många åtgärder har {förvaltning} och hur många är röda
vilka enheter äger ingen åtgärd
hur mycket har vi sparat hittills
hur mycket har {förvaltning} hämtat hem
vad är beslutat för {åtgärd}
vad är prognosen för {förvaltning}
hur mycket saknas till plan tom {månad}
hur mycket realiserades i {månad}
visa effekten månad för månad
visa effekten månad för månad för {förvaltning}
effekt per förvaltning
effekt per tema
hur stor andel av beslutad effekt är {tema}
summera åtgärderna inom {tema}
hur mycket faller bort om {id} inte blir av
hur mycket beslutad effekt står bakom ouppfyllda förutsättningar
vad är {id} beroende av
vilka hänger på {id}
vilka åtgärder är röda
vilka åtgärder är kritiska i {förvaltning}
röda på {enhet}
vilka har varit gula mer än fyra veckor i rad
vilka saknar konsekvensbedömning
var skiljer sig chefens bedömning från utfallet
vilka åtgärder har passerat en milstolpe som inte är klar
alla åtgärder efter plan
vilka tre åtgärder ligger längst efter plan i kronor
de tio största åtgärderna efter beslutad effekt
vad ändrades i läget mellan vecka 45 och {vecka}
sen när är {id} röd
varför är {id} gul
varför når vi inte planen
varför ligger {förvaltning} efter
vilka orsaker är vanligast
hur är bemanningen på {enhet}
högst övertid
vilken enhet har högst övertid
vilka enheter har högst sjukfrånvaro
hur många årsarbetare över målet ligger {enhet}
vad kostar hyrpersonalen på {enhet}
vad kostar hyrpersonalen per förvaltning
var minskar både bemanning och produktion
hur många {mått} gör {enhet} i veckan mot plan
producerar {enhet} lika mycket som i fjol
vem har inte rapporterat
vilka har inte rapporterat v {vecka}
har {enhet} rapporterat v {vecka}
hur många har rapporterat förra veckan
svarsfrekvensen i {förvaltning}
vem missade två veckor i rad
vad skrev {enhet} v {vecka}
jämför {förvaltning} och {förvaltning}
jämför {enhet} med {enhet}
vilken förvaltning har kommit längst
rangordna enheterna efter realiserad effekt
hur mycket måste {förvaltning} hämta hem per månad för att nå årets plan
kan vi nå 200 miljoner i år
räkneexempel: om {id} börjar i januari 2027 i stället
vilka milstolpar är försenade
vad händer de närmaste två veckorna
när beslutades {id}
hur färska är siffrorna
vad menas med realiserad effekt
stämmer det att vi sparat 145 mkr
påminn alla som inte har rapporterat
how much have we saved so far
which measures are red in {förvaltning}
what is the status of {id}
vilken läkare är sjukskriven på {enhet}
vem vann matchen i går
jag undrar egentligen mest över hur det går med {åtgärd} och om {enhet} har hunnit rapportera något om det`.split("\n");

const FOLLOW_UPS = `varför?
och {förvaltning}?
och förra veckan?
bara de kortsiktiga
vem äger den första?
jämfört med plan?
nej jag menar {enhet}
och t.o.m. september?
hur förstod du frågan?`.split("\n");

const MONTHS = "mars,juni,augusti,september,oktober".split(",");
const LETTERS = "abdefghiklmnoprstuvåäö";

/** One in three holds a slip of the hand, one in four goes on. */
export function someConversation(facts: PlanFacts, random: Random): Conversation {
  const turns = [one(KINDS, random)];
  while (random.below(4) === 0 && turns.length < 4) turns.push(one(FOLLOW_UPS, random));
  return turns.map((turn) => {
    const filled = turn.replace(/\{(\p{L}+)\}/gu, (_all, slot: string) => wordFor(slot, facts, random));
    return random.below(3) === 0 ? misspelt(filled, random) : filled;
  });
}

function wordFor(slot: string, facts: PlanFacts, random: Random): string {
  switch (slot) {
    case "enhet":
      return one(facts.orgs, random).name.toLowerCase();
    case "förvaltning":
      return one(
        facts.orgs.filter(({ level }) => level === "administration"),
        random,
      ).name;
    case "id":
      return one(facts.measures, random).id;
    case "åtgärd":
      return one(facts.measures, random).title.toLowerCase();
    case "tema":
      return one(facts.measures, random).theme;
    case "mått":
      return facts.production.length > 0 ? one(facts.production, random).metric : "besök";
    case "månad":
      return one(MONTHS, random);
    default:
      return String(44 + random.below(4));
  }
}

function misspelt(text: string, random: Random): string {
  const at = random.below(text.length);
  const letter = LETTERS[random.below(LETTERS.length)] ?? "";
  const slips = [
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + letter + text.slice(at + 1),
    text.slice(0, at) + letter + text.slice(at),
    text.slice(0, at) + (text[at + 1] ?? "") + (text[at] ?? "") + text.slice(at + 2),
  ];
  return one(slips, random);
}

function one<T>(list: readonly T[], random: Random): T {
  const found = list[random.below(list.length)];
  if (found === undefined) throw new Error("nothing to choose from");
  return found;
}
