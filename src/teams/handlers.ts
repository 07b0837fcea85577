// Types only: what the bot answers with, and who answers. Nothing here knows the SDK.
import type { Content } from "../plan/message.ts";
import type { CardData, FileConsentTurn, InstallTurn, MembersTurn, MessageTurn, SubmitTurn, TaskTurn } from "./turn.ts";

export type Reply =
  /** A new message in the conversation (in a channel: in the thread). At most three suggestions, dropped beside a card. */
  | {
      readonly do: "say";
      readonly content: Content;
      readonly suggestions?: readonly string[];
      /** Called once Teams has taken it. */
      readonly heard?: () => Promise<void>;
    }
  /** Puts this in place of the card that was pressed; a new message when nothing was pressed. */
  | { readonly do: "replace"; readonly content: Content }
  /** Answer to `task`: a dialog that only the one who pressed sees. */
  | {
      readonly do: "dialog";
      readonly title: string;
      readonly card: object;
      readonly size?: "small" | "medium" | "large";
    }
  /** Answer to `task`: closes the dialog, with a short line if given. */
  | { readonly do: "close"; readonly text?: string }
  /** Offers a file in a personal chat; when accepted, `makeFile` is asked for its bytes with the same `data`. */
  | {
      readonly do: "offer_file";
      readonly name: string;
      readonly description: string;
      readonly sizeBytes: number;
      readonly data: CardData;
    };

export type Replies = readonly Reply[];

/**
 * The bot's mind, as the transport sees it. Each is called once per delivery (the inbox has removed repeats of the same
 * activity id); a repeat with a new activity id is for the handler to know, by the nonce in its card data.
 * A throw becomes one kind sentence with the correlation id.
 */
export interface TeamsHandlers {
  message(turn: MessageTurn): Promise<Replies>;
  submit(turn: SubmitTurn, data: CardData): Promise<Replies>;
  task(turn: TaskTurn, data: CardData): Promise<Replies>;
  installed(turn: InstallTurn, added: boolean): Promise<Replies>;
  members(turn: MembersTurn): Promise<Replies>;
  /** A file was sent to the bot; once per file, instead of `message`. */
  file(turn: MessageTurn, name: string, bytes: Uint8Array): Promise<Replies>;
  /** The bytes of a file that was offered and accepted; null when there is nothing to give any longer. */
  makeFile(turn: FileConsentTurn, data: CardData): Promise<Uint8Array | null>;
}
