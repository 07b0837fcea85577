// People who answer their cards while the bot is being killed: who gets no receipt presses again.
import { setTimeout as wait } from "node:timers/promises";
import type { Week } from "../../src/plan/week.ts";
import { weekNumber } from "../../src/plan/week.ts";
import { buttons, type FakeTeams, type Shown } from "../helpers/fake-teams.ts";
import { firstText } from "./oracle.ts";
import type { Random } from "./random.ts";
import { measureOf, type Region, unitOf } from "./region.ts";

export interface Crowd {
  /** Units that have got a receipt. */
  readonly acknowledged: ReadonlySet<string>;
  /** Presses that got no answer: the bot was gone. */
  readonly unanswered: number;
  /** Questions that were acknowledged. */
  readonly questions: number;
  /** Of these: how many have no answer, and how many have two. */
  answers(): { readonly missing: number; readonly twice: number };
  /** Resolves when nobody is pressing any more. */
  stop(): Promise<void>;
}

/** `share` of the chefs answer as soon as their card stands there, one after another. */
export function startCrowd(teams: FakeTeams, region: Region, week: Week, share: number, random: Random): Crowd {
  const acknowledged = new Set<string>();
  const willing = region.chefs.map((_, index) => index + 1).filter(() => random.next() < share);
  const state = { stopped: false, unanswered: 0 };
  const asker = startAsker(teams, region, state);
  const run = async (): Promise<void> => {
    for (let turn = 0; !state.stopped; turn++) {
      const waiting = willing.filter((unit) => !acknowledged.has(unitOf(unit)));
      const unit = waiting[turn % Math.max(waiting.length, 1)];
      const card = unit === undefined ? null : openCard(teams, region, unit, week);
      if (unit === undefined || !card) await wait(2);
      else if (await answered(teams, card)) acknowledged.add(unitOf(unit));
      else {
        state.unanswered++;
        await wait(10);
      }
    }
  };
  const running = run();
  return {
    acknowledged,
    get unanswered() {
      return state.unanswered;
    },
    get questions() {
      return asker.acknowledged.size;
    },
    answers: asker.answers,
    async stop() {
      state.stopped = true;
      await Promise.all([running, asker.running]);
    },
  };
}

const QUESTION_EVERY_MS = 60;

/** The planägare asks about one measure after another, without waiting for the answers. */
function startAsker(teams: FakeTeams, region: Region, state: { readonly stopped: boolean }) {
  const { owner } = region;
  const before = teams.shows(owner).length;
  const acknowledged = new Set<string>();
  const ask = async (): Promise<void> => {
    for (let number = 1; !state.stopped && number <= region.chefs.length; number++) {
      // Not acknowledged: the bot was gone, and Teams would tell so.
      await teams.say(owner, measureOf(number)).then(
        () => acknowledged.add(measureOf(number)),
        () => undefined,
      );
      await wait(QUESTION_EVERY_MS);
    }
  };
  return {
    acknowledged,
    running: ask(),
    answers() {
      const texts = teams.shows(owner).slice(before);
      const counts = [...acknowledged].map(
        (id) => texts.filter(({ text }) => text.split(/[\s:,.]/).includes(id)).length,
      );
      return {
        missing: counts.filter((count) => count === 0).length,
        twice: counts.filter((count) => count > 1).length,
      };
    },
  };
}

function openCard(teams: FakeTeams, region: Region, unit: number, week: Week): Shown | null {
  const chef = region.chefs[unit - 1];
  const heading = `Veckorapport v. ${weekNumber(week)} `;
  const card = chef && teams.shows(chef).find((shown) => firstText(shown).startsWith(heading));
  return card ?? null;
}

/** A receipt: either the press was answered with one, or it stands there already from a press that got no answer. */
async function answered(teams: FakeTeams, card: Shown): Promise<boolean> {
  if (!card.card || !buttons(card.card).includes("Skicka")) return true;
  try {
    const { card: after } = await teams.press(card, "Skicka");
    return after?.card !== null && after !== null && !buttons(after.card ?? {}).includes("Skicka");
  } catch {
    return false;
  }
}
