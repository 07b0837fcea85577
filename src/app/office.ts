// What the turns of a chat need to get things done: the verbs' outside worlds, the post, and cards that already stand.
import { type CollectDeps, renderCard } from "../collect/collect.ts";
import type { DigestDeps } from "../digest/digest.ts";
import { sendAgain } from "../jobs/heard.ts";
import { rolesOf } from "../plan/people.ts";
import type { Email, OrgId } from "../plan/plan.ts";
import type { Week } from "../plan/week.ts";
import type { RemindDeps } from "../remind/remind.ts";
import type { Teams } from "../teams/teams.ts";
import type { Turn } from "../teams/turn.ts";
import { collectDeps } from "./collect-deps.ts";
import { digestDeps } from "./digest-deps.ts";
import { remindDeps } from "./remind-deps.ts";
import type { Understand } from "./understanding.ts";
import { planAt, rhythmNow, type World } from "./world.ts";

export interface Office {
  readonly world: World;
  readonly collect: CollectDeps;
  readonly remind: RemindDeps;
  readonly digest: DigestDeps;
  readonly understand: Understand;
  /** Something was put in the post, or the timetable was changed. */
  wake(): void;
  /** Shows the unit's answer in every other copy of its card. In the background: nobody waits for it. */
  refreshCopies(unit: OrgId, week: Week, exceptActivity: string | null): void;
  bindChannel(turn: Turn, where: { readonly channel: string; readonly team: string }, by: string): Promise<void>;
  /** Resolves when no background work is left. */
  idle(): Promise<void>;
}

export function createOffice(world: World, understand: Understand, teams: () => Teams, wake: () => void): Office {
  const underWay = new Set<Promise<void>>();
  const inBackground = (work: Promise<void>, what: string) => {
    const done = work.catch((error) => world.log.warn({ error }, what)).finally(() => underWay.delete(done));
    underWay.add(done);
  };
  return {
    world,
    collect: collectDeps(world, wake),
    remind: remindDeps(world),
    digest: digestDeps(world),
    understand,
    wake,
    refreshCopies(unit, week, exceptActivity) {
      inBackground(refreshCopies(world, teams(), unit, week, exceptActivity), "copies of a card were not refreshed");
    },
    async bindChannel(turn, where, by) {
      const { tenant } = turn.from;
      const binding = { name: "management", tenant, ...where, serviceUrl: turn.serviceUrl, by } as const;
      await world.store.people.bindChannel({ ...binding, at: world.clock.now() });
      await sendAgain(world.store, [{ channel: binding.name }], world.clock.now());
      inBackground(readRoster(world, teams(), binding).then(wake), "the team's roster could not be read");
      wake();
    },
    idle: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

async function refreshCopies(
  world: World,
  teams: Teams,
  unit: OrgId,
  week: Week,
  exceptActivity: string | null,
): Promise<void> {
  const plan = await planAt(world);
  if (!plan) return;
  const state = { settings: await rhythmNow(world), askedFor: null };
  const shown = new Map((await world.store.collect.listCards(unit, week)).map((card) => [card.activity, card]));
  for (const card of shown.values()) {
    if (card.activity === null || card.conversation === null || card.activity === exceptActivity) continue;
    const serviceUrl = (await world.store.people.findByEmail(card.person))?.serviceUrl;
    const content = renderCard(plan, card, rolesOf(plan.facts, card.person)[0]?.lang ?? "sv", state);
    if (!serviceUrl || !content) continue;
    await teams.update({ serviceUrl, conversationId: card.conversation, activityId: card.activity }, content);
  }
}

async function readRoster(
  world: World,
  teams: Teams,
  { tenant, channel, serviceUrl }: { readonly tenant: string; readonly channel: string; readonly serviceUrl: string },
): Promise<void> {
  const [roster, plan] = [await teams.roster(serviceUrl, channel), await planAt(world)];
  if (roster.outcome !== "ok" || !plan) return;
  const members = roster.value.flatMap((member) => {
    if (member.aadId === null) return [];
    const email = [member.upn, member.mail].find((one) => one !== null && rolesOf(plan.facts, one).length > 0) ?? null;
    return [{ tenant, aadObjectId: member.aadId, teamsId: member.teamsId, email: email as Email | null }];
  });
  await world.store.people.saveRoster(members);
  const found = members.flatMap(({ email }) => (email === null ? [] : [{ person: email }]));
  await sendAgain(world.store, found, world.clock.now());
}
