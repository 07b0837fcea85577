// Pure. Months, weekdays, seasons and numbers in words, folded, Swedish and English.
const MONTHS: readonly (readonly string[])[] = [
  ["januari", "jan", "january"],
  ["februari", "feb", "febr", "february"],
  ["mars", "mar", "march"],
  ["april", "apr"],
  ["maj", "may"],
  ["juni", "jun", "june"],
  ["juli", "jul", "july"],
  ["augusti", "aug", "august"],
  ["september", "sep", "sept"],
  ["oktober", "okt", "october", "oct"],
  ["november", "nov"],
  ["december", "dec"],
];

const MONTH_NUMBERS = new Map(MONTHS.flatMap((forms, i) => forms.map((form): [string, number] => [form, i + 1])));

/** Words that are months only when something says so: "may" and "mar" are also other words, "jul" is Christmas. */
export const WEAK_MONTHS: ReadonlySet<string> = new Set(["may", "mar", "march", "jul", "jan", "sep"]);

/** 1–12, also for "oktobers", "oktobersiffrorna" is left to the compound splitter; null for any other word. */
export function monthNumberOf(folded: string): number | null {
  const bare = folded.endsWith(".") ? folded.slice(0, -1) : folded;
  return MONTH_NUMBERS.get(bare) ?? (bare.endsWith("s") ? (MONTH_NUMBERS.get(bare.slice(0, -1)) ?? null) : null);
}

const NUMBERS: Readonly<Record<string, number>> = {
  noll: 0,
  en: 1,
  ett: 1,
  tva: 2,
  tvo: 2,
  tre: 3,
  fyra: 4,
  fem: 5,
  sex: 6,
  sju: 7,
  atta: 8,
  nio: 9,
  tio: 10,
  elva: 11,
  tolv: 12,
  tretton: 13,
  fjorton: 14,
  femton: 15,
  sexton: 16,
  sjutton: 17,
  arton: 18,
  nitton: 19,
  tjugo: 20,
  trettio: 30,
  fyrtio: 40,
  femtio: 50,
  sextio: 60,
  sjuttio: 70,
  attio: 80,
  nittio: 90,
  hundra: 100,
  tvahundra: 200,
  trehundra: 300,
  fyrahundra: 400,
  femhundra: 500,
  par: 2,
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  hundred: 100,
  couple: 2,
};

/** The number a word or a run of digits stands for ("tre", "12", "12,5"); null when it stands for none. */
export function numberOf(folded: string): number | null {
  if (Object.hasOwn(NUMBERS, folded)) return NUMBERS[folded] ?? null;
  if (/^\d{1,9}$/.test(folded)) return Number(folded);
  if (/^\d{1,9}[.,]\d{1,4}$/.test(folded)) return Number(folded.replace(",", "."));
  const joined =
    /^(tjugo|trettio|fyrtio|femtio|sextio|sjuttio|attio|nittio)(en|ett|tva|tre|fyra|fem|sex|sju|atta|nio)$/.exec(
      folded,
    );
  return joined ? (NUMBERS[joined[1] ?? ""] ?? 0) + (NUMBERS[joined[2] ?? ""] ?? 0) : null;
}

const ORDINALS: Readonly<Record<string, number>> = {
  forsta: 1,
  forste: 1,
  andra: 2,
  andre: 2,
  tredje: 3,
  fjarde: 4,
  femte: 5,
  sjatte: 6,
  sista: -1,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  last: -1,
  "1a": 1,
  "2a": 2,
  "3e": 3,
  "4e": 4,
  "1:a": 1,
  "2:a": 2,
  "3:e": 3,
  "4:e": 4,
  "1st": 1,
  "2nd": 2,
  "3rd": 3,
  "4th": 4,
};

/** 1 for "första", −1 for "sista"; null when the word is no ordinal. */
export function ordinalOf(folded: string): number | null {
  return Object.hasOwn(ORDINALS, folded) ? (ORDINALS[folded] ?? null) : null;
}

/** Every word of the calendar, folded: what a misspelt one may be meant as. */
export function calendarWords(): string[] {
  return [
    ...MONTHS.flat(),
    ...Object.keys(ORDINALS),
    ...Object.keys(NUMBERS),
    "tertial",
    "tertialet",
    "kvartal",
    "kvartalet",
    "halvaret",
    "delaret",
    "veckan",
    "veckor",
    "veckorna",
    "manaden",
    "manader",
    "manaderna",
    "dagar",
    "dagarna",
    "dagen",
  ].filter((word) => /^[a-z]{4,}$/.test(word));
}

/** First and last month of a season as people say it ("i somras"), within one year. */
export const SEASONS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ...["somras", "sommaren", "sommar", "sommarn", "summer"].map((word): [string, readonly [number, number]] => [
    word,
    [6, 8],
  ]),
  ...["varas", "varen", "var", "spring"].map((word): [string, readonly [number, number]] => [word, [3, 5]]),
  ...["host", "hosten", "hostas", "autumn", "fall"].map((word): [string, readonly [number, number]] => [word, [9, 11]]),
  ...["vintras", "vintern", "vinter", "winter"].map((word): [string, readonly [number, number]] => [word, [1, 2]]),
]);
