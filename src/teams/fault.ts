// Pure. An error → what may be logged about it: no message texts of people, no addresses, no numbers of people.

export interface Fault {
  readonly name: string;
  readonly code: string | null;
  readonly message: string;
  readonly stack: string | null;
}

/** Messages are kept short, with e-mail addresses, long numbers and links masked. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: "NotAnError", code: null, message: "", stack: null };
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    code,
    message: masked(error.message).slice(0, 300),
    stack: frames?.slice(0, 6).join("\n") ?? null,
  };
}

function masked(text: string): string {
  return text
    .replace(/https?:\/\/\S+/g, "[link]")
    .replace(/[^\s@"'<>]+@[^\s@"'<>]+/g, "[address]")
    .replace(/\d[\d-]{5,}\d/g, "[number]");
}
