// Pure. A läge on a card: shape first, colour second, and the word always stands next to it.
import type { Lang, State } from "../plan/plan.ts";
import { STATES } from "../plan/plan.ts";
import { STATE_WORDS } from "../plan/words.ts";

export const STATE_MARKS: Readonly<Record<State, string>> = {
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

/** As Adaptive Cards name colours of text. */
export const STATE_COLOURS: Readonly<Record<State, "Good" | "Warning" | "Attention" | "Default">> = {
  not_started: "Default",
  on_track: "Good",
  deviation: "Warning",
  critical: "Attention",
  paused: "Default",
  cancelled: "Default",
  reverted: "Default",
  done: "Good",
  operational: "Good",
};

export interface ReadState {
  readonly state: State;
  /** What has it. */
  readonly subject: string;
  /** From the state's word on. */
  readonly text: string;
}

/** `M-07 Samordna tolkar: Kritisk (röd) sedan v. 45.` */
export function readState(line: string, lang: Lang): ReadState | null {
  return lastState(line, ": ", lang);
}

/** `M-07 Samordna tolkar – Kritisk (röd) · beslutad 34,0 mkr` */
export function readStateItem(line: string, lang: Lang): ReadState | null {
  return lastState(line, " – ", lang);
}

function lastState(line: string, sign: string, lang: Lang): ReadState | null {
  let found: ReadState | null = null;
  let last = -1;
  for (const state of STATES) {
    const at = line.lastIndexOf(`${sign}${STATE_WORDS[state][lang]}`);
    const after = line.charAt(at + sign.length + STATE_WORDS[state][lang].length);
    if (at <= 0 || at < last || /[\p{L}\d]/u.test(after)) continue;
    if (isInside(line.slice(0, at))) continue;
    last = at;
    found = { state, subject: line.slice(0, at).trim(), text: line.slice(at + sign.length).trim() };
  }
  return found;
}

/** Within a bracket it is said in passing. */
function isInside(before: string): boolean {
  return before.lastIndexOf("(") > before.lastIndexOf(")");
}
