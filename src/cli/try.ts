// `try`: what the timetable would send at one moment, to whom and why. The same decisions as when it is sent.
import { decisions } from "../app/decide.ts";
import { rhythmNow, type World } from "../app/world.ts";
import { type TryItem, type TryVerb, tryVerb } from "../jobs/try.ts";
import { stoppedAt } from "../lib/clock.ts";
import { type Call, done, type Outcome, WrongWords } from "./command.ts";
import { planInForce } from "./session.ts";
import { timeOf } from "./time.ts";
import { words } from "./words.ts";

const VERBS: readonly TryVerb[] = ["remind", "collect", "digest"];

export async function tryCommand(call: Call): Promise<Outcome> {
  const verb = verbGiven(call.args[0] ?? "");
  const written = call.options.at ?? "";
  timeOf("at", written, "Europe/Stockholm");
  const opened = await call.world();
  const { facts } = await planInForce(opened);
  const at = timeOf("at", written, facts.header.zone);
  const world: World = { ...opened, clock: stoppedAt(at) };
  const items = await tryVerb(verb, at, {
    plan: (now) => planInForce(world, now),
    settings: () => rhythmNow(world),
    decide: decisions(world),
    channelName: async () => (await world.store.people.boundChannel("management")) && words.channel,
  });
  return done(itemList(items), items);
}

function verbGiven(word: string): TryVerb {
  const verb = VERBS.find((each) => each === word);
  if (!verb) throw new WrongWords(words.tryVerbs(VERBS));
  return verb;
}

function itemList(items: readonly TryItem[]): string {
  if (items.length === 0) return words.nothingToSend;
  return [
    words.wouldSend(items.length),
    ...items.map(({ kind, to, unit, why }) => words.tried(kind, to, unit, why)),
  ].join("\n");
}
