// Pure. Card templates → cards, and people's words made safe to stand in them.
import { Template } from "adaptivecards-templating";

/** Teams stops at about 100 KB, counted in UTF-16; this leaves room for the envelope. */
export const MAX_CARD_BYTES = 60 * 1024;

/** Stands for a `${` that a person wrote, while what is left over of the template's own is looked for. */
const WRITTEN_BY_A_PERSON = "\ue000\ue001";

const templates = new WeakMap<object, Template>();

/** A template and its data don't fit together: a fault of ours, to be found by tests. */
export class CardFault extends Error {
  readonly fault: "unfilled" | "too_big";
  constructor(fault: "unfilled" | "too_big", detail: string) {
    super(`card ${fault}: ${detail}`);
    this.name = "CardFault";
    this.fault = fault;
  }
}

/**
 * Fills a template of `cards/`. Null in the data is an empty text (the library throws on it), so what depends on it has
 * `"$when": "${x != ''}"`; a `$when` shows only on a real true. Data is never expanded again: people's words can't be
 * expressions.
 * Throws `CardFault` when a `${…}` had no data, or the card is over 60 KB.
 */
export function fillCard(template: object, data: object): object {
  const filled: unknown = templateOf(template).expand({ $root: emptied(data) });
  const whole = JSON.stringify(filled);
  const text = whole.includes('"Input.') ? JSON.stringify(withoutEmptyValues(filled)) : whole;
  const left = /\$\{[^}"]{0,80}/.exec(text);
  if (left) throw new CardFault("unfilled", `${left[0]}}`);
  const bytes = text.length * 2;
  if (bytes > MAX_CARD_BYTES) throw new CardFault("too_big", `${Math.round(bytes / 1024)} KB`);
  if (text === whole && !text.includes(WRITTEN_BY_A_PERSON)) return filled as object;
  return JSON.parse(text.replaceAll(WRITTEN_BY_A_PERSON, "${")) as object;
}

/**
 * People's words for a place that reads Markdown (`text` of a card or a message): they look as they were written, on
 * one line. Not for plain places: titles of buttons and choices, values of inputs.
 */
export function escapeMarkdown(words: string): string {
  const line = words.replace(/\s+/g, " ").replace(UNSEEN, "").trim();
  return line
    .replace(/[\\`*_[\]<>~|@]|&(?=#?\w+;)/g, "\\$&")
    .replace(/:\/\//g, "\\:\\/\\/")
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`)
    .replace(/^[#+=-]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

/** Control and format characters (direction of writing, private use …), but for the joiner that emoji are made with. */
const UNSEEN = /(?!\u200d)[\p{Cc}\p{Cf}\p{Co}]/gu;

function templateOf(template: object): Template {
  const known = templates.get(template);
  if (known) return known;
  const made = new Template(template);
  templates.set(template, made);
  return made;
}

function emptied(value: unknown): unknown {
  if (value === null) return "";
  if (typeof value === "string") return value.replaceAll("${", WRITTEN_BY_A_PERSON);
  if (Array.isArray(value)) return value.map(emptied);
  if (typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, emptied(inner)]));
}

/** An input without a prefilled value has none: an empty text is not a number, a date or a choice. */
function withoutEmptyValues(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptyValues);
  if (typeof value !== "object" || value === null) return value;
  const isInput = "type" in value && typeof value.type === "string" && value.type.startsWith("Input.");
  const entries = Object.entries(value).filter(([key, inner]) => !(isInput && key === "value" && inner === ""));
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutEmptyValues(inner)]));
}
