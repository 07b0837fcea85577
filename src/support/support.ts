// The door: stödbegäran from chat or card, to the one who answers.
import { escapeMarkdown } from "../lib/card.ts";
import type { Instant } from "../lib/time.ts";
import { dateText } from "../plan/format.ts";
import type { Content, Message } from "../plan/message.ts";
import { todayOf } from "../plan/moment.ts";
import { orgOf } from "../plan/organisation.ts";
import type { Email, OrgId, Plan, SupportRequest, SupportType } from "../plan/plan.ts";
import { maySeeSupport, type Viewer } from "../plan/rights.ts";
import { openSupport, supportAge } from "../plan/support-queue.ts";
import { decideStep, decideSupport, type NewRequest } from "./decide.ts";
import { requestCard } from "./notice.ts";
import { SupportPress } from "./schema.ts";
import { TYPE_PHRASES, WORDS } from "./words.ts";

export { decideSupport, supportMessages } from "./decide.ts";
export { isSupportNotice, supportNotice } from "./notice.ts";

export interface SupportDeps {
  /** The plan in force, with everything collected. */
  plan(now: Instant): Promise<Plan>;
  /**
   * Opens a request and puts its messages in the outbox, both or neither; logged. Gives back the open one when the unit
   * got one of that type meanwhile.
   */
  open(request: NewRequest, messages: readonly Message[], by: Email, at: Instant): Promise<SupportRequest>;
  /** Sets what is given and puts the messages in the outbox; logged. Null when there is no such request. */
  change(
    id: string,
    change: Partial<Pick<SupportRequest, "firstContact" | "closed">>,
    messages: readonly Message[],
    by: Email,
    at: Instant,
  ): Promise<SupportRequest | null>;
}

/** `done` false: nothing was changed; the text says why. */
export interface Supported {
  readonly done: boolean;
  readonly request: SupportRequest | null;
  readonly content: Content;
}

/** Asks for support for a unit. The caller has shown what would be done and got a yes. Twice is once. */
export async function requestSupport(
  deps: SupportDeps,
  viewer: Viewer,
  unit: OrgId,
  type: SupportType,
  now: Instant,
): Promise<Supported> {
  const plan = await deps.plan(now);
  const words = WORDS[viewer.lang];
  const decision = decideSupport(plan, viewer, unit, type);
  switch (decision.outcome) {
    case "unknown_unit":
      return said(words.unknownUnit);
    case "not_yours":
      return said(words.notYours);
    case "duplicate":
      return said(duplicateText(plan, viewer, decision.request), decision.request);
    case "open": {
      const request = await deps.open(decision.request, decision.messages, viewer.email, now);
      const text = words.opened(
        escapeMarkdown(request.id),
        TYPE_PHRASES[viewer.lang][type],
        unitName(plan, unit),
        decision.by,
      );
      return { done: true, request, content: { text, card: null } };
    }
  }
}

/** Answers a button of a support card with the card as it then stands. `data` is checked. */
export async function pressSupport(deps: SupportDeps, viewer: Viewer, data: unknown, now: Instant): Promise<Supported> {
  const words = WORDS[viewer.lang];
  const press = SupportPress.safeParse(data);
  if (!press.success) return said(words.unknownRequest);
  const { verb, request: id } = press.data;
  const step = verb === "support_close" ? "close" : "contact";
  const plan = await deps.plan(now);
  const decision = decideStep(plan, viewer, id, step);
  if (decision.outcome === "unknown_request") return said(words.unknownRequest);
  if (decision.outcome === "not_yours") return said(words.notYours);
  if (decision.outcome === "done_before")
    return shown(plan, viewer, decision.request, words.doneBefore(escapeMarkdown(id)), false);
  const changed = await deps.change(id, decision.change, decision.messages, viewer.email, now);
  if (!changed) return said(words.unknownRequest);
  return shown(
    plan,
    viewer,
    changed,
    step === "close" ? words.closed(escapeMarkdown(id)) : words.contacted(escapeMarkdown(id)),
    true,
  );
}

/** The open requests that the viewer may see, oldest first; of one unit when it is given. */
export function supportList(plan: Plan, viewer: Viewer, unit?: OrgId): string {
  const { lang } = viewer;
  const words = WORDS[lang];
  const seen = openSupport(plan, unit).filter((request) => maySeeSupport(plan.facts, viewer, request.unit));
  if (seen.length === 0) return words.listNone;
  const lines = seen.map((request) =>
    words.line({
      id: escapeMarkdown(request.id),
      unit: unitName(plan, request.unit),
      type: TYPE_PHRASES[lang][request.type],
      created: request.created,
      days: supportAge(request, todayOf(plan)),
      contacted: request.firstContact,
    }),
  );
  return [words.listTitle(seen.length), ...lines].join("\n");
}

function duplicateText(plan: Plan, { lang }: Viewer, request: SupportRequest): string {
  const date = (day: SupportRequest["created"]) => dateText(day, lang, todayOf(plan));
  const contacted = request.firstContact && date(request.firstContact);
  const type = TYPE_PHRASES[lang][request.type];
  return WORDS[lang].duplicate(
    escapeMarkdown(request.id),
    type,
    unitName(plan, request.unit),
    date(request.created),
    contacted,
  );
}

function unitName(plan: Plan, unit: OrgId): string {
  return escapeMarkdown(orgOf(plan.facts, unit)?.name ?? unit);
}

function shown(plan: Plan, viewer: Viewer, request: SupportRequest, text: string, done: boolean): Supported {
  return { done, request, content: { text, card: requestCard(plan, request, viewer.lang).card } };
}

function said(text: string, request: SupportRequest | null = null): Supported {
  return { done: false, request, content: { text, card: null } };
}
