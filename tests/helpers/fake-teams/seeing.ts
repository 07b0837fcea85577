// What stands where, and waiting for it.
import { type Acting, say } from "./acting.ts";
import type { Channel, Ledger, Person, Shown } from "./ledger.ts";
import { until } from "./until.ts";

type Place = Person | Channel | Shown;

export function shows(ledger: Ledger, place: Place): Shown[] {
  const id = "conversationId" in place ? place.conversationId : place.id;
  return ledger.standing(id).filter((shown) => shown.by === "bot");
}

export function sees(
  ledger: Ledger,
  place: Place,
  match: RegExp,
  { after, timeoutMs }: { after?: Shown; timeoutMs?: number } = {},
): Promise<Shown> {
  const since = after ? ledger.messages.indexOf(after) : -1;
  const isNewer = (shown: Shown): boolean => since < 0 || ledger.messages.indexOf(shown) > since;
  const look = (): Shown | undefined =>
    shows(ledger, place).findLast((shown) => match.test(shown.text) && isNewer(shown));
  return until(ledger, look, `something that matches ${match}`, timeoutMs);
}

export async function ask(acting: Acting, person: Person, text: string): Promise<Shown> {
  const known = new Set(shows(acting.ledger, person));
  await say(acting, person, text);
  const look = (): Shown | undefined => shows(acting.ledger, person).find((shown) => !known.has(shown));
  return until(acting.ledger, look, `an answer to "${text}"`);
}
