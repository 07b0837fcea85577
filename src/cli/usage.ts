// Pure. How the commands are written, for `--help` and after wrong words.
import type { Fault } from "./options.ts";
import type { Command } from "./registry.ts";

const CALL = "npm run -s cli --";

/** One command's usage; null: all of them. */
export function usageText(command: Command | null, all: readonly Command[]): string {
  if (command) return `${written(command)}\n  ${command.does}\n${EVERYWHERE}`;
  const lines = all.map((each) => `  ${`${each.name} ${each.usage}`.trim()}\n      ${each.does}`);
  return [`Skriv: ${CALL} <kommando>`, "", ...lines, "", EVERYWHERE, EXITS].join("\n");
}

const EVERYWHERE =
  "Till alla kommandon: --json (ett JSON-dokument på standard ut), --now <ISO-tid> (ställer klockan), --help.";
const EXITS = "Slutstatus: 0 klart · 1 gick inte, med vad som behöver rättas · 2 fel ord · 3 databas, nät eller disk.";

function written({ name, usage }: Command): string {
  return `Skriv: ${CALL} ${name} ${usage}`.trimEnd();
}

/** What was wrong with the words, in one sentence. */
export function faultText(fault: Fault): string {
  switch (fault.is) {
    case "noCommand":
      return "Säg vad som ska göras.";
    case "unknownCommand":
      if (fault.next.length > 0) return `Efter ${fault.word} ska det stå ${fault.next.join(" eller ")}.`;
      return `Kommandot ”${fault.word}” finns inte.`;
    case "unknownOption":
      return `Här finns inget ${fault.word}.`;
    case "noValue":
      return `Efter --${fault.option} behövs ett värde.`;
    case "valueNotTaken":
      return `--${fault.option} skrivs utan värde.`;
    case "tooFew":
      return "Något saknas efter kommandot.";
    case "tooMany":
      return `”${fault.word}” är ett ord för mycket. Sätt citattecken om det som hör ihop.`;
    case "optionMissing":
      return `--${fault.option} behövs.`;
  }
}
