// What the bot says about itself, the data, and what it can't or won't answer.
import type { Lang } from "../../plan/plan.ts";
import type { Word } from "../../plan/words.ts";
import type { Refusal } from "../grammar/bounds.ts";

export const HELP: Word = {
  sv: 'Fråga mig om planen med egna ord. Jag svarar på hur det går ("Hur går det för …?"), effekt ("Hur mycket har vi sparat?"), läge ("Vilka är röda?"), varför, bemanning och produktion, vilka som har rapporterat, beslut, milstolpar och vad orden betyder. Du kan också rapportera ("inget nytt"), be om stöd och exportera – då frågar jag först.',
  en: 'Ask me about the plan in your own words: how things stand ("How is … going?"), effect ("How much have we saved?"), states ("Which are red?"), why, staffing and production, who has reported, decisions, milestones and what the terms mean. You can also report ("no news"), ask for support and export – then I ask first.',
};
export const HELLO: Word = {
  sv: "Hej! Jag är en bot som följer omställningsplanen. Fråga mig hur det går.",
  en: "Hello! I am a bot that follows the transition plan. Ask me how it is going.",
};
export const THANKS: Word = {
  sv: "Varsågod! Säg till om du undrar något mer.",
  en: "You are welcome! Tell me if there is more.",
};
export const ABOUT: Word = {
  sv: "Jag är en bot. Svaren räknas fram ur planens egna siffror och rapporter; inget är påhittat.",
  en: "I am a bot. The answers are computed from the plan's own figures and reports; nothing is made up.",
};
export const PUBLIC: Word = {
  sv: "Jag kan inte avgöra det. Veckorapporter och utskick kan bli allmän handling, och en sekretessprövning görs vid utlämnande. Fråga registrator – och skriv inga person- eller patientuppgifter här.",
  en: "I can't decide that. Weekly reports and digests may be public documents (allmän handling), and secrecy is assessed on release. Ask the registrator – and write no personal or patient data here.",
};
export const NEGOTIATION: Word = {
  sv: "Jag kan inte avgöra det. Viktigare förändringar kan kräva information eller förhandling enligt MBL eller ert samverkansavtal. Stäm av med HR innan något genomförs.",
  en: "I can't decide that. Important changes may require information or negotiation under MBL or your consultation agreement. Check with HR before anything is carried out.",
};
/** A yes where nothing can be carried out. */
export const NOT_HERE: Word = {
  sv: "Ingenting är gjort: ett ja gäller bara i den tråd där jag frågade.",
  en: "Nothing was done: a yes only holds in the thread where I asked.",
};
export const NOTHING_DONE: Word = { sv: "Okej, jag gjorde ingenting.", en: "All right, nothing was done." };

export const REFUSALS: Readonly<Record<Refusal, Word>> = {
  personal: {
    sv: "Jag svarar inte på frågor om enskilda personers hälsa, lön eller prestation. Prata med närmaste chef eller HR.",
    en: "I don't answer questions about individual persons' health, pay or performance. Please talk to the nearest manager or HR.",
  },
  patient: {
    sv: "Jag har inga patientuppgifter och svarar inte om patienter. Använd journalsystemet, och skriv inga patientuppgifter här.",
    en: "I hold no patient data and don't answer about patients. Use the record system, and write no patient data here.",
  },
  personal_number: {
    sv: "Texten ser ut att innehålla ett personnummer. Ta bort det och skriv igen – person- och patientuppgifter får inte stå här, uppgiften kan bli allmän handling. Inget är sparat.",
    en: "The text seems to hold a Swedish personal identity number. Please remove it and write again – personal and patient data must not stand here, what you write may become an official document. Nothing is saved.",
  },
  medical: {
    sv: "Jag ger inga medicinska råd. Fråga ansvarig läkare, eller ring 1177.",
    en: "I give no medical advice. Please ask the responsible doctor, or call 1177.",
  },
  politics: {
    sv: "Jag tar inte ställning i politiska frågor. Jag kan visa vad som är beslutat och hur det går.",
    en: "I take no side in political questions. I can show what has been decided and how it is going.",
  },
  rules: {
    sv: "Det kan jag inte göra: reglerna för vem som får se vad gäller alltid. Fråga planägaren om du saknar behörighet.",
    en: "I can't do that: the rules for who may see what always hold. Ask the plan owner if you lack access.",
  },
  delete_report: {
    sv: "En inlämnad rapport är en handling och kan inte tas bort. Lämna en rättad version i stället, så gäller den. Planägaren kan hjälpa till.",
    en: "A report that has been given is an official document and can't be deleted. Give a corrected version instead, and that one counts. The plan owner can help.",
  },
  change_figure: {
    sv: "Den siffran kan jag inte ändra här. Belopp och planuppgifter ändras av planägaren genom en ny version av planen.",
    en: "I can't change that figure here. Amounts and plan data are changed by the plan owner in a new version of the plan.",
  },
  not_in_plan: {
    sv: "Du finns inte med i planen, så jag kan tyvärr inte svara. Planägaren kan lägga till dig.",
    en: "You finns inte med i planen (are not in the plan), so I'm sorry that I can't answer. The plan owner can add you.",
  },
  undecided: {
    sv: "Den åtgärden är inte beslutad, och du har inte behörighet att se den. Planägaren kan berätta mer.",
    en: "That measure is not decided, and you may not see it. The plan owner can tell you more.",
  },
  comments: {
    sv: "Kommentarer och nästa steg får bara läsas av enheten själv, dess chefer och planägaren. Orsaken kan jag visa.",
    en: "Comments and next steps may be read only by the unit itself, its managers and the plan owner. I can show the cause.",
  },
  missing_units: {
    sv: "Vilka enheter som inte har rapporterat får du inte se. Jag kan visa hur många som har rapporterat.",
    en: "You may not see which units have not reported. I can show how many have.",
  },
  names: {
    sv: "Personnamn får jag inte visa för dig här. Jag kan visa vilken enhet som är ansvarig.",
    en: "I may not show you names of persons here. I can show which unit is responsible.",
  },
  log: {
    sv: "Ändringsloggen får du inte se. Jag kan visa nuvarande läge.",
    en: "You may not see the change log. I can show the current state.",
  },
  support: {
    sv: "De stödärendena får du inte se. Du kan fråga om din egen enhets.",
    en: "You may not see those support requests. You can ask about your own unit's.",
  },
  report: {
    sv: "Du kan bara rapportera för en egen enhet, eller som ersättare.",
    en: "You can only report for a unit of your own, or as a deputy.",
  },
  steer: {
    sv: "Det är planägaren som gör det. Kontakta planägaren.",
    en: "That is for the plan owner to do. Please contact the plan owner.",
  },
  digest: {
    sv: "Veckans sammanfattning är till ledningsgruppen och planägaren. Fråga gärna hur det går, så svarar jag med det som du får se.",
    en: "The weekly digest is for the management group and the plan owner. Do ask how it is going, and I answer with what you may see.",
  },
  export: {
    sv: "Den exporten får du inte göra. Du kan exportera det du själv får se.",
    en: "You may not make that export. You can export what you may see.",
  },
  verify: { sv: "Det är controllern som verifierar effekt.", en: "It is the controller who verifies effect." },
};

/** A question that can be answered, and how it is read. */
export interface Near {
  readonly text: string;
  readonly read: string;
}

export function unknownText(
  lang: Lang,
  words: readonly string[],
  examples: readonly string[],
  near: Near | null,
): string {
  const named = [...new Set(words)]
    .slice(0, 3)
    .map((word) => (lang === "sv" ? `”${word}”` : `“${word}”`))
    .join(", ");
  const tries = examples.map((example) => `• ${example}`).join("\n");
  if (lang === "sv") {
    const said = named ? `Jag förstod inte ${named}.` : "Jag förstod inte frågan, eller så finns svaret inte i planen.";
    return near === null
      ? `${said} Prova till exempel:\n${tries}`
      : `${said} Menar du ”${near.text}” (${near.read})? Prova annars till exempel:\n${tries}`;
  }
  const said = named
    ? `I did not understand ${named}.`
    : "I did not understand the question, or the answer is not in the plan.";
  return near === null
    ? `${said} Try for example:\n${tries}`
    : `${said} Do you mean “${near.text}” (${near.read})? Or try for example:\n${tries}`;
}

export const EXAMPLES: Readonly<Record<Lang, readonly string[]>> = {
  sv: ["Hur mycket har vi sparat hittills?", "Vilka åtgärder är röda?", "Hur många har rapporterat den här veckan?"],
  en: ["How much have we saved so far?", "Which measures are red?", "How many have reported this week?"],
};

export function clarifyText(lang: Lang, word: string, labels: readonly string[], more: number): string {
  const list = labels.map((label) => `• ${label}`).join("\n");
  const tail =
    more > 0
      ? lang === "sv"
        ? `\nDet finns fler – skriv gärna hela namnet.`
        : `\nThere are more – please write the whole name.`
      : "";
  return lang === "sv"
    ? `”${word}” kan betyda flera saker. Vilken menar du?\n${list}${tail}`
    : `“${word}” may mean several things. Which one do you mean?\n${list}${tail}`;
}

export function dataAge(lang: Lang, economy: string, staffing: string | null, reports: string | null): string {
  const missing = lang === "sv" ? "underlag saknas" : "data is missing";
  return lang === "sv"
    ? `Ekonomi ${economy}. Bemanning och produktion: ${staffing ? `t.o.m. ${staffing}` : missing}. Veckorapporter: ${reports ? `t.o.m. ${reports}` : missing}.`
    : `Ledger data ${economy}. Staffing and production: ${staffing ? `through ${staffing}` : missing}. Weekly reports: ${reports ? `through ${reports}` : missing}.`;
}

export function staffingAge(lang: Lang, staffing: string | null): string {
  if (staffing === null)
    return lang === "sv"
      ? "Underlag saknas för bemanning och produktion."
      : "Data is missing for staffing and production.";
  return lang === "sv"
    ? `Bemanning och produktion är med t.o.m. ${staffing}.`
    : `Staffing and production are in through ${staffing}.`;
}

export function sourceText(lang: Lang, economy: string): string {
  return lang === "sv"
    ? `Effekten kommer ur planens blad Effekt, som lämnas från ekonomin per månad (stängd ${economy}); controllern verifierar. Bemanning kommer från schemasystemet, sjukfrånvaro från hr, produktion från vårdsystemet och läget från linjechefernas veckorapporter. Jag räknar bara ihop dem.`
    : `Effect comes from the plan's sheet Effekt, given by finance each month (closed ${economy}); the controller verifies. Staffing comes from the scheduling system, sick leave from HR, production from the care system and states from the line managers' weekly reports. I only add them up.`;
}

export function trustText(lang: Lang, verdict: "yes" | "no" | "none", said: string | null): string {
  if (verdict === "none") return lang === "sv" ? "Så här står det i planen:" : "This is what the plan says:";
  if (verdict === "yes")
    return lang === "sv" ? `Ja, ${said} stämmer med planen.` : `Yes, ${said} agrees with the plan.`;
  return lang === "sv" ? `Nej, ${said} stämmer inte med planen.` : `No, ${said} does not agree with the plan.`;
}

export function exampleText(lang: Lang): string {
  return lang === "sv" ? "I den här planen:" : "In this plan:";
}

export function unitAge(lang: Lang, unit: string, week: string | null): string {
  if (lang === "sv")
    return week
      ? `${unit}: bemanning och produktion är med t.o.m. ${week}.`
      : `${unit}: underlag saknas för bemanning och produktion. Det skulle komma från schema- och produktionssystemen.`;
  return week
    ? `${unit}: staffing and production are in through ${week}.`
    : `${unit}: data on staffing and production is missing. It would come from the rostering and production systems.`;
}
