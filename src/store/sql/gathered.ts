// Many who ask at once share one statement: what comes while one is under way is gathered for the next. A turn of the
// bot asks for the same few things as every other turn, and the way to the database costs more than the work there.

interface Waiting<Wish, Result> {
  readonly wish: Wish;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

const MOST = 100;

/**
 * `work` gives one result for each wish, in the same order; each begins after its caller asked. When it fails for
 * several, each is tried alone, so that a fault is only its own caller's.
 */
export function gathered<Wish, Result>(
  work: (wishes: readonly Wish[]) => Promise<readonly Result[]>,
): (wish: Wish) => Promise<Result> {
  const waiting: Waiting<Wish, Result>[] = [];
  let running = false;

  async function run(): Promise<void> {
    while (waiting.length > 0) await settle(waiting.splice(0, MOST));
    running = false;
  }

  async function settle(batch: readonly Waiting<Wish, Result>[]): Promise<void> {
    try {
      const results = await work(batch.map(({ wish }) => wish));
      batch.forEach(({ resolve }, index) => {
        resolve(results[index] as Result);
      });
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const one of batch) await settle([one]);
    }
  }

  return (wish) =>
    new Promise((resolve, reject) => {
      waiting.push({ wish, resolve, reject });
      if (running) return;
      running = true;
      // What has come in the same breath goes along.
      setImmediate(() => void run());
    });
}

/** The same for those who all ask the same thing: the answer of one statement is for all who asked before it began. */
export function shared<Result>(work: () => Promise<Result>): () => Promise<Result> {
  const ask = gathered<null, Result>(async (wishes) => {
    const result = await work();
    return wishes.map(() => result);
  });
  return () => ask(null);
}
