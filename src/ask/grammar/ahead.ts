// Pure. "Milstolpar i januari", "startar i höst": of things ahead the month or season to come is meant.
import type { IsoDate } from "../../lib/time.ts";
import { addMonths, monthOf } from "../../plan/week.ts";
import { says } from "../text/says.ts";
import type { When } from "../when/when.ts";
import type { Heard } from "./heard.ts";

const AHEAD =
  "har (?:vi|de|ni)|finns|ska|skall|kommer|väntar|startar|börjar|slutar|avslutas|infaller|do we have|are there|starts?|begins?|ends?|will|due";
const BEHIND =
  "hade|startade|började|slutade|avslutades|nådde|nåddes|klarades|missades?|missade|fattades|togs|beslutades|passerade|passerades|förra|i fjol|höstas|våras|somras|vintras|started|began|ended|were|last";
const EXPRESSLY = "ska|skall|kommer|väntar|will";
// A month further off than this is as likely the one that has been.
const NEAR_MONTHS = 6;

/** The month or season that is meant: the one to come of things ahead, the one that has been of things done. */
export function comingOf(when: When, heard: Heard): When {
  if (when.is === "months" && when.from > heard.month && !saysYear(heard) && says(heard.text, BEHIND))
    return { ...when, from: addMonths(when.from, -12), to: addMonths(when.to, -12) };
  if (when.is === "since" && monthOf(when.date) < heard.month && heard.has("at.start", "at.end") && isOfAhead(heard)) {
    const date = `${Number(when.date.slice(0, 4)) + 1}${when.date.slice(4)}` as IsoDate;
    return monthOf(date) <= addMonths(heard.month, NEAR_MONTHS) ? { ...when, date } : when;
  }
  if (when.is !== "months" || when.to >= heard.month || !isOfAhead(heard)) return when;
  const coming = { ...when, from: addMonths(when.from, 12), to: addMonths(when.to, 12) };
  const isNear = coming.from <= addMonths(heard.month, NEAR_MONTHS);
  return coming.to >= heard.month && (isNear || says(heard.text, EXPRESSLY)) ? coming : when;
}

function saysYear(heard: Heard): boolean {
  return heard.tokens.some((token) => /^20\d\d$/.test(token.word));
}

function isOfAhead(heard: Heard): boolean {
  if (saysYear(heard) || heard.has("at.passed", "state.done", "neg.not")) return false;
  return says(heard.text, AHEAD) && !says(heard.text, BEHIND);
}
