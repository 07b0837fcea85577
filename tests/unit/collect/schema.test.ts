import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inputId, parseMkr, parseSubmitted } from "../../../src/collect/schema.ts";

describe("what a card sends back", () => {
  it("is read with its inputs as text, whatever the client made of them", () => {
    const data = {
      verb: "collect_send",
      nonce: "n",
      step: "2",
      "a:1": 12.5,
      "b:1": true,
      "c:1": null,
      stranger: { x: 1 },
    };
    expect(parseSubmitted(data)).toEqual({
      verb: "collect_send",
      nonce: "n",
      step: 2,
      inputs: new Map([
        ["a:1", "12.5"],
        ["b:1", "true"],
        ["c:1", ""],
      ]),
    });
  });

  it.each([
    ["nothing", null],
    ["text", "collect_send"],
    ["a list", [1]],
    ["no nonce", { verb: "collect_send" }],
    ["an empty nonce", { verb: "collect_send", nonce: "" }],
    ["a nonce without end", { verb: "collect_send", nonce: "x".repeat(101) }],
    ["a nonce that is an object", { verb: "collect_send", nonce: { $ne: "" } }],
    ["a verb of somebody else", { verb: "digest_show", nonce: "n" }],
    ["a list in a field", { verb: "collect_send", nonce: "n", "state:M1": ["on_track"] }],
    ["an object in a field", { verb: "collect_send", nonce: "n", "state:M1": { toString: "x" } }],
    ["text without end", { verb: "collect_send", nonce: "n", "comment:M1": "x".repeat(2001) }],
  ])("%s is refused", (_what, data) => {
    expect(parseSubmitted(data)).toBeNull();
  });

  it("never throws, whatever comes", () => {
    fc.assert(fc.property(fc.anything(), (data) => void parseSubmitted(data)));
    const entries = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(fc.property(entries, (extra) => void parseSubmitted({ ...extra, verb: "collect_send", nonce: "n" })));
  });
});

describe("an amount in mkr", () => {
  it.each([
    ["12,5", 12.5],
    ["12.5", 12.5],
    ["12,50", 12.5],
    ["12,55", 12.55],
    ["12.55", 12.55],
    ["1,234", 1.234],
    ["12,500", 12.5],
    ["12", 12],
    ["0", 0],
    [" 1 200,5 ", 1200.5],
    ["1\u00a0200", 1200],
    ["12,5 mkr", 12.5],
    ["12 mnkr", 12],
  ])("%s is read", (text, value) => {
    expect(parseMkr(text)).toBe(value);
  });

  it.each([
    "",
    " ",
    "-1",
    "−1",
    "1.631",
    "12.500",
    "1,2345",
    "1.2345",
    "12,5 tkr",
    "tolv",
    "1e3",
    "Infinity",
    "NaN",
    "0x10",
    "12345678",
  ])("%s is not", (text) => {
    expect(parseMkr(text)).toBeNull();
  });
});

it("gives every measure id a field of its own", () => {
  const id = fc.string({ unit: "binary" });
  fc.assert(
    fc.property(id, id, (a, b) => {
      fc.pre(a !== b);
      expect(inputId("state", a)).not.toBe(inputId("state", b));
      expect(inputId("state", a)).not.toContain("${");
    }),
  );
});
