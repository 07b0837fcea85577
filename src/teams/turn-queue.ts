// Turns of one conversation run one after the other, in the order they came; conversations don't wait for each other, nor
// does one person for another in a conversation of several.
import type { Turn } from "./turn.ts";

export interface TurnQueue {
  /** Runs `work` after everything added before for the same line. Resolves when it has run; never rejects. */
  add(line: string, work: () => Promise<void>): Promise<void>;
  /** Keeps account of something that runs beside the queue. */
  track(work: Promise<unknown>): void;
  /** Resolves when nothing is waiting or running. */
  idle(): Promise<void>;
}

/** Where a turn stands in line. */
export function lineOf({ conversation, from }: Turn): string {
  return conversation.kind === "personal" ? conversation.id : `${conversation.id} ${from.teamsId}`;
}

/** `work` is expected to take care of its own errors; what it throws all the same goes to `onError`. */
export function createTurnQueue(onError: (error: unknown) => void): TurnQueue {
  const tails = new Map<string, Promise<void>>();
  const running = new Set<Promise<unknown>>();

  function track(work: Promise<unknown>): void {
    const settled = work.catch(onError).finally(() => running.delete(settled));
    running.add(settled);
  }

  return {
    track,
    add(line, work) {
      const before = tails.get(line) ?? Promise.resolve();
      const tail = before.then(work).catch(onError);
      tails.set(line, tail);
      const done = tail.then(() => {
        if (tails.get(line) === tail) tails.delete(line);
      });
      track(done);
      return done;
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
