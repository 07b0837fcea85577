import { describe, expect, it } from "vitest";
import { readWords } from "../../../src/cli/options.ts";
import { COMMANDS } from "../../../src/cli/registry.ts";
import { faultText, usageText } from "../../../src/cli/usage.ts";

const read = (line: string) => readWords(line === "" ? [] : line.split(" "), COMMANDS);

describe("the words of a command line", () => {
  it.each([
    ["digest", "digest", [], {}],
    ["digest --week 2026-W47 --json", "digest", [], { week: "2026-W47", json: true }],
    ["--json --now 2026-11-23T09:00Z digest", "digest", [], { json: true, now: "2026-11-23T09:00Z" }],
    ["plan import plan.xlsx --dry-run", "plan import", ["plan.xlsx"], { "dry-run": true }],
    ["--dry-run plan --json import p", "plan import", ["p"], { "dry-run": true, json: true }],
    ["ask hur går det --as=a@x", "ask", ["hur", "går", "det"], { as: "a@x" }],
    ["ask --as a@x -- --now", "ask", ["--now"], { as: "a@x" }],
    ["log verify", "log verify", [], {}],
    ["try remind --at 2026-11-19T14:00", "try", ["remind"], { at: "2026-11-19T14:00" }],
  ])("%s", (line, name, args, options) => {
    expect(read(line)).toMatchObject({ is: "call", shape: { name }, args });
    expect(read(line)).toHaveProperty("options", { ...options });
  });

  it.each([
    ["", "Säg vad som ska göras."],
    ["digset", "Kommandot ”digset” finns inte."],
    ["plan", "Efter plan ska det stå import eller export."],
    ["plan remove x", "Efter plan ska det stå import eller export."],
    ["digest --wek 2026-W47", "Här finns inget --wek."],
    ["digest --dry-run", "Här finns inget --dry-run."],
    ["digest -x", "Här finns inget -x."],
    ["digest --week", "Efter --week behövs ett värde."],
    ["digest --week --json", "Efter --week behövs ett värde."],
    ["digest --week=", "Efter --week behövs ett värde."],
    ["digest --json=yes", "--json skrivs utan värde."],
    ["digest --no-json", "Här finns inget --no-json."],
    ["digest extra", "”extra” är ett ord för mycket. Sätt citattecken om det som hör ihop."],
    ["plan import", "Något saknas efter kommandot."],
    ["card", "--unit behövs."],
    ["try remind", "--at behövs."],
    ["report månadsunderlag", "--out behövs."],
    ["digest __proto__", "”__proto__” är ett ord för mycket. Sätt citattecken om det som hör ihop."],
    ["digest --constructor", "Här finns inget --constructor."],
  ])("wrong: %s", (line, sentence) => {
    const wrong = read(line);
    expect(wrong.is === "wrong" ? faultText(wrong.fault) : wrong).toBe(sentence);
  });

  it.each([
    ["--help", null],
    ["-h", null],
    ["digest --help", "digest"],
    ["plan export -h", "plan export"],
    ["nonsense --help", null],
  ])("help: %s", (line, name) => {
    const help = read(line);
    expect(help.is === "help" && (help.shape?.name ?? null)).toBe(name);
  });

  it("tells of every command in the usage", () => {
    const usage = usageText(null, COMMANDS);
    for (const { name, usage: words } of COMMANDS) expect(usage).toContain(`${name} ${words}`.trim());
  });
});
