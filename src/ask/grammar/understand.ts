// Pure. A question → what is wanted: a typed query, a choice to be made, an action, a refusal, or honestly nothing.
import type { OrgId, PlanFacts } from "../../plan/plan.ts";
import type { AskContext } from "../context.ts";
import type { Mention } from "../names/mention.ts";
import { type Filter, queryOf } from "../schema.ts";
import { says } from "../text/says.ts";
import { ordinalOf } from "../when/calendar-words.ts";
import type { Moment } from "../when/when.ts";
import { isConditionLost } from "./bare-list.ts";
import { outOfBounds } from "./bounds.ts";
import { mergeFilters } from "./changed.ts";
import { choiceOf } from "./choose.ts";
import { unheld } from "./conditions.ts";
import type { Draft } from "./draft.ts";
import { withoutLeftOut } from "./excluded.ts";
import { isTheme, readFilters } from "./filters.ts";
import { fragment } from "./fragment.ts";
import { draftOf } from "./frames.ts";
import { isColourOnly, isMechanismOnly } from "./general-words.ts";
import { type Heard, hear, withTags } from "./heard.ts";
import { inherited } from "./inherited.ts";
import { areOthersLate, leaningOf, pointedAt } from "./leaning.ts";
import { pastOf } from "./past.ts";
import { readPeriod } from "./period.ts";
import { pickedByPlace, placedIn } from "./placed.ts";
import { type Preference, type Subjects, settleSubjects } from "./subjects.ts";
import { summed } from "./sum-said.ts";
import { assumedIn, inDetail } from "./told.ts";
import { turnedAround } from "./turn-around.ts";
import { unaccounted } from "./unaccounted.ts";
import { unanswered } from "./unanswered.ts";
import { clarified, type Understanding, wordsAt } from "./understanding.ts";
import { isCommand, notHeardIn, wishOf } from "./wish.ts";

const NO_PREFERENCE: Preference = { orgs: [], measures: [] };

/** `context` is the living thread, or null. */
export function understand(text: string, facts: PlanFacts, moment: Moment, context: AskContext | null): Understanding {
  const heard = hear(text, facts, moment);
  // "Åsen: M-02 röd" says all there is to say: what was asked before is left aside.
  const isPick = heard.tokens.length <= 8 && (isDescribed(heard) || wishOf(heard) === null);
  const picked = context?.pending && isPick ? choiceOf(heard, context.pending, facts) : null;
  const refused = outOfBounds(heard);
  // "Den om löner" says which of two robots; it asks for nobody's pay.
  if (refused && !(picked && isDescribed(heard))) return { is: "refuse", why: refused, heard };
  // "Den på staben", where two of them are: still to be chosen between.
  const pending = picked ? null : context?.pending;
  if (pending && isPick && placedIn(heard, [...pending.measures, ...pending.orgs], facts).length > 1)
    return read(hear(pending.text, facts, moment), facts, moment, context, NO_PREFERENCE, pending.text);
  if (picked && context?.pending)
    return read(hear(context.pending.text, facts, moment), facts, moment, context, picked, context.pending.text);
  return read(heard, facts, moment, context, NO_PREFERENCE, text);
}

const DESCRIBES =
  /^(nej |ja |jag menar |menar |i mean )?(den|det|the one)( där| här)? (om|med|för|i|på|about|with|for|in) /;

function isDescribed(heard: Heard): boolean {
  return heard.tokens.length <= 6 && DESCRIBES.test(heard.text);
}

function read(
  heard: Heard,
  facts: PlanFacts,
  moment: Moment,
  context: AskContext | null,
  prefer: Preference,
  asked: string,
): Understanding {
  const wish = wishOf(heard);
  const missed = wish ? notHeardIn(wish, heard) : [];
  if (missed.length > 0) return { is: "unknown", words: wordsAt(heard, missed), heard };
  if (wish) return { is: "wish", wish, heard, prefer, asked };
  if (context?.query && heard.has("talk.understood")) return { is: "explain", query: context.query, heard };
  if (isCommand(heard)) return { is: "unknown", words: wordsAt(heard, [0]), heard };
  const turned = context?.query ? turnedAround(context.query, heard, moment) : null;
  if (turned) return { is: "query", query: turned, heard, sure: true };
  const placed = context ? pickedByPlace(heard, context, facts) : null;
  if (placed) return { is: "query", query: placed, heard, sure: true };
  const draft = draftOf(heard, facts);
  if (draft && context?.query && areOthersLate(heard, draft, context.query))
    return { is: "unknown", words: wordsAt(heard, [heard.at("at.passed")]), heard };
  const leaning = leaningOf(heard, draft, context);
  if (leaning === "fragment" && context?.query)
    return fragment(heard, facts, moment, context, context.query, prefer, asked);
  if (!draft) return { is: "unknown", words: wordsAt(heard, heard.unknown), heard };
  return whole(heard, facts, moment, leaning === "inherits" ? context : null, draft, prefer, asked);
}

function whole(
  heard: Heard,
  facts: PlanFacts,
  moment: Moment,
  context: AskContext | null,
  draft: Draft,
  prefer: Preference,
  asked: string,
): Understanding {
  const left = withoutLeftOut(heard, facts, draft.query.intent);
  if (!left) return { is: "unknown", words: [], heard };
  const named = settleSubjects(
    context && pointedAt(heard, context) ? withoutOrdinals(left.heard) : left.heard,
    facts,
    draft.wants,
    draft.weakAreWords === true,
    prefer,
    (mention) =>
      (draft.filtered === true && (isTheme(mention, heard) || isMechanismOnly(mention, heard))) ||
      ((draft.filtered === true || draft.query.intent === "changes") && isColourOnly(mention, heard)) ||
      // "Stödärenden om HR": the kind of support, not the unit.
      (draft.query.supportTypes?.includes("hr") === true && heard.tokens[mention.start]?.word === "hr"),
  );
  const assumed = draft.query.detail === "assumptions" ? assumedIn(heard, facts) : null;
  const subjects = assumed && isNobody(named) ? { ...named, measures: assumed.measures } : named;
  const kind = subjects.ambiguous ? unitsOfKind(subjects, draft, heard) : [];
  if (subjects.ambiguous && kind.length === 0) {
    // Whichever is chosen, a word would be left that was not understood.
    const left = unaccounted(heard, draft, chosenFirst(subjects));
    return left.length > 0
      ? { is: "unknown", words: wordsAt(heard, left), heard }
      : clarified(subjects, draft.query.intent, heard, asked);
  }
  const strange = unaccounted(heard, draft, subjects);
  const topic = draft.query.intent === "assignments" ? topicIn(heard, strange, facts) : null;
  const told = inDetail(draft.query.detail, heard, strange, subjects.measures, facts);
  const missed = strange.filter((at) => at !== topic?.at && ![...told, ...(assumed?.places ?? [])].includes(at));
  if (missed.length > 0) return { is: "unknown", words: wordsAt(heard, missed), heard };
  const free = withoutNamed(heard, subjects);
  const filters = draft.filtered ? filtersFor(draft, readFilters(free, facts), subjects) : [];
  const query = queryOf(draft.query.intent, {
    ...draft.query,
    orgs: [...subjects.orgs, ...kind].slice(0, 60),
    measures: [...subjects.measures],
    ...(topic && { about: draft.query.about ?? topic.word }),
    filters: [...mergeFilters(filters, draft.query.filters ?? []), ...left.filters].slice(0, 12),
    period: isTimeOfFilter(draft, filters, heard)
      ? null
      : pastOf(readPeriod(heard, draft.query.intent, moment), draft, heard, facts, moment),
    mine:
      draft.query.mine === true ||
      (isOwnStaff(draft, heard) && subjects.orgs.length === 0) ||
      (isOwnSaid(heard) && !isWholePlan(heard) && subjects.orgs.length === 0 && subjects.measures.length === 0) ||
      // "Mina vårdcentraler": those of the kind that are the asker's.
      (kind.length > 0 && heard.has("pro.mine")),
  });
  if (!context?.query && (isConditionLost(query, heard) || isTimeUnsaid(heard)))
    return { is: "unknown", words: [], heard };
  const unclear = heard.amounts.find((amount) => amount.ambiguous);
  if (unclear && (query.amount !== null || filters.some((filter) => filter.on === "amount_over")))
    return { is: "unknown", words: wordsAt(heard, [unclear.start]), heard };
  const grown = context?.query ? inherited(query, context.query, heard, context, draft) : query;
  const stray = [...unheld(heard, grown), ...unanswered(heard, grown)];
  if (stray.length > 0) return { is: "unknown", words: wordsAt(heard, stray), heard };
  if (draft.needsSubject && grown.measures.length === 0 && grown.orgs.length === 0)
    return { is: "unknown", words: [], heard };
  return { is: "query", query: summed(grown, heard), heard, sure: heard.unknown.length === 0 };
}

function chosenFirst(subjects: Subjects): Subjects {
  const [org] = subjects.ambiguous?.orgs ?? [];
  const [measure] = subjects.ambiguous?.measures ?? [];
  return {
    ...subjects,
    orgs: org === undefined ? subjects.orgs : [...subjects.orgs, org],
    measures: measure === undefined ? subjects.measures : [...subjects.measures, measure],
    ambiguous: null,
  };
}

// "Planerat samma period?", with no question before.
function isTimeUnsaid(heard: Heard): boolean {
  return heard.has("pro.same") && !heard.has("staff.last_year") && heard.whens.length === 0;
}

// "Hur mycket ger de som startade i mars?": when they started, and no month of what they give.
function isTimeOfFilter(draft: Draft, filters: readonly Filter[], heard: Heard): boolean {
  return (
    draft.query.intent === "figure" &&
    heard.whens.length === 1 &&
    filters.some(({ on }) => on === "start" || on === "end")
  );
}

// "Varför är M-06 röd?": its own reason, and no condition.
function filtersFor(draft: Draft, filters: readonly Filter[], subjects: Subjects): readonly Filter[] {
  return draft.query.intent === "why" && subjects.measures.length > 0
    ? filters.filter((filter) => filter.on !== "state" && filter.on !== "outcome")
    : filters;
}

// A general word that was taken as a name ("inköp", the unit) is no condition as well.
function withoutNamed(heard: Heard, subjects: Subjects): Heard {
  const ids = new Set<string>([...subjects.orgs, ...subjects.measures]);
  const named = heard.mentions.filter(
    (mention) =>
      mention.weak && mention.readings.some(({ ref }) => ids.has(ref.id)) && !subjects.rest.includes(mention),
  );
  return named.length === 0
    ? heard
    : withTags(heard, (tag) => !named.some((mention) => mention.start <= tag.start && tag.end <= mention.end));
}

// "Vem äger den första?" after a list: a place in it, though something is called "Digitalt först".
function withoutOrdinals(heard: Heard): Heard {
  const isOrdinal = (mention: Mention) =>
    mention.end - mention.start === 1 && ordinalOf(heard.tokens[mention.start]?.folded ?? "") !== null;
  return { ...heard, mentions: heard.mentions.filter((mention) => !isOrdinal(mention)) };
}

// "Uppdraget om energi": a word that stands in the text of an uppdrag.
function topicIn(
  heard: Heard,
  places: readonly number[],
  facts: PlanFacts,
): { readonly at: number; readonly word: string } | null {
  for (const at of places) {
    const token = heard.tokens[at];
    const word = token && token.word.length >= 5 ? token.word.slice(0, Math.max(5, token.stem.length)) : null;
    if (word !== null && facts.assignments.some((row) => row.text.toLowerCase().includes(word))) return { at, word };
  }
  return null;
}

// "Hur mycket hyrpersonal köpte vi för?": we who ask, which for those who reach the whole plan is all.
function isOwnStaff({ query }: Draft, heard: Heard): boolean {
  const isOfUnits = query.intent === "staffing" || (query.intent === "guard" && !heard.has("ask.which", "ask.where"));
  return isOfUnits && says(heard.text, "vi|we") && !heard.has("noun.plan", "group.each", "lvl.region");
}

// "Hur många röda har jag?" is of one's own; "har jag förstått rätt" is not.
function isOwnSaid(heard: Heard): boolean {
  return (
    heard.has("pro.mine") ||
    says(
      heard.text,
      `(har jag|jag har|ligger jag|jag ansvarar)(?! (${OF_THE_MIND}))|(ska|skall|måste|bör|behöver) jag (spara|ge|bidra|leverera|ta hem|hämta)|(do i have|i am responsible)`,
    )
  );
}

const OF_THE_MIND = "förstått|fattat|hört|sett|läst|missat|glömt|rätt|fel|frågat|inte (förstått|fattat|hört|sett|läst)";

// "Vår plan"; but "hos oss mot planen" is of one's own, set against the plan.
function isWholePlan(heard: Heard): boolean {
  const against = /^(mot|än|enligt|efter|under|före|över|bakom|till|med|against|than|behind|to)$/;
  return heard.tags.some(
    ({ concept, start }) => concept === "noun.plan" && !against.test(heard.tokens[start - 1]?.word ?? ""),
  );
}

function isNobody({ measures, orgs, ambiguous }: Subjects): boolean {
  return measures.length + orgs.length === 0 && ambiguous === null;
}

// "Vilken vårdcentral har högst …": the word names a kind of unit, and all of that kind are meant.
function unitsOfKind(subjects: Subjects, draft: Draft, heard: Heard): readonly OrgId[] {
  const orgs = subjects.ambiguous?.orgs ?? [];
  if (draft.query.intent === "assignments") return orgs;
  const isAll =
    (["rank", "breakdown", "coverage", "org_list", "guard"].includes(draft.query.intent) &&
      heard.has("ask.which", "sup.most", "sup.least", "group.each", "ask.rank", "ask.where")) ||
    (heard.has("pro.mine") && orgs.length > 0);
  return isAll ? orgs : [];
}
