// Pure. Ja and nej, as people type them after a confirm.
const YES = new Set(
  "ja japp jaa jajamän jajamensan javisst jo absolut gärna ok okej okay kör gör det kör på visst precis stämmer yes yep yeah sure please do go ahead do it correct y j 👍".split(
    " ",
  ),
);
const NO = new Set(
  "nej nä nää näe njae nix näpp inte avbryt stopp vänta ångra glöm no nope not cancel stop n don't dont 👎".split(" "),
);
const PHRASES_YES = new Set([
  "gör det",
  "kör på",
  "ja tack",
  "ja gör det",
  "det stämmer",
  "yes please",
  "do it",
  "go ahead",
  "ja det stämmer",
  "helt rätt",
]);
const PHRASES_NO = new Set(["nej tack", "gör inte det", "inte nu", "no thanks", "do not", "not now", "låt bli"]);

// "Nej strunta i det", "nä glöm det", "skippa det": what was to be confirmed is dropped.
const DROPPED =
  /^((nej|nä|nää|nope|no) )*(strunta? i|skit i|glöm|skippa|hoppa över|släpp|avbryt|stoppa|låt bli|forget|never mind|drop|skip|cancel|leave)( (det|de|d|den|dom|det där|allt|it|that))?( (nu|tack|då|istället|ändå|så länge))?$/;
const NOT_NEEDED =
  /^((nej|nä|nää|no) )*((det|de) behövs inte|(det|de) var inget|jag ångrar mig|jag ångrade mig|ångrade mig|vi väntar( med (det|de))?|inte just nu|inte än|not yet|i changed my mind|no need)( (nu|tack|längre|ändå|så länge))?$/;

/** `yes`, `no`, or null when the message is something else (a new question). */
export function parseYesNo(text: string): "yes" | "no" | null {
  const words = text
    .slice(0, 200)
    .toLowerCase()
    .replace(/[.!,?]/g, " ")
    .trim()
    .split(/\s+/)
    .filter(Boolean);
  const phrase = words.join(" ");
  if (PHRASES_NO.has(phrase)) return "no";
  if (PHRASES_YES.has(phrase)) return "yes";
  if (DROPPED.test(phrase) || NOT_NEEDED.test(phrase)) return "no";
  if (words.length === 0 || words.length > 3) return null;
  // "Ja nä, nej": the last word is the one that holds, and nothing is done.
  if (words.at(-1) === "nej" && words.every((word) => NO.has(word) || /^(ja|jo|nja)$/.test(word))) return "no";
  if (NO.has(words[0] ?? ""))
    return words.length === 1 ||
      words.every((word) => NO.has(word) || word === "tack" || word === "thanks" || word === "inte")
      ? "no"
      : null;
  return YES.has(words[0] ?? "") &&
    words.every((word) => YES.has(word) || word === "tack" || word === "det" || word === "thanks")
    ? "yes"
    : null;
}
