// Pure. A mark beside each läge: shape first, colour second, and the word always stands next to it.
import type { State } from "../plan/plan.ts";

export const STATE_SYMBOLS: Readonly<Record<State, string>> = {
  not_started: "○",
  on_track: "●",
  deviation: "▲",
  critical: "■",
  paused: "⏸",
  cancelled: "✕",
  reverted: "↩",
  done: "✓",
  operational: "✓",
};

/** Adaptive Card text colours. */
export const STATE_COLOURS: Readonly<Record<State, "good" | "warning" | "attention" | "default">> = {
  not_started: "default",
  on_track: "good",
  deviation: "warning",
  critical: "attention",
  paused: "default",
  cancelled: "default",
  reverted: "default",
  done: "good",
  operational: "good",
};
