// Remembering who is where, and the first words to somebody new. Teams may tell of an installation again and again.
import { sendAgain } from "../jobs/heard.ts";
import type { Instant } from "../lib/time.ts";
import { nameOf, rolesOf } from "../plan/people.ts";
import type { Email } from "../plan/plan.ts";
import type { SeenPerson, Sighting } from "../store/people/people.ts";
import type { Replies } from "../teams/teams.ts";
import type { Turn } from "../teams/turn.ts";
import type { Office } from "./office.ts";
import { WORDS } from "./words.ts";
import { planAt } from "./world.ts";

/** Notes where a person is reached; `heard` clears what stopped sends to them. What had failed goes again to one who could not be reached. */
export async function meet(
  office: Office,
  turn: Turn,
  email: Email | null,
  known: SeenPerson | null,
  how: { readonly heard?: boolean; readonly installed?: boolean },
): Promise<void> {
  const { store, clock } = office.world;
  const { from, conversation, serviceUrl } = turn;
  if (from.aadId === null) return;
  const personal = conversation.kind === "personal";
  const sighting: Sighting = {
    tenant: from.tenant,
    aadObjectId: from.aadId,
    teamsId: from.teamsId,
    ...(email !== null && { email }),
    // One who writes to the bot in a personal chat has it installed, whatever events were lost.
    ...(personal && { conversation: conversation.id, serviceUrl, installed: how.installed ?? true }),
    ...(how.heard && { heard: clock.now() }),
  };
  if (known && !isNews(known, sighting)) return;
  const wasAway = !(known && isReached(known));
  const again = async () => (email === null ? 0 : await sendAgain(store, [{ person: email }], clock.now()));
  // Before it is noted, since a turn that is begun anew finds one who is reached; and after, for what failed in between.
  const before = wasAway && (how.heard || how.installed) ? await again() : 0;
  const isBack = isReached(await store.people.saw(sighting)) && wasAway;
  if ((isBack ? await again() : 0) + before > 0) office.wake();
}

function isReached({ installed, inRoster, unreachable }: SeenPerson): boolean {
  return (installed || inRoster) && unreachable === null;
}

const NOTED_EVERY_MS = 60_000;

/** Almost every turn tells what is known already: only what is new is worth a write. */
function isNews(known: SeenPerson, sighting: Sighting): boolean {
  const { heard, tenant: _tenant, aadObjectId: _id, ...told } = sighting;
  const changed = Object.entries(told).some(([name, value]) => known[name as keyof typeof told] !== value);
  if (changed || heard === undefined) return changed;
  return known.unreachable !== null || heard - (known.lastHeard ?? 0) > NOTED_EVERY_MS;
}

export async function greet(
  office: Office,
  turn: Turn,
  email: string | null,
  added: boolean,
  demoGreeting: string | null,
): Promise<Replies> {
  const { store, clock } = office.world;
  if (turn.conversation.kind === "channel") return added ? await greetTeam(office, turn) : [];
  if (turn.conversation.kind === "group") return [];
  const plan = await planAt(office.world);
  const row = email && plan ? rolesOf(plan.facts, email)[0] : undefined;
  const key = turn.from.aadId === null ? null : { tenant: turn.from.tenant, aadObjectId: turn.from.aadId };
  const before = key && (await store.people.find(key));
  const owed = `ungreeted:${turn.from.tenant}:${turn.from.aadId}`;
  // Whoever installs the app anew is there to be written to, whatever was refused before.
  const isNew = added && (!before?.installed || (await store.memory.context(owed, clock.now())) !== null);
  if (isNew) await store.memory.saveContext(owed, true, (clock.now() + DAY_MS) as Instant);
  await meet(office, turn, row?.email ?? null, before, { installed: added, heard: isNew });
  // A demo that is started again begins with an empty chat.
  if (!isNew && demoGreeting === null) return [];
  const texts = WORDS[row?.lang ?? "sv"];
  const name = row && plan ? (nameOf(plan.facts, row.email)?.split(" ")[0] ?? null) : null;
  const first = plan ? (row ? texts.welcome(name) : texts.notInPlan) : texts.noPlan;
  const words = [first, demoGreeting].filter((part) => part !== null).join("\n\n");
  return said(words, () => store.memory.saveContext(owed, false, clock.now()));
}

/** A welcome that was cut off or refused is said when the event comes again, as it does with every page that is opened. */
const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;

/** Once a team, and not where the digest has its channel already: the event comes again with every page that is opened. */
async function greetTeam({ world }: Office, { conversation, from }: Turn): Promise<Replies> {
  const { people, memory } = world.store;
  const team = conversation.team ?? conversation.channel ?? conversation.id;
  const bound = await people.boundChannel("management");
  const key = `greeted:${from.tenant}:${team}`;
  const now = world.clock.now();
  if ((bound && (bound.team === team || bound.channel === conversation.channel)) || (await memory.context(key, now)))
    return [];
  return said(WORDS.sv.welcomeTeam, () => memory.saveContext(key, true, (now + YEAR_MS) as Instant));
}

function said(text: string, heard: () => Promise<void>): Replies {
  return [{ do: "say", content: { text, card: null }, heard }];
}
