// Every card of these verbs is read by Microsoft's own parser, as version 1.5; what it does not know has a fallback.
import { AdaptiveCard, SerializationContext } from "adaptivecards-3";
import { describe, expect, it } from "vitest";
import { renderDialog } from "../../../src/digest/dialog.ts";
import { DIALOGS } from "../../../src/digest/dialogs.ts";
import { renderDigest, renderWithdrawn } from "../../../src/digest/render.ts";
import { LANGS, type SupportRequest } from "../../../src/plan/plan.ts";
import { type Viewer, viewerOf } from "../../../src/plan/rights.ts";
import { requestCard } from "../../../src/support/notice.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";
import { aDigest, MONDAY } from "./a-digest.ts";

const plan = samplePlan(MONDAY);
const snapshot = aDigest(plan);
const viewer = viewerOf(plan.facts, "planagare@region-exempel.example") as Viewer;
const brief = [{ heading: "Effekt", lines: ["en rad"] }];

describe.each(LANGS)("in %s", (lang) => {
  const cards: readonly (readonly [string, object | null])[] = [
    ["the digest", renderDigest(snapshot, lang).card],
    ["a withdrawn digest", renderWithdrawn(snapshot, lang).card],
    ["a support notice", requestCard(plan, plan.book.support.at(-1) as SupportRequest, lang).card],
    ...DIALOGS.map((which) => {
      const about = { page: 1, brief };
      return [`the dialog ${which}`, renderDialog(plan, { ...viewer, lang }, which, snapshot, about).card] as const;
    }),
  ];

  it.each(cards)("%s is a valid card, complete and of one language", (_, card) => {
    expect(card).toMatchObject({ type: "AdaptiveCard", version: "1.5", lang });
    expect(faultsOf(card as object)).toEqual([]);
    expect(JSON.stringify(card)).not.toMatch(/\$\{|undefined|\bnull\b|"text":""/);
  });
});

const IGNORED =
  /^Unknown element type "Chart\.Line"\. Fallback will be used|^Invalid value "(?:sv|en)" for property "lang"/;

/**
 * The parser's complaints, but for an element that it does not know and that has a fallback, and for every second `lang`
 * (its pattern remembers where the last match ended).
 */
function faultsOf(card: object): string[] {
  const context = new SerializationContext();
  new AdaptiveCard().parse(card, context);
  const faults: string[] = [];
  for (let index = 0; index < context.eventCount; index++) {
    const message = context.getEventAt(index).message;
    if (!IGNORED.test(message)) faults.push(message);
  }
  return faults;
}
