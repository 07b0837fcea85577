// How what the bot says on its own is composed, addressed and remembered: the post office's outside world.
import { randomUUID } from "node:crypto";
import { type CollectDeps, composeCard, offersNoNews } from "../collect/collect.ts";
import { shownDigest } from "../digest/digest.ts";
import type { Composed, JobsDeps } from "../jobs/deps.ts";
import type { Gate } from "../jobs/gate.ts";
import type { SendOutcome } from "../jobs/outcome.ts";
import { type Reach, reachChannel, reachPerson } from "../jobs/reach.ts";
import { ANSWER_LOST } from "../jobs/view.ts";
import type { Content, Message, Recipient } from "../plan/message.ts";
import { todayOf } from "../plan/moment.ts";
import { rolesOf } from "../plan/people.ts";
import type { Email, Lang, OrgId, Plan } from "../plan/plan.ts";
import type { RhythmSettings } from "../plan/rhythm.ts";
import { subjectsOf } from "../plan/subjects.ts";
import { hindranceNow, renderReminder } from "../remind/remind.ts";
import type { StoredDigest } from "../store/digests/digests.ts";
import { supportNotice } from "../support/support.ts";
import type { Target } from "../teams/target.ts";
import type { Teams } from "../teams/teams.ts";
import { collectDeps } from "./collect-deps.ts";
import { decisions, withMissingCards } from "./decide.ts";
import { remindDeps } from "./remind-deps.ts";
import { WORDS } from "./words.ts";
import { type KnownPlan, planAt, rhythmFor, rhythmNow, type World } from "./world.ts";

/** The demo has people whom nobody plays: what is sent to them is recorded and shown when one acts as them. */
export interface Absent {
  isAbsent(person: Email): Promise<boolean>;
}

export function jobsDeps(
  world: World,
  teams: Teams,
  absent: Absent | null,
  wake: () => void,
  speed: Pick<JobsDeps, "pace" | "gate" | "sleep">,
): JobsDeps {
  const { clock, log, store } = world;
  return {
    clock,
    log,
    worker: randomUUID(),
    plan: (now) => planAt(world, now),
    settings: () => rhythmNow(world),
    since: async () => (await store.plan.versions()).at(-1)?.at ?? null,
    decide: withMissingCards(world, decisions(world)),
    occurrences: store.occurrences,
    outbox: store.outbox,
    limits: store.limits,
    ...speed,
    reach: (to) => reach(world, to, absent),
    reminderHindrance: (message, plan) => hindranceNow(remindDeps(world), message, plan),
    compose: ({ plan, settings }, message) =>
      composeIn(world, plan, settings, message, {
        wake,
        replaceDigest: (digest) => speed.gate.through(() => replaceDigest(world, teams, digest)),
      }),
    send: (target, content) => (isNobody(target) ? recorded() : send(teams, speed.gate, target as Target, content)),
    stopUntilHeard: (to, code) => stopUntilHeard(world, to, code),
    chatOpened: (to, conversation) => chatOpened(world, to, conversation),
    random: Math.random,
  };
}

const NOBODY = { to: "nobody" } as const;

function isNobody(target: object): boolean {
  return target === NOBODY;
}

/** A first contact is two calls, and each passes the gate. */
async function send(teams: Teams, gate: Gate, target: Target, content: Content): Promise<SendOutcome> {
  if (target.to !== "person") return await teams.send(target, content);
  const { serviceUrl, tenant, aadId } = target;
  const opened = await teams.open(serviceUrl, tenant, aadId);
  if (opened.outcome !== "ok") return opened.outcome === "throttled" ? { ...opened, call: "open" } : opened;
  const { conversationId } = opened.value;
  return await gate.through(() => teams.send({ to: "conversation", serviceUrl, conversationId }, content));
}

async function recorded() {
  return { outcome: "sent", activityId: null, conversationId: "recorded" } as const;
}

async function reach(world: World, recipients: readonly Recipient[], absent: Absent | null): Promise<readonly Reach[]> {
  const { people } = world.store;
  const emails = recipients.flatMap((to) => ("person" in to ? [to.person] : []));
  const [bound, met] = await Promise.all([people.boundChannel("management"), people.findByEmails(emails)]);
  return await Promise.all(
    recipients.map(async (to): Promise<Reach> => {
      if ("channel" in to) return reachChannel(bound);
      const nobody = { ok: true, conversation: `recorded:${to.person}`, target: NOBODY } as const;
      if (await absent?.isAbsent(to.person)) return nobody;
      return reachPerson(met.get(to.person) ?? null, bound?.serviceUrl ?? null);
    }),
  );
}

async function stopUntilHeard(world: World, to: Recipient, code: string): Promise<void> {
  if (!("person" in to)) return;
  const met = await world.store.people.findByEmail(to.person);
  if (met) await world.store.people.markUnreachable(met, code);
}

async function chatOpened(world: World, to: Recipient, conversation: string): Promise<void> {
  if ("person" in to) await world.store.people.rememberChat(to.person, conversation);
}

/** The content of a message, from the plan as it is at the moment of sending; null when there is nothing left to say. */
export function compose(world: World, plan: KnownPlan, message: Message): Promise<Composed | null> {
  return composeIn(world, plan, rhythmFor(plan), message, { wake: () => {}, replaceDigest: async () => false });
}

/** What composing may do beside giving the words. */
interface Effects {
  wake(): void;
  /** Puts the withdrawn form in place of a digest that stands in the channel; false when it could not be. */
  replaceDigest(digest: StoredDigest): Promise<boolean>;
}

async function composeIn(
  world: World,
  plan: Plan,
  settings: RhythmSettings,
  message: Message,
  { wake, replaceDigest }: Effects,
): Promise<Composed | null> {
  // Read a moment ago for this very message: not asked for once more.
  const deps = { ...collectDeps(world, wake), settings: async () => settings };
  switch (message.kind) {
    case "card":
      return await composeTheCard(deps, plan, message);
    case "notice":
      if (message.about.notice === "no_manager") return await composeTheCard(deps, plan, message);
      if (message.about.notice === ANSWER_LOST) return plain(answerLost(langOf(plan, message.to)));
      return plain(supportNotice(plan, message, langOf(plan, message.to)));
    case "reminder1":
    case "reminder2":
    case "escalation":
      return plain(await composeReminder(world, deps, plan, message));
    case "digest":
    case "correction":
      return await composeDigest(world, message, replaceDigest);
  }
}

function answerLost(lang: Lang): Content {
  return { text: WORDS[lang].answerLost, card: null };
}

function plain(content: Content | null): Composed | null {
  return content && { content, card: null };
}

async function composeTheCard(deps: CollectDeps, plan: Plan, message: Message): Promise<Composed | null> {
  const composed = await composeCard({ ...deps, plan: async () => plan }, message, plan.now);
  return "skip" in composed ? null : { content: composed.content, card: composed.nonce };
}

async function composeDigest(
  world: World,
  { week, about }: Message,
  replaceDigest: Effects["replaceDigest"],
): Promise<Composed | null> {
  const version = typeof about.version === "number" ? about.version : 1;
  const kept = await world.store.digests.findVersion(week, version);
  if (!kept) return null;
  const content = shownDigest(kept);
  // Where the notice stands in place of the digest, it is not said once more.
  if (about.withdrawn) return (await replaceDigest(kept)) ? null : { content, card: null };
  // Taken back before it was posted.
  return kept.withdrawn ? null : { content, card: null, digest: { week, version } };
}

async function replaceDigest(world: World, teams: Teams, digest: StoredDigest): Promise<boolean> {
  const { conversation, activity } = digest;
  const bound = await world.store.people.boundChannel("management");
  if (!conversation || !activity || !bound) return false;
  const standing = { serviceUrl: bound.serviceUrl, conversationId: conversation, activityId: activity };
  return (await teams.update(standing, shownDigest(digest))).outcome === "sent";
}

async function composeReminder(
  world: World,
  collect: CollectDeps,
  plan: Plan,
  message: Message,
): Promise<Content | null> {
  if (!("person" in message.to)) return null;
  const deps = remindDeps(world);
  const { person } = message.to;
  const state = {
    settings: await collect.settings(),
    pauses: await deps.pauses(todayOf(plan)),
    ...(await deps.asked()),
    cards: message.kind === "reminder2" ? await openCards(world, collect, plan, message, person) : new Map(),
  };
  return renderReminder(plan, message, langOf(plan, message.to), state);
}

/** The person's open card per unit, so that reminder 2 can offer "Inget nytt" and "skicka till ersättare". */
async function openCards(world: World, collect: CollectDeps, plan: Plan, message: Message, person: Email) {
  const cards = new Map<OrgId, { readonly nonce: string; readonly offersNoNews: boolean }>();
  const deps = { ...collect, plan: async () => plan };
  for (const { unit } of subjectsOf(message)) {
    const card = await world.store.collect.findOpenCard(unit, message.week, person);
    if (!card) continue;
    cards.set(unit, { nonce: card.nonce, offersNoNews: await offersNoNews(deps, unit, message.week, plan.now) });
  }
  return cards;
}

export function langOf(plan: Plan, to: Recipient): Lang {
  return "person" in to ? (rolesOf(plan.facts, to.person)[0]?.lang ?? "sv") : "sv";
}
