// Pure. What can be wrong with an answer, and the sentence that says so.

import type { Sek } from "../plan/amount.ts";
import { amountText } from "../plan/format.ts";
import type { Lang, MeasureId } from "../plan/plan.ts";
import type { Board } from "./board.ts";
import { lineName } from "./line-words.ts";
import type { Words } from "./words.ts";

export type PlainFault =
  | "state"
  | "cause"
  | "nextStep"
  | "nextStepLong"
  | "doneByMissing"
  | "doneByNoDate"
  | "doneByPast"
  | "doneByFar"
  | "support"
  | "risk"
  | "commentLong"
  | "personalNumber"
  | "forecastAnswer"
  | "forecastAmount";

export type Fault =
  | { readonly code: PlainFault; readonly measure: MeasureId }
  /** `limit`: three times the decided effect, or the forecast that the new one is held against. */
  | {
      readonly code: "forecastTooHigh" | "forecastNotHigher" | "forecastNotLower";
      readonly measure: MeasureId;
      readonly limit: Sek;
    }
  /** Not wrong, but asked about once. */
  | { readonly code: "forecastAboveDecided"; readonly measure: MeasureId; readonly amount: Sek; readonly decided: Sek }
  /** "Inget nytt" can't be chosen (any longer). */
  | { readonly code: "noNewsNow" };

export function faultText(fault: Fault, board: Board, words: Words, lang: Lang): string {
  if (fault.code === "noNewsNow") return words.faults.noNewsNow;
  const line = lineName(board, fault.measure);
  const amount = (value: Sek) => amountText(value, lang, board.plan.facts.header.amountUnit);
  switch (fault.code) {
    case "forecastTooHigh":
    case "forecastNotHigher":
    case "forecastNotLower":
      return words.faults[fault.code](line, amount(fault.limit));
    case "forecastAboveDecided":
      return words.faults.forecastAboveDecided(line, amount(fault.amount), amount(fault.decided));
    default:
      return words.faults[fault.code](line);
  }
}
