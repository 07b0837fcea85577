// Hands a complete report to the store, once per nonce, and says what came of it.
import type { Instant } from "../lib/time.ts";
import { todayOf } from "../plan/moment.ts";
import type { ReportMode } from "../plan/plan.ts";
import type { Complete } from "./answers.ts";
import type { CollectDeps, RecordedReport } from "./deps.ts";
import type { Receipt } from "./receipt.ts";
import type { Session } from "./session.ts";

export async function record(
  deps: CollectDeps,
  session: Session,
  about: { readonly nonce: string; readonly mode: ReportMode; readonly change: boolean; readonly now: Instant },
  report: Complete,
): Promise<RecordedReport> {
  const { plan, unit, week, viewer, right } = session;
  const given = { at: about.now, by: viewer.email, insteadOf: right.insteadOf };
  return deps.recordReport({
    nonce: about.nonce,
    unit,
    week,
    ...given,
    lines: report.lines,
    forecasts: report.forecasts,
    support: report.support,
    today: todayOf(plan),
    mode: about.mode,
    replaces: about.change ? "latest" : null,
    receipt: (support): Receipt => ({
      ...given,
      lines: report.lines,
      support: support.map(({ id, type }) => ({ id, type })),
      monthAsked: report.monthAsked,
    }),
    alsoMessages: [],
  });
}
