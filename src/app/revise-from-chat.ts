// A file that the planägare sends to the bot becomes the next version of the plan, or a list of what to mend.
import { escapeMarkdown } from "../lib/card.ts";
import { receiptText, revise } from "../revise/revise.ts";
import type { Replies } from "../teams/teams.ts";
import type { Office } from "./office.ts";
import type { Present } from "./present.ts";
import { reviseDeps } from "./revise-deps.ts";
import { WORDS } from "./words.ts";

export async function reviseFromChat(
  office: Office,
  { plan, viewer }: Present,
  name: string,
  bytes: Uint8Array,
): Promise<Replies> {
  const words = WORDS[viewer.lang];
  if (viewer.channel) return said(words.onlyInPersonalChat);
  if (!/\.(xlsx|xlsm|xls|csv)$/i.test(name)) return said(words.fileKind);
  const receipt = await revise(reviseDeps(office.world), [{ name, bytes }], viewer.email, plan.now, false, viewer.lang);
  office.wake();
  return said(receiptText(receipt, viewer.lang, escapeMarkdown));
}

function said(text: string): Replies {
  return [{ do: "say", content: { text, card: null } }];
}
