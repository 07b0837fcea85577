// The week's timetable as anybody may ask for it: with the settings in force.
import { expect, it } from "vitest";
import { ask } from "../../../src/ask/ask.ts";
import type { WallTime } from "../../../src/lib/time.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { viewerOf } from "../../../src/plan/rights.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const plan = samplePlan("2026-11-25T10:00:00+01:00");
const rhythm = { ...defaultRhythm("Europe/Stockholm"), dueTime: "15:00" as WallTime, digestTime: "09:15" as WallTime };

function answerTo(text: string, channel = false): string {
  const viewer = viewerOf(plan.facts, "lasare.facklig@region-exempel.example", channel);
  return ask({ text, viewer, plan, context: null, rhythm }).answer.text;
}

it.each([
  "vilka tider gäller?",
  "visa veckans tider",
  "hur ser veckorytmen ut?",
  "när kommer kortet?",
  "när går påminnelserna ut?",
  "när kommer nästa påminnelse?",
  "när är sista dag?",
  "när skickas veckobrevet?",
  "vilken dag kommer sammanställningen?",
])("%s", (text) => {
  for (const said of [
    "Veckorapport v. 48: kortet öppnar onsdag 25 november kl. 07.30, sista dag är fredag 27 november kl. 15.00.",
    "Påminnelser går ut torsdag 26 november kl. 14.00 och fredag 27 november kl. 16.00",
    "sammanfattningen kommer måndag 30 november kl. 09.15.",
  ])
    expect(answerTo(text)).toContain(said);
});

it("of a week that is named, in either language, in a channel too", () => {
  expect(answerTo("vilka tider gäller v. 51?", true)).toContain("fredag 18 december kl. 15.00");
  expect(answerTo("vilka tider gäller v. 53?")).toContain("v. 53 har inget veckokort");
  expect(answerTo("when do the reminders go out?")).toContain("Reminders go out Thursday 26 November 14:00");
});
