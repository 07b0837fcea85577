// Pure. Concepts that were heard and that an answer of this kind has no use for: with them the question was another one.
import type { Intent } from "../schema.ts";
import type { Draft } from "./draft.ts";
import type { Heard } from "./heard.ts";

const ANYWHERE =
  /^(stop|stop_en|talk\.|ask\.(which|has|status|what_if|happens|where|who)$|noun\.|pro\.|lvl\.|word\.state|next\.|oob\.person|chg\.became|doc\.|fix\.must)/;

/** What each intent uses besides. An intent that is not here is not held to anything. */
const USES: Partial<Record<Intent, RegExp>> = {
  status:
    /^(ask\.(define|how_much|source|last|can)|state\.|ind\.known|at\.(describe|short|long)|word\.(judged|outcome)|fig\.effect|group\.month|sup\.closed)/,
  coverage:
    /^(ask\.how_many|rep\.|neg\.not|fig\.(rate|lost)|ask\.(how_much|share|when|last|rank|since)|group\.each|sup\.(most|least)|at\.passed|act\.(card|reminder)|data\.|person\.manager|cmp\.|fig\.gap|state\.done|sup\.contact)/,
  decisions:
    /^(ask\.how_many|dec\.|fig\.(decided|effect)|ask\.(when|why|how_much|last)|neg\.not|state\.|at\.(owner|passed|next|end|start)|cmp\.|person\.|data\.|group\.each|rep\.missing|fix\.mbl|chg\.)/,
  comments:
    /^(at\.|ask\.(why|when|last)|rep\.|state\.|cause\.|fig\.(effect|gap|realised)|word\.|person\.|neg\.not|chg\.|oob\.|data\.|act\.(card|all_green|no_news)|sup\.)/,
  support:
    /^(ask\.how_many|sup\.|talk\.|fig\.budget|state\.|neg\.not|ask\.(since|when|dependents|last|how_much)|rep\.(report|missing|late)|act\.(request|remind)|at\.(passed|comment|done_by)|cause\.awaiting_decision|group\.each|person\.|ask\.depends_on|chg\.|dec\.decision)/,
};

/** The places of what was heard in vain. */
export function unused(heard: Heard, draft: Draft): readonly number[] {
  const uses = USES[draft.query.intent];
  if (!uses) return [];
  return heard.tags
    .filter((tag) => !ANYWHERE.test(tag.concept) && !uses.test(tag.concept))
    .filter((tag) => !isWithin(heard, tag) && !isOtherwiseUsed(heard, tag, uses))
    .map((tag) => tag.start);
}

interface Place {
  readonly start: number;
  readonly end: number;
}

// Part of a name, of a time, or of an amount.
function isWithin(heard: Heard, tag: Place): boolean {
  return [...heard.mentions, ...heard.whens].some((span) => span.start < tag.end && tag.start < span.end);
}

// "Till läget": one word of several meanings, one of which is used.
function isOtherwiseUsed(heard: Heard, tag: Place, uses: RegExp): boolean {
  return heard.tags.some(
    (other) =>
      other.start <= tag.start &&
      tag.end <= other.end &&
      !other.concept.startsWith("stop") &&
      (ANYWHERE.test(other.concept) || uses.test(other.concept)),
  );
}
