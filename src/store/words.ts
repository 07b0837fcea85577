// Every sentence of this folder that a person reads.
import type { Lang } from "../plan/plan.ts";

type Sentence = Readonly<Record<Lang, string>>;

export const words = {
  held: (folder: string, process: number | null): Sentence => ({
    sv: `Datamappen ${folder} används redan av ett annat program${process ? ` (process ${process})` : ""}. Stäng det först, eller välj en annan mapp med DATA_DIR.`,
    en: `The data folder ${folder} is already in use by another program${process ? ` (process ${process})` : ""}. Close that one first, or choose another folder with DATA_DIR.`,
  }),
  unreachable: (where: string): Sentence => ({
    sv: `Databasen på ${where} går inte att nå just nu. Kontrollera att servern är igång och att DATABASE_URL stämmer; jag försöker igen av mig själv.`,
    en: `The database at ${where} can't be reached right now. Check that the server is running and that DATABASE_URL is right; I will keep trying.`,
  }),
  refused: (where: string): Sentence => ({
    sv: `Databasen på ${where} släpper inte in oss. Kontrollera användare, lösenord och databasnamn i DATABASE_URL.`,
    en: `The database at ${where} doesn't let us in. Check user, password and database name in DATABASE_URL.`,
  }),
  badUrl: (): Sentence => ({
    sv: "DATABASE_URL går inte att läsa. Den ska se ut som postgres://användare:lösenord@server:5432/databas.",
    en: "DATABASE_URL can't be read. It should look like postgres://user:password@server:5432/database.",
  }),
  newer: (found: number, known: number): Sentence => ({
    sv: `Databasen är gjord av en nyare version av programmet (steg ${found}, den här känner till ${known}). Uppdatera programmet.`,
    en: `The database was made by a newer version of the program (step ${found}, this one knows ${known}). Update the program.`,
  }),
  damagedFolder: (folder: string): Sentence => ({
    sv: `Databasen i ${folder} går inte att öppna. Mappen kan vara skadad; lägg den åt sidan och läs in senaste säkerhetskopian med "restore".`,
    en: `The database in ${folder} can't be opened. The folder may be damaged; put it aside and load the latest backup with "restore".`,
  }),
  noFolder: (folder: string): Sentence => ({
    sv: `Mappen ${folder} går inte att skriva i. Kontrollera rättigheterna, eller välj en annan med DATA_DIR.`,
    en: `The folder ${folder} can't be written to. Check the permissions, or choose another one with DATA_DIR.`,
  }),
  diskFull: (): Sentence => ({
    sv: "Disken är full, så inget mer kan sparas. Gör plats och försök igen.",
    en: "The disk is full, so nothing more can be saved. Make room and try again.",
  }),
  noBackup: (file: string): Sentence => ({
    sv: `Säkerhetskopian ${file} går inte att läsa. Kontrollera sökvägen; inget har ändrats.`,
    en: `The backup ${file} can't be read. Check the path; nothing has been changed.`,
  }),
  damagedBackup: (file: string): Sentence => ({
    sv: `${file} är inte en hel säkerhetskopia (den är avbruten eller ändrad). Välj en annan; inget har ändrats.`,
    en: `${file} is not a whole backup (it was cut off or changed). Choose another one; nothing has been changed.`,
  }),
  noBackupFile: (file: string): Sentence => ({
    sv: `Säkerhetskopian kunde inte skrivas till ${file}. Kontrollera att mappen finns och har plats.`,
    en: `The backup couldn't be written to ${file}. Check that the folder exists and has room.`,
  }),
};
