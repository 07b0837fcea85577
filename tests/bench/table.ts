// What a measurement says, one line each.

export interface Line {
  readonly part: string;
  readonly what: string;
  readonly value: string;
  /** What it may be; null: told for what it is worth. */
  readonly bound: string | null;
  /** Null: there is no bound. */
  readonly held: boolean | null;
}

export function line(part: string, what: string, value: string, bound?: string, held?: boolean): Line {
  return { part, what, value, bound: bound ?? null, held: held ?? null };
}

export function tableOf(lines: readonly Line[]): string {
  return lines
    .map(({ part, what, value, bound, held }) => {
      const mark = held === null ? "      " : held ? "held  " : "FAULT ";
      return `${mark} ${part.padEnd(10)} ${what.padEnd(52)} ${value.padStart(24)}  ${bound ?? ""}`;
    })
    .join("\n");
}

export function rounded(value: number, digits = 1): string {
  return value.toFixed(digits);
}
