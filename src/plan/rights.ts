// Pure. Who may see what (the table of answers.md), applied where rows are fetched. CONTRACT – bodies to come.
import type { Email, Lang, OrgId, Role } from "./plan.ts";

/** The one who asks, and where the answer will be read. */
export interface Viewer {
  readonly email: Email;
  readonly lang: Lang;
  readonly roles: readonly { readonly role: Role; readonly org: OrgId }[];
  /** An answer in a channel is limited to what the ledningsgrupp may see, never a person's name. */
  readonly channel: boolean;
}
