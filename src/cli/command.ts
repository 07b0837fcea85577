// Types, and the few ways a command can end: what it was asked, what it may use, what came of it.
import type { World } from "../app/world.ts";
import type { Config } from "../config.ts";
import type { Instant } from "../lib/time.ts";
import type { StorePlace } from "../store/store.ts";
import type { Options } from "./options.ts";

/** 0 done · 1 refused, with what to mend · 2 wrong words · 3 the surroundings failed (database, network, disk). */
export type ExitStatus = 0 | 1 | 2 | 3;

/** The world outside the process. Tests bring their own. */
export interface Io {
  /** Standard output. Resolves when it is written; rejects with `ReaderGone` when nobody reads any longer. */
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => Promise<void>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Name of the operating system's user. */
  readonly user: string;
}

export interface Call {
  /** What stood after the command's name. */
  readonly args: readonly string[];
  readonly options: Options;
  readonly io: Io;
  /** What the change log calls the one who runs the command: `cli:<os user>`. */
  readonly by: string;
  /** `--now`, in the plan's zone where it names none; null when the real clock counts. Throws `WrongWords`. */
  readonly givenNow: () => Promise<Instant | null>;
  /** The settings. Throws `Surroundings` when they don't hold. */
  readonly config: () => Config;
  readonly place: () => StorePlace;
  /** Opens the database the first time, and the clock with it; closed when the command has ended. */
  readonly world: () => Promise<World>;
}

export interface Outcome {
  readonly exit: ExitStatus;
  /** For people: on standard output, or on standard error when it is refused. */
  readonly text: string;
  /** Printed instead of the text with `--json`. Left out: the command has written to standard output by itself. */
  readonly json?: unknown;
}

export type Run = (call: Call) => Promise<Outcome>;

/** Done. */
export function done(text: string, json?: unknown): Outcome {
  return { exit: 0, text, json };
}

/** What was asked for can't be done as it stands; `message` says what to mend. Exit 1. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** The command was not written as it should be; shown with its usage. Exit 2. */
export class WrongWords extends Error {
  override readonly name = "WrongWords";
}

/** Settings, disk or network don't hold; `message` can be shown. Exit 3. */
export class Surroundings extends Error {
  override readonly name = "Surroundings";
}

/** Whoever read our output has had enough (`| head -1`). Not a fault. */
export class ReaderGone extends Error {
  override readonly name = "ReaderGone";
}
