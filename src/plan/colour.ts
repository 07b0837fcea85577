// Pure. The two colours of a measure: the chef's judgement and the outcome's. Neither overwrites the other.
import { SEK_PER_MKR, type Sek } from "./amount.ts";
import type { State } from "./plan.ts";

export type Colour = "green" | "yellow" | "red";

const LEAST_TO_COLOUR = SEK_PER_MKR / 2;

/** The colour word of a läge that has one: Enligt plan green, Avvikelse yellow, Kritisk red. */
export function colourOf(state: State): Colour | null {
  switch (state) {
    case "on_track":
      return "green";
    case "deviation":
      return "yellow";
    case "critical":
      return "red";
    default:
      return null;
  }
}

/** ≥ 95 % green, 80–94,9 % yellow, below red; null below 0,5 mkr planned. Whole kronor: exactly 80,0 % is yellow. */
export function outcomeColour(realised: Sek, planned: Sek): Colour | null {
  if (planned < LEAST_TO_COLOUR) return null;
  const hundredfold = realised * 100;
  if (hundredfold >= planned * 95) return "green";
  return hundredfold >= planned * 80 ? "yellow" : "red";
}
