// Types only: one thing that happened in Teams, in our own words. `parse-turn.ts` makes it out of an activity.

export type ConversationKind = "personal" | "group" | "channel";

export interface Conversation {
  /** As Teams names it; in a channel with `;messageid=<root>` when it happened in a thread. Send here to answer. */
  readonly id: string;
  readonly kind: ConversationKind;
  /** `19:…@thread.tacv2` of the team, in channels. */
  readonly team: string | null;
  /** `19:…@thread.tacv2` of the channel, in channels: what a bound channel is known by. */
  readonly channel: string | null;
  /** The name Teams gave along with it, if any. */
  readonly channelName: string | null;
  /** Activity id of the message that began the thread, in channels. */
  readonly thread: string | null;
}

/** Who did it. A person is known by `tenant` + `aadId`; the other two are for show and for mentions. */
export interface Sender {
  readonly tenant: string;
  /** Entra object id, lower case; null for bots and guests without one. */
  readonly aadId: string | null;
  /** Teams' own id, `29:…`: differs between bots. */
  readonly teamsId: string;
  readonly name: string | null;
}

interface TurnFacts {
  /** Unique per delivery: conversation and activity id. The inbox is keyed by it. */
  readonly key: string;
  /** What the person is told and the log shows when something breaks. */
  readonly correlation: string;
  readonly activityId: string;
  readonly from: Sender;
  readonly conversation: Conversation;
  /** Where to send; remember it for messages that the bot sends on its own. */
  readonly serviceUrl: string;
  /** `sv-SE`, as the person's Teams is set. */
  readonly locale: string | null;
}

export interface SharedFile {
  readonly name: string;
  /** Pre-authorised, short-lived; never logged. */
  readonly downloadUrl: string;
}

/** Someone wrote something. */
export interface MessageTurn extends TurnFacts {
  readonly kind: "message";
  /** Mentions of the bot taken out, white space trimmed. May be empty. */
  readonly text: string;
  /** Whether the bot was mentioned; in a personal chat always true. */
  readonly toBot: boolean;
  readonly files: readonly SharedFile[];
}

/** What a card's button carries: its `data` merged with the inputs. From outside: parse it with zod. */
export type CardData = Readonly<Record<string, unknown>>;

/** Someone pressed a button of a card: `Action.Execute`, or the older `Action.Submit` where that is all there is. */
export interface SubmitTurn extends TurnFacts {
  readonly kind: "submit";
  readonly via: "execute" | "submit";
  /** The verb of `Action.Execute`; null for `Action.Submit` (put what you need in `data`). */
  readonly verb: string | null;
  readonly data: CardData;
  /** Activity id of the card that was pressed, when Teams said it. */
  readonly card: string | null;
}

/** Someone opened a dialog from a card (`fetch`), or sent its form (`submit`). Only that person sees the answer. */
export interface TaskTurn extends TurnFacts {
  readonly kind: "task";
  readonly phase: "fetch" | "submit";
  readonly data: CardData;
}

/** The app was installed for a person, chat or team (or taken away). May come again and again. */
export interface InstallTurn extends TurnFacts {
  readonly kind: "installed";
  readonly added: boolean;
}

/** Members came or left. May come again and again. `botAdded`: the bot itself is among those added. */
export interface MembersTurn extends TurnFacts {
  readonly kind: "members";
  readonly botAdded: boolean;
  readonly botRemoved: boolean;
  /** Entra object ids, where Teams gave them. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Someone said yes or no to receiving a file that the bot offered (`Reply` "offer_file"). */
export interface FileConsentTurn extends TurnFacts {
  readonly kind: "file_consent";
  readonly accepted: boolean;
  readonly data: CardData;
  readonly card: string | null;
  /** Pre-authorised; null when declined. */
  readonly uploadUrl: string | null;
  readonly file: {
    readonly name: string;
    readonly contentUrl: string;
    readonly uniqueId: string;
    readonly fileType: string;
  } | null;
}

export type Turn = MessageTurn | SubmitTurn | TaskTurn | InstallTurn | MembersTurn | FileConsentTurn;
