// Pure. The lines of an answer under its headline, as the kinds of rows that a card has.
import type { Lang } from "../plan/plan.ts";
import type { Fact } from "./answer.ts";
import { capital, splitAtFigure, subjectOf, withoutStop } from "./card-headline.ts";
import { type ReadState, readStateItem, STATE_COLOURS, STATE_MARKS } from "./card-state.ts";
import type { CardWords } from "./card-words.ts";

export interface Pair {
  readonly title: string;
  readonly value: string;
}

export interface Row {
  readonly title: string;
  /** `■`, or empty; the word follows. */
  readonly mark: string;
  readonly colour: string;
  /** `Kritisk (röd)` */
  readonly state: string;
  readonly detail: string;
}

export type Block =
  | { readonly is: "text"; readonly label: string; readonly text: string; readonly opens?: boolean }
  | { readonly is: "pairs"; readonly pairs: readonly Pair[] }
  | { readonly is: "rows"; readonly rows: readonly Row[] };

const LABEL_MOST = 44;
const VALUE_MOST = 140;
/** Short enough for two columns. */
const SHORT_VALUE = 48;
export const TEXT_MOST = 700;
const ROW_MOST = 300;
/** What a card has room for, however long the answer: 60 KB also when every character is escaped. */
const LINES_MOST = 18;
const CHARACTERS_MOST = 4_500;

export interface About {
  /** Already stands above and is not said again. */
  readonly subject: string;
  readonly facts: readonly Fact[];
  readonly lang: Lang;
}

export function blocksOf(lines: readonly string[], about: About, words: CardWords): Block[] {
  const { shown, left } = fitting(lines);
  const blocks: Block[] = [];
  for (const group of grouped(shown))
    blocks.push(...(isItem(group[0]) ? itemBlocks(group, about.lang) : lineBlocks(group, about)));
  if (left > 0) blocks.push({ is: "text", label: "", text: words.more(left) });
  return blocks;
}

/** The first lines, up to what there is room for, and how many are left. What is not a list's item is kept before those. */
function fitting(lines: readonly string[]): { readonly shown: readonly string[]; readonly left: number } {
  let room = CHARACTERS_MOST;
  let count = 0;
  const shown = lines.filter((line) => {
    const size = Math.min(line.length, TEXT_MOST);
    const fits = count < LINES_MOST && size <= room;
    if (fits) {
      count++;
      room -= size;
    }
    return fits;
  });
  return { shown, left: lines.length - shown.length };
}

function grouped(lines: readonly string[]): string[][] {
  const groups: string[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last && isItem(last[0]) === isItem(line)) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

function isItem(line: string | undefined): boolean {
  return line?.startsWith("• ") ?? false;
}

function itemBlocks(lines: readonly string[], lang: Lang): Block[] {
  const items = lines.map((line) => line.slice(2).trim());
  const pairs = items.map((item) => pairAtColon(item));
  if (pairs.every((pair) => pair !== null && pair.value.length <= SHORT_VALUE))
    return [{ is: "pairs", pairs: pairs.filter((pair) => pair !== null) }];
  return [{ is: "rows", rows: items.map((item) => rowOf(clip(item, ROW_MOST), lang)) }];
}

function rowOf(item: string, lang: Lang): Row {
  const read = readStateItem(item, lang);
  if (read) return stateRow(read);
  const at = /: | – /.exec(item);
  const title = at && at.index > 0 ? item.slice(0, at.index) : item;
  const detail = at && at.index > 0 ? capital(item.slice(at.index + at[0].length)) : "";
  return { title, mark: "", colour: "Default", state: "", detail };
}

function stateRow({ subject, state, text }: ReadState): Row {
  const [word = "", ...rest] = text.split(" · ");
  const detail = rest.map((part) => ` · ${part}`).join("");
  return { title: subject, mark: STATE_MARKS[state], colour: STATE_COLOURS[state], state: word, detail };
}

/** Pairs stand together, so that their columns are in line: what is said between them comes after. */
function lineBlocks(lines: readonly string[], about: About): Block[] {
  const said = lines.map((line) => withoutSubject(line, about.subject));
  const sides = sideBySide(said);
  if (sides) return sides;
  const read = said.map((line) => ({ line, pair: pairOf(line, about) }));
  const first = read.findIndex(({ pair }) => pair !== null);
  if (first === -1) return said.map(textBlock);
  const pairs = read.flatMap(({ pair }) => pair ?? []);
  const after = read.slice(first).flatMap(({ line, pair }) => (pair ? [] : [line]));
  return [...said.slice(0, first).map(textBlock), { is: "pairs", pairs }, ...after.map(textBlock)];
}

function withoutSubject(line: string, subject: string): string {
  return subject !== "" && line.startsWith(`${subject}: `) ? capital(line.slice(subject.length + 2)) : line;
}

/**
 * Where the same label comes back the lines are of several subjects, and in columns it could not be told which: they
 * stay in order, and a label that stands once opens a new part. Null where no label comes back.
 */
function sideBySide(lines: readonly string[]): Block[] | null {
  const labels = lines.map((line) => subjectOf(line)?.subject ?? "").filter((label) => label !== "");
  if (new Set(labels).size === labels.length) return null;
  return lines.map((line) => {
    const label = subjectOf(line)?.subject ?? "";
    const opens = label !== "" && labels.indexOf(label) === labels.lastIndexOf(label);
    return { ...textBlock(line), opens };
  });
}

function textBlock(line: string): Extract<Block, { is: "text" }> {
  const named = subjectOf(line);
  if (!named || named.subject.length > ROW_MOST) return { is: "text", label: "", text: clip(line, TEXT_MOST) };
  return { is: "text", label: `${named.subject}:`, text: clip(named.rest, TEXT_MOST) };
}

function pairOf(line: string, about: About): Pair | null {
  const pair = pairAtColon(line);
  if (pair) return pair.value.length <= VALUE_MOST ? pair : null;
  if (line.includes(": ")) return null;
  const split = splitAtFigure(line, about);
  if (
    !split ||
    split.label === "" ||
    split.label.length > LABEL_MOST ||
    split.subject !== "" ||
    split.after.length > 0 ||
    split.label.includes(",")
  )
    return null;
  const value = [split.figure, split.below].filter(Boolean).join(" ");
  return value.length <= VALUE_MOST ? { title: split.label, value } : null;
}

function pairAtColon(line: string): Pair | null {
  const named = subjectOf(line);
  if (!named || named.subject.length > LABEL_MOST) return null;
  const pair = { title: capital(named.subject), value: withoutStop(named.rest) };
  return SEEN.test(pair.title) && SEEN.test(pair.value) ? pair : null;
}

const SEEN = /[\p{L}\p{N}]/u;

/** Cut between words, and never within a figure. */
export function clip(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  const head = characters.slice(0, most).join("");
  const space = head.lastIndexOf(" ");
  const words = head.slice(0, space > most / 2 ? space : head.length);
  const whole = /^[\s\u00a0.,–-]*\d/.test(text.slice(words.length)) ? words.replace(/[\d\s\u00a0.,–-]+$/u, "") : words;
  return `${whole.replace(/[\s,;:–(]+$/u, "")} …`;
}
