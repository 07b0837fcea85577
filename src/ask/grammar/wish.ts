// Pure. An action asked for in words, before rights and before it is made concrete.

import type { ReportableState, SupportType } from "../../plan/plan.ts";
import type { Concept } from "../lexicon/concept.ts";
import { says } from "../text/says.ts";
import { aliasSaid } from "./alias-said.ts";
import { supportTypesIn } from "./frames-support.ts";
import type { Heard } from "./heard.ts";
import { mentionsOf } from "./heard.ts";
import { isReminderAsked, isSending } from "./reminder-said.ts";
import { isOutcomeAgainstPlan } from "./sum-said.ts";

export type Wish =
  | {
      readonly wish: "report";
      readonly all: ReportableState | null;
      readonly state: ReportableState | null;
      readonly noNews: boolean;
    }
  | { readonly wish: "remind" }
  | { readonly wish: "support"; readonly types: readonly SupportType[] }
  | { readonly wish: "export"; readonly form: "xlsx" | "csv" }
  | { readonly wish: "pause_reminders" }
  | { readonly wish: "deputy" }
  | { readonly wish: "bind_channel" }
  | { readonly wish: "set" }
  | { readonly wish: "alias" }
  | { readonly wish: "preview_digest" }
  | { readonly wish: "withdraw_digest" }
  | { readonly wish: "correct_digest" }
  | { readonly wish: "show_digest" }
  | { readonly wish: "test_round" }
  /** Not for a chat: deleting a report, changing a figure, verifying. */
  | { readonly wish: "delete_report" }
  | { readonly wish: "change_figure" }
  | { readonly wish: "verify" };

const ASKS =
  /^(vad|hur|vilka|vilken|vilket|när|varför|vem|var|har|är|finns|kommer|what|how|which|when|why|who|where|has|have|is|are|does|did)$/;

export function wishOf(h: Heard): Wish | null {
  const first = h.tokens[0]?.word ?? "";
  if (aliasSaid(h.typed) && mentionsOf(h, "measure").length + mentionsOf(h, "org").length > 0) return { wish: "alias" };
  const isQuestion = ASKS.test(first) || (/\?\s*$/.test(h.text) && ASKS.test(h.tokens[1]?.word ?? ""));
  if (h.has("act.delete") && h.has("rep.report", "at.comment", "act.card") && (!isQuestion || first === "kan"))
    return { wish: "delete_report" };
  if (
    h.has("act.delete") &&
    !isQuestion &&
    /^(ta|radera|stryk|delete|remove|kasta|slang|rensa|erase)$/.test(h.tokens[0]?.folded ?? "") &&
    mentionsOf(h, "measure").some((mention) => !mention.weak && mention.readings[0]?.by !== "words")
  )
    return { wish: "change_figure" };
  if (isReminderAsked(h, isQuestion)) return { wish: "remind" };
  if (h.has("act.channel") && !isQuestion && !h.has("act.withdraw")) return { wish: "bind_channel" };
  if (h.has("act.test") && !isQuestion) return { wish: "test_round" };
  if (h.has("act.pause") && h.has("act.reminder")) return { wish: "pause_reminders" };
  if (h.has("act.withdraw") && h.has("act.digest", "digest.digest")) return { wish: "withdraw_digest" };
  const digest = h.has("act.digest", "digest.digest") || says(h.text, "sammanfattning|sammanställning|summary");
  if (h.has("act.correct") && digest && !isQuestion) return { wish: "correct_digest" };
  if (h.has("act.preview") && h.has("act.digest", "digest.digest", "rep.report")) return { wish: "preview_digest" };
  if (showsDigest(h, isQuestion)) return { wish: "show_digest" };
  if (
    h.has("act.export") &&
    !isQuestion &&
    (h.has("noun.plan", "noun.measure", "data.data", "rep.report", "act.set") ||
      h.mentions.length > 0 ||
      says(h.text, "allt|alltihop|alltsammans|everything") ||
      h.tokens.length <= 6)
  )
    return { wish: "export", form: /csv/.test(h.text.toLowerCase()) ? "csv" : "xlsx" };
  if (h.has("act.alias") && !isQuestion && h.mentions.length > 0 && !h.has("ask.status")) return { wish: "alias" };
  if (
    h.has("act.verify") &&
    !isQuestion &&
    (mentionsOf(h, "measure").length > 0 || h.has("fig.effect")) &&
    /^(verifiera|godkänn|attestera|verify|approve)$/.test(first)
  )
    return { wish: "verify" };
  const report = reportWish(h, isQuestion);
  if (report) return report;
  if (
    h.has("act.deputy") &&
    !isQuestion &&
    h.tokens.length >= 3 &&
    (h.whens.length > 0 ||
      h.typed.includes("@") ||
      mentionsOf(h, "person").length > 0 ||
      /^(sätt|skicka|jag|i)$/.test(first))
  )
    return { wish: "deputy" };
  if (!isQuestion && (h.has("act.set") || tellsWhen(h))) return changeWish(h);
  // "andra" for "ändra", typed without marks.
  if (
    h.tokens[0]?.folded === "andra" &&
    h.amounts.length > 0 &&
    says(h.text, "till|to") &&
    mentionsOf(h, "measure").length > 0
  )
    return { wish: "change_figure" };
  return supportWish(h, isQuestion);
}

const MOST_WORDS_OF_SHOW = 10;

// "Visa digesten", "sammanfattning v. 46"; without a week "en sammanfattning" is of how it goes.
function showsDigest(h: Heard, isQuestion: boolean): boolean {
  const isNamed = h.has("act.digest", "digest.digest") || says(h.text, "veckobrev(?:et)?");
  const isOfWeek =
    says(h.text, "sammanfattning|sammanställning|summary") && h.whens.some(({ when }) => when.is === "weeks");
  if (!(isNamed || isOfWeek) || h.tokens.length > MOST_WORDS_OF_SHOW) return false;
  if (h.mentions.some((mention) => !mention.weak)) return false;
  if (h.has("act.set", "act.channel", "act.reminder", "act.card", "ask.when", "act.due")) return false;
  if (says(h.text, "av|of|över|om|läget|planen|ska|skall|should|shall|flytta|koppla|skicka\\p{L}*|send|lägg|dag|tid"))
    return false;
  return !isQuestion || says(h.text, "stod|står|say|said|såg|look");
}

const WHAT_IS_SENT = "(?:vecko)?kort|sista dag|svarsdag|påminnelse|sammanfattning|sammanställning|digest|card|reminder";

/** "Kortet ska komma tisdagar 08.00", "7 maj är ledig dag". */
function tellsWhen(h: Heard): boolean {
  if (h.has("act.dayoff")) return h.whens.some(({ when }) => when.is === "dates");
  return says(h.text, `(?:${WHAT_IS_SENT})\\p{L}* (?:ska|skall|should|shall)`);
}

const COMMANDS =
  /^(sänk|höj|gör|låt|flytta|ändra|sätt|justera|byt|radera|kasta|släng|boka|mejla|maila|ring|köp|sälj|anställ|avskeda|stäng|starta|stoppa|avbryt|godkänn|publicera|delete|remove|change|set|raise|lower|book|call|buy|sell|hire|fire|close|start|stop|approve)$/;

/** "Boka ett möte", "sänk målet": something to be done that the bot does not do, and no question. */
export function isCommand(h: Heard): boolean {
  // "Höj patientavgifterna" may be what a measure is called.
  const isName = h.mentions.some((mention) => mention.start === 0);
  // "Gör barnmottagningen fler besök än i fjol" asks.
  const isOfSomebody = h.tokens[0]?.word === "gör" && h.mentions.some(({ start, weak }) => start === 1 && !weak);
  return (
    COMMANDS.test(h.tokens[0]?.word ?? "") &&
    !isName &&
    !isOfSomebody &&
    !/\?\s*$/.test(h.typed) &&
    !h.has("ask.what_if") &&
    h.tokens.length > 1
  );
}

/** The places of words that may be the name of a unit or a measure: nothing is done for "mine" where another was named. */
export function notHeardIn(wish: Wish, h: Heard): readonly number[] {
  if (!["report", "remind", "export"].includes(wish.wish)) return [];
  if (wish.wish === "report" && h.mentions.some((mention) => !mention.weak)) return [];
  const said = h.tags.find((tag) => /^(state\.|act\.(all_green|no_news|remind|export))/.test(tag.concept))?.start ?? 0;
  // What comes after the colour and a comma is the chef's own comment.
  return h.unknown.filter(
    (at) =>
      (h.tokens[at]?.word.length ?? 0) >= 3 &&
      !(wish.wish === "remind" && isSending(h.tokens[at]?.word ?? "")) &&
      (at < said || (wish.wish !== "report" && at <= said + 4)),
  );
}

function changeWish(h: Heard): Wish | null {
  const setting = h.has(
    "act.card",
    "act.digest",
    "act.due",
    "act.reminder",
    "act.quiet",
    "act.summer",
    "act.dayoff",
    "digest.digest",
  );
  if (setting && h.tokens.length <= 14) return { wish: "set" };
  const figure =
    h.tags.some((tag) => tag.concept.startsWith("fig.")) ||
    h.has(
      "staff.target",
      "staff.staffing",
      "staff.production",
      "word.state",
      "at.start",
      "at.end",
      "at.owner",
      "sup.most",
    ) ||
    h.amounts.some((amount) => amount.unit === "mkr");
  if (
    /^(ändra|sätt|justera|höj|sänk|skriv|korrigera|rätta|uppdatera|byt|change|set|adjust|update|edit|modify|raise|put|lägg|kan|can|could|du|snälla|please)$/.test(
      h.tokens[0]?.word ?? "",
    ) &&
    figure &&
    (h.amounts.length > 0 || mentionsOf(h, "measure").length > 0)
  )
    return { wish: "change_figure" };
  return null;
}

const STATES: readonly (readonly [
  "state.on_track" | "state.deviation" | "state.critical" | "state.paused" | "state.done",
  ReportableState,
])[] = [
  ["state.on_track", "on_track"],
  ["state.deviation", "deviation"],
  ["state.critical", "critical"],
  ["state.paused", "paused"],
  ["state.done", "done"],
];

const ORDERS = /^(rapportera|rapporterar|markera|sätt|sätter|ändra|lägg|uppdatera|report|mark|set)$/;

const SETS =
  /^(sätta|sätt|sätter|rapportera|rapporterar|markera|ändra|byta|byt|lägga|uppdatera|set|report|mark|change|update|put)$/;

// "ögon: allt grönt" · "M-06 gul, svårt få stopp på övertiden" · "rapportera M-10 röd" · "inget nytt"
function reportWish(h: Heard, isQuestion: boolean): Wish | null {
  // "Jag vikarierar för Mats, rapportera NV-5 grön": the order comes after who gives it.
  const isOrdered =
    /^(jag|vi|i|we)$/.test(h.tokens[0]?.word ?? "") && h.tokens.some((token) => ORDERS.test(token.word));
  const isPolite = /^(kan|kunde|skulle|vill|could|can|would|please|snälla|hej|du)$/.test(h.tokens[0]?.word ?? "");
  // "M-01, enligt plan och utfall": two figures, and no colour.
  if (isQuestion || (/\?\s*$/.test(h.text) && !isPolite) || isOutcomeAgainstPlan(h)) return null;
  if (h.has("act.all_green")) return { wish: "report", all: "on_track", state: null, noNews: false };
  const first = h.tokens[0]?.word ?? "";
  if (h.has("act.no_news") && h.tokens.length <= 12) return { wish: "report", all: null, state: null, noNews: true };
  // The first that is said: "M-06 gul, det rullar på" is yellow.
  const said = STATES.filter(([concept]) => h.has(concept)).sort(([a], [b]) => h.at(a) - h.at(b));
  // "Gröna åtgärder utan …" is no report on a measure called something green.
  const measures = mentionsOf(h, "measure").filter((mention) => !mention.weak || mention.readings[0]?.by !== "words");
  const leads =
    measures[0]?.start === 0 ||
    /^(rapportera|rapporterar|report|sätt|markera|ändra|byt|uppdatera|lägg|set|mark|change|update|åtgärd|vår|vi|jag)$/.test(
      first,
    ) ||
    mentionsOf(h, "org")[0]?.start === 0 ||
    (isPolite && h.tokens.slice(0, 5).some((token) => SETS.test(token.word)));
  if (
    said.length >= 1 &&
    measures.length >= 1 &&
    leads &&
    !isAskedBefore(h, h.tags.find((tag) => tag.concept === said[0]?.[0])?.end ?? 0) &&
    !isAskedBeside(h, said[0]?.[0])
  ) {
    const state = said[0]?.[1] ?? null;
    const colour = h.tags.find((tag) => tag.concept === said[0]?.[0]);
    // "M-07 röd" alone is a report only from someone who means one: something must follow, or "rapportera" stand before.
    const follows = colour ? h.tokens.length - colour.end : 0;
    const isTold =
      follows >= 1 ||
      isPolite ||
      isOrdered ||
      /^(rapportera|rapporterar|report|sätt|markera|ändra|byt|uppdatera|lägg|set|mark|change|update)$/.test(first) ||
      /[:=]/.test(h.tokens[measures[0]?.end ?? 0]?.breakBefore ?? "") ||
      // "Åsen: M-07 grön"
      (mentionsOf(h, "org")[0]?.start === 0 && h.tokens[mentionsOf(h, "org")[0]?.end ?? 0]?.breakBefore === ":");
    return isTold || h.tokens.length <= 4 ? { wish: "report", all: null, state, noNews: false } : null;
  }
  return null;
}

const ASKED_BESIDE = /^(ask\.(status|why|since|how_many|true|when)|cmp\.compare)$/;

// "M-06 röd, listan rullar på": what is told after the colour asks nothing, unless it begins as a question does.
function isAskedBeside(h: Heard, colour: Concept | undefined): boolean {
  const told = h.tags.find(({ concept }) => concept === colour)?.end ?? 0;
  const isComment = /^[,;:.–-]/.test(h.tokens[told]?.breakBefore ?? "");
  return h.tags.some(
    ({ concept, start }) =>
      ASKED_BESIDE.test(concept) && !(isComment && start >= told && !ASKS.test(h.tokens[start]?.word ?? "")),
  );
}

// "Åtgärder på M-06 som är röda, vilka?" asks; what is said after the colour ("operationslistorna är fulla") is told.
function isAskedBefore(h: Heard, colour: number): boolean {
  // "Utomlänsvården, hur röd är den?"
  if (h.tokens.slice(0, colour).some(({ word }) => /^(hur|varför|vem|how|why|who)$/.test(word))) return true;
  return h.tags.some(
    (tag) =>
      tag.concept === "ask.which" &&
      (tag.start < colour || /^vil(?:ka|ken|ket)$/.test(h.tokens[tag.start]?.word ?? "")),
  );
}

function supportWish(h: Heard, isQuestion: boolean): Wish | null {
  const types = supportTypesIn(h);
  if (isQuestion && !/^(kan|can|could)$/.test(h.tokens[0]?.word ?? "")) return null;
  if (!h.has("act.request") || h.has("ask.how_many", "ask.which")) return null;
  if (types.length === 0 && !h.has("sup.team"))
    return h.has("sup.request") &&
      /^(jag|vi|i|we|kan|can|please|be|begär|request)$/.test(h.tokens[0]?.word ?? "") &&
      /stöd|support|hjälp|help/.test(h.text.toLowerCase()) &&
      h.tokens.length <= 10
      ? { wish: "support", types }
      : null;
  return { wish: "support", types };
}
