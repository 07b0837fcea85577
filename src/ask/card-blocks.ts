// Pure. The lines of an answer under its headline, as the kinds of rows that a card has.
import type { Lang } from "../plan/plan.ts";
import type { Fact } from "./answer.ts";
import { capital, splitAtFigure, subjectOf, withoutStop } from "./card-headline.ts";
import { readStateItem, STATE_COLOURS, STATE_MARKS } from "./card-state.ts";
import type { CardWords } from "./card-words.ts";

export interface Pair {
  readonly title: string;
  readonly value: string;
}

export interface Row {
  readonly title: string;
  /** `■ Kritisk (röd)`, or empty. */
  readonly state: string;
  readonly colour: string;
  readonly detail: string;
}

export type Block =
  | { readonly is: "text"; readonly label: string; readonly text: string }
  | { readonly is: "pairs"; readonly pairs: readonly Pair[] }
  | { readonly is: "rows"; readonly rows: readonly Row[] };

const LABEL_MOST = 44;
const VALUE_MOST = 96;
/** Short enough for two columns. */
const SHORT_VALUE = 48;
const TEXT_MOST = 700;
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
  else if (shown.some((line) => [...line].length > TEXT_MOST)) blocks.push({ is: "text", label: "", text: words.cut });
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
  if (read) {
    const [word = "", ...rest] = read.text.split(" · ");
    const detail = rest.length > 0 ? ` · ${rest.join(" · ")}` : "";
    return {
      title: read.subject,
      state: `${STATE_MARKS[read.state]} ${word}`,
      colour: STATE_COLOURS[read.state],
      detail,
    };
  }
  const at = /: | – /.exec(item);
  if (!at || at.index === 0) return { title: item, state: "", colour: "Default", detail: "" };
  return {
    title: item.slice(0, at.index),
    state: "",
    colour: "Default",
    detail: capital(item.slice(at.index + at[0].length)),
  };
}

function lineBlocks(lines: readonly string[], about: About): Block[] {
  const blocks: Block[] = [];
  // Where the same label comes back the lines are of several subjects: in columns it could not be told which.
  const labels = lines.flatMap((line) => subjectOf(line)?.subject ?? []).filter((label) => label !== about.subject);
  const isSideBySide = new Set(labels).size < labels.length;
  for (const line of lines) {
    const said =
      about.subject !== "" && line.startsWith(`${about.subject}: `)
        ? capital(line.slice(about.subject.length + 2))
        : line;
    const pair = isSideBySide ? null : pairOf(said, about);
    const last = blocks.at(-1);
    if (!pair) blocks.push(textBlock(said));
    else if (last?.is === "pairs") blocks.splice(-1, 1, { is: "pairs", pairs: [...last.pairs, pair] });
    else blocks.push({ is: "pairs", pairs: [pair] });
  }
  return blocks;
}

function textBlock(line: string): Block {
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
  return named && named.subject.length <= LABEL_MOST && named.rest !== ""
    ? { title: capital(named.subject), value: withoutStop(named.rest) }
    : null;
}

/** Cut between words, so that no figure is cut in two. */
export function clip(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  const head = characters.slice(0, most).join("");
  const at = head.lastIndexOf(" ");
  return `${head.slice(0, at > most / 2 ? at : head.length).replace(/[\s,;:–(]+$/u, "")} …`;
}
