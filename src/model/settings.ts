// Types only: where the model is, and why nothing came of a call.
export interface ModelSettings {
  /** Base of an OpenAI-compatible service (`…/v1`), or the whole address of a deployment's `…/chat/completions`. */
  readonly url: string;
  /** Null: the service asks for none. */
  readonly key: string | null;
  readonly name: string;
  /** How long one proposal may take; default 4 000 ms. */
  readonly timeoutMs?: number;
}

export type ModelFailure =
  | "busy"
  | "open_circuit"
  | "timeout"
  | "network"
  | "http"
  | "too_long"
  | "not_json"
  | "no_query";
