// Pure. What the planägare reads when previewing, withdrawing or correcting a digest.
import type { Lang } from "../plan/plan.ts";

interface SteerWords {
  readonly notYours: string;
  readonly noCard: (week: string) => string;
  readonly notPosted: (week: string) => string;
  readonly withdrawnBefore: (week: string) => string;
  readonly withdrawn: (week: string) => string;
  readonly corrected: (week: string, version: number) => string;
  readonly noWeek: string;
  readonly noDialog: string;
}

export const STEER_WORDS: Readonly<Record<Lang, SteerWords>> = {
  sv: {
    notYours: "Det är planägaren som förhandsvisar, drar tillbaka och rättar sammanställningen. Hör av dig dit.",
    noCard: (week) => `Det finns ingen sammanställning för ${week}: den veckan har inget veckokort.`,
    notPosted: (week) => `Ingen sammanställning är skickad för ${week}. Inget är ändrat.`,
    withdrawnBefore: (week) => `Sammanställningen för ${week} är redan tillbakadragen. Inget mer är gjort.`,
    withdrawn: (week) =>
      `Sammanställningen för ${week} är tillbakadragen. Kanalen får veta det, och den finns kvar i loggen.`,
    corrected: (week, version) =>
      `Sammanställningen för ${week} är rättad och skickas till kanalen som version ${version}. Den tidigare finns kvar.`,
    noWeek: "Det finns ingen vecka att sammanställa ännu.",
    noDialog: "Den knappen känner jag inte igen längre. Fråga mig i vår egen chatt i stället.",
  },
  en: {
    notYours: "It is the plan owner who previews, withdraws and corrects the digest. Please turn there.",
    noCard: (week) => `There is no digest for ${week}: that week has no card.`,
    notPosted: (week) => `No digest has been sent for ${week}. Nothing was changed.`,
    withdrawnBefore: (week) => `The digest for ${week} has been withdrawn already. Nothing more was done.`,
    withdrawn: (week) => `The digest for ${week} is withdrawn. The channel is told, and it is kept in the log.`,
    corrected: (week, version) =>
      `The digest for ${week} is corrected and goes to the channel as version ${version}. The earlier one is kept.`,
    noWeek: "There is no week to summarise yet.",
    noDialog: "I do not know that button any longer. Please ask me in our own chat instead.",
  },
};
