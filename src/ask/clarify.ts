// Pure. The choices of a question that fits several things.
import { measureOf } from "../plan/facts.ts";
import { orgOf } from "../plan/organisation.ts";
import type { MeasureId, OrgId } from "../plan/plan.ts";
import { mayReadText } from "../plan/rights.ts";
import type { Choice } from "./answer.ts";
import type { AskContext } from "./context.ts";
import type { Understanding } from "./grammar/understanding.ts";
import { type Asked, kept, plain, refused } from "./plain-answer.ts";
import { measureName, orgName, type World } from "./run/world.ts";
import * as talk from "./words/talk-words.ts";

const MOST_CHOICES = 4;

export function clarified(
  world: World,
  asked: Extract<Understanding, { is: "clarify" }>,
  context: AskContext | null,
): Asked {
  // What the asker may not see is no choice either.
  const measures = asked.measures.filter((id) => !world.hidden.has(id));
  if (measures.length === 0 && asked.orgs.length === 0) return refused(world, "undecided", [], context);
  // Whichever was meant, the asker may read none of them.
  const mayRead = world.whole.facts.orgs.some((org) => mayReadText(world.whole.facts, world.viewer, org.id));
  if (asked.intent === "comments" && !mayRead) return refused(world, "comments", [], context);
  const all: Choice[] = [
    ...measures.map((id) => choiceOfMeasure(world, id)),
    ...asked.orgs.map((id) => choiceOfOrg(world, id)),
  ];
  const choices = all.slice(0, MOST_CHOICES);
  const text = talk.clarifyText(
    world.lang,
    asked.words,
    choices.map((choice) => choice.label),
    all.length - choices.length,
  );
  const pending = {
    text: asked.asked.slice(0, 600),
    measures: [...measures].slice(0, 100),
    orgs: [...asked.orgs].slice(0, 100),
  };
  const answer = plain(world, "clarify", text, { choices, followUps: choices.map((choice) => choice.label) });
  return { answer, context: { ...kept(world, context), pending }, unknownWords: [], sure: true };
}

function choiceOfMeasure(world: World, id: MeasureId): Choice {
  const measure = measureOf(world.plan.facts, id);
  return { label: measure ? measureName(measure) : id, measures: [id], orgs: [] };
}

function choiceOfOrg(world: World, id: OrgId): Choice {
  const org = orgOf(world.plan.facts, id);
  const twins = world.plan.facts.orgs.filter((other) => other.name === org?.name).length;
  const parent = org?.parent ? orgName(world, org.parent) : null;
  return {
    label: twins > 1 && parent ? `${org?.name ?? id} (${parent})` : (org?.name ?? id),
    measures: [],
    orgs: [id],
  };
}
