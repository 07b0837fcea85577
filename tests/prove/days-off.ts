// Copied by hand from the table in section 7.1 of the domain description: bank holidays and eves that are off in
// practice, by date; and the weeks in which no card is sent. Nothing here is computed.

export const DAYS_OFF: Readonly<Record<number, readonly string[]>> = {
  2026: [
    "2026-01-01", // nyårsdagen, v. 1
    "2026-01-06", // trettondedag jul, v. 2
    "2026-04-03", // långfredagen, v. 14
    "2026-04-05", // påskdagen
    "2026-04-06", // annandag påsk, v. 15
    "2026-05-01", // första maj, v. 18
    "2026-05-14", // Kristi himmelsfärdsdag, v. 20
    "2026-05-24", // pingstdagen
    "2026-06-06", // nationaldagen
    "2026-06-19", // midsommarafton, v. 25
    "2026-06-20", // midsommardagen
    "2026-10-31", // alla helgons dag
    "2026-12-24", // julafton, v. 52
    "2026-12-25", // juldagen
    "2026-12-26", // annandag jul
    "2026-12-31", // nyårsafton, v. 53
  ],
  2027: [
    "2027-01-01", // nyårsdagen, v. 53 2026
    "2027-01-06", // trettondedag jul, v. 1
    "2027-03-26", // långfredagen, v. 12
    "2027-03-28", // påskdagen
    "2027-03-29", // annandag påsk, v. 13
    "2027-05-01", // första maj
    "2027-05-06", // Kristi himmelsfärdsdag, v. 18
    "2027-05-16", // pingstdagen
    "2027-06-06", // nationaldagen
    "2027-06-25", // midsommarafton, v. 25
    "2027-06-26", // midsommardagen
    "2027-11-06", // alla helgons dag
    "2027-12-24", // julafton, v. 51
    "2027-12-25", // juldagen
    "2027-12-26", // annandag jul
    "2027-12-31", // nyårsafton, v. 52
  ],
  2028: ["2028-01-01", "2028-01-06"],
};

/** Fridays that are off, from the same table: on these nobody is due. */
export const FRIDAYS_OFF: Readonly<Record<number, readonly string[]>> = {
  2026: ["2026-04-03", "2026-05-01", "2026-06-19", "2026-12-25"],
  2027: ["2027-01-01", "2027-03-26", "2027-06-25", "2027-12-24", "2027-12-31"],
};

export const WEEKS_IN_YEAR: Readonly<Record<number, number>> = { 2026: 53, 2027: 52 };

/** v. 27–32, and the weeks of jul and nyår. v. 1 2026 holds nyårsdagen. */
export const WEEKS_WITHOUT_CARD: Readonly<Record<number, readonly number[]>> = {
  2026: [1, 27, 28, 29, 30, 31, 32, 52, 53],
  2027: [27, 28, 29, 30, 31, 32, 51, 52],
};
