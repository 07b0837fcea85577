// Pure. A reminder asked for in words, however it is to be sent.
import { says } from "../text/says.ts";
import type { Heard } from "./heard.ts";
import { mentionsOf } from "./heard.ts";

const SENDS =
  "skicka|skickar|sänd|sända|mejla?|maila?|messa|sms:a|gå (?:gärna )?ut|ge|skriv|skriva|få iväg|få ut|dra iväg|iväg med|trigga|send|email|e-mail|give|issue|trigger|fire off";
const ARRANGES = "se till att|jag vill att|vi vill att|ordna så att|fixa så att|make sure|i want";
const TELLS =
  "skriv till|skriva till|mejla?|maila?|messa|pinga|meddela|uppmana|kontakta|kontakt|hör av dig till|hör av er till|säg åt|säga åt|be|tjata på|ligg på|ping|tell|urge|message|contact|write to|email|e-mail";
const POLITE =
  "kan du|kan ni|kan någon|kan man|skulle du kunna|du kan|vill att du|snälla|please|can you|could you|could someone|hej";

/** "Skicka ut en ny påminnelse till …", "se till att de får en påminnelse", "mejla dem som inte rapporterat". */
export function isReminderAsked(h: Heard, isQuestion: boolean): boolean {
  if (isQuestion || h.has("act.set", "act.pause", "act.preview")) return false;
  if (h.has("act.remind")) return !isForbidden(h);
  if (h.has("act.reminder") && !says(h.text, "vilka|vem|fått|skickats|gått|which|who|got|sent"))
    return !isForbidden(h) && (says(h.text, SENDS) || says(h.text, ARRANGES) || isReminderTo(h));
  return isToldToReport(h);
}

/** The words that send, which stand in no lexicon. */
export function isSending(word: string): boolean {
  return says(word, `${SENDS}|${TELLS}|an|another|ny|nytt|ytterligare`);
}

// "Skicka inte fler påminnelser".
function isForbidden(h: Heard): boolean {
  return says(
    h.text,
    "(?:skicka|skickar|ge|påminn|påminna|send|remind) (?:inte|inga|ingen|aldrig|no|not)|(?:inga|ingen|do not|don't|slippa|no) (?:\\p{L}+ )?(?:påminn|remind|send)\\p{L}*",
  );
}

// "Påminnelse till alla som inte svarat".
function isReminderTo(h: Heard): boolean {
  return (
    says(h.text, "påminnelser? (?:till|åt)|reminders? (?:to|for)") && /^(en |ny |ut )*(påminn|remind)/.test(h.text)
  );
}

// "Pinga dem som inte rapporterat": those who are late are spoken to, and not asked about.
function isToldToReport(h: Heard): boolean {
  const asked = `^(?:(?:${POLITE}) )*(?:gärna )?(?:${TELLS})(?![\\p{L}\\d])`;
  return (
    new RegExp(asked, "u").test(h.text.toLowerCase().trim()) &&
    h.has("rep.report", "rep.missing", "rep.late") &&
    (h.has("neg.not", "rep.missing", "rep.late", "rep.report") || mentionsOf(h, "org").length > 0) &&
    !h.has("ask.which", "ask.how_many", "noun.measure")
  );
}
