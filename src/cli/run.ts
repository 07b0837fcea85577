// One command from its words to its exit status. Everything that can end it is told here, in one place.
import { StoreFault } from "../store/faults.ts";
import { type ExitStatus, type Io, type Outcome, ReaderGone, Refusal, Surroundings, WrongWords } from "./command.ts";
import { type Options, readWords } from "./options.ts";
import { COMMANDS, type Command } from "./registry.ts";
import { openSession } from "./session.ts";
import { faultText, usageText } from "./usage.ts";
import { words } from "./words.ts";

/** Runs the command that `argv` names. Never throws. */
export async function runCli(argv: readonly string[], io: Io): Promise<ExitStatus> {
  const read = readWords(argv, COMMANDS);
  const usage = () => usageText(read.shape, COMMANDS);
  try {
    if (read.is === "help") await io.out(`${usage()}\n`);
    if (read.is === "wrong") await io.err(`${faultText(read.fault)}\n\n${usage()}\n`);
    return read.is === "call" ? await runCommand(read.shape, read.args, read.options, io) : read.is === "help" ? 0 : 2;
  } catch (error) {
    return await told(error, io, usage, read.is === "call" && asJson(read.options));
  }
}

/** A batch prints a line per question, and no document of its own. */
function asJson({ json, batch }: Options): boolean {
  return json === true && batch === undefined;
}

async function runCommand(command: Command, args: readonly string[], options: Options, io: Io): Promise<ExitStatus> {
  const session = openSession(io, args, options);
  try {
    const run = await command.load();
    const outcome = await run(session.call).catch((error: unknown) => refused(error));
    await print(outcome, asJson(options), io);
    return outcome.exit;
  } finally {
    await session.close();
  }
}

/** A refusal is an outcome like any other; what else was thrown goes on. */
function refused(error: unknown): Outcome {
  if (error instanceof Refusal) return { exit: 1, text: error.message, json: { ok: false, problem: error.message } };
  throw error;
}

/** With `--json`, people's words only where something is to be mended: the document says the rest. */
async function print({ exit, text, json }: Outcome, inJson: boolean, io: Io): Promise<void> {
  if (inJson && json !== undefined) await io.out(`${JSON.stringify(json)}\n`);
  if (text === "" || (inJson && exit === 0)) return;
  await (inJson || exit !== 0 ? io.err : io.out)(`${text}\n`);
}

async function told(error: unknown, io: Io, usage: () => string, inJson: boolean): Promise<ExitStatus> {
  if (error instanceof ReaderGone) return 0;
  const isWrongWords = error instanceof WrongWords;
  const sentence = isWrongWords ? error.message : sentenceOf(error);
  if (inJson && !isWrongWords)
    await io.out(`${JSON.stringify({ ok: false, problem: sentence })}\n`).catch(() => undefined);
  await io.err(isWrongWords ? `${sentence}\n\n${usage()}\n` : `${sentence}\n`);
  if (io.env.LOG_LEVEL === "debug" && error instanceof Error) await io.err(`${error.stack}\n`);
  return isWrongWords ? 2 : 3;
}

/** Never the text of an error that we don't know: it may quote what people wrote. */
function sentenceOf(error: unknown): string {
  if (error instanceof StoreFault) return error.sentence.sv;
  if (error instanceof Surroundings) return error.message;
  if (!(error instanceof Error)) return words.unexpected(typeof error);
  if (!("code" in error)) return words.unexpected(error.name);
  if (!("syscall" in error)) return words.unexpected(`${error.name} ${String(error.code)}`);
  const path = "path" in error && typeof error.path === "string" ? error.path : null;
  return path === null ? words.network(String(error.code)) : words.disk(String(error.code), path);
}
