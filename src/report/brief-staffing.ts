// Pure. Staffing and production side by side, support, and where the figures come from.
import { changeText, weekText } from "../plan/format.ts";
import { type Guard, guardsUnder, staffingThrough } from "../plan/guard.ts";
import { isUnder, orgOf, regionOf } from "../plan/organisation.ts";
import { maySeeSupport } from "../plan/rights.ts";
import { openSupport, supportAge } from "../plan/support-queue.ts";
import { GUARD_WORDS } from "../plan/words.ts";
import type { BriefScope } from "./brief-scope.ts";
import type { ReportSection } from "./document.ts";

/** The units of which a sentence holds; where none holds there is nothing to report. */
export function staffingSection(scope: BriefScope): ReportSection {
  const { plan, words } = scope;
  const top = scope.org ?? regionOf(plan.facts)?.id;
  const guards = top === undefined ? [] : guardsUnder(plan, top);
  const rows = guards.filter((guard) => guard.sentences.length > 0).map((guard) => guardRow(scope, guard));
  const { heading, none, head } = words.staffing;
  if (rows.length === 0) return { heading, paragraphs: [none], table: null };
  return { heading, paragraphs: [], table: { head, rows } };
}

function guardRow({ plan, lang, words, today }: BriefScope, guard: Guard): string[] {
  const change = (value: number | null | undefined) =>
    value === null || value === undefined ? words.noData : changeText(value, lang);
  const production = guard.production[0];
  const stale = guard.staleWeek === null ? "" : weekText(guard.staleWeek, lang, today);
  return [
    orgOf(plan.facts, guard.unit)?.name ?? guard.unit,
    change(guard.staffing?.change),
    production ? `${production.metric} ${change(production.change)}` : words.noData,
    guard.sentences.map((sentence) => GUARD_WORDS[sentence][lang].replace("{week}", stale)).join(" "),
  ];
}

/** Null when the viewer may not see the requests. */
export function supportSection(scope: BriefScope): ReportSection | null {
  const { plan, viewer, org, words } = scope;
  const inside = openSupport(plan).filter((request) => org === null || isUnder(plan.facts, request.unit, org));
  const seen = inside.filter((request) => maySeeSupport(plan.facts, viewer, request.unit));
  if (seen.length < inside.length) return null;
  const oldest = seen[0] ? supportAge(seen[0], scope.today) : null;
  return { heading: words.support.heading, paragraphs: [words.support.open(seen.length, oldest)], table: null };
}

export function sourcesSection({ plan, words, lang, today, through }: BriefScope): ReportSection {
  const staffing = staffingThrough(plan);
  const reports = plan.book.lastWeek(plan.now);
  return {
    heading: words.sources.heading,
    paragraphs: [
      words.sources.plan(plan.facts.header.name, plan.version),
      ...(plan.facts.header.economyThrough ? [`${capital(words.effect.ledger(through))}.`] : []),
      ...(staffing ? [words.sources.staffing(weekText(staffing, lang, today))] : []),
      ...(reports ? [words.sources.reports(weekText(reports, lang, today))] : []),
      ...words.sources.method,
    ],
    table: null,
  };
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
