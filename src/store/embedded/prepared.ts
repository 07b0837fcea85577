// Statements in PostgreSQL's own protocol, each prepared once: PGlite's `query` goes six times into the WebAssembly for
// every statement, this once, which is most of what a small statement costs.
import { messages, protocol, types } from "@electric-sql/pglite";
import type { RawResult } from "../sql/database.ts";
import type { SqlValue, Statement } from "../sql/sql.ts";
import type { Engine } from "./host.ts";

export interface Prepared {
  /**
   * Statements of several callers, each a transaction of its own: they go over together and wait for the disk once. What
   * they wrote is on the disk when this resolves. Rejects only when the database has ended.
   */
  together(statements: readonly Statement[]): Promise<readonly Outcome[]>;
  /** One inside a transaction that `script` has begun. */
  run(statement: Statement): Promise<RawResult>;
  /** Statements without parameters, whose rows nobody wants, one after the other. */
  script(...texts: readonly string[]): Promise<void>;
  /** After the tables have changed: everything is prepared anew. */
  forget(): Promise<void>;
}

export type Outcome = { readonly result: RawResult } | { readonly fault: unknown };

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

/** Commits don't wait for the disk (`host.ts`): this does, for all of them that came before. */
export const TO_DISK: Statement = { text: "SELECT pg_logical_emit_message(false, '', '', true)", values: [] };
/** Anything else may have written. */
const READS = /^\s*SELECT\b/i;

export function preparedOn(engine: Engine): Prepared {
  const { serialize } = protocol;
  const known = new Map<string, Known>();
  let count = 0;

  async function prepare(text: string): Promise<Known> {
    const name = `s${++count}`;
    const [made = []] = await answers([
      serialize.parse({ name, text }),
      serialize.describe({ type: "S", name }),
      serialize.sync(),
    ]);
    const prepared = { name, fields: trusted(made).find(isRowDescription)?.fields ?? [] };
    known.set(text, prepared);
    return prepared;
  }

  /** What is answered to each request, of those that end in a sync (or are a query). */
  async function answers(asked: readonly Uint8Array[]): Promise<Message[][]> {
    const each: Message[][] = [[]];
    new protocol.Parser().parse(await engine.send(joined(asked)), (message) => {
      each.at(-1)?.push(message);
      if (message.name === "readyForQuery") each.push([]);
    });
    return each;
  }

  async function all(statements: readonly Statement[]): Promise<Outcome[]> {
    if (known.size + statements.length > MOST_KNOWN) await forget();
    const asked: Uint8Array[] = [];
    const ready: (Known | { readonly fault: unknown })[] = [];
    for (const { text, values } of statements) {
      const statement = known.get(text) ?? (await prepare(text).catch((fault: unknown) => ({ fault })));
      ready.push(statement);
      if ("fault" in statement) continue;
      const bind = serialize.bind({ statement: statement.name, values: values.map(asText) });
      asked.push(bind, serialize.execute({}), serialize.sync());
    }
    const answered = asked.length > 0 ? await answers(asked) : [];
    let next = 0;
    return ready.map((one) => ("fault" in one ? one : outcomeOf(answered[next++] ?? [], one.fields)));
  }

  async function script(...texts: readonly string[]): Promise<void> {
    for (const answered of await answers(texts.map((text) => serialize.query(text)))) trusted(answered);
  }

  async function forget(): Promise<void> {
    known.clear();
    await script("DEALLOCATE ALL");
  }

  return {
    async together(statements) {
      const wrote = statements.some(({ text }) => !READS.test(text));
      const outcomes = await all(wrote ? [...statements, TO_DISK] : statements);
      const onDisk = outcomes.at(-1);
      if (wrote && onDisk && "fault" in onDisk) return statements.map(() => onDisk);
      return outcomes.slice(0, statements.length);
    },
    async run(statement) {
      const [outcome] = await all([statement]);
      if (!outcome || "fault" in outcome) throw outcome?.fault;
      return outcome.result;
    },
    script,
    forget,
  };
}

function outcomeOf(answered: readonly Message[], fields: Fields): Outcome {
  try {
    return { result: resultOf(trusted(answered), fields) };
  } catch (fault) {
    return { fault };
  }
}

/** Throws the server's error, if it answered with one. */
function trusted(answered: readonly Message[]): readonly Message[] {
  const fault = answered.find((message) => message instanceof messages.DatabaseError);
  if (fault) throw fault;
  return answered;
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
