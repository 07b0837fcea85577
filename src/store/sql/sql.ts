// Pure. A statement with its values kept apart, so that no value is ever part of the text.

export type SqlValue = string | number | boolean | null | readonly string[] | readonly number[];

export interface Statement {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** `` sql`SELECT * FROM card WHERE nonce = ${nonce}` ``: every `${}` becomes a parameter; a statement inside is spliced in. */
export function sql(parts: TemplateStringsArray, ...inputs: readonly (SqlValue | Statement)[]): Statement {
  let text = parts[0] ?? "";
  const values: SqlValue[] = [];
  inputs.forEach((input, index) => {
    text += isStatement(input) ? splice(input, values) : `$${values.push(cleaned(input))}`;
    text += parts[index + 1] ?? "";
  });
  return { text, values };
}

/**
 * JSON text for a `jsonb` parameter (cast it: `${json(x)}::jsonb`).
 * PostgreSQL takes neither NUL nor half a surrogate pair, and what people paste may hold both: they are replaced.
 */
export function json(value: unknown): string {
  const text = JSON.stringify(value ?? null);
  if (!/\\u(0000|d[89a-f])/i.test(text)) return text;
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === "string") return wellFormed(part);
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [wellFormed(key), inner]));
  });
}

function isStatement(input: SqlValue | Statement): input is Statement {
  return typeof input === "object" && input !== null && "text" in input;
}

function splice(inner: Statement, values: SqlValue[]): string {
  const offset = values.length;
  values.push(...inner.values);
  return inner.text.replace(/\$(\d+)/g, (_all, number: string) => `$${Number(number) + offset}`);
}

function cleaned(value: SqlValue): SqlValue {
  return typeof value === "string" ? wellFormed(value) : value;
}

/** Text as PostgreSQL takes it. */
export function wellFormed(text: string): string {
  return text
    .replaceAll("\u0000", "\uFFFD")
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");
}
