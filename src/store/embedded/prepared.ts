// Statements in PostgreSQL's own protocol, each prepared once: PGlite's `query` goes six times into the WebAssembly for
// every statement, this once, which is most of what a small statement costs.
import { messages, protocol, types } from "@electric-sql/pglite";
import type { RawResult } from "../sql/database.ts";
import type { SqlValue, Statement } from "../sql/sql.ts";
import type { Engine } from "./host.ts";

export interface Prepared {
  /** The caller sees to it that one is run at a time. */
  run(statement: Statement): Promise<RawResult>;
  /** One statement without parameters, whose rows nobody wants. */
  script(text: string): Promise<void>;
  /** After the tables have changed: everything is prepared anew. */
  forget(): Promise<void>;
}

type Message = Parameters<Parameters<InstanceType<typeof protocol.Parser>["parse"]>[1]>[0];
type Fields = messages.RowDescriptionMessage["fields"];

interface Known {
  readonly name: string;
  readonly fields: Fields;
}

/** Our statements are written in the code, some hundred: more than this are made up as they go. */
const MOST_KNOWN = 500;
const DATE = 1082;
/** The arrays we use, and what stands in them: integer, bigint, text, double precision. */
const ELEMENTS: ReadonlyMap<number, number> = new Map([
  [1007, types.INT4],
  [1016, types.INT8],
  [1009, types.TEXT],
  [1022, types.FLOAT8],
]);

export function preparedOn(engine: Engine): Prepared {
  const { serialize } = protocol;
  const known = new Map<string, Known>();
  let count = 0;

  async function prepare(text: string): Promise<Known> {
    if (known.size >= MOST_KNOWN) await forget();
    const name = `s${++count}`;
    const made = await answers([
      serialize.parse({ name, text }),
      serialize.describe({ type: "S", name }),
      serialize.sync(),
    ]);
    const prepared = { name, fields: made.find(isRowDescription)?.fields ?? [] };
    known.set(text, prepared);
    return prepared;
  }

  /** Throws the server's error, if it answers with one. */
  async function answers(asked: readonly Uint8Array[]): Promise<Message[]> {
    const all: Message[] = [];
    new protocol.Parser().parse(await engine.send(joined(asked)), (message) => all.push(message));
    const fault = all.find((message) => message instanceof messages.DatabaseError);
    if (fault) throw fault;
    return all;
  }

  async function script(text: string): Promise<void> {
    await answers([serialize.query(text)]);
  }

  async function forget(): Promise<void> {
    known.clear();
    await script("DEALLOCATE ALL");
  }

  return {
    async run({ text, values }) {
      const { name, fields } = known.get(text) ?? (await prepare(text));
      const bind = serialize.bind({ statement: name, values: values.map(asText) });
      return resultOf(await answers([bind, serialize.execute({}), serialize.sync()]), fields);
    },
    script,
    forget,
  };
}

/** In memory of its own, which can be handed over. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function resultOf(answered: readonly Message[], fields: Fields): RawResult {
  const rows: unknown[][] = [];
  let affected = 0;
  for (const message of answered) {
    if (isDataRow(message)) rows.push(message.fields.map((text, index) => parsed(text, fields[index])));
    // `INSERT 0 5`, `UPDATE 3`
    else if (isComplete(message)) affected = Number(/\d+$/.exec(message.text)?.[0] ?? 0);
  }
  return { columns: fields.map((field) => field.name), rows, affected };
}

/** Dates as the text they are; bigint as number and parsed json are PGlite's own way. */
function parsed(text: string | null, field: Fields[number] | undefined): unknown {
  if (text === null || !field || field.dataTypeID === DATE) return text;
  const element = ELEMENTS.get(field.dataTypeID);
  if (element !== undefined) return types.arrayParser(text, types.parsers[element] ?? String, field.dataTypeID);
  const parser = types.parsers[field.dataTypeID];
  return parser ? parser(text, field.dataTypeID) : text;
}

/** As PostgreSQL reads it; the statement says what type it is. */
function asText(value: SqlValue): string | null {
  if (value === null) return null;
  if (typeof value !== "object") return String(value);
  return `{${value.map((one) => (typeof one === "number" ? String(one) : quoted(one))).join(",")}}`;
}

function quoted(item: string): string {
  return `"${item.replace(/["\\]/g, "\\$&")}"`;
}

function isRowDescription(message: Message): message is messages.RowDescriptionMessage {
  return message.name === "rowDescription";
}

function isDataRow(message: Message): message is messages.DataRowMessage {
  return message.name === "dataRow";
}

function isComplete(message: Message): message is messages.CommandCompleteMessage {
  return message.name === "commandComplete";
}
