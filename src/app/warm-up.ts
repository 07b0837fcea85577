// What is made once and kept – the plan read, its names known, the holidays, the cards' forms – is made as soon as the
// door is open, so that the first who asks waits no longer than the others.
import { answerCard, ask } from "../ask/ask.ts";
import { todayOf } from "../plan/moment.ts";
import { viewerOf } from "../plan/rights.ts";
import { planAt, rhythmFor, type World } from "./world.ts";

/** One that is answered by figures, and one that is not understood. */
const QUESTIONS = ["hur går det?", "?"];

/** Never throws: cold, the bot is as good, only slower at first. */
export async function warmUp(world: World): Promise<void> {
  try {
    const plan = await planAt(world);
    const someone = plan?.facts.persons[0];
    if (!plan || !someone) return;
    const viewer = viewerOf(plan.facts, someone.email);
    for (const text of QUESTIONS) {
      const { answer } = ask({ text, viewer, plan, context: null, rhythm: rhythmFor(plan) });
      answerCard(answer, { today: todayOf(plan) });
    }
  } catch (error) {
    world.log.warn({ error }, "the bot starts cold");
  }
}
