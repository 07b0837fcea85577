// Pure. Other series: those the plan holds, and those only health care knows.
import type { PlanFacts } from "../../plan/plan.ts";
import { tokenise } from "../text/tokens.ts";
import type { Draft } from "./draft.ts";
import { type Heard, mentionsOf } from "./heard.ts";

// "Väntetiderna" where the plan measures "väntande över 90 dagar".
function nearIndicator(word: string, facts: PlanFacts): string | null {
  const metrics = [...new Set(facts.indicators.map((row) => row.metric))];
  const near = metrics.filter((metric) =>
    tokenise(metric).some(
      (token) =>
        token.folded.includes(word.slice(0, 8)) || (word.length >= 6 && token.folded.slice(0, 4) === word.slice(0, 4)),
    ),
  );
  return near.length === 1 ? (near[0] ?? null) : null;
}

// Who stands in a queue is one who waits.
function measuredAs(word: string): string {
  return /^(vard)?ko(n|er|erna|tid.*)?$|^queue/.test(word) ? "vantande" : word;
}

const SAME_BEGINNING = 5;

// "Hur många har väntat mer än 90 dagar?" where the plan measures "väntande över 90 dagar": each of its words is met.
function saidInWords(h: Heard, facts: PlanFacts): string | null {
  if (!h.has("ask.how_many", "ask.how_much") || h.has("noun.measure")) return null;
  const isMet = (word: string) =>
    h.tokens.some(
      ({ folded }) =>
        folded === word ||
        (word.length > SAME_BEGINNING && folded.slice(0, SAME_BEGINNING) === word.slice(0, SAME_BEGINNING)),
    );
  const met = [...new Set(facts.indicators.map((row) => row.metric))].filter((metric) => {
    const words = tokenise(metric).filter(({ folded }) => folded.length >= SAME_BEGINNING || /\d/.test(folded));
    return words.length >= 2 && words.every(({ folded }) => isMet(folded));
  });
  return met.length === 1 ? (met[0] ?? null) : null;
}

export function indicatorFrame(h: Heard, facts: PlanFacts): Draft | null {
  const mention = mentionsOf(h, "indicator").find(
    (one) =>
      !one.readings.some((reading) => ["measure", "org"].includes(reading.ref.kind)) ||
      h.has("ask.how_many", "ask.how_much", "move.down", "move.up", "staff.last_year", "staff.target"),
  );
  const reading = mention?.readings.find((one) => one.ref.kind === "indicator");
  if (reading) return { query: { intent: "indicator", about: reading.ref.id }, wants: ["org"], uses: ["indicator"] };
  const worded = saidInWords(h, facts);
  if (worded) return { query: { intent: "indicator", about: worded }, wants: ["org"], uses: ["indicator"] };
  // Known to health care, not to this plan: "underlag saknas" is an answer too.
  const known = h.tags.find((tag) => tag.concept === "ind.known");
  // "Väntar på ett besök": besök are counted, too, and yet nobody's waiting is.
  const isWaiting = known !== undefined && h.tokens[known.start]?.folded.startsWith("vant") === true;
  if (!known || mentionsOf(h, "measure").length > 0 || h.has("ask.define")) return null;
  if (mentionsOf(h, "metric").length > 0 && !isWaiting) return null;
  const near = nearIndicator(measuredAs(h.tokens[known.start]?.folded ?? ""), facts);
  if (near) return { query: { intent: "indicator", about: near }, wants: ["org"], uses: ["indicator"] };
  return {
    query: {
      intent: "indicator",
      about: h.tokens
        .slice(known.start, known.end)
        .map((token) => token.word)
        .join(" "),
    },
    wants: ["org"],
  };
}
