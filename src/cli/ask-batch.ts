// `ask --batch`: one line in, one line out, however odd the line; the plan is opened once for all of them.
import { createReadStream } from "node:fs";
import { z } from "zod";
import { type Understand, understanding } from "../app/understanding.ts";
import { rhythmNow, type World } from "../app/world.ts";
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
  id: Id.nullish(),
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
  /** As known at a time. */
  readonly planAt: (now: Instant) => Plan;
  /** When a line does not say. */
  readonly now: Instant;
  readonly zone: string;
  readonly rhythm: RhythmSettings;
  readonly understand: Understand;
  /** Who asks where a line does not say. */
  readonly as: string | undefined;
  readonly err: (text: string) => Promise<void>;
  /** What is told of a fault of ours. */
  readonly detailOf: (error: unknown) => string;
}

export async function askBatch(call: Call, file: string): Promise<Outcome> {
  const path = pathFrom(call.io.cwd, file);
  const found = await statOrNull(path);
  if (!found) throw new Refusal(words.noFile(path));
  if (found.isDirectory()) throw new Refusal(words.notAFile(path));
  const world = await call.world();
  const { out } = call.io;
  const batch = await openBatch(world, call);
  for await (const { number, text } of linesOf(createReadStream(path))) {
    if (text?.trim() === "") continue;
    await out(`${JSON.stringify(await answerLine(batch, number, text))}\n`);
  }
  return done("");
}

async function openBatch(world: World, { options, io, config }: Call): Promise<Batch> {
  const plan = await planInForce(world);
  const { zone } = plan.facts.header;
  const rhythm = await rhythmNow(world);
  const detailOf = (error: unknown) => detail(error, io.env.LOG_LEVEL === "debug");
  const understand = understanding(config(), world.log);
  return { planAt: knownAt(plan), now: plan.now, zone, rhythm, understand, as: options.as, err: io.err, detailOf };
}

/** Lines that ask at the same time share one plan, and with it what has been worked out from it. */
function knownAt(plan: Plan): (now: Instant) => Plan {
  let latest = plan;
  return (now) => {
    if (latest.now !== now) latest = { ...plan, now };
    return latest;
  };
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

function readLine(text: string, { as, zone, ...batch }: Batch): Read {
  const json = parseJson(text);
  if (typeof json !== "object" || json === null || Array.isArray(json)) return { why: words.lineNotJson };
  const read = Question.safeParse(as === undefined ? json : { as, ...json });
  const now = read.success && read.data.now ? readTime(read.data.now, zone) : batch.now;
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
  const { as, channel, turns } = question;
  const id = question.id ?? null;
  const thread = startThread(batch.understand, batch.planAt(now), batch.rhythm, { as, channel: channel ?? false });
  const answers: AnswerJson[] = [];
  for (const text of turns) {
    try {
      answers.push(answerJson(await thread(text)));
    } catch (error) {
      await batch.err(`${words.failedTurn(String(id), batch.detailOf(error))}\n`);
      answers.push(noAnswer("unknown", "sv", words.noAnswer));
    }
  }
  return { id, answers };
}

/** The text of an error that we don't know may quote the question: it is told only when it is asked for. */
function detail(error: unknown, debug: boolean): string {
  if (!(error instanceof Error)) return typeof error;
  return debug ? (error.stack ?? error.name) : error.name;
}
