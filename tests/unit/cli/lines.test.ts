import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf } from "../../../src/cli/lines.ts";

async function linesIn(chunks: readonly Uint8Array[]): Promise<(string | null)[]> {
  const lines: (string | null)[] = [];
  const each = async function* () {
    yield* chunks;
  };
  for await (const line of linesOf(each())) {
    lines.push(line.text);
    expect(line.number).toBe(lines.length);
  }
  return lines;
}
const utf8 = (text: string) => new TextEncoder().encode(text);

describe("lines of a file", () => {
  it.each([
    ["an end of line at the end", "a\nb\n", ["a", "b"]],
    ["none at the end", "a\nb", ["a", "b"]],
    ["nothing", "", []],
    ["empty lines", "\n\na", ["", "", "a"]],
    ["a byte order mark", "\ufeffa\nb", ["a", "b"]],
    ["U+2028 and U+0085 inside a line", "a\u2028b\u0085c\nd", ["a\u2028b\u0085c", "d"]],
  ])("%s", async (_what, text, lines) => {
    expect(await linesIn([utf8(text)])).toEqual(lines);
  });

  it("are the same however the bytes come", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom("å", "😀", "\n", "x") }), fc.nat(7), async (text, size) => {
        const bytes = utf8(text);
        const chunks: Uint8Array[] = [];
        for (let at = 0; at < bytes.length; at += size + 1) chunks.push(bytes.subarray(at, at + size + 1));
        const expected = text.split("\n");
        if (expected.at(-1) === "") expected.pop();
        expect(await linesIn(chunks)).toEqual(expected);
      }),
    );
  });

  it("lets go of a line without end, and goes on after it", async () => {
    const long = utf8("x".repeat(300_000));
    expect(await linesIn([utf8("a\n"), long, long, long, long, utf8("\nb\n")])).toEqual(["a", null, "b"]);
  });
});
