// The recorded cases of the weekly card: tests/cases/card-<name>/. Each is a plan, a chef and what is pressed; what the
// card then says stands beside it. A change of words shows as a change of the record (vitest -u writes it anew).
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { MutableBook } from "../../../src/plan/book.ts";
import { createBook } from "../../../src/plan/book.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import { aPlan } from "../../helpers/a-plan.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";
import { Chat, CollectInMemory } from "./collect-in-memory.ts";
import { nodesOf, readCard } from "./read-card.ts";

type Call = readonly [method: string, ...args: unknown[]];

interface Case {
  readonly what: string;
  /** `sample`, or the builder's calls; `{n}` in a call with `times` is 1, 2 … */
  readonly plan: "sample" | readonly (Call | { readonly times: number; readonly call: Call })[];
  readonly person: string;
  readonly unit: string;
  readonly week: string;
  readonly at: string;
  readonly presses: readonly { readonly verb: string; readonly with?: Record<string, unknown>; readonly at?: string }[];
}

const CASES = join(import.meta.dirname, "../../cases");
const MOST_BYTES = 60 * 1024;

describe("recorded cards", () => {
  const names = readdirSync(CASES).filter((name) => name.startsWith("card-"));
  it.each(names)("%s", async (name) => {
    const told = JSON.parse(readFileSync(join(CASES, name, "case.json"), "utf8")) as Case;
    const chat = new Chat(new CollectInMemory(planOf(told)), told.person, told.at);
    await chat.opens(told.unit, told.week);
    const seen = [`# ${told.what}`, section("Kortet", chat)];
    for (const press of told.presses) {
      await chat.press(press.verb, press.with, press.at);
      const inputs = press.with ? ` ${JSON.stringify(press.with)}` : "";
      seen.push(section(`${press.verb}${inputs}`, chat));
    }
    await expect(`${seen.join("\n\n")}\n`).toMatchFileSnapshot(join(CASES, name, "expected.md"));
  });
});

function section(title: string, chat: Chat): string {
  expectWellMade(chat.card);
  const text = chat.said === "" ? "" : `> ${chat.said}\n\n`;
  return `## ${title}\n\n${text}${readCard(chat.card)}`;
}

/** What holds for every card, whatever it says. */
function expectWellMade(card: object | null): void {
  expect(card).not.toBeNull();
  const text = JSON.stringify(card);
  expect(text.length * 2).toBeLessThan(MOST_BYTES);
  expect(text).not.toContain("${");
  expect(card).toMatchObject({ type: "AdaptiveCard", version: "1.5" });
  const nodes = nodesOf(card);
  const texts = nodes.filter((node) => node.type === "TextBlock").map((node) => String(node.text));
  for (const node of nodes) {
    if (node.type === "Action.Execute") {
      expect(node.fallback).toMatchObject({ type: "Action.Submit", title: node.title, data: node.data });
      expect(Object.keys(node.data as object).sort()).toEqual(["nonce", "step", "verb"]);
    }
    if (!String(node.type).startsWith("Input.")) continue;
    expect(["Input.Text", "Input.Number", "Input.Date", "Input.ChoiceSet"]).toContain(node.type);
    // The question stands as text too, for clients that do not know `label`.
    expect(texts.some((each) => each.includes(String(node.label)))).toBe(true);
  }
}

function planOf(told: Case): Plan & { readonly book: MutableBook } {
  if (told.plan === "sample") {
    const { facts, book } = samplePlan(told.at);
    const { lines, forecasts, support } = book;
    return { ...samplePlan(told.at), facts, book: createBook({ lines, forecasts, support }) };
  }
  const builder = aPlan();
  for (const step of told.plan) {
    const repeated = "times" in step;
    for (let n = 1; n <= (repeated ? step.times : 1); n++) {
      const [method, ...args] = repeated ? numbered(step.call, n) : (step as Call);
      (builder as unknown as Record<string, (...args: unknown[]) => unknown>)[method]?.(...args);
    }
  }
  return builder.at(told.at);
}

function numbered(call: Call, n: number): Call {
  return JSON.parse(JSON.stringify(call).replaceAll("{n}", String(n))) as Call;
}
