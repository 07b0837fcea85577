// Pure. A notice about support → what stands in the chat, from the plan as it is when it is sent.

import template from "../../cards/support-notice.json" with { type: "json" };
import { escapeMarkdown, fillCard } from "../lib/card.ts";
import type { Content, Message } from "../plan/message.ts";
import { orgOf } from "../plan/organisation.ts";
import { type Lang, type Plan, SUPPORT_TYPES, type SupportRequest } from "../plan/plan.ts";
import { supportKnown } from "../plan/support-queue.ts";
import { openRequest } from "./decide.ts";
import { TYPE_PHRASES, WORDS } from "./words.ts";

/** Whether a message is one of this verb's notices. */
export function isSupportNotice(message: Message): boolean {
  return typeof message.about.notice === "string" && message.about.notice.startsWith("support");
}

/** What a support notice says now; null when it is no longer wanted (the request was closed meanwhile, or is unknown). */
export function supportNotice(plan: Plan, message: Message, lang: Lang): Content | null {
  const request = requestOf(plan, message);
  if (!request) return null;
  const type = TYPE_PHRASES[lang][request.type];
  const id = escapeMarkdown(request.id);
  switch (message.about.notice) {
    case "support":
      return requestCard(plan, request, lang);
    case "support_contact":
      return request.closed === null ? { text: WORDS[lang].chefContact(id, type), card: null } : null;
    case "support_close":
      return { text: WORDS[lang].chefClosed(id, type), card: null };
    default:
      return null;
  }
}

/** The request with its two buttons; one that has had first contact shows only the second. */
export function requestCard(plan: Plan, request: SupportRequest, lang: Lang): Content {
  const words = WORDS[lang];
  const unit = orgOf(plan.facts, request.unit)?.name ?? request.unit;
  const type = TYPE_PHRASES[lang][request.type];
  const title = words.noticeTitle(type, escapeMarkdown(unit));
  const text = request.type === "manager_decision" ? words.managerText : words.noticeText;
  const facts = [
    [words.facts.request, escapeMarkdown(request.id)],
    [words.facts.unit, escapeMarkdown(unit)],
    [words.facts.type, type],
    [words.facts.created, request.created],
    [words.facts.contact, request.firstContact ?? words.waiting],
  ].map(([fact, value]) => ({ title: fact, value }));
  const contact = { title: words.buttons.contact, verb: "support_contact", request: request.id };
  const close = { title: words.buttons.close, verb: "support_close", request: request.id };
  const buttons = request.closed ? [] : request.firstContact ? [close] : [contact, close];
  return {
    text: `${title} (${escapeMarkdown(request.id)}). ${text}`,
    card: fillCard(template, { lang, title, text, facts, buttons }),
  };
}

function requestOf(plan: Plan, { unit, about }: Message): SupportRequest | null {
  if (typeof about.request === "string") return supportKnown(plan).find((row) => row.id === about.request) ?? null;
  const type = SUPPORT_TYPES.find((known) => known === about.type);
  return unit !== null && type ? openRequest(plan, unit, type) : null;
}
