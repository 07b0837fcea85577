// Statements on PGlite, each prepared once: its own `query` goes six times into the WebAssembly for every statement,
// this once, which is most of what a small statement costs.
import { type messages, type PGlite, protocol } from "@electric-sql/pglite";
import type { RawResult } from "../sql/database.ts";
import type { SqlValue, Statement } from "../sql/sql.ts";

export interface Prepared {
  /** The caller sees to it that one is run at a time. */
  run(statement: Statement): Promise<RawResult>;
  /** After the tables have changed: everything is prepared anew. */
  forget(): Promise<void>;
}

type Message = Awaited<ReturnType<PGlite["execProtocolStream"]>>[number];
type Fields = messages.RowDescriptionMessage["fields"];

interface Known {
  readonly name: string;
  readonly fields: Fields;
}

/** Our statements are written in the code, some hundred: more than this are made up as they go. */
const MOST_KNOWN = 500;
const DATE = 1082;

export function preparedOn(db: PGlite): Prepared {
  const { serialize } = protocol;
  const known = new Map<string, Known>();
  let count = 0;

  async function prepare(text: string): Promise<Known> {
    if (known.size >= MOST_KNOWN) await forget();
    const name = `s${++count}`;
    const made = await db.execProtocolStream(
      Buffer.concat([serialize.parse({ name, text }), serialize.describe({ type: "S", name }), serialize.sync()]),
    );
    const prepared = { name, fields: made.find(isRowDescription)?.fields ?? [] };
    known.set(text, prepared);
    return prepared;
  }

  async function forget(): Promise<void> {
    known.clear();
    await db.exec("DEALLOCATE ALL");
  }

  return {
    async run({ text, values }) {
      const { name, fields } = known.get(text) ?? (await prepare(text));
      const bind = serialize.bind({ statement: name, values: values.map(asText) });
      const messages = await db.execProtocolStream(Buffer.concat([bind, serialize.execute({}), serialize.sync()]));
      return resultOf(messages, fields, db.parsers);
    },
    forget,
  };
}

function resultOf(messages: readonly Message[], fields: Fields, parsers: PGlite["parsers"]): RawResult {
  const rows: unknown[][] = [];
  let affected = 0;
  for (const message of messages) {
    if (isDataRow(message)) rows.push(message.fields.map((text, index) => parsed(text, fields[index], parsers)));
    // `INSERT 0 5`, `UPDATE 3`
    else if (isComplete(message)) affected = Number(/\d+$/.exec(message.text)?.[0] ?? 0);
  }
  return { columns: fields.map((field) => field.name), rows, affected };
}

/** Dates as the text they are; bigint as number and parsed json are PGlite's own way. */
function parsed(text: string | null, field: Fields[number] | undefined, parsers: PGlite["parsers"]): unknown {
  if (text === null || !field || field.dataTypeID === DATE) return text;
  const parser = parsers[field.dataTypeID];
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
