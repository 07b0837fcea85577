// Does what a person has said Ja to. Rights are checked here again, at this second: the question may be half an hour old.
import { saveChatReport } from "../collect/collect.ts";
import { correctDigest, previewDigest, withdrawDigest } from "../digest/digest.ts";
import { addDays, type IsoDate } from "../lib/time.ts";
import type { Action } from "../plan/action.ts";
import { measureOf } from "../plan/facts.ts";
import { dateText } from "../plan/format.ts";
import type { Content } from "../plan/message.ts";
import { todayOf } from "../plan/moment.ts";
import { orgOf } from "../plan/organisation.ts";
import { nameOf, rolesOf } from "../plan/people.ts";
import { maySteer } from "../plan/rights.ts";
import { changeSetting, remind } from "../remind/remind.ts";
import { verifyEffect } from "../revise/revise.ts";
import { requestSupport } from "../support/support.ts";
import type { Replies } from "../teams/teams.ts";
import { offerExport } from "./export.ts";
import type { Doing } from "./present.ts";
import { reviseDeps } from "./revise-deps.ts";
import { settleUnsure } from "./settle.ts";
import { setDeputy } from "./stand-in.ts";
import { supportDeps } from "./support-deps.ts";
import { showTestRound } from "./test-round.ts";
import { type AppWords, WORDS } from "./words.ts";
import { rhythmNow, saveRhythm } from "./world.ts";

/** What is said when it is done, or why it is not. */
export async function perform(doing: Doing, action: Action): Promise<Replies> {
  const { office, viewer, id } = doing;
  const { now } = doing.plan;
  switch (action.do) {
    case "report": {
      const saved = await saveChatReport(office.collect, viewer, action, now, id);
      if (saved.outcome === "saved") office.refreshCopies(action.unit, action.week, null);
      return say(saved.outcome === "refused" ? text(saved.text) : saved.content);
    }
    case "remind": {
      if (!maySteer(doing.plan.facts, viewer)) return say(text(words(doing).notYours));
      const { messages } = await remind(office.remind, { ...action, cause: `asked:${id}` }, now);
      office.wake();
      return say(text(words(doing).reminded(messages.length)));
    }
    case "support":
      return say(
        (await requestSupport(supportDeps(office.world, office.wake), viewer, action.unit, action.type, now)).content,
      );
    case "export":
      return offerExport(doing, action);
    case "pause_reminders":
      return say(text(await pause(doing, action.until)));
    case "deputy":
      return say(text(await appointDeputy(doing, action)));
    case "bind_channel":
      return say(text(await bindChannel(doing)));
    case "set":
      return say(text(await changeTheRhythm(doing, action.key, action.value)));
    case "alias":
      return say(text(await addAlias(doing, action)));
    case "verify":
      return say(text(await verify(doing, action)));
    case "preview_digest":
      return say((await previewDigest(office.digest, viewer, action.week, now)).content);
    case "withdraw_digest":
      return say(await withdraw(doing, action.week));
    case "correct_digest":
      return say(await correct(doing, action.week));
    case "settle_unsure":
      return say(text(await settleUnsure(doing, action)));
    case "test_round":
      return showTestRound(doing);
  }
}

function say(content: Content): Replies {
  return [{ do: "say", content }];
}

function text(words: string): Content {
  return { text: words, card: null };
}

function words({ viewer }: Doing): AppWords {
  return WORDS[viewer.lang];
}

const LONGEST_PAUSE_DAYS = 21;

async function pause(doing: Doing, until: IsoDate): Promise<string> {
  const { viewer, plan, office } = doing;
  const today = todayOf(plan);
  if (until < today || until > addDays(today, LONGEST_PAUSE_DAYS)) return words(doing).pauseTooLong;
  await office.world.store.people.pause(viewer.email, until, viewer.email, plan.now);
  return words(doing).paused(dateText(until, viewer.lang, today));
}

async function appointDeputy(doing: Doing, period: Extract<Action, { do: "deputy" }>): Promise<string> {
  const { viewer, plan, office } = doing;
  const { deputy, from, to } = period;
  const today = todayOf(plan);
  if (deputy === viewer.email) return words(doing).deputySelf;
  if (rolesOf(plan.facts, deputy).length === 0) return words(doing).deputyUnknown;
  if (from > to || to < today) return words(doing).deputyDates;
  await setDeputy(office.world, plan, { email: viewer.email, deputy, from, to }, plan.now);
  office.wake();
  const who = nameOf(plan.facts, deputy) ?? deputy;
  return words(doing).deputySet(who, dateText(from, viewer.lang, today), dateText(to, viewer.lang, today));
}

async function bindChannel(doing: Doing): Promise<string> {
  const { viewer, plan, office, turn } = doing;
  if (!maySteer(plan.facts, viewer)) return words(doing).notYours;
  const { kind, channel, team } = turn.conversation;
  if (kind !== "channel" || channel === null) return words(doing).onlyInChannel;
  await office.bindChannel(turn, { channel, team: team ?? channel }, viewer.email);
  return words(doing).channelBound;
}

async function changeTheRhythm(doing: Doing, key: string, value: unknown): Promise<string> {
  const { viewer, plan, office } = doing;
  if (!maySteer(plan.facts, viewer)) return words(doing).notYours;
  const changed = changeSetting(await rhythmNow(office.world), key, value, viewer.lang);
  if (!changed.ok) return changed.text;
  await saveRhythm(office.world, changed.settings, viewer.email);
  office.wake();
  return words(doing).settingSaved;
}

async function addAlias(doing: Doing, { alias, measure, org }: Extract<Action, { do: "alias" }>): Promise<string> {
  const { viewer, plan, office } = doing;
  if (!maySteer(plan.facts, viewer)) return words(doing).notYours;
  await office.world.store.plan.addAlias({ alias, measure, org }, viewer.email, plan.now);
  const title = measure ? measureOf(plan.facts, measure)?.title : org && orgOf(plan.facts, org)?.name;
  return words(doing).aliasAdded(alias, title ?? "");
}

async function verify(doing: Doing, action: Extract<Action, { do: "verify" }>): Promise<string> {
  const { office, viewer, plan } = doing;
  const outcome = await verifyEffect(reviseDeps(office.world), viewer, action, plan.now);
  return words(doing).verifyDone[outcome];
}

async function withdraw(doing: Doing, week: Extract<Action, { do: "withdraw_digest" }>["week"]): Promise<Content> {
  const { office, viewer, plan } = doing;
  const { done, content } = await withdrawDigest(office.digest, viewer, week, plan.now);
  if (done) office.wake();
  return content;
}

async function correct(doing: Doing, week: Extract<Action, { do: "correct_digest" }>["week"]): Promise<Content> {
  const { office, viewer, plan } = doing;
  const { done, content } = await correctDigest(office.digest, viewer, week, plan.now);
  if (done) office.wake();
  return content;
}
