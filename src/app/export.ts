// The plan as a file in the personal chat: offered first, made when it is accepted.
import { zipSync } from "fflate";
import { z } from "zod";
import type { Action } from "../plan/action.ts";
import { todayOf } from "../plan/moment.ts";
import type { OrgId } from "../plan/plan.ts";
import { mayExport } from "../plan/rights.ts";
import { exportPlan } from "../revise/revise.ts";
import type { Replies } from "../teams/teams.ts";
import type { CardData } from "../teams/turn.ts";
import type { Doing, Present } from "./present.ts";
import { WORDS } from "./words.ts";

const ExportData = z.object({ export: z.enum(["xlsx", "csv"]), scope: z.string().nullable() });

export async function offerExport(
  { plan, viewer, turn }: Doing,
  { form, scope }: Extract<Action, { do: "export" }>,
): Promise<Replies> {
  const words = WORDS[viewer.lang];
  if (turn.conversation.kind !== "personal") return said(words.onlyInPersonalChat);
  if (!mayExport(plan.facts, viewer, scope)) return said(words.notYours);
  const data = { export: form, scope };
  const bytes = await makeExport({ plan, viewer }, data);
  if (!bytes) return said(words.exportGone);
  const name = `plan-${todayOf(plan)}.${form === "csv" ? "zip" : "xlsx"}`;
  return [{ do: "offer_file", name, description: words.exportReady, sizeBytes: bytes.length, data }];
}

/** Null when what was offered can't be had (any longer). */
export async function makeExport(
  { plan, viewer }: Pick<Present, "plan" | "viewer">,
  data: CardData,
): Promise<Uint8Array | null> {
  const wish = ExportData.safeParse(data);
  if (!wish.success) return null;
  const scope = wish.data.scope as OrgId | null;
  if (!mayExport(plan.facts, viewer, scope)) return null;
  const files = await exportPlan(plan, { form: wish.data.export, viewer, scope });
  const [only] = files;
  if (files.length === 1 && only) return only.bytes;
  return zipSync(Object.fromEntries(files.map((file) => [file.name, file.bytes])));
}

function said(text: string): Replies {
  return [{ do: "say", content: { text, card: null } }];
}
