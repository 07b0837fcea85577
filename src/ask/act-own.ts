// Pure. What a person asks for themselves: a pause of reminders, a deputy.
import { addDays } from "../lib/time.ts";
import { dateText } from "../plan/format.ts";
import { nameOf, unitsLedBy } from "../plan/people.ts";
import type { Email } from "../plan/plan.ts";
import { confirm, type Outcome } from "./act-outcome.ts";
import { type Heard, mentionsOf } from "./grammar/heard.ts";
import type { World } from "./run/world.ts";
import { firstDayOf, lastDayIn } from "./when/span-of.ts";
import * as words from "./words/action-words.ts";

const PAUSE_DAYS = 21;

export function pause(world: World, heard: Heard): Outcome {
  const said = heard.whens
    .map((span) =>
      span.when.is === "ahead" ? addDays(world.today, span.when.days) : (lastDayIn(span.when) ?? firstDayOf(span.when)),
    )
    .find((date) => date !== null);
  const latest = addDays(world.today, PAUSE_DAYS);
  const until = said && said > world.today && said <= latest ? said : latest;
  return confirm({ do: "pause_reminders", until }, [
    words.pauseText(world.lang, dateText(until, world.lang, world.today), until !== said),
  ]);
}

export function deputy(world: World, heard: Heard): Outcome {
  const { facts } = world.whole;
  if (unitsLedBy(facts, world.viewer.email).length === 0) return { is: "refuse", why: "report" };
  const email =
    /[\w.+-]+@[\w.-]+\w/u.exec(heard.typed.toLowerCase())?.[0] ??
    mentionsOf(heard, "person")[0]?.readings.find((reading) => reading.ref.kind === "person")?.ref.id ??
    null;
  const dates = heard.whens.map((span) => span.when);
  const from = dates[0] ? (firstDayOf(dates[0]) ?? world.today) : world.today;
  const last = dates.at(-1);
  const to = last ? (last.is === "ahead" ? addDays(world.today, last.days) : lastDayIn(last)) : null;
  if (!email || !to || nameOf(facts, email) === null || email === world.viewer.email)
    return { is: "tell", lines: [words.whichDeputy(world.lang)], orgs: [] };
  const begins = from < world.today ? world.today : from;
  return confirm({ do: "deputy", deputy: email as Email, from: begins, to: to < begins ? begins : to }, [
    words.deputyText(
      world.lang,
      world.viewer.channel ? (email.split("@")[0] ?? "") : (nameOf(facts, email) ?? email),
      dateText(begins, world.lang, world.today),
      dateText(to < begins ? begins : to, world.lang, world.today),
    ),
  ]);
}
