// The door of the optional language model: it may propose a plan query when the built-in understanding is unsure. Off
// without settings; when it is down, slow or answers rubbish the answer is null, and the bot is as good as without it.
import type { AskableNames, PlanQuery } from "../ask/ask.ts";
import { createBreaker } from "./breaker.ts";
import { complete } from "./complete.ts";
import { promptFor } from "./prompt.ts";
import { readProposal } from "./proposal.ts";
import type { ModelFailure, ModelSettings } from "./settings.ts";

export type { ModelFailure, ModelSettings };

export interface ModelDeps {
  /** The schema that proposals are held to: the same as the built-in understanding's. Null when they don't fit. */
  readonly parseQuery: (value: unknown) => PlanQuery | null;
  /** The schema as JSON, for the prompt. */
  readonly querySchema: object;
  /** Milliseconds, for the circuit breaker. */
  readonly now: () => number;
  /** Told why nothing came of it; never with words of the question. */
  readonly failed?: (why: ModelFailure) => void;
}

export interface Model {
  /** A query that fits the schema and names only what the asker may see; null when there is none. Never throws. */
  proposeQuery(question: string, names: AskableNames): Promise<PlanQuery | null>;
}

const TIMEOUT_MS = 4000;

/** Null settings: a model that never proposes anything. */
export function createModel(settings: ModelSettings | null, deps: ModelDeps): Model {
  if (settings === null) return { proposeQuery: async () => null };
  const breaker = createBreaker(deps.now);
  return {
    async proposeQuery(question, names) {
      if (breaker.isOpen()) return nothing(deps, "open_circuit");
      const reply = await complete(
        settings,
        promptFor(question, names, deps.querySchema),
        settings.timeoutMs ?? TIMEOUT_MS,
      );
      if (!reply.ok) {
        breaker.failed();
        return nothing(deps, reply.why);
      }
      breaker.succeeded();
      const proposal = readProposal(reply.text, names, deps.parseQuery);
      return proposal.ok ? proposal.query : nothing(deps, proposal.why);
    },
  };
}

function nothing(deps: ModelDeps, why: ModelFailure): null {
  deps.failed?.(why);
  return null;
}
