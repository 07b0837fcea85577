// Pure. "Under 80 procent", "har inte gett någon effekt": conditions on what has been realised.
import type { Filter } from "../schema.ts";
import { says } from "../text/says.ts";
import { asksForFigure } from "./figures.ts";
import type { Heard } from "./heard.ts";

/** A percentage with its side: "under 80 %", "över 95 procent", "minst 100 %". */
export function lineSaid(heard: Heard): { readonly side: "over" | "under"; readonly percent: number } | null {
  const amount = heard.amounts.find((one) => one.unit === "%");
  if (!amount) return null;
  const lead = heard.tokens
    .slice(Math.max(0, amount.start - 3), amount.start)
    .map((token) => token.folded)
    .join(" ");
  const after = heard.tokens
    .slice(amount.end, amount.end + 2)
    .map((token) => token.folded)
    .join(" ");
  // "Minst 20 procent under plan": at most 80 percent of it.
  const isAtLeast = /(minst|at least)( \w+)?$/.test(lead);
  if (/^(under|efter|below|behind) (plan|planen|planerat|target|the)/.test(after) || /^(under|below) plan/.test(after))
    return { side: "under", percent: 100 - amount.value + (isAtLeast ? 0.0001 : 0) };
  if (/^(over|above) (plan|planen|planerat)/.test(after))
    return { side: "over", percent: 100 + amount.value - (isAtLeast ? 0.0001 : 0) };
  if (/(minst|at least)( \w+)?$/.test(lead) || /^eller mer|^or more/.test(after))
    return { side: "over", percent: amount.value - 0.0001 };
  if (/(hogst|max|at most)( \w+)?$/.test(lead)) return { side: "under", percent: amount.value + 0.0001 };
  if (/(over|mer an|hogre an|battre an|above|more than|higher than)( \w+)?$/.test(lead))
    return { side: "over", percent: amount.value };
  if (/(under|mindre an|lagre an|samre an|below|less than|lower than)( \w+)?$/.test(lead))
    return { side: "under", percent: amount.value };
  return null;
}

const OTHER = [
  "staff.overtime",
  "staff.sick",
  "staff.production",
  "staff.staffing",
  "staff.agency",
  "rep.report",
  "rep.rate",
  "fig.verified",
  "fig.forecast",
] as const;

export function rateFilters(heard: Heard): Filter[] {
  if (heard.has(...OTHER) || !heard.has("noun.measure", "ask.which", "ask.how_many")) return [];
  const line = lineSaid(heard);
  return line ? [{ on: "rate", ...line, not: false }] : [];
}

/** "Har ännu inte börjat ge effekt": it may well have started. */
export const NOT_BEGUN_TO_GIVE =
  "inte (börjat|kommit igång med att) (ge|leverera|bidra)|not (yet )?begun to (give|yield)";

export function yieldFilters(heard: Heard): Filter[] {
  if (
    asksForFigure(heard) ||
    !heard.has("ask.which", "ask.how_many") ||
    heard.has("ask.how_much", "fig.uncounted", "fig.gap", "fig.decided", "fig.potential", "fig.planned") ||
    heard.has("fig.forecast", "fig.verified", "sup.most", "sup.least", "ask.rank", "lvl.unit", "lvl.administration") ||
    heard.has("ask.when", "ask.share", "group.each", "at.milestone", "rep.report", "guard.kept", "ask.define")
  )
    return [];
  const gives = heard.has("fig.realised");
  const none =
    says(heard.text, NOT_BEGUN_TO_GIVE) ||
    says(heard.text, "noll|ingenting|inget|nothing|zero|0 kr|0 mkr") ||
    (heard.has("neg.not") &&
      says(heard.text, "gett|givit|ger|gav|yielded|given|delivered|bidragit|levererat|effekt|sparat"));
  if (none && gives) return [{ on: "yields", not: true }];
  return gives && heard.has("fig.effect") && says(heard.text, "gett|givit|har effekt|given|yielded|delivered")
    ? [{ on: "yields", not: false }]
    : [];
}
