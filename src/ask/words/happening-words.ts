// Sentences about milestones, decisions, uppdrag, support, reports and people.
import type { Lang } from "../../plan/plan.ts";

export function milestoneItem(
  lang: Lang,
  name: string,
  milestone: string,
  date: string,
  done: string | null,
  isLate: boolean,
): string {
  const tail = done
    ? lang === "sv"
      ? `klar ${done}`
      : `done ${done}`
    : isLate
      ? lang === "sv"
        ? "passerad, inte klar"
        : "passed, not done"
      : lang === "sv"
        ? "kommande"
        : "upcoming";
  return `• ${name}: ${milestone}, ${date} (${tail})`;
}

export function milestonesHead(
  lang: Lang,
  who: string,
  count: string,
  kind: "late" | "left" | "done" | "upcoming" | "all",
): string {
  const one = count === "1";
  const sv = {
    late: one ? "passerad milstolpe som inte är klar" : "passerade milstolpar som inte är klara",
    left: one ? "milstolpe kvar" : "milstolpar kvar",
    done: one ? "klar milstolpe" : "klara milstolpar",
    upcoming: one ? "kommande milstolpe" : "kommande milstolpar",
    all: one ? "milstolpe" : "milstolpar",
  }[kind];
  const noun = one ? "milestone" : "milestones";
  const en = {
    late: `${noun} passed and not done`,
    left: `${noun} left`,
    done: `${noun} done`,
    upcoming: `upcoming ${noun}`,
    all: noun,
  }[kind];
  return lang === "sv" ? `${who}: ${count} ${sv}.` : `${who}: ${count} ${en}.`;
}

export function noMilestones(lang: Lang, who: string): string {
  return lang === "sv" ? `${who}: inga milstolpar.` : `${who}: no milestones.`;
}

export function decisionItem(
  lang: Lang,
  date: string,
  body: string,
  outcome: string,
  what: string,
  paragraph: string | null,
  note: string | null,
): string {
  return `• ${date}, ${body}${paragraph ? ` ${paragraph}` : ""}: ${outcome}${what ? (lang === "sv" ? ` om ${what}` : ` on ${what}`) : ""}.${note ? ` ${note}` : ""}`;
}

export function decisionsHead(lang: Lang, who: string, count: string): string {
  return lang === "sv" ? `${who}: ${count} beslut.` : `${who}: ${count} ${count === "1" ? "decision" : "decisions"}.`;
}

export function noDecisions(lang: Lang, who: string): string {
  return lang === "sv" ? `${who}: inget beslut finns i planen.` : `${who}: there is no decision in the plan.`;
}

export function noSuchDecision(lang: Lang, who: string): string {
  return lang === "sv"
    ? `${who}: inget sådant beslut finns i planen, men:`
    : `${who}: no such decision is in the plan, but:`;
}

export function undatedDecisions(lang: Lang, who: string, count: string): string {
  return lang === "sv"
    ? `${who}: planen har inga datum för kommande beslut. Förutsättningar som väntar på beslut: ${count}.`
    : `${who}: the plan holds no dates of decisions to come. Prerequisites awaiting a decision: ${count}.`;
}

export function assignmentItem(
  lang: Lang,
  id: string,
  issuer: string,
  date: string,
  text: string,
  reportBy: string | null,
  responsible: string | null,
  isOpen: boolean,
): string {
  const status = isOpen ? (lang === "sv" ? "öppet" : "open") : lang === "sv" ? "klart" : "done";
  const due = reportBy ? (lang === "sv" ? `återrapport senast ${reportBy}` : `report back by ${reportBy}`) : null;
  return `• ${id} (${issuer}, ${date}): ${text} – ${[status, due, responsible].filter(Boolean).join(", ")}.`;
}

export function assignmentsHead(lang: Lang, who: string, count: string): string {
  return lang === "sv"
    ? `${who}: ${count} uppdrag.`
    : `${who}: ${count} ${count === "1" ? "assignment" : "assignments"}.`;
}

/** Of organisations it is told which uppdrag are meant: there may be others about them. */
export function noAssignments(lang: Lang, who: string, isOfOrgs: boolean): string {
  if (isOfOrgs)
    return lang === "sv"
      ? `${who}: inga uppdrag som den ansvarar för eller har gett.`
      : `${who}: no assignments that it is responsible for or has given.`;
  return lang === "sv" ? `${who}: inga uppdrag.` : `${who}: no assignments.`;
}

export function supportHead(lang: Lang, who: string, open: string, all: string, oldest: string | null): string {
  return lang === "sv"
    ? `${who}: ${open} ${open === "1" ? "öppet stödärende" : "öppna stödärenden"} av ${all}${oldest ? `, det äldsta ${oldest} dagar` : ""}.`
    : `${who}: ${open} open support ${open === "1" ? "request" : "requests"} of ${all}${oldest ? `, the oldest ${oldest} days` : ""}.`;
}

export function supportOf(lang: Lang, what: string, all: string, open: string | null): string {
  const opened =
    open === null ? "" : lang === "sv" ? ` (${open} ${open === "1" ? "öppet" : "öppna"})` : ` (${open} open)`;
  return `• ${what}: ${all}${opened}`;
}

export function supportItem(
  lang: Lang,
  id: string,
  unit: string,
  type: string,
  created: string,
  contact: string | null,
  closed: string | null,
  result: string | null,
): string {
  const sv = lang === "sv";
  const state = closed
    ? sv
      ? `avslutat ${closed}`
      : `closed ${closed}`
    : contact
      ? sv
        ? `första kontakt ${contact}`
        : `first contact ${contact}`
      : sv
        ? "väntar på första kontakt"
        : "awaiting first contact";
  return `• ${id} ${unit}: ${type}, ${sv ? "skapat" : "created"} ${created}, ${state}${result ? `. ${result}` : ""}`;
}

export function noSupport(lang: Lang, who: string): string {
  return lang === "sv" ? `${who}: inga stödärenden.` : `${who}: no support requests.`;
}

export function endingItem(lang: Lang, name: string, month: string): string {
  return lang === "sv" ? `• ${name}: ska vara klar i ${month}` : `• ${name}: is to be done in ${month}`;
}

export function upcomingHead(lang: Lang, until: string): string {
  return lang === "sv" ? `Kommande t.o.m. ${until}:` : `Coming up through ${until}:`;
}

export function nothingUpcoming(lang: Lang, until: string): string {
  return lang === "sv" ? `Inget är planerat t.o.m. ${until}.` : `Nothing is planned through ${until}.`;
}

export function coverageText(
  lang: Lang,
  who: string,
  week: string,
  received: string,
  expected: string,
  rate: string | null,
  missing: string,
): string {
  return lang === "sv"
    ? `${who}, ${week}: ${received} av ${expected} enheter har rapporterat${rate ? ` (${rate})` : ""}; ${missing} saknas.`
    : `${who}, ${week}: ${received} of ${expected} units have reported${rate ? ` (${rate})` : ""}; ${missing} missing.`;
}

export function noneExpected(lang: Lang, who: string, week: string): string {
  return lang === "sv" ? `${who}, ${week}: ingen rapport är väntad.` : `${who}, ${week}: no report is expected.`;
}

export function missingNames(lang: Lang, names: string): string {
  return lang === "sv" ? `Saknas: ${names}.` : `Missing: ${names}.`;
}

export function missingNumber(lang: Lang, administration: string, count: string): string {
  return lang === "sv" ? `• ${administration}: ${count} saknas` : `• ${administration}: ${count} missing`;
}

export function unitReported(lang: Lang, unit: string, week: string, date: string | null): string {
  return date
    ? lang === "sv"
      ? `${unit} har rapporterat ${week} (${date}).`
      : `${unit} has reported ${week} (${date}).`
    : lang === "sv"
      ? `${unit} har inte rapporterat ${week} ännu.`
      : `${unit} has not reported ${week} yet.`;
}

export function reportedBy(lang: Lang, unit: string, week: string, name: string, insteadOf: string | null): string {
  return lang === "sv"
    ? `${unit}, ${week}: rapporterad av ${name}${insteadOf ? ` i stället för ${insteadOf}` : ""}.`
    : `${unit}, ${week}: reported by ${name}${insteadOf ? ` instead of ${insteadOf}` : ""}.`;
}

export function unitOwesNone(lang: Lang, unit: string, week: string): string {
  return lang === "sv" ? `${unit} har ingen rapport att lämna ${week}.` : `${unit} owes no report for ${week}.`;
}

export function lateNote(lang: Lang, count: string): string {
  return lang === "sv" ? `${count} kom in efter sista dag.` : `${count} came in after the due day.`;
}

export function inTimeNote(lang: Lang, count: string): string {
  return lang === "sv" ? `${count} kom in i tid.` : `${count} came in on time.`;
}

export function noCardWeek(lang: Lang, week: string): string {
  return lang === "sv"
    ? `${week} har inget veckokort, så ingen rapport är väntad.`
    : `${week} has no weekly card, so no report is expected.`;
}

export function missedText(lang: Lang, weeks: string, list: string, through: string): string {
  return lang === "sv"
    ? `Minst ${weeks} veckor i rad utan rapport t.o.m. ${through}: ${list}.`
    : `At least ${weeks} weeks in a row without a report through ${through}: ${list}.`;
}

export function missedCount(lang: Lang, weeks: string, count: string, through: string): string {
  return lang === "sv"
    ? `${count} ${count === "1" ? "enhet" : "enheter"} har minst ${weeks} veckor i rad utan rapport t.o.m. ${through}.`
    : `${count} ${count === "1" ? "unit has" : "units have"} at least ${weeks} weeks in a row without a report through ${through}.`;
}

export function missedByOne(lang: Lang, unit: string, weeks: string, through: string): string {
  return lang === "sv"
    ? `${unit}: ${weeks} veckor i rad utan rapport t.o.m. ${through}.`
    : `${unit}: ${weeks} weeks in a row without a report through ${through}.`;
}

export function missedNone(lang: Lang, weeks: string, through: string): string {
  return lang === "sv"
    ? `Ingen enhet har ${weeks} veckor i rad utan rapport t.o.m. ${through}.`
    : `No unit has ${weeks} weeks in a row without a report through ${through}.`;
}

export function deadlineText(lang: Lang, week: string, due: string, opens: string): string {
  return lang === "sv"
    ? `Veckorapport ${week}: kortet öppnar ${opens}, sista dag är ${due}.`
    : `Weekly report ${week}: the card opens ${opens}, it is due ${due}.`;
}

/** `reminders` empty: none is sent that week. */
export function afterwardsText(lang: Lang, reminders: string, digest: string): string {
  const sv = lang === "sv";
  const reminded = reminders !== "" && (sv ? `påminnelser går ut ${reminders}` : `reminders go out ${reminders}`);
  const told = sv ? `sammanfattningen kommer ${digest}` : `the digest comes ${digest}`;
  const said = [reminded, told].filter(Boolean).join(sv ? ", och " : ", and ");
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

export function personLine(lang: Lang, name: string, role: string, org: string): string {
  return lang === "sv" ? `${name} är ${role} för ${org}.` : `${name} is ${role} for ${org}.`;
}

export function noPerson(lang: Lang, org: string): string {
  return lang === "sv"
    ? `Underlag saknas: ingen person är angiven för ${org}.`
    : `Data is missing: no person is given for ${org}.`;
}

export function deputyLine(lang: Lang, deputy: string, name: string, from: string, to: string): string {
  return lang === "sv" ? `${deputy} ersätter ${name} ${from}–${to}.` : `${deputy} stands in for ${name} ${from}–${to}.`;
}

export function noDeputy(lang: Lang): string {
  return lang === "sv" ? "Ingen ersättare är angiven." : "No deputy is given.";
}

export function orgsHead(lang: Lang, who: string, count: string, level: string): string {
  return lang === "sv" ? `${who}: ${count} ${level}.` : `${who}: ${count} ${level}.`;
}

export function bareOrgs(lang: Lang, who: string, count: string, level: string, of: string | null): string {
  return `${who}: ${count} ${level} ${(BARE[of ?? "owns"] ?? BARE.owns)[lang]}.`;
}

const OWNS_NONE = { sv: "äger ingen åtgärd", en: "own no measure" };
const BARE: Readonly<Record<string, Readonly<Record<Lang, string>>>> & {
  readonly owns: Readonly<Record<Lang, string>>;
} = {
  owns: OWNS_NONE,
  participates: { sv: "har eller deltar i ingen åtgärd", en: "own and take part in no measure" },
  decided: { sv: "har ingen beslutad effekt i egna åtgärder", en: "have no decided effect in measures of their own" },
  realised: {
    sv: "har ingen realiserad effekt i egna åtgärder",
    en: "have no realised effect in measures of their own",
  },
};

export const LEVEL_PLURALS = {
  region: { sv: "regioner", en: "regions" },
  board: { sv: "nämnder", en: "boards" },
  administration: { sv: "förvaltningar", en: "administrations" },
  area: { sv: "verksamhetsområden", en: "areas" },
  unit: { sv: "enheter", en: "units" },
} as const;
