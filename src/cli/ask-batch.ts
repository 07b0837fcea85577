// `ask --batch`: one line in, one line out, however odd the line; the plan is opened once for all of them.
import { createReadStream } from "node:fs";
import { z } from "zod";
import { rhythmNow } from "../app/world.ts";
import type { Instant } from "../lib/time.ts";
import type { Plan } from "../plan/plan.ts";
import type { RhythmSettings } from "../plan/rhythm.ts";
import { type AnswerJson, answerJson, noAnswer } from "./answer-json.ts";
import { startThread } from "./ask-thread.ts";
import { type Call, done, type Outcome, Refusal } from "./command.ts";
import { pathFrom, statOrNull } from "./files.ts";
import { linesOf } from "./lines.ts";
import { planInForce } from "./session.ts";
import { readTime } from "./time.ts";
import { words } from "./words.ts";

const Id = z.union([z.string(), z.number()]);
const Question = z.object({
  id: Id,
  as: z.string(),
  now: z.string().nullish(),
  channel: z.boolean().nullish(),
  turns: z.array(z.string()),
});
type Question = z.infer<typeof Question>;

/** What can still be said about a line that is no question. */
const Remains = z.object({ id: Id.nullable().catch(null), turns: z.array(z.unknown()).catch([]) });

interface Answered {
  readonly id: string | number | null;
  readonly answers: readonly AnswerJson[];
}

interface Batch {
  readonly plan: Plan;
  readonly rhythm: RhythmSettings;
  /** Who asks where a line does not say. */
  readonly as: string | undefined;
  readonly err: (text: string) => Promise<void>;
}

export async function askBatch(call: Call, file: string): Promise<Outcome> {
  const path = pathFrom(call.io.cwd, file);
  const found = await statOrNull(path);
  if (!found) throw new Refusal(words.noFile(path));
  if (found.isDirectory()) throw new Refusal(words.notAFile(path));
  const world = await call.world();
  const { err, out } = call.io;
  const batch: Batch = { plan: await planInForce(world), rhythm: await rhythmNow(world), as: call.options.as, err };
  for await (const { number, text } of linesOf(createReadStream(path))) {
    if (text?.trim() === "") continue;
    await out(`${JSON.stringify(await answerLine(batch, number, text))}\n`);
  }
  return done("");
}

/** `text` is null for a line too long to be a question. */
async function answerLine(batch: Batch, number: number, text: string | null): Promise<Answered> {
  const read = text === null ? { why: words.lineTooLong } : readLine(text, batch);
  if ("why" in read) {
    await batch.err(`${words.badLine(number, read.why)}\n`);
    return read.answered ?? { id: null, answers: [] };
  }
  return await answerQuestion(batch, read.question, read.now);
}

type Read =
  | { readonly question: Question; readonly now: Instant }
  | { readonly why: string; readonly answered?: Answered };

function readLine(text: string, { plan, as }: Batch): Read {
  const json = parseJson(text);
  if (typeof json !== "object" || json === null || Array.isArray(json)) return { why: words.lineNotJson };
  const read = Question.safeParse(as === undefined ? json : { as, ...json });
  const now = read.success && read.data.now ? readTime(read.data.now, plan.facts.header.zone) : plan.now;
  if (read.success && now !== null) return { question: read.data, now };
  const { id, turns } = Remains.parse(json);
  const answers = turns.map(() => noAnswer("unknown", "sv", words.unreadable));
  const key = read.success ? "now" : String(read.error.issues[0]?.path[0] ?? "");
  return { why: words.lineNotQuestion(key), answered: { id, answers } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A turn that fails is a fault of ours: it is told, and the turns after it are asked all the same. */
async function answerQuestion(batch: Batch, question: Question, now: Instant): Promise<Answered> {
  const { id, as, channel, turns } = question;
  const thread = startThread({ ...batch.plan, now }, batch.rhythm, { as, channel: channel ?? false });
  const answers: AnswerJson[] = [];
  for (const text of turns) {
    try {
      answers.push(answerJson(thread(text)));
    } catch (error) {
      const kind = error instanceof Error ? error.name : typeof error;
      await batch.err(`${words.failedTurn(String(id), kind)}\n`);
      answers.push(noAnswer("unknown", "sv", words.noAnswer));
    }
  }
  return { id, answers };
}
