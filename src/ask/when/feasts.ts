// Pure. Feasts as people name them: "före jul", "sedan påsk", "midsommarveckan". Folded.
import { addDays, type IsoDate } from "../../lib/time.ts";
import { dayOfWeek, weekOf } from "../../plan/week.ts";

type Feast = (year: number) => IsoDate;

const FEASTS: readonly (readonly [string, Feast])[] = [
  ["jul julen julafton christmas xmas", on("12-24")],
  ["nyar nyaret arsskiftet nyarsafton year-end", on("12-31")],
  ["midsommar midsommarafton midsummer", midsummerEve],
  ["pask pasken paskdagen easter", easter],
  ["semestern semestrarna semestrar vacation holidays", on("06-30")],
  ["lucia", on("12-13")],
];

const BY_WORD = new Map(
  FEASTS.flatMap(([words, feast]) => words.split(" ").map((word): [string, Feast] => [word, feast])),
);
const WEEK = /^(jul|midsommar|pask)veckan?$/;

/** The day a word stands for in a year; null for any other word. */
export function feastOf(folded: string): Feast | null {
  return BY_WORD.get(folded) ?? null;
}

/** "Midsommarveckan": the feast whose week is meant. */
export function feastWeekOf(folded: string): Feast | null {
  const said = WEEK.exec(folded);
  return said?.[1] ? feastOf(said[1]) : null;
}

function on(day: string): Feast {
  return (year) => `${year}-${day}` as IsoDate;
}

const FRIDAY = 5;

// The Friday between 19 and 25 June.
function midsummerEve(year: number): IsoDate {
  const friday = dayOfWeek(weekOf(`${year}-06-19` as IsoDate), FRIDAY);
  return friday < `${year}-06-19` ? addDays(friday, 7) : friday;
}

// Easter Sunday by the anonymous Gregorian computus.
function easter(year: number): IsoDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const within = year % 100;
  const correction = Math.floor((8 * century + 13) / 25);
  const moon = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(within / 4) - moon - (within % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  return addDays(`${year}-03-22` as IsoDate, moon + sunday - 7 * late);
}
