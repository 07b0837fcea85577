// Pure. The planägare's hand on the timetable and on the week's digest: what would be done, for a yes.
import { addDays, type IsoDate } from "../lib/time.ts";
import { dateText, weekText } from "../plan/format.ts";
import { changeRhythm } from "../plan/rhythm-change.ts";
import { readRhythmWish } from "../plan/rhythm-words.ts";
import { maySeeDigest, maySteer } from "../plan/rights.ts";
import type { Week } from "../plan/week.ts";
import { confirm, type Outcome, steered } from "./act-outcome.ts";
import type { Heard } from "./grammar/heard.ts";
import { weekBeforeNow } from "./run/digest-week.ts";
import type { World } from "./run/world.ts";
import * as words from "./words/action-words.ts";

/** A klämdag marked off needs its dates; everything else is named in words. */
export function setting(world: World, heard: Heard): Outcome {
  const wish = dayWish(heard) ?? readRhythmWish(heard.typed.slice(0, 300));
  if (!wish) return { is: "unknown" };
  if (!maySteer(world.whole.facts, world.viewer)) return { is: "refuse", why: "steer" };
  const change = changeRhythm(world.rhythm, wish.key, wish.value);
  if (!change.ok) return { is: "tell", lines: [words.setProblem(world.lang)], orgs: [] };
  return confirm({ do: "set", key: wish.key, value: wish.value }, [settingText(world, wish)]);
}

/** Preview is of the week being reported, the others of the digest posted last; a week that is named goes before. */
export function digest(
  world: World,
  wish: "preview_digest" | "withdraw_digest" | "correct_digest",
  heard: Heard,
): Outcome {
  const week = weekNamed(heard) ?? (wish === "preview_digest" ? world.reportWeek : weekBeforeNow(world));
  const line = words.DIGEST_TEXT[wish][world.lang](weekText(week, world.lang, world.today));
  return steered(world, { do: wish, week }, line);
}

/** As it was posted: the words are not here, but where it is kept. */
export function showDigest(world: World, heard: Heard): Outcome {
  if (!maySeeDigest(world.whole.facts, world.viewer)) return { is: "refuse", why: "digest" };
  const week = weekNamed(heard);
  // "Veckans": the one posted this week, of the week before.
  const asked = week === null || week === world.week ? weekBeforeNow(world) : week;
  return { is: "show", digest: asked, line: words.showDigest(world.lang, weekText(asked, world.lang, world.today)) };
}

function weekNamed({ whens }: Heard): Week | null {
  for (const { when } of whens) if (when.is === "weeks" && when.from === when.to) return when.from;
  return null;
}

interface DayWish {
  readonly key: "day_off" | "day_on";
  readonly value: string;
}

function dayWish(heard: Heard): DayWish | null {
  if (!heard.has("act.dayoff")) return null;
  const dates = heard.whens.flatMap(({ when }) => (when.is === "dates" ? datesOf(when.from, when.to) : []));
  if (dates.length === 0) return null;
  const isOn = /(?<!\p{L})(?:inte|ej|arbetsdag\p{L}*|vardag|not|workday|working)(?!\p{L})/iu.test(heard.text);
  return { key: isOn ? "day_on" : "day_off", value: dates.join(" ") };
}

const LONGEST_BREAK = 30;

function datesOf(from: IsoDate, to: IsoDate): IsoDate[] {
  const dates = [from];
  for (let date = from; date < to && dates.length < LONGEST_BREAK; dates.push(date)) date = addDays(date, 1);
  return dates;
}

function settingText({ lang, today }: World, { key, value }: { readonly key: string; readonly value: string }): string {
  if (key !== "day_off" && key !== "day_on") return words.setText(lang, words.SETTINGS[key]?.[lang] ?? key, value);
  const days = value.split(" ").map((date) => dateText(date as IsoDate, lang, today));
  return words.DAY_TEXT[key][lang](days.join(", "));
}
