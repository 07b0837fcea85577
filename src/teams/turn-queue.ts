// Turns of one conversation run one after the other, in the order they came; conversations don't wait for each other.

export interface TurnQueue {
  /** Runs `work` after everything added before for the same conversation. Resolves when it has run; never rejects. */
  add(conversationId: string, work: () => Promise<void>): Promise<void>;
  /** Keeps account of something that runs beside the queue. */
  track(work: Promise<unknown>): void;
  /** Resolves when nothing is waiting or running. */
  idle(): Promise<void>;
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
    add(conversationId, work) {
      const before = tails.get(conversationId) ?? Promise.resolve();
      const tail = before.then(work).catch(onError);
      tails.set(conversationId, tail);
      const done = tail.then(() => {
        if (tails.get(conversationId) === tail) tails.delete(conversationId);
      });
      track(done);
      return done;
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
