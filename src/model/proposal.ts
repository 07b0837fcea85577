// Pure. What a model wrote → what is made of it, or why nothing is.
import type { ModelFailure } from "./settings.ts";

export type Proposal<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: ModelFailure };

/** `accept` gets whatever the JSON held, and gives null for what can't be used. */
export function readProposal<T>(text: string, accept: (value: unknown) => T | null): Proposal<T> {
  const json = jsonIn(text);
  if (json === undefined) return { ok: false, why: "not_json" };
  const value = accept(json);
  return value === null ? { ok: false, why: "no_query" } : { ok: true, value };
}

/** The JSON itself, or what stands in a code fence; undefined when neither is JSON. */
function jsonIn(text: string): unknown {
  const bare = text
    .trim()
    .replace(/^```(?:json)?\s*/, "")
    .replace(/```$/, "");
  try {
    return JSON.parse(bare) as unknown;
  } catch {
    return undefined;
  }
}
