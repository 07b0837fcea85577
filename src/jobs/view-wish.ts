// Pure. "Vem har fått kortet?", "vem kunde inte nås?": the planägare's questions about a round.

/** What is wished to be seen, or null when the sentence is about something else. */
export function readViewWish(sentence: string): "got" | "unreached" | null {
  const text = sentence.toLowerCase();
  if (UNREACHED.some((pattern) => pattern.test(text))) return "unreached";
  return GOT.some((pattern) => pattern.test(text)) ? "got" : null;
}

const WHO = "(?:vem|vilka|vilken|hur många|who|how many)";
const SENT = "(?:kort|veckokort|utskick|påminnelse|påminnelsen|card|cards|reminder|round)";

const UNREACHED = [
  new RegExp(`\\b${WHO}\\b.{0,40}(?:inte|ej|not|n't).{0,20}(?:nås|nå|nåtts|nådd|nådda|reached|reach)`, "u"),
  new RegExp(`\\b${WHO}\\b.{0,40}(?:inte|ej|not|n't).{0,20}(?:fått|fick|got|received|get).{0,30}${SENT}`, "u"),
  /\binte installerad|\bnot installed/u,
];

const GOT = [new RegExp(`\\b${WHO}\\b.{0,40}(?:fått|fick|got|received|has).{0,30}${SENT}`, "u")];
