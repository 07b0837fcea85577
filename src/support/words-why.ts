// Pure. Why something is sent, for the planägare's view: Swedish, one short sentence.
import type { SupportType } from "../plan/plan.ts";
import { SUPPORT_WORDS } from "../plan/words.ts";

export const why = {
  asked: (unit: string, type: SupportType) => `${unit} begär stöd: ${SUPPORT_WORDS[type].sv}.`,
  step: (unit: string, type: SupportType, step: "contact" | "close") =>
    step === "contact"
      ? `Stödbegäran från ${unit} (${SUPPORT_WORDS[type].sv}) har fått första kontakt.`
      : `Stödbegäran från ${unit} (${SUPPORT_WORDS[type].sv}) är avslutad.`,
} as const;
