// Pure. Questions about weekly reports, what was written in them, and support.
import { weeksBetween } from "../../plan/week.ts";
import { says } from "../text/says.ts";
import type { Draft } from "./draft.ts";
import { lineSaid } from "./filter-rate.ts";
import { isOutcomeAsked, OUTCOMES } from "./frames-decisions.ts";
import type { Heard } from "./heard.ts";
import { mentionsOf } from "./heard.ts";
import { levelSaid } from "./levels.ts";

export function coverageFrame(h: Heard): Draft | null {
  if (h.has("at.milestone") && !h.has("rep.report", "rep.rate")) return null;
  if (h.has("act.card") && h.has("ask.when", "next.upcoming") && !h.has("act.set"))
    return { query: { intent: "deadline" }, wants: [] };
  if (areOwnToReport(h)) return { query: { intent: "list", mine: true, about: "to_report" }, wants: ["org"] };
  if (isAboutDeadline(h) || isAboutTimetable(h)) return { query: { intent: "deadline" }, wants: [] };
  if (h.tags.some((tag) => tag.concept.startsWith("state.")) && !h.has("rep.report", "rep.rate")) return null;
  // "Hur många saknar den?": what was said before, and no report.
  const isOfIt = /^(den|det|it)$/.test(h.tokens[h.at("rep.missing") + 1]?.word ?? "");
  const isPlainMissing =
    h.has("rep.missing") &&
    !isOfIt &&
    h.has("ask.how_many", "ask.which", "ask.who") &&
    h.tags.every(
      (tag) =>
        tag.concept.startsWith("stop") ||
        /^(ask|rep|lvl|neg|oob|pro|group\.each|fig\.lost|at\.passed)(\.|$)/.test(tag.concept),
    );
  const reports = h.has("rep.report", "rep.rate", "rep.due") || isPlainMissing || isHandedIn(h) || isLeftToUs(h);
  if (!reports && !(h.has("rep.in_row", "rep.missing") && h.has("rep.in_row"))) return null;
  // "Rapporterad effekt", "rapportera åtgärden": money and measures are other questions.
  if (
    h.has(
      "fig.effect",
      "fig.realised",
      "fig.verified",
      "at.comment",
      "at.impact",
      "at.risk",
      "sup.request",
      "ask.why",
      "dec.assignment",
    ) &&
    !h.has("rep.rate")
  )
    return null;
  const isOfMeasure = mentionsOf(h, "measure").some((mention) => !mention.weak) && mentionsOf(h, "org").length === 0;
  // "Vad har kommit in på bussen?": money or a report? Better silent than the one for the other.
  if (isOfMeasure && says(h.text, "(vad|hur mycket|what|how much) .*(kommit|kom|kommer|come|came) in")) return null;
  if (isOfMeasure && !h.has("rep.missing", "neg.not", "rep.rate"))
    return { query: { intent: "detail", detail: "reported" }, wants: ["measure"], needsSubject: true };
  if (
    h.has("rep.due") ||
    (h.has("ask.when") && says(h.text, "stänger|stänga|stängs|öppnar|öppnas|closes|close|opens")) ||
    (h.has("ask.when") && h.has("fix.must", "next.upcoming") && !h.has("dec.assignment")) ||
    (h.has("ask.when", "ask.which") &&
      says(h.text, "ska|måste|senast|inne") &&
      /rapport/.test(h.text.toLowerCase()) &&
      !h.has("neg.not", "rep.missing", "ask.last"))
  )
    return { query: { intent: "deadline" }, wants: [] };
  if (h.has("rep.no_news") && h.has("ask.how_many", "ask.which", "ask.who")) return null;
  const level = levelSaid(h);
  const line = lineSaid(h);
  if (level && level !== "unit" && (h.has("sup.most", "sup.least") || line))
    return {
      query: {
        intent: "rank",
        group: level,
        order: {
          by: "coverage_rate",
          direction: line
            ? line.side === "over"
              ? "most"
              : "least"
            : h.has("sup.least") || missing0(h)
              ? "least"
              : "most",
        },
        figures: ["coverage_rate"],
        amount: line?.percent ?? null,
      },
      wants: ["org"],
    };
  // "Vad ska jag rapportera på?": the rows of one's own card.
  if (h.has("pro.i") && says(h.text, "vad ska|vad skall|vad måste|vad har|what should|what do|vilka ska|på vad"))
    return { query: { intent: "list", mine: true }, wants: [] };
  const late = h.has("rep.late") && !h.has("neg.not", "rep.missing");
  const missing = h.has("neg.not", "rep.missing") || (h.has("at.passed") && says(h.text, "missa[a-z]*|missed"));
  const isInTime = late && says(h.text, "i (rätt )?tid|on time");
  const both = weeksMissed(h);
  if (both !== null && h.has("ask.which", "ask.who", "ask.how_many"))
    return { query: { intent: "missed", amount: both }, wants: ["org"] };
  if (h.has("rep.in_row") || (h.has("sup.most") && missing && h.has("lvl.unit"))) {
    const weeks = h.amounts.find((amount) => amount.unit === null)?.value ?? 2;
    return { query: { intent: "missed", amount: Math.max(1, Math.round(weeks)) }, wants: ["org"] };
  }
  if (h.has("ask.who") && !missing && !h.has("rep.rate") && says(h.text, "vem|who") && mentionsOf(h, "org").length > 0)
    return { query: { intent: "persons", about: "reporter" }, wants: ["org"] };
  if (h.has("ask.when") && h.has("ask.last")) return { query: { intent: "coverage" }, wants: ["org"] };
  return {
    query: {
      intent: "coverage",
      missing,
      about: isInTime ? "in_time" : late ? "late" : null,
      mine: h.has("pro.mine") || (h.has("pro.i") && says(h.text, "jag|i")) || isAboutUs(h),
      group: groupFor(h),
    },
    wants: ["org"],
  };
}

// "Vilka åtgärder ska jag rapportera på?": one's own measures, and not when.
function areOwnToReport(h: Heard): boolean {
  return (
    h.has("ask.which") &&
    h.has("noun.measure") &&
    !h.has("ask.when", "neg.not", "rep.missing") &&
    says(
      h.text,
      "vilka åtgärder (ska|måste|behöver) (jag|vi) rapportera|which measures (must|do|should) (i|we) (have to |need to )?report",
    )
  );
}

// "Har jag något kvar att rapportera?"
function isLeftToUs(h: Heard): boolean {
  return h.has("pro.i") && says(h.text, "kvar att (rapportera|svara på|lämna in)|left to report");
}

// "Vilka lämnade för sent v. 47?"
function isHandedIn(h: Heard): boolean {
  return (
    h.has("rep.late") &&
    h.has("ask.which", "ask.how_many", "ask.who") &&
    says(h.text, "lämna[a-z]*|kom|inkom|skickade|skickat|sent in|came in") &&
    !h.has("noun.measure", "at.milestone", "dec.assignment")
  );
}

// "När är sista dagen för rapporten?", "får jag något kort v 52?"
function isAboutDeadline(h: Heard): boolean {
  if (h.has("act.set", "dec.assignment", "noun.measure") || h.mentions.some((mention) => !mention.weak)) return false;
  if (h.has("act.due", "rep.due") && h.has("ask.when", "ask.which") && h.has("rep.report", "act.card", "act.due"))
    return !h.has("neg.not", "rep.missing");
  if (
    h.has("ask.how_many", "ask.since") &&
    says(h.text, "dagar|timmar|tid|days|hours") &&
    h.has("act.card", "rep.report")
  )
    return says(h.text, "kvar|till|left|until") && !h.has("neg.not", "rep.missing");
  const first = h.tokens[0]?.word ?? "";
  const isWeekly = h.whens.some(({ when }) => when.is === "weeks");
  return (
    h.has("act.card") &&
    (isWeekly || h.has("ask.when")) &&
    /^(får|fås|kommer|blir|ska|finns|när|do|will|is|when|shall)$/.test(first)
  );
}

// "Vilka tider gäller?", "när går påminnelserna ut?", "när kommer sammanfattningen?": the week's timetable in force.
function isAboutTimetable(h: Heard): boolean {
  if (h.has("act.set", "act.remind", "dec.assignment", "noun.measure", "at.milestone")) return false;
  if (h.tokens.length > MOST_WORDS_OF_TIMES || h.mentions.some((mention) => !mention.weak)) return false;
  if (h.has("act.times")) return !h.has("ask.how_many");
  const isWhen = h.has("ask.when") || says(h.text, "vilken (?:dag|tid)|vilket klockslag|what (?:day|time)|which day");
  return isWhen && (h.has("act.reminder", "act.digest", "digest.digest") || says(h.text, "påminnelse(?:r|n|rna)?"));
}

const MOST_WORDS_OF_TIMES = 9;

// "Vilka missade både v 46 och v 47": as many weeks in a row, through the last.
function weeksMissed(h: Heard): number | null {
  const weeks = h.whens.flatMap(({ when }) => (when.is === "weeks" ? [when] : []));
  const [first, second] = weeks;
  const said = h.amounts.find((one) => /^(veckor|weeks)$/.test(h.tokens[one.end]?.folded ?? ""));
  if (said && Number.isInteger(said.value) && said.value >= 2 && said.value <= 60 && h.has("rep.missing", "neg.not"))
    return said.value;
  if (!first || !h.has("rep.missing", "neg.not")) return null;
  const span = second ? Math.abs(weeksBetween(first.from, second.to)) + 1 : weeksBetween(first.from, first.to) + 1;
  return span >= 2 && (second ? says(h.text, "både|och|both|and|samt") : true) ? span : null;
}

// "Har vi skickat in rapporten?": the asker's own units.
function isAboutUs(h: Heard): boolean {
  return (
    /^(har|have|did|är|blev)$/.test(h.tokens[0]?.word ?? "") &&
    (says(h.text, "vi|we") || /^(have|did) i\b/.test(h.text.trim().toLowerCase())) &&
    !h.has("ask.how_many", "ask.which", "ask.who", "rep.rate")
  );
}

function missing0(h: Heard): boolean {
  return h.has("neg.not", "rep.missing");
}

function groupFor(h: Heard): "administration" | null {
  return h.has("group.each") && h.has("lvl.administration") ? "administration" : null;
}

export function commentFrame(h: Heard): Draft | null {
  if (h.has("log.change") || (h.has("chg.changed", "act.set") && h.has("ask.who") && !h.has("at.owner")))
    return { query: { intent: "change_log" }, wants: ["measure", "org"] };
  if (areBothAsked(h)) return { query: { intent: "status" }, wants: ["measure"], needsSubject: true };
  if (!h.has("at.comment") || h.has("ask.define", "word.differs", "data.data")) return null;
  if (isOutcomeAsked(h) || isSaidByBody(h)) return null;
  if (h.has("at.consultation") && h.mentions.length === 0) return null;
  // "Vad sa prognosen i augusti?", "vad sa vi att den skulle landa på?": what was believed.
  if (h.has("fig.forecast") && says(h.text, "säger|sa|sade|sagt|sas|said|says?")) return null;
  // "Rött utfall oavsett vad chefen säger": the colours, not the words.
  if (
    h.has("word.outcome") &&
    says(h.text, "oavsett|trots|fast|annat än|annan än|regardless|whatever|despite|other than")
  )
    return null;
  return { query: { intent: "comments", mine: h.has("pro.mine", "pro.i") }, wants: ["measure", "org"] };
}

// "När sa fullmäktige ja till sjukresorna?": what was decided, and nothing that was written.
function isSaidByBody(h: Heard): boolean {
  const outcomes = h.tags.filter((tag) => OUTCOMES.some(([concept]) => concept === tag.concept));
  return h.tags.some(
    (tag) =>
      tag.concept === "at.comment" && outcomes.some((outcome) => outcome.start <= tag.start && tag.end <= outcome.end),
  );
}

/** "Vad säger chefen om jourlinjen, och vad säger utfallet?": both colours, which a status tells. */
export function areBothAsked(h: Heard): boolean {
  const isNamed = mentionsOf(h, "measure").some(({ weak }) => !weak) || h.has("pro.it");
  return (
    isNamed &&
    h.has("word.outcome") &&
    (h.has("person.manager") || h.has("word.judged")) &&
    !h.has("ask.which", "ask.why")
  );
}
