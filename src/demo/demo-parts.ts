// What the demo adds to the bot: `demo: …` in a personal chat, people whom nobody plays, and a channel that binds itself.
import { setTimeout as sleep } from "node:timers/promises";
import { compose } from "../app/post.ts";
import { type KnownPlan, planAt, rhythmNow } from "../app/world.ts";
import type { App, DemoParts } from "../app.ts";
import { monthAsked, renderCard } from "../collect/collect.ts";
import { type Instant, wallAt } from "../lib/time.ts";
import { dateText, timeText } from "../plan/format.ts";
import type { Content } from "../plan/message.ts";
import { orgOf } from "../plan/organisation.ts";
import { rolesOf } from "../plan/people.ts";
import type { Email, OrgId } from "../plan/plan.ts";
import { weekBeingReported } from "../plan/rhythm.ts";
import { addWeeks } from "../plan/week.ts";
import type { Card } from "../store/collect/collect.ts";
import type { Replies, Reply } from "../teams/teams.ts";
import type { Turn } from "../teams/turn.ts";
import type { MovableClock } from "./demo-clock.ts";
import { readDemoTime } from "./demo-time.ts";
import { DEMO_ROLES, DEMO_WORDS } from "./demo-words.ts";

const DAY_MS = 86_400_000;
const LONGEST_MOVE_MS = 370 * DAY_MS;
/** A chat is shown this far back. */
const LATELY_MS = 7 * DAY_MS;
/** Two installations within this are one page. */
const ONE_PAGE_MS = 2_000;
const PAGE_LISTENS_MS = 1_000;
const BOUND_BY = "demo";
export const CLOCK_SETTING = "demo.clock";

/** `sinceStart` is the time as it passes outside the demo, in ms. */
export function demoParts(
  clock: MovableClock,
  sinceStart = () => performance.now(),
): DemoParts & { attach(app: App): void } {
  let attached: App | null = null;
  // When, by person at the keyboard.
  const greeted = new Map<string | null, number>();
  const acting = new Map<string, Email>();
  const isGreeted = ({ aadId }: Turn["from"]) => sinceStart() - (greeted.get(aadId) ?? -Infinity) < ONE_PAGE_MS;
  return {
    attach: (app) => {
      attached = app;
    },
    async isAbsent(person) {
      const met = await attached?.world.store.people.findByEmail(person);
      return !met?.installed;
    },
    async command(app, turn, text) {
      const match = /^demo\s*[:;.]?\s*(.*)$/isu.exec(text.trim());
      if (!match || turn.conversation.kind !== "personal") return null;
      const wish = match[1] ?? "";
      const time = /^(?:tid|time|klockan|kl)\b\s*[:;]?\s*(.*)$/isu.exec(wish);
      if (time) return await moveClock(app, clock, time[1] ?? "");
      const person = /^(?:jag\s+(?:är|e|ar)|i\s+am|i'm)\s+(.+)$/isu.exec(wish);
      if (person) return await actAs(app, turn, person[1] ?? "", acting);
      return said(DEMO_WORDS.commands);
    },
    greeting: ({ from, conversation }) => {
      if (conversation.kind !== "personal") return null;
      // A page that is opened shows an empty chat, and tells of it once or twice.
      if (isGreeted(from)) return null;
      greeted.set(from.aadId, sinceStart());
      return DEMO_WORDS.greeting(clockText(clock.now(), "Europe/Stockholm"));
    },
    // Every page that is opened is an installation, and would make one oneself again.
    acted: ({ from }) => acting.get(from.aadId ?? "") ?? null,
    async noticed(app, turn) {
      // The page that was opened tells of it before it listens: what is said at once is seen by nobody.
      const opened = turn.kind === "installed" || turn.kind === "members";
      if (opened && !isGreeted(turn.from)) await sleep(PAGE_LISTENS_MS);
      await bindItself(app, turn);
    },
  };
}

async function moveClock(app: App, clock: MovableClock, wish: string): Promise<Replies> {
  const plan = await planAt(app.world);
  const zone = plan?.facts.header.zone ?? "Europe/Stockholm";
  const now = clock.now();
  if (wish.trim() === "") return said(DEMO_WORDS.clock(clockText(now, zone)));
  const wished = readDemoTime(wish, now, zone);
  if (wished === null) return said(DEMO_WORDS.timeNotRead);
  if (wished <= now) return said(DEMO_WORDS.notForward(clockText(now, zone)));
  if (wished - now > LONGEST_MOVE_MS) return said(DEMO_WORDS.tooFar);
  await app.runUntil(wished, async (instant) => {
    clock.moveTo(instant);
    // At each step: killed on the way, it begins again at the hour it had come to.
    await app.world.store.memory.saveSetting(CLOCK_SETTING, instant, "demo", instant);
  });
  return said(DEMO_WORDS.moved(clockText(clock.now(), zone), await happened(app, now, wished)));
}

/** What was sent on the way, so that one who sees a single chat knows that the round went to everybody. */
async function happened({ world }: App, from: Instant, to: Instant): Promise<string> {
  const settings = await rhythmNow(world);
  const [first, last] = [weekBeingReported(from, settings), weekBeingReported(to, settings)];
  const sent = { cards: 0, reminders: 0, digests: 0 };
  for (let week = addWeeks(first, -1); week <= last; week = addWeeks(week, 1)) {
    for (const row of await world.store.outbox.byWeek(week)) {
      if (row.state !== "sent" || row.changed < from || row.changed > to) continue;
      if (row.kind === "card") sent.cards++;
      if (row.kind === "reminder1" || row.kind === "reminder2") sent.reminders++;
      if (row.kind === "digest") sent.digests++;
    }
  }
  return DEMO_WORDS.happened(sent.cards, sent.reminders, sent.digests);
}

async function actAs(app: App, turn: Turn, who: string, acting: Map<string, Email>): Promise<Replies> {
  const plan = await planAt(app.world);
  if (!plan || turn.from.aadId === null) return said(DEMO_WORDS.unknownPerson(who));
  const wish = who.trim().toLowerCase().replace(/[.!]$/, "");
  const emails = [...new Set(plan.facts.persons.map((row) => row.email))];
  const exact = emails.filter((email) => email === wish || email.split("@")[0] === wish);
  const found = exact.length > 0 ? exact : emails.filter((email) => email.startsWith(wish));
  const [person, ...others] = found;
  if (!person) return said(DEMO_WORDS.unknownPerson(`”${wish.replace(/[`*_<>]/g, "")}”`));
  if (others.length > 0) return said(DEMO_WORDS.severalPersons(found.slice(0, 6).join(", ")));
  acting.set(turn.from.aadId, person);
  await app.world.store.people.saw({
    tenant: turn.from.tenant,
    aadObjectId: turn.from.aadId,
    email: person,
    conversation: turn.conversation.id,
    serviceUrl: turn.serviceUrl,
    installed: true,
    heard: app.world.clock.now(),
  });
  return [...said(introduction(plan, person)), ...(await chatAsItStands(app, plan, person))];
}

function introduction(plan: KnownPlan, person: Email): string {
  const rows = rolesOf(plan.facts, person);
  const roles = rows.map((row) => `${DEMO_ROLES[row.role]}, ${orgOf(plan.facts, row.org)?.name ?? row.org}`);
  return DEMO_WORDS.now(rows[0]?.name ?? person, roles.join("; "));
}

/** The week's cards, open or answered, and what else was sent lately, as they would stand in that person's chat. */
async function chatAsItStands(app: App, plan: KnownPlan, person: Email): Promise<Replies> {
  const contents = [...(await cardsAsTheyStand(app, plan, person)), ...(await saidLately(app, plan, person))];
  if (contents.length === 0) return said(DEMO_WORDS.nothingOpen);
  return [...said(DEMO_WORDS.chatAsItStands), ...contents.map((content): Reply => ({ do: "say", content }))];
}

async function cardsAsTheyStand({ world, office }: App, plan: KnownPlan, person: Email): Promise<Content[]> {
  const settings = await rhythmNow(world);
  const week = weekBeingReported(plan.now, settings);
  const newest = new Map<OrgId, Card>();
  // Newest first: a card that was renewed by "Ändra" is passed by.
  for (const card of await world.store.collect.listCardsOf(person)) {
    if (card.week === week && !newest.has(card.unit)) newest.set(card.unit, card);
  }
  const lang = rolesOf(plan.facts, person)[0]?.lang ?? "sv";
  const contents: Content[] = [];
  for (const card of newest.values()) {
    const askedFor = await monthAsked(office.collect, plan, card.unit, week);
    const content = renderCard(plan, card, lang, { settings, askedFor });
    if (content) contents.unshift(content);
  }
  return contents;
}

/** Reminders and the like, oldest first; what no longer holds has nothing to say. */
async function saidLately({ world }: App, plan: KnownPlan, person: Email): Promise<Content[]> {
  const contents: Content[] = [];
  for (const row of await world.store.outbox.sentTo(person)) {
    if (row.kind === "card" || row.changed < plan.now - LATELY_MS) continue;
    const composed = await compose(world, plan, row);
    if (composed) contents.unshift(composed.content);
  }
  return contents;
}

/** The first channel that is seen becomes the ledningsgrupp's, unless one is bound; one of that very name wins. */
async function bindItself(app: App, turn: Turn): Promise<void> {
  const { conversation } = turn;
  if (conversation.kind !== "channel" || conversation.channel === null) return;
  const bound = await app.world.store.people.boundChannel("management");
  if (bound?.by === BOUND_BY && bound.channel === conversation.channel && bound.serviceUrl === turn.serviceUrl) return;
  // What the planägare has chosen stands.
  if (bound && bound.by !== BOUND_BY && bound.serviceUrl === turn.serviceUrl) return;
  const rightName = /ledningsgrupp/i.test(conversation.channelName ?? "");
  if (bound && bound.serviceUrl === turn.serviceUrl && !rightName) return;
  const where = { channel: conversation.channel, team: conversation.team ?? conversation.channel };
  await app.office.bindChannel(turn, where, BOUND_BY);
}

function clockText(now: Instant, zone: string): string {
  const { date, time } = wallAt(now, zone);
  return `${dateText(date, "sv", date)} kl. ${timeText(time)}`;
}

function said(text: string): Replies {
  return [{ do: "say", content: { text, card: null } }];
}
