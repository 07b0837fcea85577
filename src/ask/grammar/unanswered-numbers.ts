// Pure. Numbers that were said and that no part of the query holds.
import type { PlanQuery } from "../schema.ts";
import type { Heard } from "./heard.ts";

/** The places of numbers that no part of the query holds. */
export function numbersLeftOut(heard: Heard, query: PlanQuery): number[] {
  const held = new Set<number>([query.amount ?? Number.NaN, query.limit ?? Number.NaN]);
  for (const filter of query.filters) {
    // "Tjugo procent under plan" is eighty percent of it.
    if (filter.on === "rate") held.add(Math.round(filter.percent)).add(100 - Math.round(filter.percent));
    // "Minst 5 mkr" is more than a krona less; "efter mer än en miljon" is so far behind, and not so much decided.
    const isBehind = query.filters.some(({ on }) => on === "behind" || on === "ahead");
    if (filter.on === "amount_over" && !(isBehind && !heard.has("fig.decided", "fig.potential")))
      held.add(Math.round(filter.mkr * 1000) / 1000);
    if (filter.on === "unchanged") held.add(filter.weeks).add(filter.weeks - 1);
  }
  held.add(query.orgs.length).add(query.measures.length);
  return (
    heard.amounts
      .filter((amount) => !held.has(amount.value) && !held.has(Math.round(amount.value)) && query.assume === null)
      // "De 145 miljonerna": told before, not asked for.
      .filter((amount) => heard.tokens[amount.start - 1]?.word !== "de" || amount.unit === null)
      // "Alla tre hyråtgärderna": so many as there are.
      .filter((amount) => !isAllOf(heard, amount.start))
      .filter((amount) => !heard.mentions.some((mention) => mention.start < amount.end && amount.start < mention.end))
      .filter(
        (amount) =>
          !heard.tags.some(
            (tag) =>
              !tag.concept.startsWith("stop") &&
              tag.concept !== "fig.rate" &&
              tag.concept !== "fig.effect" &&
              tag.start < amount.end &&
              amount.start < tag.end,
          ),
      )
      .map((amount) => amount.start)
  );
}

function isAllOf(heard: Heard, at: number): boolean {
  const after = heard.tags.some((tag) => tag.concept === "noun.measure" && tag.start > at && tag.start <= at + 3);
  return after && /^(alla|samtliga|dessa|all|these)$/.test(heard.tokens[at - 1]?.word ?? "");
}
