// The bot's mind, as Teams meets it: who is it, is a Ja or Nej awaited, else the question is asked of the plan.
import { isCollectVerb, submitCard } from "../collect/collect.ts";
import { openDialog } from "../digest/digest.ts";
import type { Content } from "../plan/message.ts";
import { viewerOf } from "../plan/rights.ts";
import { pressSupport } from "../support/support.ts";
import type { Replies, Reply, TeamsHandlers } from "../teams/teams.ts";
import type { CardData, SubmitTurn, Turn } from "../teams/turn.ts";
import { makeExport } from "./export.ts";
import { greet, meet } from "./meet.ts";
import type { Office } from "./office.ts";
import type { Present } from "./present.ts";
import { pressConfirm } from "./press-confirm.ts";
import { reviseFromChat } from "./revise-from-chat.ts";
import { settlePressed } from "./settle.ts";
import { supportDeps } from "./support-deps.ts";
import { talk } from "./talk.ts";
import { WORDS } from "./words.ts";
import { planAt } from "./world.ts";

export interface ChatDeps {
  readonly office: Office;
  /** Who the plan knows them as. */
  identify(turn: Turn): Promise<string | null>;
  /** Commands that exist in the demo only; null: not one of those. */
  demoCommand(turn: Turn, text: string): Promise<Replies | null>;
  /** What is said to one who comes, beside the welcome; null outside the demo, and when it was said a moment ago. */
  demoGreeting(turn: Turn): string | null;
  /** Any turn at all, before it is handled. */
  noticed(turn: Turn): Promise<void>;
  readonly dialogs: Parameters<typeof openDialog>[0];
}

export function createChat(deps: ChatDeps): TeamsHandlers {
  const { office } = deps;
  return {
    async message(turn) {
      await deps.noticed(turn);
      if (!turn.toBot) return [];
      const demo = await deps.demoCommand(turn, turn.text);
      if (demo) return demo;
      const present = await whoIsThere(deps, turn);
      if ("refused" in present) return say(present.refused);
      if (turn.text === "") return [];
      return await talk(office, present, turn);
    },
    async submit(turn, data) {
      const present = await whoIsThere(deps, turn);
      if ("refused" in present) return say(present.refused);
      return await pressed(office, present, turn, data);
    },
    async task(turn, data) {
      const present = await whoIsThere(deps, turn);
      if ("refused" in present) return [{ do: "close", text: present.refused }];
      const dialog = await openDialog(deps.dialogs, present.viewer, data, present.plan.now);
      if ("problem" in dialog) return [{ do: "close", text: dialog.problem }];
      return [{ do: "dialog", title: dialog.title, card: dialog.card, size: "large" }];
    },
    async installed(turn, added) {
      await deps.noticed(turn);
      return await greet(office, turn, await deps.identify(turn), added, added ? deps.demoGreeting(turn) : null);
    },
    async members(turn) {
      await deps.noticed(turn);
      if (!turn.botAdded && !turn.botRemoved) return [];
      const demo = turn.botAdded ? deps.demoGreeting(turn) : null;
      return await greet(office, turn, await deps.identify(turn), turn.botAdded, demo);
    },
    async file(turn, name, bytes) {
      const present = await whoIsThere(deps, turn);
      if ("refused" in present) return say(present.refused);
      return await reviseFromChat(office, present, name, bytes);
    },
    async makeFile(turn, data) {
      const present = await whoIsThere(deps, turn);
      return "refused" in present ? null : await makeExport(present, data);
    },
  };
}

/** The person with rights as they are now, or the sentence that says why there is no answer. */
async function whoIsThere(deps: ChatDeps, turn: Turn): Promise<Present | { readonly refused: string }> {
  const { world } = deps.office;
  const plan = await planAt(world);
  const words = WORDS[turn.locale?.startsWith("en") ? "en" : "sv"];
  if (!plan) return { refused: words.noPlan };
  const { aadId: aadObjectId, tenant } = turn.from;
  const known = aadObjectId === null ? null : await world.store.people.find({ tenant, aadObjectId });
  // Somebody new: Teams is asked who it is.
  const email = known?.email ?? (await deps.identify(turn));
  const viewer = email ? viewerOf(plan.facts, email, turn.conversation.kind !== "personal") : null;
  if (!viewer) return { refused: words.notInPlan };
  await meet(deps.office, turn, viewer.email, known, { heard: true });
  return { plan, viewer, unsure: known?.unsure ?? false };
}

async function pressed(office: Office, present: Present, turn: SubmitTurn, data: CardData): Promise<Replies> {
  const verb = turn.verb ?? data.verb;
  if (isCollectVerb(verb)) return await pressedCard(office, present, turn, { ...data, verb });
  if (verb === "confirm") return await pressConfirm(office, present, turn, data);
  if (isSupportVerb(verb)) {
    const deps = supportDeps(office.world, office.wake);
    const { done, content } = await pressSupport(deps, present.viewer, { ...data, verb }, present.plan.now);
    return done || content.card ? [{ do: "replace", content }] : saying(content);
  }
  if (verb === "ask" && typeof data.text === "string") return await talk(office, present, { ...turn, text: data.text });
  return [];
}

async function pressedCard(office: Office, present: Present, turn: SubmitTurn, data: CardData): Promise<Replies> {
  const submission = await submitCard(office.collect, present.viewer.email, data, present.plan.now);
  if ("message" in submission) return say(submission.message);
  const card = typeof data.nonce === "string" ? await office.collect.findCard(data.nonce) : null;
  if (card) await settlePressed(office, present, card);
  if (submission.answered && card) {
    office.refreshCopies(card.unit, card.week, turn.card);
    office.wake();
  }
  return [{ do: "replace", content: submission.replace }];
}

function say(text: string): Replies {
  return [{ do: "say", content: { text, card: null } } satisfies Reply];
}

function isSupportVerb(verb: unknown): boolean {
  return typeof verb === "string" && verb.startsWith("support_");
}

function saying(content: Content): Replies {
  return [{ do: "say", content }];
}
