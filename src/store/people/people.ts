// Types of the group `people`: who has been met in Teams, how they are reached, and the bound channel.
import type { Instant, IsoDate } from "../../lib/time.ts";
import type { Email } from "../../plan/plan.ts";

/** A person met in Teams, keyed by tenant + Entra object id: one person can have several conversation ids. */
export interface SeenPerson {
  readonly tenant: string;
  readonly aadObjectId: string;
  /** `29:…`, what the connector calls the person. */
  readonly teamsId: string | null;
  /** As matched by UPN or mail; null: not matched. */
  readonly email: Email | null;
  /** The latest personal chat. */
  readonly conversation: string | null;
  readonly serviceUrl: string | null;
  readonly installed: boolean;
  /** In the bound team's roster. */
  readonly inRoster: boolean;
  readonly lastHeard: Instant | null;
  /** Why the last send was refused (403/404 classes); cleared when the person is heard from. */
  readonly unreachable: string | null;
}

export interface MetPerson extends SeenPerson {
  /** Whether there is a message of which nobody knows whether it reached the person. */
  readonly unsure: boolean;
}

export interface PersonKey {
  readonly tenant: string;
  readonly aadObjectId: string;
}

/** What is left out stays as it was. */
export interface Sighting extends PersonKey {
  readonly teamsId?: string;
  readonly email?: Email;
  readonly conversation?: string;
  readonly serviceUrl?: string;
  readonly installed?: boolean;
  /** The person said or pressed something: clears `unreachable`. */
  readonly heard?: Instant;
}

export interface BoundChannel {
  readonly name: "management";
  readonly tenant: string;
  readonly team: string;
  /** The channel's conversation id, `19:…`. */
  readonly channel: string;
  readonly serviceUrl: string;
  readonly by: string;
  readonly at: Instant;
}

export interface Pause {
  readonly email: Email;
  /** Last day without reminders. */
  readonly until: IsoDate;
}

export interface PeopleStore {
  saw(sighting: Sighting): Promise<SeenPerson>;
  find(key: PersonKey): Promise<MetPerson | null>;
  /** The one heard from last, where several accounts match. */
  findByEmail(email: Email): Promise<SeenPerson | null>;
  /** The same for many, in one statement; who has not been met is left out. */
  findByEmails(emails: readonly Email[]): Promise<ReadonlyMap<Email, SeenPerson>>;
  /** The chat that a first contact has opened, at the bound channel's service; one that is known already stays. */
  rememberChat(email: Email, conversation: string): Promise<void>;
  list(): Promise<readonly SeenPerson[]>;
  markUnreachable(key: PersonKey, code: string): Promise<void>;
  /** The team's members as of now: who is not in the list is no longer in the roster. */
  saveRoster(
    members: readonly (PersonKey & { readonly teamsId: string; readonly email: Email | null })[],
  ): Promise<void>;

  /** Logged. A second binding of the same name replaces the first. */
  bindChannel(channel: BoundChannel): Promise<void>;
  boundChannel(name: BoundChannel["name"]): Promise<BoundChannel | null>;

  /** Pauses a person's reminders through `until`; null ends the pause. Logged. */
  pause(email: Email, until: IsoDate | null, by: string, at: Instant): Promise<void>;
  /** Pauses that hold on `today`. */
  pauses(today: IsoDate): Promise<readonly Pause[]>;
}
