// Pure. An action asked for in words → what would be done, shown for a yes; or a choice, or a refusal.
import type { OrgId } from "../plan/plan.ts";
import { maySteer } from "../plan/rights.ts";
import { exportPlan, remind, support } from "./act-ask.ts";
import { confirm, nameOfMeasure, type Outcome, steered, unitChoice } from "./act-outcome.ts";
import { deputy, pause } from "./act-own.ts";
import { report } from "./act-report.ts";
import { digest, setting, showDigest } from "./act-steer.ts";
import { verify } from "./act-verify.ts";
import { aliasSaid } from "./grammar/alias-said.ts";
import type { Heard } from "./grammar/heard.ts";
import { type Preference, settleSubjects } from "./grammar/subjects.ts";
import type { Wish } from "./grammar/wish.ts";
import { orgName, type World } from "./run/world.ts";
import { tokenise } from "./text/tokens.ts";
import * as words from "./words/action-words.ts";

export function decideWish(world: World, wish: Wish, heard: Heard, prefer: Preference): Outcome {
  switch (wish.wish) {
    case "report":
      return report(world, wish, heard, prefer);
    case "remind":
      return remind(world, heard, prefer);
    case "support":
      return support(world, wish, heard, prefer);
    case "export":
      return exportPlan(world, wish.form, heard, prefer);
    case "pause_reminders":
      return pause(world, heard);
    case "deputy":
      return deputy(world, heard);
    case "set":
      return setting(world, heard);
    case "alias":
      return alias(world, heard, prefer);
    case "bind_channel":
      return bind(world);
    case "preview_digest":
    case "withdraw_digest":
    case "correct_digest":
      return digest(world, wish.wish, heard);
    case "show_digest":
      return showDigest(world, heard);
    case "test_round":
      return steered(world, { do: "test_round" }, words.testText(world.lang));
    case "delete_report":
      return { is: "refuse", why: "delete_report" };
    case "change_figure":
      return { is: "refuse", why: "change_figure" };
    case "verify":
      return verify(world, heard, prefer);
  }
}

// Only the channel itself tells which one is meant.
function bind(world: World): Outcome {
  const outcome = steered(world, { do: "bind_channel" }, words.bindText(world.lang));
  return outcome.is === "confirm" && !world.viewer.channel
    ? { is: "tell", lines: [words.bindHow(world.lang)], orgs: [] }
    : outcome;
}

// What the new name itself may resemble is not what it stands for.
function ofWords(heard: Heard, words: string): Heard {
  const said = ` ${tokenise(words)
    .map((token) => token.raw.toLowerCase())
    .join(" ")} `;
  const wordsOf = (start: number, end: number) =>
    heard.tokens
      .slice(start, end)
      .map((token) => token.raw.toLowerCase())
      .join(" ");
  return {
    ...heard,
    mentions: heard.mentions.filter((mention) => said.includes(` ${wordsOf(mention.start, mention.end)} `)),
  };
}

function alias(world: World, heard: Heard, prefer: Preference): Outcome {
  if (!maySteer(world.whole.facts, world.viewer)) return { is: "refuse", why: "steer" };
  const said = aliasSaid(heard.typed);
  const quoted = /["”“'»]([^"”“'»«]{2,60})["”“'«]/u.exec(heard.typed)?.[1]?.trim();
  const after = /\balias(?:et)?\s+(.{2,60}?)\s+(?:för|till|for|to|på)\b/iu.exec(heard.typed)?.[1]?.trim();
  const called = /^kalla\s+.{1,60}?\s+för\s+(.{2,60})$/iu.exec(heard.typed.trim())?.[1]?.trim();
  const name = said?.name ?? quoted ?? after ?? called;
  const meant = said ? ofWords(heard, said.of) : heard;
  const subjects = settleSubjects(meant, world.whole.facts, ["measure", "org"], false, prefer);
  if (subjects.ambiguous) return unitChoice(world, subjects.ambiguous.orgs);
  const measure = subjects.measures[0] ?? null;
  const org = measure ? null : (subjects.orgs[0] ?? null);
  if (!name || (!measure && !org)) return { is: "tell", lines: [words.aliasHow(world.lang)], orgs: [] };
  return confirm(
    { do: "alias", alias: name, measure, org },
    [words.aliasText(world.lang, name, measure ? nameOfMeasure(world, measure) : orgName(world, org as OrgId))],
    measure ? [measure] : [],
    org ? [org] : [],
  );
}
