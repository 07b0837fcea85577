// One turn, from what happened to what is said. The only place where a handler's errors are caught.

import { inParts } from "../plan/split.ts";
import { messageActivity } from "./content.ts";
import type { Log } from "./deps.ts";
import { faultOf } from "./fault.ts";
import { fetchFile, MAX_FILE_BYTES, putFile } from "./files.ts";
import type { Replies, TeamsHandlers } from "./handlers.ts";
import type { HostRules } from "./hosts.ts";
import type { HttpClient } from "./http.ts";
import type { NotSent } from "./outcome.ts";
import { fileReceived, type Utterance, utterancesOf } from "./replies.ts";
import type { FileConsentTurn, MessageTurn, Turn } from "./turn.ts";
import { NotHeard, type Place, type Voice } from "./voice.ts";
import { brokenWords, fileGoneWords, fileProblemWords, langOf } from "./words.ts";

export interface TurnDeps {
  readonly handlers: TeamsHandlers;
  readonly voice: Voice;
  readonly http: HttpClient;
  readonly fileHosts: HostRules;
  readonly log: Log;
  isMine(key: string): Promise<boolean>;
}

/** Runs a turn that nobody waits for: what comes out is sent. Gives how Teams refused it, else null. Never throws. */
export async function runTurn(deps: TurnDeps, turn: Turn): Promise<NotSent | null> {
  try {
    const replies = await repliesTo(deps, turn);
    if (await deps.isMine(turn.key)) await speak(deps, turn, replies);
    else
      deps.log.warn({ correlation: turn.correlation }, "another has taken up a turn: its answer is left to that one");
    return null;
  } catch (error) {
    return await apologise(deps, turn, error);
  }
}

/** Asks the handler that the turn is for. Throws what it throws. */
export async function repliesTo(deps: TurnDeps, turn: Turn): Promise<Replies> {
  switch (turn.kind) {
    case "message":
      return turn.files.length > 0 ? repliesToFiles(deps, turn) : deps.handlers.message(turn);
    case "submit":
      return deps.handlers.submit(turn, turn.data);
    case "task":
      return deps.handlers.task(turn, turn.data);
    case "installed":
      return deps.handlers.installed(turn, turn.added);
    case "members":
      return deps.handlers.members(turn);
    case "file_consent":
      return giveFile(deps, turn);
  }
}

/** Sends replies to the turn's conversation. */
export async function speak(deps: TurnDeps, turn: Turn, replies: Replies): Promise<void> {
  for (const utterance of utterancesOf(replies)) {
    await utter(deps, turn, utterance);
    await utterance.heard?.();
  }
}

/** A card that can't be replaced is answered with a new message instead; what is too big, with its words in parts. */
async function utter(deps: TurnDeps, turn: Turn, { how, activity, content }: Utterance): Promise<void> {
  const place = placeOf(turn);
  const card = how === "replace" && "card" in turn ? turn.card : null;
  try {
    if (card === null) await deps.voice.say(place, activity);
    else await replaceOrSay(deps, place, card, activity);
  } catch (error) {
    const tooBig = error instanceof NotHeard && error.outcome.outcome === "too_big";
    if (!tooBig || !content) throw error;
    for (const part of inParts(content)) await deps.voice.say(place, messageActivity(part));
  }
}

/** Logs what broke, without personal data, and tells the person once, kindly. Gives how Teams refused that. Never throws. */
export async function apologise(deps: TurnDeps, turn: Turn, error: unknown): Promise<NotSent | null> {
  logFault(deps.log, turn, error);
  // An answer that did not get through won't be helped by another message.
  if (error instanceof NotHeard) return error.outcome;
  const text = brokenWords(langOf(turn.locale), turn.correlation);
  try {
    await deps.voice.say(placeOf(turn), { type: "message", text });
    return null;
  } catch (failure) {
    logFault(deps.log, turn, failure);
    return failure instanceof NotHeard ? failure.outcome : null;
  }
}

export function logFault(log: Log, turn: Turn, error: unknown): void {
  const where = { correlation: turn.correlation, turn: turn.kind, conversation: turn.conversation.kind };
  log.error({ ...where, fault: faultOf(error) }, "a turn failed");
}

function placeOf(turn: Turn): Place {
  return { serviceUrl: turn.serviceUrl, conversationId: turn.conversation.id };
}

async function replaceOrSay(
  deps: TurnDeps,
  place: Place,
  card: string,
  activity: Parameters<Voice["say"]>[1],
): Promise<void> {
  try {
    await deps.voice.replace(place, card, activity);
  } catch (error) {
    const lost =
      error instanceof NotHeard && (error.outcome.outcome === "gone" || error.outcome.outcome === "rejected");
    if (!lost) throw error;
    await deps.voice.say(place, activity);
  }
}

async function repliesToFiles(deps: TurnDeps, turn: MessageTurn): Promise<Replies> {
  const replies: Replies[number][] = [];
  for (const file of turn.files) {
    const fetched = await fetchFile(deps.http, deps.fileHosts, file.downloadUrl);
    if (fetched.ok) replies.push(...(await deps.handlers.file(turn, file.name, fetched.bytes)));
    else replies.push(says(fileProblemWords(langOf(turn.locale), fetched.problem)));
  }
  return replies;
}

/** After yes: makes the file, puts it in the receiver's own OneDrive, and shows it where the offer stood. */
async function giveFile(deps: TurnDeps, turn: FileConsentTurn): Promise<Replies> {
  if (!turn.accepted || !turn.uploadUrl || !turn.file) return [];
  const bytes = await deps.handlers.makeFile(turn, turn.data);
  if (bytes === null || bytes.length > MAX_FILE_BYTES) return [says(fileGoneWords(langOf(turn.locale)))];
  const stored = await putFile(deps.http, deps.fileHosts, turn.uploadUrl, bytes);
  if (!stored) throw new Error("the file was not taken");
  const received = fileReceived(turn.file);
  if (turn.card === null) await deps.voice.say(placeOf(turn), received);
  else await replaceOrSay(deps, placeOf(turn), turn.card, received);
  return [];
}

function says(text: string): Replies[number] {
  return { do: "say", content: { text, card: null } };
}
