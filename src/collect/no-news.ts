// Pure. "Inget nytt" and the lines that a chat report does not name: last week's answer once more.
import type { ReportedLine } from "../plan/action.ts";
import type { CardLine } from "../plan/card-lines.ts";
import { REPORTABLE_STATES, type ReportableState, type State } from "../plan/plan.ts";

/**
 * The line's latest answer as this week's; where the unit has given none, the measure's own state. Null for a measure
 * that has not been started: that it still has not needs no line.
 */
export function repeatedLine(line: CardLine): ReportedLine | null {
  if (!isReportable(line.state)) return null;
  const last = line.line?.state === line.state ? line.line : null;
  return {
    measure: line.measure.id,
    state: line.state,
    cause: last?.cause ?? null,
    nextStep: last?.nextStep ?? null,
    doneBy: last?.doneBy ?? null,
    support: last?.support ?? null,
    risks: last?.risks ?? [],
    comment: last?.comment ?? null,
  };
}

export function repeatedLines(lines: readonly CardLine[]): readonly ReportedLine[] {
  return lines.flatMap((line) => repeatedLine(line) ?? []);
}

function isReportable(state: State): state is ReportableState {
  return REPORTABLE_STATES.some((each) => each === state);
}
