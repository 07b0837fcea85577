// `ask`: a question as one person would ask it in chat, or a file of them.
import { understanding } from "../app/understanding.ts";
import { rhythmNow } from "../app/world.ts";
import { answerJson } from "./answer-json.ts";
import { askBatch } from "./ask-batch.ts";
import { startThread } from "./ask-thread.ts";
import { type Call, done, type Outcome, WrongWords } from "./command.ts";
import { planInForce } from "./session.ts";
import { words } from "./words.ts";

export async function askCommand(call: Call): Promise<Outcome> {
  const { batch, as, channel } = call.options;
  if (batch !== undefined && call.args.length > 0) throw new WrongWords(words.askEither);
  if (batch !== undefined) return await askBatch(call, batch);
  if (call.args.length === 0) throw new WrongWords(words.askWhat);
  if (as === undefined) throw new WrongWords(words.askAs);
  const world = await call.world();
  const plan = await planInForce(world);
  const understand = understanding(call.config(), world.log);
  const thread = startThread(understand, plan, await rhythmNow(world), { as, channel: channel ?? false });
  const answer = await thread(call.args.join(" "));
  return done(answer.text, answerJson(answer));
}
