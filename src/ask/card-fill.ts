// Pure. Words made safe to stand on a card, and the rows of an answer filled into their template.
import template from "../../cards/answer-blocks.json" with { type: "json" };
import { escapeMarkdown, fillCard } from "../lib/card.ts";
import { type Block, clip, type Pair } from "./card-blocks.ts";

/** One text's most: what comes here is already cut to its kind. */
const TEXT_MOST = 800;
const RUN_MOST = 300;

/** For a place that reads Markdown: looks as it was written. */
export function inert(text: string): string {
  return escapeMarkdown(clip(text, TEXT_MOST));
}

/** For a run of text, where no Markdown is read and nothing need be escaped. */
export function plainRun(text: string): string {
  return clip(text.replace(/[\p{Cc}\p{Cf}\p{Co}]/gu, ""), RUN_MOST);
}

export function inertPair({ title, value }: Pair): Pair {
  return { title: inert(title), value: inert(value) };
}

/** As elements; none for no rows. */
export function filled(blocks: readonly Block[]): object[] {
  return blocks.length === 0
    ? []
    : [
        fillCard(template, {
          blocks: blocks.map((block, at) => ({ ...blockData(block), spacing: spacingOf(block, blocks[at - 1]) })),
        }),
      ];
}

/** Sentences stand close; a new subject's, and every other kind, a little apart. */
function spacingOf(block: Block, before: Block | undefined): "Small" | "Medium" {
  return block.is === "text" && before?.is === "text" && !block.opens ? "Small" : "Medium";
}

/** Every kind of row has all the fields that the template asks for. */
function blockData(block: Block): object {
  const none = { label: "", text: "", pairs: [], rows: [] };
  switch (block.is) {
    case "text":
      return { ...none, is: block.is, label: inert(block.label), text: inert(block.text) };
    case "pairs":
      return { ...none, is: block.is, pairs: block.pairs.map(inertPair) };
    case "rows":
      return {
        ...none,
        is: block.is,
        rows: block.rows.map((row) => ({
          ...row,
          title: inert(row.title),
          detail: inert(row.detail),
          state: plainRun(row.state),
          plainDetail: plainRun(row.detail) || " ",
        })),
      };
  }
}
