// Pure. What a weekly card sends back: from outside, so everything is checked. Clients differ – numbers and toggles
// come as text, several choices come joined by commas, and an input a client does not know is simply missing.
import { z } from "zod";
import { CAUSES, REPORTABLE_STATES, RISKS, SUPPORT_TYPES } from "../plan/plan.ts";

/** What a button of the card asks for. */
export const COLLECT_VERBS = [
  "collect_send",
  "collect_more",
  "collect_back",
  "collect_same",
  "collect_change",
  "collect_away",
  "collect_deputy",
  "collect_question",
] as const;
export type CollectVerb = (typeof COLLECT_VERBS)[number];

/** The longest text an input may bring; more is no person typing in the fields we give, which hold 280 at most. */
const MAX_INPUT = 2000;

/** What the buttons carry. Unit, week and rights are looked up from the nonce, never read from the card. */
const CardEnvelope = z.object({
  verb: z.enum(COLLECT_VERBS),
  nonce: z.string().min(1).max(100),
  step: z.coerce.number().int().min(1).max(2).catch(1),
});

const InputValue = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .transform((value) => (value === null ? "" : String(value)))
  .pipe(z.string().max(MAX_INPUT));

/** `not_started`: "not yet", the answer to "Har ni kommit igång?"; it leaves no line. */
export const LineState = z.enum([...REPORTABLE_STATES, "not_started"]);
export type LineState = z.infer<typeof LineState>;

export const ForecastAnswer = z.enum(["yes", "higher", "lower", "unsure"]);
export type ForecastAnswer = z.infer<typeof ForecastAnswer>;

export const CauseInput = z.enum(CAUSES);
export const SupportInput = z.enum(SUPPORT_TYPES);
export const RisksInput = z
  .string()
  .transform((text) =>
    text
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  )
  .pipe(z.array(z.enum(RISKS)));

/** Support "Nej": a choice of its own, since an empty one can't be prefilled everywhere. */
export const NO_SUPPORT = "none";

/** The inputs by id. A missing one is undefined, an emptied one "". */
export type Inputs = ReadonlyMap<string, string>;

export interface Submitted {
  readonly verb: CollectVerb;
  readonly nonce: string;
  readonly step: number;
  readonly inputs: Inputs;
}

/**
 * A press of one of the card's buttons, or null when it is not one of ours or holds what no input of ours can bring
 * (lists, objects, endless text). Keys we never gave are left out by those who look inputs up by id.
 */
export function parseSubmitted(data: unknown): Submitted | null {
  const envelope = CardEnvelope.safeParse(data);
  if (!envelope.success) return null;
  const inputs = new Map<string, string>();
  for (const [key, raw] of Object.entries(data as Record<string, unknown>)) {
    if (!key.includes(":")) continue;
    const value = InputValue.safeParse(raw);
    if (!value.success) return null;
    inputs.set(key, value.data);
  }
  return { ...envelope.data, inputs };
}

/** Whether a press belongs to this verb's cards; the one who routes presses asks first. */
export function isCollectVerb(verb: unknown): verb is CollectVerb {
  return COLLECT_VERBS.some((known) => known === verb);
}

/**
 * The id of an input: what it asks and of which measure. A measure's id is the plan's own text, so what is not a letter,
 * a digit, dot, dash or underscore is written as its code.
 */
export function inputId(field: string, measure: string): string {
  return `${field}:${measure.replace(/[^\p{L}\p{N}._-]/gu, (char) => `%${char.codePointAt(0)?.toString(16)}%`)}`;
}

/**
 * Million kronor as typed: `12,5`, `12.5`, `1 200`, `12,5 mkr`. Null when it is no amount with at most
 * three decimals; a dot before exactly three digits is ambiguous (data-format.md). */
export function parseMkr(text: string): number | null {
  const plain = text.normalize("NFKC").replace(/\s|mkr|mnkr/giu, "");
  return /^\d{1,7}(?:,\d{1,3}|\.\d{1,2})?$/.test(plain) ? Number(plain.replace(",", ".")) : null;
}
