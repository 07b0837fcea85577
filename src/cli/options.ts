// Pure. Words of a command line → which command, its arguments and options. One table of options for all commands.
import { parseArgs } from "node:util";

export interface Options {
  readonly json?: boolean;
  readonly help?: boolean;
  readonly channel?: boolean;
  readonly "dry-run"?: boolean;
  readonly now?: string;
  readonly as?: string;
  readonly batch?: string;
  readonly week?: string;
  readonly unit?: string;
  readonly at?: string;
  readonly out?: string;
}
export type OptionName = keyof Options;

const OPTIONS: Readonly<Record<OptionName, { readonly type: "boolean" | "string"; readonly short?: string }>> = {
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  channel: { type: "boolean" },
  "dry-run": { type: "boolean" },
  now: { type: "string" },
  as: { type: "string" },
  batch: { type: "string" },
  week: { type: "string" },
  unit: { type: "string" },
  at: { type: "string" },
  out: { type: "string" },
};

/** Understood by every command. */
const EVERYWHERE: readonly OptionName[] = ["json", "help", "now"];

/** What a command takes; `name` is one word or two. */
export interface Shape {
  readonly name: string;
  /** Fewest and most words after the name. */
  readonly args: readonly [least: number, most: number];
  readonly options: readonly OptionName[];
  readonly required: readonly OptionName[];
}

export type Fault =
  | { readonly is: "noCommand" }
  | { readonly is: "unknownCommand"; readonly word: string; readonly next: readonly string[] }
  | { readonly is: "unknownOption"; readonly word: string }
  | { readonly is: "noValue"; readonly option: string }
  | { readonly is: "valueNotTaken"; readonly option: string }
  | { readonly is: "tooFew" }
  | { readonly is: "tooMany"; readonly word: string }
  | { readonly is: "optionMissing"; readonly option: string };

export type Reading<S extends Shape> =
  | { readonly is: "help"; readonly shape: S | null }
  | { readonly is: "call"; readonly shape: S; readonly args: readonly string[]; readonly options: Options }
  | { readonly is: "wrong"; readonly shape: S | null; readonly fault: Fault };

/** Options may stand anywhere, before the command's name too; after `--` everything is an argument. */
export function readWords<S extends Shape>(words: readonly string[], shapes: readonly S[]): Reading<S> {
  const { tokens, values, positionals } = parseArgs({
    args: [...words],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const shape = shapeOf(positionals, shapes);
  const given = tokens.filter((token) => token.kind === "option");
  if (given.some(({ name }) => name === "help")) return { is: "help", shape };
  const wrong = (fault: Fault): Reading<S> => ({ is: "wrong", shape, fault });
  const [first] = positionals;
  if (first === undefined) return wrong({ is: "noCommand" });
  if (!shape) return wrong({ is: "unknownCommand", word: first, next: secondWords(first, shapes) });
  for (const token of given) {
    const fault = faultOf(token, shape);
    if (fault) return wrong(fault);
  }
  const args = positionals.slice(shape.name.split(" ").length);
  const options = values as Options;
  const fault = whatIsMissing(shape, args, options);
  return fault ? wrong(fault) : { is: "call", shape, args, options };
}

function shapeOf<S extends Shape>(positionals: readonly string[], shapes: readonly S[]): S | null {
  return shapes.find(({ name }) => name.split(" ").every((word, at) => positionals[at] === word)) ?? null;
}

/** What may follow the first word of a command of two. */
function secondWords(first: string, shapes: readonly Shape[]): string[] {
  return shapes.flatMap(({ name }) => (name.startsWith(`${first} `) ? [name.slice(first.length + 1)] : []));
}

interface Given {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function faultOf({ name, rawName, value, inlineValue }: Given, shape: Shape): Fault | null {
  const known = [...EVERYWHERE, ...shape.options, ...shape.required].find((option) => option === name);
  if (known === undefined) return { is: "unknownOption", word: rawName };
  if (OPTIONS[known].type === "boolean") return value === undefined ? null : { is: "valueNotTaken", option: known };
  // `--now --json`: what follows is the next option, not a value.
  const isNextOption = !inlineValue && value?.startsWith("-");
  return value === undefined || value === "" || isNextOption ? { is: "noValue", option: known } : null;
}

function whatIsMissing({ args: [least, most], required }: Shape, args: readonly string[], options: Options) {
  const missing = required.find((option) => options[option] === undefined);
  if (args.length < least) return { is: "tooFew" } as const;
  if (args.length > most) return { is: "tooMany", word: args[most] ?? "" } as const;
  return missing === undefined ? null : ({ is: "optionMissing", option: missing } as const);
}
