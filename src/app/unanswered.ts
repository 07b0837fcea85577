// "Obesvarade frågor": what people asked that was not understood, so that the planägare can add an alias or mend the plan.
import { escapeMarkdown } from "../lib/card.ts";
import { addDays, instantAt, type WallTime } from "../lib/time.ts";
import { todayOf } from "../plan/moment.ts";
import { maySteer } from "../plan/rights.ts";
import type { Replies } from "../teams/teams.ts";
import type { Office } from "./office.ts";
import type { Present } from "./present.ts";
import { WORDS } from "./words.ts";

const WISH = /\b(?:obesvarade frågor|frågor (?:som )?(?:du )?inte (?:förstod|kunde svara)|unanswered questions)/i;
const DAYS_BACK = 30;
const MOST_READ = 500;
const MOST_SHOWN = 15;

/** Null when something else was asked, or by somebody who may not know. */
export async function showUnanswered(office: Office, { plan, viewer }: Present, text: string): Promise<Replies | null> {
  if (!WISH.test(text) || viewer.channel || !maySteer(plan.facts, viewer)) return null;
  const since = instantAt(addDays(todayOf(plan), -DAYS_BACK), "00:00" as WallTime, plan.facts.header.zone);
  const asked = await office.world.store.memory.questions(since, MOST_READ);
  const counts = new Map<string, number>();
  for (const { verdict, text: question } of asked) {
    const known = question.trim().toLowerCase();
    if (verdict === "unknown" && known !== "") counts.set(known, (counts.get(known) ?? 0) + 1);
  }
  const lines = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_SHOWN);
  const words = WORDS[viewer.lang];
  const list = lines.map(([question, count]) => `- ${escapeMarkdown(question)}${count > 1 ? ` (${count})` : ""}`);
  const said = lines.length === 0 ? words.noneUnanswered : [words.unanswered, ...list, "", words.addAlias].join("\n");
  return [{ do: "say", content: { text: said, card: null } }];
}
