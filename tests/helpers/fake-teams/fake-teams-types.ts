// Types only: what a test can do with the fake Teams, and what comes back.
import type { TeamsSettings } from "../../../src/teams/settings.ts";
import type { Faults, Limits } from "./faults.ts";
import type { Keys } from "./keys.ts";
import type { Channel, Ledger, Person, Shown } from "./ledger.ts";
import type { Inputs } from "./pressing.ts";
import type { Json } from "./read-card.ts";
import type { CallMade } from "./server.ts";

export interface FakeTeamsOptions {
  /** Tokens both ways, signed and checked, as in the real thing. Default: none, as in demo mode. */
  readonly auth?: boolean;
  /** Enforced with 429; default none. */
  readonly limits?: Limits;
}

/** One activity that was handed to the bot, and what it answered. */
export interface Delivery {
  readonly activity: Json;
  readonly status: number;
  readonly body: unknown;
}

/** What came back when a button was pressed. */
export interface Pressed extends Delivery {
  /** The card that took the place of the one that was pressed. */
  readonly card: Shown | null;
  /** A line of text instead of a card. */
  readonly message: string | null;
  readonly dialog: Dialog | null;
}

export interface Dialog {
  readonly title: string;
  readonly card: Json;
  readonly as: Person;
  readonly from: Shown;
}

export interface PressOptions {
  /** Who presses; needed in a channel. */
  readonly as?: Person;
  /** A client that does not know `Action.Execute`: a message with `value` comes instead. */
  readonly older?: boolean;
  /** For a redelivery: the same id, or a new one for the same press. */
  readonly activityId?: string;
}

export interface FakeTeams {
  readonly serviceUrl: string;
  readonly ledger: Ledger;
  readonly faults: Faults;
  readonly calls: CallMade[];
  readonly keys: Keys;
  /** Where the bot listens. */
  connect(botUrl: string): void;
  /** Settings for `createTeams`; the port is any free one. */
  settings(more?: Partial<TeamsSettings>): TeamsSettings;
  /** The same as environment variables, for the real mode. */
  env(): Record<string, string>;

  person(email: string, more?: Partial<Person>): Person;
  channel(name: string, members?: readonly Person[]): Channel;
  block(person: Person): void;
  unblock(person: Person): void;

  /** Hands any activity to the bot; `token` other than the right one: a string, or null for none. */
  deliver(activity: Json, token?: string | null): Promise<Delivery>;
  /** The same delivery again, as Teams does: with the same activity id, or a new one. */
  redeliver(delivery: Delivery, how?: "same id" | "new id"): Promise<Delivery>;
  install(person: Person): Promise<Delivery>;
  uninstall(person: Person): Promise<Delivery>;
  /** Adds the bot to a channel's team. */
  installIn(channel: Channel, by: Person): Promise<Delivery>;
  /** Any other activity in a person's chat; `rest` holds at least `type`. */
  event(person: Person, rest: Json): Promise<Delivery>;
  say(person: Person, text: string): Promise<Delivery>;
  /** Says it and waits for the next thing the bot says in that chat. */
  ask(person: Person, text: string): Promise<Shown>;
  /** Mentions the bot in a new thread, or in the thread of `inThread`. */
  mention(channel: Channel, person: Person, text: string, inThread?: Shown): Promise<Delivery>;
  uploadFile(person: Person, name: string, bytes: Uint8Array): Promise<Delivery>;
  press(card: Shown, title: string | RegExp, inputs?: Inputs, options?: PressOptions): Promise<Pressed>;
  /** Sends a dialog's form. */
  submitDialog(dialog: Dialog, title: string | RegExp, inputs?: Inputs): Promise<Pressed>;
  /** Says yes (or no) to a file; gives the bytes that the bot then put there, or null. */
  answerFileOffer(offer: Shown, accept?: boolean): Promise<Uint8Array | null>;

  /** What stands in a person's chat or a channel, oldest first; the bot's own only. */
  shows(where: Person | Channel | Shown): Shown[];
  /** Waits until the bot's newest message that matches stands there; `after` leaves out what stood before. */
  sees(where: Person | Channel | Shown, match: RegExp, options?: { after?: Shown; timeoutMs?: number }): Promise<Shown>;
  /** Waits until `look` gives something; looks at every change of the ledger. */
  until<T>(look: () => T | null | undefined | false, what: string, timeoutMs?: number): Promise<T>;
  close(): Promise<void>;
}
