// Pure. Who takes part in a measure, with which share, and who leads its owner.
import { percentOf, type Sek } from "../../plan/amount.ts";
import { participationsOf } from "../../plan/facts.ts";
import { listText } from "../../plan/format.ts";
import { isUnder } from "../../plan/organisation.ts";
import { nearestPeople } from "../../plan/people.ts";
import type { Measure, OrgId } from "../../plan/plan.ts";
import { mayKnowName } from "../../plan/rights.ts";
import * as dependsWords from "../words/depends-words.ts";
import * as words from "../words/measure-words.ts";
import { spreadText } from "./measure-status.ts";
import type { Of, Pen, Result } from "./pen.ts";
import { measureName, orgName, type World } from "./world.ts";

export function chiefLines(world: World, measure: Measure): string[] {
  const people = nearestPeople(world.whole.facts, measure.owner, "line_manager").filter(
    (person) => person.org === measure.owner && mayKnowName(world.whole.facts, world.viewer, person.email),
  );
  return people.length === 0
    ? []
    : [
        words.responsiblePerson(
          world.lang,
          listText(
            people.map((person) => person.name),
            world.lang,
          ),
        ),
      ];
}

export function unitShare(world: World, measure: Measure, orgs: readonly OrgId[], pen: Pen): Result {
  const rows = participationsOf(world.plan.facts, measure.id).filter((row) =>
    orgs.some((org) => isUnder(world.plan.facts, row.unit, org)),
  );
  const known = rows.flatMap((row) => row.share ?? []);
  const who = orgs.map((org) => orgName(world, org)).join(", ");
  if (known.length === 0) return { lines: [dependsWords.noShare(world.lang, who, measureName(measure))], orgs };
  const share = known.reduce((sum, one) => sum + one, 0) as Sek;
  const of: Of = { subject: orgs[0] as OrgId, filter: `andel av ${measure.id}` };
  const percent = measure.decided ? percentOf(share, measure.decided) : null;
  return {
    lines: [
      dependsWords.shareLine(
        world.lang,
        who,
        measureName(measure),
        pen.mkr("decided", share, of),
        measure.decided === null ? null : pen.mkr("decided", measure.decided, { subject: measure.id }),
        percent === null ? null : pen.percent("share", percent, of),
      ),
    ],
    orgs,
  };
}

export function participants(world: World, measure: Measure, pen: Pen): Result {
  const rows = participationsOf(world.plan.facts, measure.id);
  const name = measureName(measure);
  if (rows.length === 0)
    return { lines: [dependsWords.onlyOwner(world.lang, name, orgName(world, measure.owner))], orgs: [measure.owner] };
  const list = rows.map(
    (row) =>
      `${orgName(world, row.unit)}${row.share === null ? "" : ` (${pen.mkr("decided", row.share, { subject: row.unit, filter: `andel av ${measure.id}` })})`}`,
  );
  const spread = spreadText(world, measure, world.week);
  return {
    lines: [
      dependsWords.participantsText(
        world.lang,
        name,
        pen.count("count", rows.length, { subject: measure.id, filter: "deltagande enheter" }),
        listText(list, world.lang),
      ),
      ...(spread ? [words.spreadLine(world.lang, spread)] : []),
    ],
    orgs: rows.map((row) => row.unit),
  };
}
