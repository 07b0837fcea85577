// Pure. A reminder or escalation as it is put in a chat, composed at the moment of sending: units that have answered in
// the meantime are left out, and when none is left there is nothing to say.
import { escapeMarkdown } from "../lib/card.ts";
import { type Instant, wallAt } from "../lib/time.ts";
import { owes } from "../plan/coverage.ts";
import { dateText, timeText, weekText } from "../plan/format.ts";
import type { Content, Message } from "../plan/message.ts";
import { todayOf } from "../plan/moment.ts";
import { orgOf } from "../plan/organisation.ts";
import type { Lang, OrgId, Plan } from "../plan/plan.ts";
import { cardReaders } from "../plan/recipients.ts";
import { type RhythmSettings, rhythmOf } from "../plan/rhythm.ts";
import { type Subject, type SubjectRole, subjectsOf } from "../plan/subjects.ts";
import { type ReminderButtons, reminderCard } from "./card.ts";
import { missedWeeks } from "./escalate.ts";
import type { AskedWeeks, ReminderPause } from "./state.ts";
import { type RemindWords, wordsFor } from "./words.ts";

export interface RenderState extends AskedWeeks {
  readonly settings: RhythmSettings;
  readonly pauses: readonly ReminderPause[];
  /** The person's open card per unit, for the buttons of reminder 2; a unit without one gets no buttons. */
  readonly cards: ReadonlyMap<OrgId, { readonly nonce: string; readonly offersNoNews: boolean }>;
}

/** Content of a reminder or escalation in `lang`; null when every unit it was about has answered, or is gone. */
export function renderReminder(plan: Plan, message: Message, lang: Lang, state: RenderState): Content | null {
  const subjects = subjectsOf(message).filter(
    ({ unit }) => owes(plan, unit, message.week) && plan.book.receivedAt(unit, message.week, plan.now) === null,
  );
  if (subjects.length === 0) return null;
  const scene: Scene = { plan, message, lang, state, words: wordsFor(lang) };
  if (message.kind === "escalation") return { text: escalationText(scene, subjects), card: null };
  const units = subjects.map((subject) => subject.unit);
  return message.kind === "reminder2"
    ? secondReminder(scene, units)
    : { text: firstReminder(scene, units), card: null };
}

interface Scene {
  readonly plan: Plan;
  readonly message: Message;
  readonly lang: Lang;
  readonly state: RenderState;
  readonly words: RemindWords;
}

function firstReminder(scene: Scene, units: readonly OrgId[]): string {
  const rhythm = rhythmOf(scene.message.week, scene.state.settings);
  const due = rhythm ? momentText(scene, rhythm.due) : "";
  const names = units.map((unit) => nameOf(scene, unit));
  return [scene.words.first(names, due), ...asDeputy(scene, units), scene.words.cardAbove].join("\n\n");
}

function secondReminder(scene: Scene, units: readonly OrgId[]): Content {
  const rhythm = rhythmOf(scene.message.week, scene.state.settings);
  const names = units.map((unit) => nameOf(scene, unit));
  const text = scene.words.second(names, rhythm ? momentText(scene, rhythm.digest) : "");
  const lines = [text, ...asDeputy(scene, units), scene.words.cardAbove];
  const buttons = units.flatMap((unit) => buttonsFor(scene, unit));
  if (buttons.length === 0) return { text: lines.join("\n\n"), card: null };
  const title = scene.words.reminderTitle(weekText(scene.message.week, scene.lang, todayOf(scene.plan)));
  return { text: lines.join("\n\n"), card: reminderCard({ title, lines, units: buttons, lang: scene.lang }) };
}

function buttonsFor(scene: Scene, unit: OrgId): readonly ReminderButtons[] {
  const card = scene.state.cards.get(unit);
  if (!card) return [];
  const { noNews, toDeputy } = scene.words;
  const deputy = { title: toDeputy, verb: "collect_away", nonce: card.nonce } as const;
  const same = { title: noNews, verb: "collect_same", nonce: card.nonce } as const;
  return [{ unit: nameOf(scene, unit), buttons: card.offersNoNews ? [same, deputy] : [deputy] }];
}

function asDeputy(scene: Scene, units: readonly OrgId[]): readonly string[] {
  const { to } = scene.message;
  const today = todayOf(scene.plan);
  return units
    .filter((unit) =>
      cardReaders(scene.plan.facts, unit, today).some(
        (recipient) => "person" in to && recipient.person === to.person && recipient.insteadOf !== null,
      ),
    )
    .map((unit) => scene.words.insteadOf(nameOf(scene, unit)));
}

function escalationText(scene: Scene, subjects: readonly Subject[]): string {
  return SECTION_ORDER.flatMap((role) => {
    const units = subjects.filter((subject) => subject.role === role).map((subject) => subject.unit);
    return units.length === 0 ? [] : section(scene, role, units);
  }).join("\n\n");
}

const SECTION_ORDER: readonly SubjectRole[] = ["manager", "owner", "above", "list"];

function section(scene: Scene, role: SubjectRole, units: readonly OrgId[]): readonly string[] {
  const { words } = scene;
  const each = (line: (unit: string, weeks: string, id: OrgId) => string) =>
    units.map((id) => line(nameOf(scene, id), missedText(scene, id), id));
  switch (role) {
    case "manager":
      return [`${each(words.stillThere).join(" ")} ${words.needSupport}`, words.howToAnswer];
    case "owner":
      return [
        words.ownerIntro,
        bullets(each((unit, weeks, id) => words.ownerLine(unit, weeks, pausedUntil(scene, id)))),
      ];
    case "above":
      return each(words.aboveLine);
    case "list": {
      const week = weekText(scene.message.week, scene.lang, todayOf(scene.plan));
      return [words.listIntro(week), bullets(each(words.listLine))];
    }
  }
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}

function missedText(scene: Scene, unit: OrgId): string {
  return scene.words.weeks(Math.max(1, missedWeeks(scene.plan, unit, scene.message.week, scene.state)));
}

/** The planägare sees a pause of whoever answers for the unit: that may be all there is to it. */
function pausedUntil(scene: Scene, unit: OrgId): string | null {
  const today = todayOf(scene.plan);
  const people = cardReaders(scene.plan.facts, unit, today).map((recipient) => recipient.person);
  const pause = scene.state.pauses.find((row) => people.includes(row.email) && row.until >= today);
  return pause ? dateText(pause.until, scene.lang, today) : null;
}

function nameOf(scene: Scene, unit: OrgId): string {
  return escapeMarkdown(orgOf(scene.plan.facts, unit)?.name ?? unit);
}

function momentText(scene: Scene, at: Instant): string {
  const { date, time } = wallAt(at, scene.state.settings.zone);
  return `${dateText(date, scene.lang, todayOf(scene.plan))} ${scene.lang === "en" ? time : `kl. ${timeText(time)}`}`;
}
