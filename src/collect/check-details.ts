// Pure. The rules of step 2 for one line (rhythm.md, "The card", 4), the same for card and chat.
import { addDays, type IsoDate, isIsoDate } from "../lib/time.ts";
import type { ReportedLine } from "../plan/action.ts";
import { hasPersonalNumber } from "../plan/personal-number.ts";
import { NEXT_STEP_LEAST, NEXT_STEP_MOST, needs } from "../plan/report-needs.ts";
import type { DraftLine } from "./draft.ts";
import type { Fault, PlainFault } from "./faults.ts";
import { CauseInput, NO_SUPPORT, RisksInput, SupportInput } from "./schema.ts";

const COMMENT_MOST = 280;
/** A date further ahead than this is a slip of the finger. */
const DAYS_AHEAD_MOST = 10 * 366;

export type CheckedLine = { readonly line: ReportedLine } | { readonly faults: readonly Fault[] };

/** A line that is Avvikelse, Kritisk or Pausad, typed and complete, or everything that is wrong with it at once. */
export function checkDetails(draft: DraftLine, state: ReportedLine["state"], today: IsoDate): CheckedLine {
  const cause = CauseInput.safeParse(draft.cause);
  const support = draft.support === NO_SUPPORT || draft.support === "" ? null : SupportInput.safeParse(draft.support);
  const risks = RisksInput.safeParse(draft.risks);
  const nextStep = draft.nextStep.trim();
  const comment = draft.comment.trim();
  const doneBy = draft.doneBy.trim();

  const wrong: PlainFault[] = [];
  if (!cause.success) wrong.push("cause");
  wrong.push(...nextStepFaults(nextStep, needs(state, "nextStep")));
  wrong.push(...doneByFaults(doneBy, needs(state, "doneBy"), today));
  if (support && !support.success) wrong.push("support");
  if (!risks.success) wrong.push("risk");
  if (lengthOf(comment) > COMMENT_MOST) wrong.push("commentLong");
  if ([nextStep, comment].some((text) => hasPersonalNumber(text, today))) wrong.push("personalNumber");

  if (wrong.length > 0 || !cause.success || !risks.success) {
    return { faults: wrong.map((code) => ({ code, measure: draft.measure })) };
  }
  return {
    line: {
      measure: draft.measure,
      state,
      cause: cause.data,
      nextStep: nextStep || null,
      doneBy: isIsoDate(doneBy) ? doneBy : null,
      support: support?.data ?? null,
      risks: [...new Set(risks.data)],
      comment: comment || null,
    },
  };
}

function nextStepFaults(text: string, required: boolean): PlainFault[] {
  if (required && lengthOf(text) < NEXT_STEP_LEAST) return ["nextStep"];
  return lengthOf(text) > NEXT_STEP_MOST ? ["nextStepLong"] : [];
}

function doneByFaults(text: string, required: boolean, today: IsoDate): PlainFault[] {
  if (text === "") return required ? ["doneByMissing"] : [];
  if (!isIsoDate(text)) return ["doneByNoDate"];
  if (text < today) return ["doneByPast"];
  return text > addDays(today, DAYS_AHEAD_MOST) ? ["doneByFar"] : [];
}

/** What a person would count: an å, an emoji and a line break are one character each. */
function lengthOf(text: string): number {
  return [...text.normalize("NFC").replace(/\r\n/g, "\n")].length;
}
