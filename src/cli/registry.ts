// Every command there is: how it is written, what it does, and the file that does it – loaded when it is asked for, so
// that a question does not wait for what only a report needs.
import type { Run } from "./command.ts";
import type { Shape } from "./options.ts";

export interface Command extends Shape {
  /** After the name. */
  readonly usage: string;
  readonly does: string;
  load(): Promise<Run>;
}

const MANY = Number.POSITIVE_INFINITY;

export const COMMANDS: readonly Command[] = [
  {
    name: "plan import",
    usage: "<xlsx eller mapp> [--dry-run] [--json]",
    does: "läser in planen, eller listar allt som behöver rättas",
    args: [1, 1],
    options: ["dry-run"],
    required: [],
    load: async () => (await import("./plan-import.ts")).planImport,
  },
  {
    name: "plan export",
    usage: "<xlsx eller mapp>",
    does: "skriver planen som gäller, med historik",
    args: [1, 1],
    options: [],
    required: [],
    load: async () => (await import("./plan-export.ts")).planExport,
  },
  {
    name: "ask",
    usage: '"<fråga>" --as <e-post> [--channel] [--json]   eller   ask --batch <fil.jsonl> --json',
    does: "svarar på en fråga så som personen skulle få svaret",
    args: [0, MANY],
    options: ["as", "batch", "channel"],
    required: [],
    load: async () => (await import("./ask.ts")).askCommand,
  },
  {
    name: "digest",
    usage: "[--week 2026-W47] [--json]",
    does: "visar veckans sammanställning utan att skicka den",
    args: [0, 0],
    options: ["week"],
    required: [],
    load: async () => (await import("./digest.ts")).digestCommand,
  },
  {
    name: "card",
    usage: "--unit <enhetens id> [--week 2026-W47]",
    does: "skriver ut kortet som enheten skulle få, som JSON",
    args: [0, 0],
    options: ["week"],
    required: ["unit"],
    load: async () => (await import("./card.ts")).cardCommand,
  },
  {
    name: "try",
    usage: "<remind, collect eller digest> --at <ISO-tid> [--json]",
    does: "visar vad som skulle skickas då, till vem och varför, utan att skicka",
    args: [1, 1],
    options: [],
    required: ["at"],
    load: async () => (await import("./try.ts")).tryCommand,
  },
  {
    name: "report",
    usage: "<månadsunderlag, nämndrapport, …> [--unit <id>] --out <fil.docx>",
    does: "skriver dokumentet, som UTKAST",
    args: [1, 1],
    options: ["unit"],
    required: ["out"],
    load: async () => (await import("./report.ts")).reportCommand,
  },
  {
    name: "doctor",
    usage: "[--json]",
    does: "går igenom installationen och säger vad som behöver göras",
    args: [0, 0],
    options: [],
    required: [],
    load: async () => (await import("./doctor.ts")).doctorCommand,
  },
  {
    name: "log verify",
    usage: "",
    does: "kontrollerar att ändringsloggen är hel",
    args: [0, 0],
    options: [],
    required: [],
    load: async () => (await import("./log-verify.ts")).logVerify,
  },
  {
    name: "log export",
    usage: "<fil.jsonl>",
    does: "skriver hela ändringsloggen, en rad per händelse",
    args: [1, 1],
    options: [],
    required: [],
    load: async () => (await import("./log-export.ts")).logExport,
  },
  {
    name: "backup",
    usage: "<fil>",
    does: "skriver en säkerhetskopia av allt",
    args: [1, 1],
    options: [],
    required: [],
    load: async () => (await import("./backup.ts")).backupCommand,
  },
  {
    name: "restore",
    usage: "<fil>",
    does: "ersätter allt med det som finns i en säkerhetskopia",
    args: [1, 1],
    options: [],
    required: [],
    load: async () => (await import("./restore.ts")).restoreCommand,
  },
];
