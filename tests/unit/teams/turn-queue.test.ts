import { expect, it } from "vitest";
import type { Turn } from "../../../src/teams/turn.ts";
import { createTurnQueue, lineOf } from "../../../src/teams/turn-queue.ts";

function gate() {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

it("runs a conversation's turns in order, and does not make others wait", async () => {
  const seen: string[] = [];
  const queue = createTurnQueue(() => {});
  const slow = gate();
  queue.add("a", () => slow.opened.then(() => void seen.push("a1")));
  queue.add("a", async () => void seen.push("a2"));
  await queue.add("b", async () => void seen.push("b1"));
  expect(seen).toEqual(["b1"]);
  slow.open();
  await queue.idle();
  expect(seen).toEqual(["b1", "a1", "a2"]);
});

it("nobody waits for another's turn in a conversation of several", () => {
  const turn = (kind: string, person: string) =>
    ({ conversation: { id: "c", kind }, from: { teamsId: person } }) as unknown as Turn;
  expect(lineOf(turn("channel", "a"))).not.toBe(lineOf(turn("channel", "b")));
  expect(lineOf(turn("group", "a"))).toBe(lineOf(turn("group", "a")));
  expect(lineOf(turn("personal", "a"))).toBe(lineOf(turn("personal", "b")));
});

it("goes on after a turn that broke", async () => {
  const errors: unknown[] = [];
  const queue = createTurnQueue((error) => errors.push(error));
  const seen: string[] = [];
  queue.add("a", () => Promise.reject(new Error("broke")));
  await queue.add("a", async () => void seen.push("next"));
  expect(seen).toEqual(["next"]);
  expect(errors).toHaveLength(1);
});

it("is idle only when what was added meanwhile has run too", async () => {
  const queue = createTurnQueue(() => {});
  let done = false;
  queue.add("a", async () => {
    queue.add("b", async () => {
      await Promise.resolve();
      done = true;
    });
  });
  await queue.idle();
  expect(done).toBe(true);
});
