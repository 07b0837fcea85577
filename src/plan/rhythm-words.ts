// Pure. The words of a wished rhythm: "ändra kortet till tisdag 08.00" → what is changed and to what.
import type { WallTime } from "../lib/time.ts";

/** What can be named in chat; each covers one or two `RhythmSettings` keys. */
export type RhythmKey =
  | "card"
  | "due"
  | "reminder1"
  | "reminder2"
  | "digest"
  | "escalation"
  | "quiet"
  | "summer"
  | "day_off"
  | "day_on";

/** The setting and the value that a sentence names, or null when it names none. Not checked: see `changeRhythm`. */
export function readRhythmWish(sentence: string): { readonly key: RhythmKey; readonly value: string } | null {
  const text = sentence.trim().toLowerCase();
  for (const [key, pattern] of SUBJECTS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const value = text
      .slice(match.index + match[0].length)
      .trim()
      .replace(/^(?:tid|tiden|dag|dagen|time|day)\s+/, "")
      .replace(
        /^(?:ska(?:ll)?|should|shall|will)\s+(?:\p{L}+\s+(?=(?:på|till|ut|från|on|to|at|kl|\p{L}*dag|\d)))?/u,
        "",
      )
      .replace(/^(?:till|to|är|på|is|från|from|on|at)\s+/, "");
    return value === "" ? null : { key, value };
  }
  return null;
}

/** 1 = Monday … 7 = Sunday, from the first weekday named; null when none is. */
export function readWeekday(text: string): number | null {
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const day = WEEKDAYS.findIndex((forms) =>
      forms.some((form) => word === form || (form.length > 4 && word.startsWith(form))),
    );
    if (day >= 0) return day + 1;
  }
  return null;
}

/** `08.00`, `8:30`, `kl 8`, `8`; null when no time of day is named. */
export function readTime(text: string): WallTime | null {
  for (const match of text.matchAll(/(?<![\d.:])(\d{1,2})(?:[.:](\d{2}))?(?![\d.:]|\s*(?:min|v\b))/g)) {
    const time = wallTime(Number(match[1]), Number(match[2] ?? 0));
    if (time) return time;
  }
  return null;
}

/** `18–07`, `19.00 till 06.30`: from and to. */
export function readTimeSpan(text: string): readonly [WallTime, WallTime] | null {
  const match = /(\d{1,2})(?:[.:](\d{2}))?\s*(?:[-–—]|till|to)\s*(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?/.exec(
    text.toLowerCase(),
  );
  if (!match) return null;
  const from = wallTime(Number(match[1]), Number(match[2] ?? 0));
  const to = wallTime(Number(match[3]), Number(match[4] ?? 0));
  return from && to && [from, to];
}

function wallTime(hour: number, minute: number): WallTime | null {
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}` as WallTime;
}

const WEEKDAYS: readonly (readonly string[])[] = [
  ["mån", "måndag", "mandag", "mon", "monday"],
  ["tis", "tisdag", "tue", "tuesday"],
  ["ons", "onsdag", "wed", "wednesday"],
  ["tor", "tors", "torsdag", "thu", "thursday"],
  ["fre", "fredag", "fri", "friday"],
  ["lör", "lördag", "lordag", "sat", "saturday"],
  ["sön", "söndag", "sondag", "sun", "sunday"],
];

/** The more particular first. */
const SUBJECTS: readonly (readonly [RhythmKey, RegExp])[] = [
  [
    "reminder1",
    /(?<!\p{L})(?:första påminnelsen|påminnelse(?:n)? (?:1|ett)|(?:the )?first reminder|reminder (?:1|one))(?!\p{L})/u,
  ],
  [
    "reminder2",
    /(?<!\p{L})(?:andra påminnelsen|påminnelse(?:n)? (?:2|två)|(?:the )?second reminder|reminder (?:2|two))(?!\p{L})/u,
  ],
  ["quiet", /(?<!\p{L})(?:tysta? (?:timmar(?:na)?|tid(?:en)?)|quiet hours)(?!\p{L})/u],
  ["summer", /(?<!\p{L})(?:sommaruppehåll(?:et)?|sommarveckor(?:na)?|summer (?:weeks|break))(?!\p{L})/u],
  ["escalation", /(?<!\p{L})(?:eskalering(?:en)?|escalation)(?!\p{L})/u],
  [
    "due",
    /(?<!\p{L})(?:sista dag(?:en)?|(?:sista )?svars(?:dag|tid)(?:en)?|deadline(?:n)?|(?:the )?due (?:day|date|time))(?!\p{L})/u,
  ],
  [
    "digest",
    /(?<!\p{L})(?:(?:vecko)?samman(?:ställning|fattning)(?:ens?)?|veckobrev(?:et)?|digest(?:en)?|(?:the )?(?:digest|summary))(?!\p{L})/u,
  ],
  // Which one is not said: the first.
  ["reminder1", /(?<!\p{L})(?:påminnelsen|påminnelserna|the reminders?)(?!\p{L})/u],
  ["card", /(?<!\p{L})(?:veckokort(?:et)?|kort(?:et|en|utskicket)?|(?:the )?(?:weekly )?card)(?!\p{L})/u],
];
