// Pure. What is said when a report is asked for.
import type { Lang } from "../plan/plan.ts";
import { REPORT_NAMES, type ReportKind } from "./kinds.ts";

interface ReportWords {
  readonly unknownKind: (kinds: readonly string[]) => string;
  readonly notYet: (kind: ReportKind) => string;
  readonly unknownOrg: (org: string) => string;
  readonly notYours: string;
}

export const WORDS: Readonly<Record<Lang, ReportWords>> = {
  sv: {
    unknownKind: (kinds) => `Den rapporten känner jag inte till. Det finns: ${kinds.join(", ")}.`,
    notYet: (kind) =>
      `Jag kan inte skriva ${REPORT_NAMES[kind].sv} ännu. Månadsunderlag kan jag: skriv ”månadsunderlag”.`,
    unknownOrg: (org) => `”${org}” finns inte i planens organisation. Kontrollera id:t på fliken Organisation.`,
    notYours: "Du kan ta ut rapporter för din egen del av organisationen. Fråga planägaren om du behöver en annan del.",
  },
  en: {
    unknownKind: (kinds) => `I do not know that report. There are: ${kinds.join(", ")}.`,
    notYet: (kind) =>
      `I can not write the ${REPORT_NAMES[kind].en} yet. I can write the monthly material: write “månadsunderlag”.`,
    unknownOrg: (org) => `“${org}” is not in the plan's organisation. Check the id on the sheet Organisation.`,
    notYours:
      "You can take out reports for your own part of the organisation. Ask the plan owner if you need another part.",
  },
};
