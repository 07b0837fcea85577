// Pure. Every sentence about support, in Swedish and English. Warm and short; asking for help is a strength.
import type { Lang, SupportType } from "../plan/plan.ts";

type Who = "support_team" | "manager" | "plan_owner";

interface SupportWords {
  readonly opened: (id: string, type: string, unit: string, who: Who) => string;
  readonly duplicate: (id: string, type: string, unit: string, created: string, contacted: string | null) => string;
  readonly notYours: string;
  readonly unknownUnit: string;
  readonly unknownRequest: string;
  readonly doneBefore: (id: string) => string;
  readonly contacted: (id: string) => string;
  readonly closed: (id: string) => string;
  readonly noticeTitle: (type: string, unit: string) => string;
  readonly noticeText: string;
  readonly managerText: string;
  readonly facts: {
    readonly request: string;
    readonly unit: string;
    readonly type: string;
    readonly created: string;
    readonly contact: string;
  };
  readonly waiting: string;
  readonly buttons: { readonly contact: string; readonly close: string };
  readonly chefContact: (id: string, type: string) => string;
  readonly chefClosed: (id: string, type: string) => string;
  readonly listTitle: (count: number) => string;
  readonly listNone: string;
  readonly line: (parts: {
    readonly id: string;
    readonly unit: string;
    readonly type: string;
    readonly created: string;
    readonly days: number;
    readonly contacted: string | null;
  }) => string;
}

export const WORDS: Readonly<Record<Lang, SupportWords>> = {
  sv: {
    opened: (id, type, unit, who) =>
      `Tack! Din begäran om ${type} för ${unit} är skickad och har nummer ${id}. ${ANSWERS.sv[who]}`,
    duplicate: (id, type, unit, created, contacted) =>
      `${unit} har redan en öppen begäran om ${type}: ${id}, från ${created}. ${contacted ? `Första kontakten var ${contacted}.` : "Den väntar på första kontakt."} Jag har inte lagt till en till.`,
    notYours:
      "Du kan begära och ta hand om stöd för enheter som du själv svarar för. Enhetens chef eller planägaren kan hjälpa dig.",
    unknownUnit: "Den enheten finns inte i planen. Skriv enhetens namn eller id.",
    unknownRequest: "Jag hittar inget sådant ärende. Skriv ”visa stödärenden” så ser du dem som finns.",
    doneBefore: (id) => `Det är redan gjort för ${id}. Inget mer har ändrats.`,
    contacted: (id) => `Tack! ${id} är markerat med första kontakt i dag. Enhetens chef får veta det.`,
    closed: (id) => `Tack! ${id} är avslutat. Enhetens chef får veta det.`,
    noticeTitle: (type, unit) => `Ny stödbegäran: ${type}, ${unit}`,
    noticeText: "Hör gärna av dig till enhetens chef inom några dagar.",
    managerText: "Enhetens chef behöver ett beslut av dig för att komma vidare.",
    facts: { request: "Ärende", unit: "Enhet", type: "Stöd", created: "Begärt", contact: "Första kontakt" },
    waiting: "väntar",
    buttons: { contact: "Jag har tagit kontakt", close: "Avsluta ärendet" },
    chefContact: (id, type) => `Din stödbegäran ${id} (${type}) är mottagen och någon tar kontakt med dig.`,
    chefClosed: (id, type) =>
      `Stödbegäran ${id} (${type}) är avslutad. Behöver du mer hjälp är det bara att begära igen.`,
    listTitle: (count) => `${count} ${count === 1 ? "öppet stödärende" : "öppna stödärenden"}`,
    listNone: "Det finns inga öppna stödärenden som du kan se.",
    line: ({ id, unit, type, created, days, contacted }) =>
      `${id} · ${unit} · ${type} · begärt ${created}, ${days} ${days === 1 ? "dag" : "dagar"} sedan · ${contacted ? `första kontakt ${contacted}` : "väntar på första kontakt"}`,
  },
  en: {
    opened: (id, type, unit, who) =>
      `Thank you! Your request for ${type} for ${unit} is sent; its number is ${id}. ${ANSWERS.en[who]}`,
    duplicate: (id, type, unit, created, contacted) =>
      `${unit} has an open request for ${type} already: ${id}, from ${created}. ${contacted ? `First contact was ${contacted}.` : "It waits for first contact."} I have not added another.`,
    notYours:
      "You can ask for and handle support for units you answer for yourself. The unit's manager or the plan owner can help you.",
    unknownUnit: "That unit is not in the plan. Write the unit's name or id.",
    unknownRequest: "I find no such request. Write “show support requests” to see those there are.",
    doneBefore: (id) => `That is done already for ${id}. Nothing more was changed.`,
    contacted: (id) => `Thank you! ${id} is marked with first contact today. The unit's manager is told.`,
    closed: (id) => `Thank you! ${id} is closed. The unit's manager is told.`,
    noticeTitle: (type, unit) => `New support request: ${type}, ${unit}`,
    noticeText: "Please get in touch with the unit's manager within a few days.",
    managerText: "The unit's manager needs a decision from you to get further.",
    facts: { request: "Request", unit: "Unit", type: "Support", created: "Asked for", contact: "First contact" },
    waiting: "waiting",
    buttons: { contact: "I have been in touch", close: "Close the request" },
    chefContact: (id, type) => `Your support request ${id} (${type}) is received and someone will be in touch.`,
    chefClosed: (id, type) => `Support request ${id} (${type}) is closed. If you need more help, just ask again.`,
    listTitle: (count) => `${count} open support ${count === 1 ? "request" : "requests"}`,
    listNone: "There are no open support requests that you can see.",
    line: ({ id, unit, type, created, days, contacted }) =>
      `${id} · ${unit} · ${type} · asked for ${created}, ${days} ${days === 1 ? "day" : "days"} ago · ${contacted ? `first contact ${contacted}` : "waits for first contact"}`,
  },
};

const ANSWERS: Readonly<Record<Lang, Readonly<Record<Who, string>>>> = {
  sv: {
    support_team: "Förstärkningsteamet svarar.",
    manager: "Närmaste chef svarar.",
    plan_owner: "Planägaren svarar, för planen har ingen annan för det här.",
  },
  en: {
    support_team: "The support team answers.",
    manager: "The nearest manager answers.",
    plan_owner: "The plan owner answers, for the plan has nobody else for this.",
  },
};

/** What is asked for, in running text: "din begäran om …". */
export const TYPE_PHRASES: Readonly<Record<Lang, Readonly<Record<SupportType, string>>>> = {
  sv: {
    scheduling: "schemaläggningsstöd",
    training: "utbildning",
    production_planning: "hjälp med produktionsplanering",
    economy: "ekonomistöd",
    hr: "HR-stöd",
    manager_decision: "beslut från närmaste chef",
  },
  en: {
    scheduling: "scheduling support",
    training: "training",
    production_planning: "help with production planning",
    economy: "finance support",
    hr: "HR support",
    manager_decision: "a decision from the nearest manager",
  },
};
