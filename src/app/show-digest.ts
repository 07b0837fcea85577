// "Visa sammanfattningen för v. 46": the digest once more, exactly as it was posted.
import { shownDigest } from "../digest/digest.ts";
import { weekText } from "../plan/format.ts";
import { todayOf } from "../plan/moment.ts";
import type { Week } from "../plan/week.ts";
import type { Replies } from "../teams/teams.ts";
import type { Turn } from "../teams/turn.ts";
import type { Office } from "./office.ts";
import type { Present } from "./present.ts";
import { WORDS } from "./words.ts";

/** To one who may see it. In channels only where digests are posted: others may be read by anybody. */
export async function showDigest(
  { world }: Office,
  { plan, viewer }: Present,
  { conversation }: Turn,
  week: Week,
): Promise<Replies> {
  const words = WORDS[viewer.lang];
  const { digests, people } = world.store;
  if (conversation.kind !== "personal") {
    const bound = await people.boundChannel("management");
    if (bound === null || bound.channel !== conversation.channel) return say(words.onlyInPersonalChat);
  }
  const kept = await digests.find(week);
  if (!kept?.posted) return say(words.noDigest(weekText(week, viewer.lang, todayOf(plan))));
  return [{ do: "say", content: shownDigest(kept) }];
}

function say(text: string): Replies {
  return [{ do: "say", content: { text, card: null } }];
}
