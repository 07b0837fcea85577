// Pure. Where an answer's figures come from, and how far they reach: the card's last line.
import type { IsoDate } from "../lib/time.ts";
import { weekText } from "../plan/format.ts";
import { weekYear } from "../plan/week.ts";
import type { Answer } from "./answer.ts";
import type { CardWords } from "./card-words.ts";
import { asOfText } from "./words/effect-words.ts";

const STAFFING = /^(staffing|production|overtime|sick_leave)/;
const REPORTED = /^coverage_/;
const STATES_SHOWN: ReadonlySet<string> = new Set(["status", "list", "since", "changes", "why", "dependents"]);

/** The text's own last line says how far the ledger reaches; on the card it is part of the source. */
export function splitAsOf(
  lines: readonly string[],
  { lang }: Pick<Answer, "lang">,
): { readonly lines: readonly string[]; readonly asOf: string } {
  const last = lines.at(-1) ?? "";
  const [lead = ""] = asOfText(lang, "\n").split("\n");
  const isAsOf = lines.length > 1 && lead.trim() !== "" && last.startsWith(lead) && last.length < lead.length + 40;
  return isAsOf ? { lines: lines.slice(0, -1), asOf: last.replace(/\.$/, "") } : { lines, asOf: "" };
}

/** Empty when nothing is known of it. */
export function sourceText(answer: Answer, asOf: string, words: CardWords, today: IsoDate | undefined): string {
  const { asOf: dates, facts, lang, query } = answer;
  const day = today ?? lastYear(answer);
  const isOfStates =
    STATES_SHOWN.has(query?.intent ?? "") &&
    (answer.measures.length > 0 || facts.some((fact) => REPORTED.test(fact.name)));
  const parts = [
    ...(asOf === "" ? [] : [asOf.charAt(0).toLocaleLowerCase("sv") + asOf.slice(1)]),
    ...(dates.staffing && facts.some((fact) => STAFFING.test(fact.name))
      ? [words.staffing(weekText(dates.staffing, lang, day))]
      : []),
    ...(dates.reports && (isOfStates || facts.some((fact) => REPORTED.test(fact.name)))
      ? [words.reports(weekText(dates.reports, lang, day))]
      : []),
  ];
  return parts.length === 0 ? "" : words.source(parts.join(" · "));
}

/** Without a day, the year of the newest data is this year. */
function lastYear({ asOf }: Answer): IsoDate {
  const years = [asOf.staffing, asOf.reports].flatMap((week) => (week ? [weekYear(week)] : []));
  return `${Math.max(2000, ...years)}-07-01` as IsoDate;
}
