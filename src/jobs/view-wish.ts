// Pure. "Vem har fått kortet?", "vem kunde inte nås?", "skicka om de osäkra": the planägare's words about a round.
import { addWeeks, type Week, weekNumber } from "../plan/week.ts";

export type ViewWish = "got" | "unreached" | "paused";

/** What is wished to be seen, or null when the sentence is about something else. */
export function readViewWish(sentence: string): ViewWish | null {
  const text = sentence.toLowerCase();
  if (PAUSED.test(text)) return "paused";
  if (UNREACHED.some((pattern) => pattern.test(text))) return "unreached";
  return GOT.some((pattern) => pattern.test(text)) ? "got" : null;
}

/** What is to become of the messages of which nobody knows whether they came: sent once more, or held to have come. */
export function readSettleWish(sentence: string): "queued" | "sent" | null {
  const text = sentence.toLowerCase();
  if (!UNSURE.test(text)) return null;
  if (AGAIN.test(text)) return "queued";
  return ARRIVED.test(text) ? "sent" : null;
}

/** The week that is named, `v. 46`: the latest of that number up to `latest`; which is what is meant without a number. */
export function weekNamed(sentence: string, latest: Week): Week {
  const number = Number(/(?<!\p{L})(?:v|vecka|veckan|week)\.?\s*(\d{1,2})(?!\d)/iu.exec(sentence)?.[1] ?? 0);
  for (let back = 0; number > 0 && back < WEEKS_BACK; back++) {
    const week = addWeeks(latest, -back);
    if (weekNumber(week) === number) return week;
  }
  return latest;
}

const WEEKS_BACK = 53;

const WHO = "(?:vem|vilka|vilken|hur många|who|how many)";
const SENT = "(?:kort|veckokort|utskick|påminnelse|påminnelsen|card|cards|reminder|round)";

const UNREACHED = [
  new RegExp(`\\b${WHO}\\b.{0,40}(?:inte|ej|not|n't).{0,20}(?:nås|nå|nåtts|nådd|nådda|reached|reach)`, "u"),
  new RegExp(`\\b${WHO}\\b.{0,40}(?:inte|ej|not|n't).{0,20}(?:fått|fick|got|received|get).{0,30}${SENT}`, "u"),
  /\b(?:inte|ej|not|n't|saknar|without|utan)\b.{0,30}(?:installera|install|\bappen\b|\bthe app\b)/u,
];

const GOT = [new RegExp(`\\b${WHO}\\b.{0,40}(?:fått|fick|got|received|has).{0,30}${SENT}`, "u")];

const PAUSED = new RegExp(`\\b${WHO}\\b.{0,40}(?:pausa|paused).{0,30}(?:påminnelse|reminder)`, "u");

const UNSURE =
  /(?<!\p{L})(?:de|dem|det|alla) osäkra(?!\p{L}| åtgärd)|osäkra (?:kort|meddelande|utskick)|the (?:uncertain|unsure)(?! measure)/u;
const AGAIN = /\bskicka\b.{0,20}\b(?:om|igen|på nytt)\b|\b(?:resend|send)\b/u;
const ARRIVED = /\bkom(?:mit)? (?:fram|dit)\b|\bframme\b|\barrived\b/u;
