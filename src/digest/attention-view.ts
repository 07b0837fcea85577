// Pure. Point 3 of the digest in words.
import { throughText, weekText } from "../plan/format.ts";
import { CAUSE_WORDS, STATE_WORDS } from "../plan/words.ts";
import { amount, amountOfPlanned } from "./amounts.ts";
import { idShown, nameShown } from "./name.ts";
import type { AttentionItem, DigestSnapshot } from "./snapshot.ts";
import type { Speech } from "./speech.ts";
import { STATE_COLOURS, STATE_SYMBOLS } from "./symbols.ts";

export interface AttentionView {
  readonly heading: string;
  readonly items: readonly AttentionItemView[];
  /** Said when there is no item. */
  readonly empty: string;
  /** Said when there are more than are shown; else empty. */
  readonly more: string;
}

interface AttentionItemView {
  readonly symbol: string;
  readonly color: string;
  /** The läge in a word: nothing is told by colour alone. */
  readonly state: string;
  readonly title: string;
  readonly figures: string;
  readonly why: string;
}

export function attentionView(snapshot: DigestSnapshot, speech: Speech): AttentionView {
  const { words } = speech;
  return {
    heading: words.attention,
    items: snapshot.attention.map((item) => itemView(item, snapshot, speech)),
    empty: snapshot.attention.length === 0 ? words.attentionNone : "",
    more: snapshot.attentionMore > 0 ? words.attentionMore(snapshot.attentionMore) : "",
  };
}

function itemView(item: AttentionItem, { effect }: DigestSnapshot, speech: Speech): AttentionItemView {
  const { lang, words, today } = speech;
  const state = STATE_WORDS[item.state][lang];
  const figures = words.figures(
    amountOfPlanned(item.realised, item.planned, speech),
    throughText(effect.through, lang, today),
    item.decided === null ? null : amount(item.decided, speech),
  );
  const cause = item.cause ? CAUSE_WORDS[item.cause][lang] : words.noCause;
  const since = item.since ? ` · ${words.since(state, weekText(item.since, lang, today))}` : "";
  const asked = item.support ? words.asked[item.support] : words.askedNothing;
  return {
    symbol: STATE_SYMBOLS[item.state],
    color: STATE_COLOURS[item.state],
    state,
    title: `${idShown(item.measure, speech)} ${nameShown(item.title, speech)} (${nameShown(item.org, speech)})`,
    figures,
    why: `${capital(cause)}${since}. ${asked}`,
  };
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
