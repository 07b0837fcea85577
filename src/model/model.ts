// The door of the optional language model: it may propose a plan query when the built-in understanding is unsure. Off
// without settings; when it is down, slow or answers rubbish nothing comes of it, and the bot is as good as without.
import type { AskableNames } from "../ask/ask.ts";
import { createBreaker } from "./breaker.ts";
import { complete, type Reply } from "./complete.ts";
import { type Messages, promptFor } from "./prompt.ts";
import { readProposal } from "./proposal.ts";
import type { ModelFailure, ModelSettings } from "./settings.ts";

export type { ModelFailure, ModelSettings };

export interface ModelDeps {
  /** The schema that proposals are held to, as JSON, for the prompt. */
  readonly querySchema: object;
  /** Milliseconds, for the circuit breaker. */
  readonly now: () => number;
  /** Told why nothing came of it; never with words of the question. */
  readonly failed: (why: ModelFailure) => void;
}

export interface Model {
  /** What `accept` made of the query that the model proposed; null when nothing came of it. Never throws. */
  propose<T>(question: string, names: AskableNames, accept: (value: unknown) => T | null): Promise<T | null>;
}

const TIMEOUT_MS = 4000;
/** A slow model must not gather turns that wait for it: those above this many are answered without it. */
const MOST_AT_ONCE = 8;

export function createModel(settings: ModelSettings, deps: ModelDeps): Model {
  const breaker = createBreaker(deps.now);
  let underWay = 0;
  return {
    async propose(question, names, accept) {
      if (underWay >= MOST_AT_ONCE) return nothing("busy");
      if (!breaker.mayTry()) return nothing("open_circuit");
      underWay++;
      try {
        // Loaded when it is first needed: most questions are understood without.
        const { askPlanner } = await import("./planner.ts");
        const messages = promptFor(question, names, deps.querySchema);
        const proposal = await askPlanner(messages, call, (text) => readProposal(text, accept));
        return proposal.ok ? proposal.value : nothing(proposal.why);
      } catch {
        return nothing("no_query");
      } finally {
        underWay--;
      }
    },
  };

  async function call(messages: Messages): Promise<Reply> {
    const reply = await complete(settings, messages, settings.timeoutMs ?? TIMEOUT_MS);
    if (reply.ok) breaker.succeeded();
    else breaker.failed();
    return reply;
  }

  function nothing(why: ModelFailure): null {
    deps.failed(why);
    return null;
  }
}
