// Pure. A part of what is believed of a measure.
import { says } from "../text/says.ts";
import type { Heard } from "./heard.ts";

const PARTS: readonly (readonly [string, number])[] = [
  ["två tredjedelar|two thirds", 2 / 3],
  ["tre fjärdedelar|three quarters", 3 / 4],
  ["(en )?tredjedel(en)?|a third", 1 / 3],
  ["(en )?fjärdedel(en)?|a quarter", 1 / 4],
  ["hälften|halva|half", 1 / 2],
];

const OF_FORECAST = "(\\S+ ){0,3}(\\S*prognos\\S*|forecast)";

/** "Om den bara ger hälften av sin prognos", "når 80 procent av prognosen": the part. "20 procent lägre" is another sum. */
export function partSaid(h: Heard): number | null {
  if (!h.has("fig.forecast") || !says(h.text, "om|ifall|if") || h.has("neg.not")) return null;
  if (says(h.text, "med (\\S+ ){0,2}(procent|%)|lägre|mindre|sämre|less|lower|mer|högre|more")) return null;
  const named = PARTS.find(([words]) => says(h.text, `(${words}) ${OF_FORECAST}`));
  if (named) return named[1];
  const percent = h.amounts.find(({ unit }) => unit === "%")?.value ?? null;
  return percent !== null && percent <= 100 && says(h.text, `(procent|%|percent) ${OF_FORECAST}`)
    ? percent / 100
    : null;
}
