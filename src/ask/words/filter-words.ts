// The words of conditions: what an answer is limited to, and the `filter` field of its facts.
import type { IsoDate } from "../../lib/time.ts";
import { colourOf } from "../../plan/colour.ts";
import { dateText, listText, monthText, numberText } from "../../plan/format.ts";
import type { Lang, OrgId } from "../../plan/plan.ts";
import {
  CAUSE_WORDS,
  COLOUR_WORDS,
  CONSULTATION_WORDS,
  KIND_WORDS,
  MECHANISM_WORDS,
  PERMANENCE_WORDS,
  RISK_WORDS,
  STANDING_WORDS,
  STATE_WORDS,
  SUPPORT_WORDS,
} from "../../plan/words.ts";
import type { Filter } from "../schema.ts";

/** "endast röda, kortsiktiga": empty when there is none. */
export function filtersText(
  filters: readonly Filter[],
  lang: Lang,
  today: IsoDate,
  nameOf: (org: OrgId) => string = String,
): string {
  return filters
    .map((filter) =>
      filter.on === "owner" || filter.on === "measure" ? ofWhom(filter, lang, nameOf) : filterText(filter, lang, today),
    )
    .join(", ");
}

// "utom M-16 och Psykiatrin"
function ofWhom(
  filter: Extract<Filter, { on: "owner" | "measure" }>,
  lang: Lang,
  nameOf: (org: OrgId) => string,
): string {
  const lead = filter.not ? (lang === "sv" ? "utom" : "except") : lang === "sv" ? "bara" : "only";
  const names = filter.on === "owner" ? filter.values.map(nameOf) : filter.values;
  return `${lead} ${listText([...names], lang)}`;
}

/** `horisont=kort; läge=Kritisk`: for `facts[].filter`. */
export function filterCode(filters: readonly Filter[], today: IsoDate): string {
  return filters.map((filter) => codeOf(filter, today)).join("; ");
}

function filterText(filter: Filter, lang: Lang, today: IsoDate): string {
  if (filter.on === "owner" || filter.on === "measure") return ofWhom(filter, lang, String);
  if (filter.on === "yields" && filter.not) return lang === "sv" ? "har inte gett effekt" : "has given no effect";
  const not = filter.not ? (lang === "sv" ? "inte " : "not ") : "";
  return `${not}${plainText(filter, lang, today)}`;
}

function plainText(filter: Filter, lang: Lang, today: IsoDate): string {
  const sv = lang === "sv";
  const or = (words: readonly string[]) => words.join(sv ? " eller " : " or ");
  switch (filter.on) {
    case "state":
      return or(
        filter.values.map((state) => {
          const colour = colourOf(state);
          return colour
            ? `${STATE_WORDS[state][lang].toLowerCase()} (${COLOUR_WORDS[colour][lang].toLowerCase()})`
            : STATE_WORDS[state][lang].toLowerCase();
        }),
      );
    case "outcome":
      return `${sv ? "utfall" : "outcome"} ${or(filter.values.map((colour) => COLOUR_WORDS[colour][lang].toLowerCase()))}`;
    case "horizon":
      return filter.value === "short" ? (sv ? "kortsiktiga" : "short-term") : sv ? "långsiktiga" : "long-term";
    case "kind":
      return `${sv ? "typ" : "kind"} ${or(filter.values.map((kind) => KIND_WORDS[kind][lang]))}`;
    case "mechanism":
      return `${sv ? "mekanism" : "mechanism"} ${or(filter.values.map((mechanism) => MECHANISM_WORDS[mechanism][lang]))}`;
    case "theme":
      return `${sv ? "område" : "theme"} ${or(filter.values)}`;
    case "measure":
    case "owner":
      return or(filter.values);
    case "cause":
      return `${sv ? "orsak" : "cause"} ${or(filter.values.map((cause) => CAUSE_WORDS[cause][lang]))}`;
    case "impact":
      return filter.values.includes("no")
        ? sv
          ? "utan konsekvensbedömning"
          : "without an impact assessment"
        : filter.values.includes("done")
          ? sv
            ? "konsekvensbedömning klar"
            : "impact assessment done"
          : sv
            ? "konsekvensbedömning pågår"
            : "impact assessment under way";
    case "consultation":
      return `${sv ? "samverkan" : "consultation"} ${or(filter.values.map((value) => CONSULTATION_WORDS[value][lang]))}`;
    case "permanence":
      return PERMANENCE_WORDS[filter.value][lang];
    case "special":
      return sv ? "särskild aktivitet" : "special activity";
    case "amount":
      if (filter.stage === "extra_cost") return sv ? "med beräknad merkostnad" : "with a calculated extra cost";
      return filter.stage === "decided"
        ? sv
          ? "med beslutad effekt"
          : "with a decided effect"
        : sv
          ? "med beräknat belopp"
          : "with a calculated amount";
    case "prerequisite_unmet":
      return filter.kinds.length === 1 && filter.kinds[0] === "decision"
        ? sv
          ? "väntar på beslut"
          : "waiting for a decision"
        : sv
          ? "med ouppfylld förutsättning"
          : "with an unmet prerequisite";
    case "assumption":
      if (filter.review) return reviewText(filter.review, lang, today);
      return `${sv ? "antagande" : "assumption"} ${or(filter.values.map((value) => STANDING_WORDS[value][lang]))}`;
    case "risk":
      return filter.values.length > 0
        ? `${sv ? "risk" : "risk"} ${listText(
            filter.values.map((value) => RISK_WORDS[value][lang]),
            lang,
          )}`
        : sv
          ? "med flaggad risk"
          : "with a flagged risk";
    case "support":
      return filter.values.length > 0
        ? or(filter.values.map((value) => SUPPORT_WORDS[value][lang]))
        : sv
          ? "ber om stöd"
          : "asking for support";
    case "differs":
      return sv ? "chefens bedömning och utfallet skiljer sig" : "the manager's judgement and the outcome differ";
    case "milestone_missed":
      return sv ? "med passerad milstolpe som inte är klar" : "with a milestone passed and not done";
    case "behind":
      return sv ? "efter plan" : "behind plan";
    case "ahead":
      return sv ? "före plan" : "ahead of plan";
    case "forecast":
      return filter.side === "over"
        ? sv
          ? "prognos över årets plan"
          : "forecast above the year's plan"
        : sv
          ? "prognos under årets plan"
          : "forecast below the year's plan";
    case "rate": {
      const side = filter.side === "over" ? (sv ? "över" : "over") : sv ? "under" : "below";
      return `${sv ? "realiseringsgrad" : "realisation rate"} ${side} ${numberText(Math.round(filter.percent * 10) / 10, lang, Number.isInteger(Math.round(filter.percent * 10) / 10) ? 0 : 1)} %`;
    }
    case "yields":
      return sv ? "har gett effekt" : "has given effect";
    case "overdue":
      return sv ? "slutmånaden har passerat" : "end month passed";
    case "start":
    case "end": {
      const word = filter.on === "start" ? (sv ? "start" : "start") : sv ? "slut" : "end";
      const from = filter.from ? monthText(filter.from, lang, today) : "";
      const to = filter.to ? monthText(filter.to, lang, today) : "";
      if (from === to) return `${word} ${from}`;
      if (from === "") return `${word} ${sv ? "senast" : "by"} ${to}`;
      return to === "" ? `${word} ${sv ? "tidigast" : "from"} ${from}` : `${word} ${from}–${to}`;
    }
    case "unchanged":
      return sv ? `oförändrat läge i minst ${filter.weeks} veckor` : `unchanged for at least ${filter.weeks} weeks`;
    case "amount_over": {
      // A krona less than said: that amount, too.
      const isAtLeast = Math.round(filter.mkr * 1000) / 1000 !== filter.mkr;
      const side = isAtLeast ? (sv ? "minst" : "at least") : sv ? "över" : "over";
      return `${filter.figure === "decided" ? (sv ? "beslutad" : "decided") : "potential"} ${side} ${numberText(filter.mkr, lang)} mkr`;
    }
  }
}

function codeOf(filter: Filter, today: IsoDate): string {
  const equals = filter.not ? "≠" : "=";
  switch (filter.on) {
    case "horizon":
      return `horisont${equals}${filter.value === "short" ? "kort" : "lång"}`;
    case "state":
      return `läge${equals}${filter.values.map((state) => STATE_WORDS[state].sv).join("|")}`;
    case "mechanism":
      return `mekanism${equals}${filter.values.map((value) => MECHANISM_WORDS[value].sv).join("|")}`;
    case "theme":
      return `område${equals}${filter.values.join("|")}`;
    case "outcome":
      return `utfall${equals}${filter.values.map((value) => COLOUR_WORDS[value].sv).join("|")}`;
    case "kind":
      return `typ${equals}${filter.values.map((value) => KIND_WORDS[value].sv).join("|")}`;
    case "cause":
      return `orsak${equals}${filter.values.map((value) => CAUSE_WORDS[value].sv).join("|")}`;
    default:
      return filterText(filter, "sv", today);
  }
}

function reviewText(
  { from, to, passed }: NonNullable<Extract<Filter, { on: "assumption" }>["review"]>,
  lang: Lang,
  today: IsoDate,
): string {
  const sv = lang === "sv";
  const lead = passed
    ? sv
      ? "antaganden som skulle ha omprövats"
      : "assumptions that should have been reviewed"
    : sv
      ? "antaganden som ska omprövas"
      : "assumptions to be reviewed";
  const since = from ? ` ${sv ? "från" : "from"} ${dateText(from, lang, today)}` : "";
  const until = to ? ` ${sv ? "till och med" : "through"} ${dateText(to, lang, today)}` : "";
  return `${lead}${since}${until}`;
}
