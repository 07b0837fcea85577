// Pure. What lies out of bounds, whoever asks: it is refused before anything is looked up.

import { says } from "../text/says.ts";
import { hasMetric } from "./figures.ts";
import type { Heard } from "./heard.ts";
import { mentionsOf } from "./heard.ts";

export const REFUSALS = [
  "personal", // health, pay or performance of persons
  "patient",
  "personal_number", // written in a question or a report: not answered, not kept
  "medical",
  "politics",
  "rules", // attempts to change or get round the rules
  "delete_report",
  "change_figure",
  "not_in_plan",
  "undecided",
  "comments",
  "missing_units",
  "names",
  "log",
  "support",
  "report",
  "steer",
  "digest",
  "export",
  "verify",
] as const;
export type Refusal = (typeof REFUSALS)[number];

const DOSES = /\b\d+(?:[.,]\d+)?\s?(?:mg|ml|mikrogram|mcg)\b/;

export function outOfBounds(h: Heard): Refusal | null {
  const measure = mentionsOf(h, "measure").some((mention) => !mention.weak);
  if (isAttack(h) || movesLimits(h)) return "rules";
  const called = mentionsOf(h, "measure").some(({ weak, readings }) => !weak && readings[0]?.by !== "words");
  if (
    h.has("oob.medical") &&
    !called &&
    (h.has("oob.patient", "ask.which", "ask.how_much", "ask.how_many", "ask.can", "fix.must", "ask.true") ||
      isDirect(h))
  )
    return "medical";
  if (DOSES.test(h.typed.toLowerCase())) return "medical";
  if (isPersonal(h, measure)) return "personal";
  if (isPatient(h, measure)) return "patient";
  if (h.has("oob.politics") && !isAboutDecision(h)) return "politics";
  return null;
}

const MAKES = /^(sänk|höj|räkna|ändra|flytta|gör|låt|justera|skruva|fixa|trixa|lower|raise|make|change|tweak)/;

// "Flytta gränsen så att 70 procent räknas som grönt": how the colours come about is not for a chat.
function movesLimits(h: Heard): boolean {
  const isColour = h.tags.some((tag) => tag.concept.startsWith("state."));
  // "Räkna om så att M-01 blir grön".
  if (isColour && MAKES.test(h.text) && says(h.text, "så att|so that|räknas som|ser ut")) return true;
  if (
    !h.has("oob.limits") ||
    h.mentions.some((mention) => !mention.weak && mention.readings[0]?.ref.kind === "measure")
  )
    return false;
  const first = h.tokens[0]?.word ?? "";
  return (
    (h.has("act.set", "act.delete", "fix.must") ||
      says(
        h.text,
        "låt|låta|räkna|bestäm|bestämma|gör så|sänka|höja|ändra|flytta|let|count|make it|lower|raise|kan vi|kan du|can we|can you",
      )) &&
    !/^(var|vad|hur|vilken|vilka|när|where|what|how|which|when)$/.test(first)
  );
}

function isDirect(h: Heard): boolean {
  return says(h.text, "ska jag|bör jag|should i|kan jag ta|hur mycket .* ska") || h.tokens.length <= 8;
}

function isAttack(h: Heard): boolean {
  if (!h.has("oob.inject")) return false;
  const said = h.tags.filter((tag) => tag.concept === "oob.inject").length;
  const strong =
    /ignor|strunta i|bortse|kringgå|låtsas|disregard|bypass|override|pretend|jailbreak|prompt|admin|sudo|root|lösenord|password|api-nyckel|secret|you are now|du är nu|act as|agera som|jag är (planägare|admin|it-chef)|jag har (behörighet|rätt att)|i am (the plan owner|admin|an admin)|i have access|glöm (dina|alla|regler|tidigare)|drop table|developer mode|debug mode|unrestricted/.test(
      h.text.toLowerCase(),
    );
  return strong ? said > 0 && !isRegretful(h) : said > 1 || h.has("at.comment", "oob.all_comments");
}

// "Vi kan inte bortse från …" is no attack; but then nothing is asked to be shown either.
function isRegretful(h: Heard): boolean {
  return (
    h.mentions.some(
      (mention) => mention.readings[0]?.ref.kind === "org" && /admin/.test(h.tokens[mention.start]?.word ?? ""),
    ) && !/mode|läge|you are|du är/.test(h.text.toLowerCase())
  );
}

function isPersonal(h: Heard, measure: boolean): boolean {
  const text = h.text.toLowerCase();
  const named = mentionsOf(h, "person").length > 0;
  const person =
    named ||
    h.has("person.manager") ||
    h.tags.some(
      (tag) =>
        tag.concept === "oob.person" &&
        !/^(vem|vilka|vilken|who|people|någon|anyone)$/.test(h.tokens[tag.start]?.word ?? ""),
    );
  const who = h.has("ask.who") || says(text, "vem|vilka|vilken|who|någon|anyone|which");
  if (
    h.has("oob.pay") &&
    !h.has("staff.agency", "fig.effect", "fig.realised") &&
    (person || who || says(text, "lön|salary|löner"))
  )
    return true;
  // "Vem på kliniken har varit borta mest?"
  if (
    says(text, "^(vem|vilka|vilken|who|which)") &&
    says(
      text,
      "(varit|är|var) (mest |oftast )?(borta|frånvarande|sjukskriven|sjukskrivna|ledig)|been (away|absent|ill|sick)",
    ) &&
    !measure
  )
    return true;
  if (h.has("oob.ill") && !isPlanWord(h)) {
    if (person || (who && !measure && !h.has("staff.sick"))) return true;
    if (isSomebody(h)) return true;
    if (
      says(text, "hur mår|is .* (ill|sick)|är .* sjuk") &&
      !h.has("noun.plan") &&
      !measure &&
      mentionsOf(h, "org").length === 0
    )
      return true;
  }
  if (h.has("staff.sick") && (named || (h.has("person.manager") && /(chefens|chefen har|manager's)/.test(text))))
    return true;
  if (
    says(text, "vem|who") &&
    says(text, "sämst|bäst|worst|best") &&
    !areOrgsSetAgainst(h) &&
    !h.has(
      "noun.measure",
      "lvl.unit",
      "lvl.administration",
      "lvl.board",
      "fig.realised",
      "fig.effect",
      "fig.rate",
      "staff.overtime",
      "staff.sick",
      "staff.agency",
    )
  )
    return true;
  // "Hur många dagar har Anna varit borta?"
  if (named && says(text, "borta|frånvarande|ledig|away|absent") && h.has("ask.how_many", "ask.why", "ask.since"))
    return true;
  // "Vem av cheferna är sämst på att spara?"
  if (
    h.has("person.manager") &&
    says(text, "vem|who|vems|vilken chef|vilka chefer|which managers?") &&
    h.has("sup.most", "sup.least") &&
    !h.has("noun.measure", "fig.gap")
  )
    return true;
  // "Är Anna en bra chef?"
  const isJudged =
    says(text, "bra|dålig|dåligt|duktig|usel|kass|lämplig|(good|bad|poor|great)") &&
    says(text, "chef|chefen|ledare|manager|leader|boss");
  if (isJudged && (named || h.has("person.manager"))) return true;
  const isWork = hasMetric(h) && says(text, "performs?|performed");
  if (h.has("oob.performance") && !isWork && (person || who || mentionsOf(h, "org").length > 0)) return true;
  if (
    (person || h.has("person.manager")) &&
    h.has("sup.most", "sup.least") &&
    !h.has("noun.measure", "fig.realised", "fig.effect", "fig.gap", "staff.staffing") &&
    h.has("ask.which", "ask.who")
  )
    return true;
  // Ranking or judging people by name, by their answers or their results.
  if (
    (named || h.has("person.manager")) &&
    h.has("rep.missing", "neg.not", "sup.most", "sup.least") &&
    h.has("rep.report") &&
    (named || says(text, "vilka chefer|vilken chef|which managers?")) &&
    h.has("sup.most", "sup.least")
  )
    return true;
  return false;
}

// "Vem går bäst, psykiatrin eller tandvården?": two places, and nobody.
function areOrgsSetAgainst(h: Heard): boolean {
  const isPlace = mentionsOf(h, "org").filter((mention) => !mention.weak && !mentionsOf(h, "person").includes(mention));
  return (
    isPlace.length >= 2 &&
    (h.has("cmp.compare") || says(h.text, "eller|or|av|mellan|of|between")) &&
    !h.has("person.manager", "oob.performance", "oob.ill", "oob.pay")
  );
}

// "Är Lena på akuten sjukskriven?": somebody whom the plan does not know.
function isSomebody(h: Heard): boolean {
  return h.unknown.some((at) => /^(är|har|var|blev|is|has|was|mår|när|varför)$/.test(h.tokens[at - 1]?.word ?? ""));
}

function isPlanWord(h: Heard): boolean {
  // "Diagnostik och hälsa", "rehabsamordnarna": names of the plan; "hur mår planen": the plan.
  return (
    h.has("noun.plan") ||
    h.tags
      .filter((tag) => tag.concept === "oob.ill")
      .every((tag) => h.mentions.some((mention) => mention.start <= tag.start && tag.end <= mention.end))
  );
}

function isPatient(h: Heard, measure: boolean): boolean {
  const text = h.typed.toLowerCase();
  // "Hur gick operationen för patienten på sal 4?", though a measure is about operations.
  if (says(text, "patienten (på|i) (sal|säng|rum|avdelning)")) return h.has("oob.patient");
  if (!h.has("oob.patient") || measure) return false;
  if (/\d{6}[-+ ]?\d{4}|\d{8}[-+ ]?\d{4}/.test(text)) return true;
  if (says(text, "vilka patienter|vilken patient|which patients?|vad heter patienten")) return true;
  if (mentionsOf(h, "metric").length > 0 || mentionsOf(h, "indicator").length > 0) return false;
  return (
    says(
      text,
      "patienten|patientens|journal|journalen|journaler|sal|säng|provsvar|personnummer|the patient|patient's|medical records?|bed|vilka patienter|vilken patient|which patients?|om patient|patient [a-zåäö]+",
    ) && !h.has("cause.inflow")
  );
}

function isAboutDecision(h: Heard): boolean {
  // "Vad beslutade politikerna om …" is a question about decisions.
  return (
    h.has("dec.decision", "dec.assignment", "ask.when") &&
    !says(h.text, "tycker du|anser du|din åsikt|do you think|your opinion|rösta|vote|är det (rätt|fel) att")
  );
}
