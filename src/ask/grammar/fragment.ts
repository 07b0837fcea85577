// Pure. A few words that change the question before: another place, another time, one condition more.
import { orgOf } from "../../plan/organisation.ts";
import type { OrgId, PlanFacts } from "../../plan/plan.ts";
import type { AskContext } from "../context.ts";
import { contentKeys } from "../names/name-words.ts";
import type { PlanQuery } from "../schema.ts";
import { tokenise } from "../text/tokens.ts";
import type { Moment } from "../when/when.ts";
import { changed } from "./changed.ts";
import type { Draft } from "./draft.ts";
import { withoutLeftOut } from "./excluded.ts";
import { readFilters } from "./filters.ts";
import type { Heard } from "./heard.ts";
import { pointedAt } from "./leaning.ts";
import { readPeriod } from "./period.ts";
import { type Preference, type Subjects, settleSubjects } from "./subjects.ts";
import { clarified, type Understanding, wordsAt } from "./understanding.ts";

export function fragment(
  heard: Heard,
  facts: PlanFacts,
  moment: Moment,
  context: AskContext,
  before: PlanQuery,
  prefer: Preference,
  asked: string,
): Understanding {
  const wants = wantsAfter(before);
  const weakAreWords = before.intent === "staffing" || (before.orgs.length > 0 && before.intent === "status");
  const left = withoutLeftOut(asTheme(heard, before), facts, before.intent);
  if (!left) return { is: "unknown", words: [], heard };
  const settled = settleSubjects(left.heard, facts, wants, weakAreWords, prefer);
  const alike = sibling(settled, before, facts);
  const subjects = alike ? settleSubjects(left.heard, facts, wants, weakAreWords, alike) : settled;
  if (subjects.ambiguous) return clarified(subjects, before.intent, heard, asked);
  const stray = strayIn(heard);
  if (heard.unknown.length > 0 || stray.length > 0)
    return { is: "unknown", words: wordsAt(heard, [...heard.unknown, ...stray]), heard };
  const pointed = pointedAt(heard, context);
  const said = {
    orgs: pointed?.orgs ?? subjects.orgs,
    measures: pointed?.measures ?? subjects.measures,
    filters: [...readFilters(asTheme(heard, before), facts), ...left.filters],
    period: readPeriod(heard, before.intent, moment),
  };
  const query = changed(before, heard, said);
  // What was said changed nothing: then it was not understood.
  return JSON.stringify(query) === JSON.stringify(before) && !isAskedAgain(heard)
    ? { is: "unknown", words: [], heard }
    : { is: "query", query, heard, sure: true };
}

// "Och inköp?" after what läkemedel has given: the theme, though a unit is called so, too.
function asTheme(heard: Heard, before: PlanQuery): Heard {
  if (!before.filters.some(({ on }) => on === "theme")) return heard;
  const mentions = heard.mentions.map((mention) => {
    const themes = mention.readings.filter(({ ref }) => ref.kind === "theme");
    return themes.length > 0 ? { ...mention, readings: themes } : mention;
  });
  return { ...heard, mentions };
}

// "Nej, jag menar Norra", after Medicin Södra: of all that are called Norra the one that shares the rest of its name.
function sibling({ ambiguous }: Subjects, before: PlanQuery, facts: PlanFacts): Preference | null {
  const [of, ...others] = before.orgs;
  if (!ambiguous || of === undefined || others.length > 0) return null;
  const shared = new Set(wordsOf(of, facts));
  const alike = ambiguous.orgs.filter((org) => org !== of && wordsOf(org, facts).some((word) => shared.has(word)));
  return alike.length === 1 ? { orgs: alike, measures: [] } : null;
}

function wordsOf(org: OrgId, facts: PlanFacts): readonly string[] {
  return contentKeys(tokenise(orgOf(facts, org)?.name ?? ""));
}

function isAskedAgain(heard: Heard): boolean {
  return (
    heard.mentions.length + heard.whens.length > 0 || heard.tags.some((tag) => /^(fig|staff|state)\./.test(tag.concept))
  );
}

const FRAGMENT =
  /^(stop|stop_en|fig\..*|staff\..*|state\..*|mech\..*|kind\..*|cause\..*|cmp\..*|neg\..*|pro\..*|noun\..*|lvl\..*|chg\..*|group\..*|talk\..*|move\..*|oob\.person|ask\.(which|how_many|how_much|has|status|difference|define|can)|word\.(state|outcome)|at\.(short|long|special|one_off|permanent|impact|consultation|theme|unmet|risk|describe|start|end)|act\.delete|next\..*|rep\..*|person\.manager|sup\.(most|least))$/;

// A fragment only changes the question before; a verb of its own would be lost.
function strayIn(heard: Heard): readonly number[] {
  const held = [...heard.mentions, ...heard.whens, ...heard.tags.filter((tag) => FRAGMENT.test(tag.concept))];
  const isHeld = (at: number) => held.some((span) => span.start <= at && at < span.end);
  // "Vad var den i april?" asks for no place.
  const isWas = (at: number) =>
    heard.tokens[at]?.word === "var" &&
    /^(vad|hur|det|den|som|mycket|stor|stort)$/.test(heard.tokens[at - 1]?.word ?? "");
  return heard.tags
    .filter((tag) => !isWas(tag.start))
    .filter((tag) => !heard.tokens.slice(tag.start, tag.end).every((_, i) => isHeld(tag.start + i)))
    .map((tag) => tag.start);
}

function wantsAfter(before: PlanQuery): Draft["wants"] {
  if (
    [
      "coverage",
      "staffing",
      "missed",
      "rank",
      "guard",
      "list",
      "count",
      "breakdown",
      "support",
      "share",
      "compare",
    ].includes(before.intent)
  )
    return ["org", "measure"];
  return before.measures.length > 0 ? ["measure", "org"] : ["org", "measure"];
}
