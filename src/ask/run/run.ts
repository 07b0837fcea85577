// Pure. A typed query → what the plan says, within what the asker may see.
import { measureOf } from "../../plan/facts.ts";
import { isUnder, orgOf, regionOf } from "../../plan/organisation.ts";
import type { PlanQuery } from "../schema.ts";
import * as talk from "../words/talk-words.ts";
import { asOf } from "./as-of.ts";
import { runCauses } from "./causes.ts";
import { runChanges } from "./changes.ts";
import { runChangeLog, runComments } from "./comments.ts";
import { runCompare } from "./compare.ts";
import { runCoverage } from "./coverage.ts";
import { runAssignments, runDecisions } from "./decisions.ts";
import { runAtRisk, runDependents, runDependsOn } from "./depends.ts";
import { runDetail } from "./detail.ts";
import { runFigure } from "./figure.ts";
import { runNeeded, runReach } from "./goal.ts";
import { runBreakdown, runRank } from "./group.ts";
import { runGuard } from "./guard-list.ts";
import { runBudget, runIndicator } from "./indicator.ts";
import { ownUnits, runCount, runList } from "./list.ts";
import { runMilestones } from "./milestones.ts";
import { runDeadline, runMissed } from "./missed.ts";
import type { Pen, Result } from "./pen.ts";
import { runOrgList, runPersons } from "./people.ts";
import { runSeries } from "./series.ts";
import { runShare } from "./share.ts";
import { runSince } from "./since.ts";
import { runStaffing } from "./staffing.ts";
import { runStatus } from "./status.ts";
import { runSupport } from "./support.ts";
import { runDataAge, runDefinition, runNegotiation, runPlanInfo, runSource, runTrust } from "./talk.ts";
import { runUpcoming } from "./upcoming.ts";
import { runWhatIf } from "./what-if.ts";
import { runWhy } from "./why.ts";
import type { World } from "./world.ts";

/** Ids that the plan does not hold are dropped; those hidden from the asker are refused. */
export function runQuery(world: World, asked: PlanQuery, pen: Pen): Result {
  if (asked.measures.length > 0 && asked.measures.every((id) => world.hidden.has(id)))
    return { lines: [], refuse: "undecided" };
  const query: PlanQuery = {
    ...asked,
    measures: asked.measures.filter((id) => measureOf(world.plan.facts, id) !== null),
    orgs: asked.orgs.filter((id) => orgOf(world.plan.facts, id) !== null),
  };
  return dispatch(asOf(world, query), withOwn(world, query), pen);
}

const OF_OWN: ReadonlySet<string> = new Set([
  "status",
  "figure",
  "series",
  "breakdown",
  "rank",
  "share",
  "why",
  "changes",
  "guard",
  "at_risk",
  "needed",
  "reach",
  "causes",
  "milestones",
  "upcoming",
  "compare",
  "decisions",
  "assignments",
  "persons",
]);

// "Hur går det för oss?": of the asker's own part, which for those who reach the whole plan is the plan.
function withOwn(world: World, query: PlanQuery): PlanQuery {
  if (query.mine && query.orgs.length > 1) {
    const tree = ownUnits(world);
    const inTree = query.orgs.filter((org) => tree.some((own) => isUnder(world.whole.facts, org, own)));
    return inTree.length > 0 ? { ...query, orgs: inTree } : query;
  }
  if (!query.mine || query.orgs.length > 0 || query.measures.length > 0 || !OF_OWN.has(query.intent)) return query;
  const own = ownUnits(world);
  const region = regionOf(world.plan.facts)?.id;
  return own.includes(region as never) ? query : { ...query, orgs: [...own].slice(0, 10) };
}

function dispatch(world: World, query: PlanQuery, pen: Pen): Result {
  switch (query.intent) {
    case "status":
      return runStatus(world, query, pen);
    case "figure":
      return runFigure(world, query, pen);
    case "series":
      return runSeries(world, query, pen);
    case "breakdown":
      return runBreakdown(world, query, pen);
    case "rank":
      return runRank(world, query, pen);
    case "list":
      return runList(world, query, pen);
    case "count":
      return runCount(world, query, pen);
    case "share":
      return runShare(world, query, pen);
    case "compare":
      return runCompare(world, query, pen);
    case "why":
      return runWhy(world, query, pen);
    case "since":
      return runSince(world, query);
    case "changes":
      return runChanges(world, query, pen);
    case "depends_on":
      return runDependsOn(world, query, pen);
    case "dependents":
      return runDependents(world, query, pen);
    case "at_risk":
      return runAtRisk(world, query, pen);
    case "needed":
      return runNeeded(world, query, pen);
    case "reach":
      return runReach(world, query, pen);
    case "what_if":
      return runWhatIf(world, query, pen);
    case "detail":
      return runDetail(world, query, pen);
    case "staffing":
      return runStaffing(world, query, pen);
    case "guard":
      return runGuard(world, query, pen);
    case "coverage":
      return runCoverage(world, query, pen);
    case "missed":
      return runMissed(world, query, pen);
    case "comments":
      return runComments(world, query);
    case "change_log":
      return runChangeLog(world, query);
    case "support":
      return runSupport(world, query, pen);
    case "decisions":
      return runDecisions(world, query, pen);
    case "assignments":
      return runAssignments(world, query, pen);
    case "milestones":
      return runMilestones(world, query, pen);
    case "upcoming":
      return runUpcoming(world, query);
    case "persons":
      return runPersons(world, query);
    case "causes":
      return runCauses(world, query, pen);
    case "indicator":
      return runIndicator(world, query, pen);
    case "budget":
      return runBudget(world, query, pen);
    case "definition":
      return runDefinition(world, query, pen);
    case "data_age":
      return runDataAge(world, query);
    case "source":
      return runSource(world, query, pen);
    case "trust":
      return runTrust(world, query, pen);
    case "org_list":
      return runOrgList(world, query, pen);
    case "plan_info":
      return runPlanInfo(world);
    case "deadline":
      return runDeadline(world, query);
    case "public":
      return { lines: [talk.PUBLIC[world.lang]] };
    case "negotiation":
      return runNegotiation(world, query);
    case "help":
      return { lines: [talk.HELP[world.lang]], followUps: talk.EXAMPLES[world.lang] };
    case "hello":
      return { lines: [talk.HELLO[world.lang]], followUps: talk.EXAMPLES[world.lang] };
    case "thanks":
      return { lines: [talk.THANKS[world.lang]] };
    case "about_bot":
      return { lines: [talk.ABOUT[world.lang]] };
  }
}
