// Pure. Reminder 2 as a card: the sentence, and for each unit the two ways out.
import template from "../../cards/remind-reminder.json" with { type: "json" };
import { fillCard } from "../lib/card.ts";
import type { Lang } from "../plan/plan.ts";

export interface ReminderButtons {
  /** Escaped. */
  readonly unit: string;
  readonly buttons: readonly {
    readonly title: string;
    /** Verbs of the weekly card: pressing them here does what it does there. */
    readonly verb: "collect_same" | "collect_away";
    readonly nonce: string;
  }[];
}

/** Version 1.5; `lines` and unit names are escaped already. */
export function reminderCard(data: {
  readonly title: string;
  readonly lines: readonly string[];
  readonly units: readonly ReminderButtons[];
  readonly lang: Lang;
}): object {
  const lines = data.lines.map((text) => ({ text }));
  return fillCard(template, { ...data, lines });
}
