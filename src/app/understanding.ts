// A question is asked of the plan. Where its words were not understood the language model, if there is one, may propose a
// query for it; whatever becomes of that, the answer is as good as without it.
import { z } from "zod";
import { type Asked, answerProposed, ask, askableNames, isUnsure, PlanQuery, type Question } from "../ask/ask.ts";
import type { Config } from "../config.ts";
import { createModel } from "../model/model.ts";
import type { Log } from "./world.ts";

export type Understand = (question: Question) => Promise<Asked>;

export function understanding({ model: place, secrets }: Config, log: Log): Understand {
  if (place === null) return async (question) => ask(question);
  const model = createModel(
    { ...place, key: secrets.modelKey },
    {
      querySchema: z.toJSONSchema(PlanQuery, { io: "input" }),
      now: () => performance.now(),
      failed: (why) => log.warn({ why }, "the language model proposed no query"),
    },
  );
  return async (question) => {
    const asked = ask(question);
    if (!question.viewer || !isUnsure(asked)) return asked;
    const names = askableNames(question.plan, question.viewer);
    const proposed = await model.propose(question.text, names, (value) => answerProposed(value, question));
    return proposed ?? asked;
  };
}
