import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inParts } from "../../../src/plan/split.ts";

const split = (text: string, most: number) => inParts({ text, card: {} }, most).map((part) => part.text);

describe("what is too big for Teams, in parts", () => {
  it.each([
    ["short", "ett två", 20, ["ett två"]],
    ["at the ends of lines", "ett\ntvå\ntre", 8, ["ett\ntvå", "tre"]],
    ["in the middle of a line that is too long", "abcdefgh", 3, ["abc", "def", "gh"]],
    ["not in the middle of an emoji", "ab\u{1F600}cd", 3, ["ab", "\u{1F600}c", "d"]],
    ["nothing to say", "", 3, [""]],
  ])("%s", (_what, text, most, expected) => {
    expect(split(text, most)).toEqual(expected);
  });

  it("has no card, loses nothing but line ends, and no part is too long", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "å", "\n", "\u{1F600}") }),
        fc.integer({ min: 2, max: 9 }),
        (text, most) => {
          const parts = inParts({ text, card: {} }, most);
          expect(parts.every((part) => part.card === null && part.text.length <= most)).toBe(true);
          expect(
            parts
              .map((part) => part.text)
              .join("")
              .replaceAll("\n", ""),
          ).toBe(text.replaceAll("\n", ""));
        },
      ),
    );
  });
});
