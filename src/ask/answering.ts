// Pure. What was understood → an answer and the thread that goes on from it.
import { throughText } from "../plan/format.ts";
import type { Lang, Plan } from "../plan/plan.ts";
import { decideWish } from "./act.ts";
import type { Answer } from "./answer.ts";
import { clarified } from "./clarify.ts";
import type { AskContext } from "./context.ts";
import type { Understanding } from "./grammar/understanding.ts";
import { type Asked, EMPTY, kept, plain, refused, unknown } from "./plain-answer.ts";
import { newPen, type Pen, type Result } from "./run/pen.ts";
import { runQuery } from "./run/run.ts";
import { understoodOf } from "./run/understood.ts";
import { dataDates, type World } from "./run/world.ts";
import type { PlanQuery } from "./schema.ts";
import { askSave, ask as askYesNo } from "./words/action-words.ts";
import { asOfText, FIGURE_LABELS } from "./words/effect-words.ts";
import { nextQuestions } from "./words/next-words.ts";
import * as talk from "./words/talk-words.ts";

export function refusedStranger(lang: Lang, plan: Plan): Asked {
  const answer: Answer = {
    kind: "refuse",
    lang,
    text: talk.REFUSALS.not_in_plan[lang],
    facts: [],
    measures: [],
    orgs: [],
    choices: [],
    asOf: EMPTY,
    query: null,
    followUps: [],
  };
  return {
    answer,
    context: { query: null, listed: { measures: [], orgs: [] }, pending: null, lang, at: plan.now },
    unknownWords: [],
    sure: true,
  };
}

export function answered(world: World, understood: Understanding, context: AskContext | null): Asked {
  switch (understood.is) {
    case "refuse":
      return refused(world, understood.why, [], context);
    case "unknown":
      return unknown(world, understood.words, context);
    case "clarify":
      return clarified(world, understood, context);
    case "wish":
      return wished(world, understood, context);
    case "explain":
      return explained(world, understood.query, context);
    case "query":
      return run(world, understood.query, context, understood.sure);
  }
}

// "Hur förstod du frågan?": the query of the turn before, in words.
function explained(world: World, query: PlanQuery, context: AskContext | null): Asked {
  return {
    answer: plain(world, "answer", understoodOf(world, query), { query }),
    context: kept(world, context),
    unknownWords: [],
    sure: true,
  };
}

export function run(world: World, query: PlanQuery, context: AskContext | null, sure: boolean): Asked {
  const pen = newPen(world);
  const result = runQuery(world, query, pen);
  if (result.refuse) return refused(world, result.refuse, result.lines, context);
  if (result.lines.length === 0) return unknown(world, [], context);
  const text = [...result.lines, ...asOfLine(world, query, result)].join("\n");
  const answer: Answer = {
    kind: "answer",
    lang: world.lang,
    text,
    facts: pen.facts.filter((fact) => Number.isFinite(fact.value)),
    measures: result.measures ?? [],
    orgs: result.orgs ?? [],
    choices: [],
    asOf: dataDates(world),
    query,
    followUps: (result.followUps ?? nextQuestions(world.lang, query)).slice(0, 3),
    understood: understoodOf(world, query),
    ...(result.chart && { chart: result.chart }),
    ...headlineOf(world, query, pen),
  };
  return { answer, context: threadAfter(world, query, answer), unknownWords: [], sure };
}

const HEADS: Partial<Record<PlanQuery["intent"], readonly string[]>> = {
  figure: [],
  share: ["share"],
  needed: ["needed_per_month"],
  at_risk: ["at_risk"],
  reach: ["forecast"],
  trust: ["realised"],
  count: ["count"],
  coverage: ["coverage_rate"],
  staffing: [],
  what_if: ["what_if"],
};

function headlineOf(world: World, query: PlanQuery, pen: Pen): Pick<Answer, "headline"> {
  const names = HEADS[query.intent];
  // A series has no one figure to show large.
  if (!names || (query.intent === "staffing" && (query.group === "month" || query.group === "week"))) return {};
  const supposed = query.intent === "what_if" ? names : [];
  const name = [...supposed, ...query.figures, ...names, "realised"].find((one) => pen.written.has(one));
  if (!name) return {};
  const label = Object.hasOwn(FIGURE_LABELS, name) ? FIGURE_LABELS[name as keyof typeof FIGURE_LABELS][world.lang] : "";
  return { headline: { value: pen.written.get(name) ?? "", label } };
}

// Figure or fact first, then period and data date.
function asOfLine(world: World, query: PlanQuery, result: Result): string[] {
  const isMoney = [
    "status",
    "figure",
    "compare",
    "breakdown",
    "rank",
    "list",
    "share",
    "why",
    "needed",
    "reach",
    "trust",
    "series",
  ].includes(query.intent);
  return isMoney && result.lines.length > 0
    ? [asOfText(world.lang, throughText(world.through, world.lang, world.today))]
    : [];
}

const UNTHREADED: ReadonlySet<string> = new Set([
  "help",
  "hello",
  "thanks",
  "about_bot",
  "public",
  "definition",
  "data_age",
  "source",
  "plan_info",
  "deadline",
]);

function threadAfter(world: World, query: PlanQuery, answer: Answer): AskContext {
  const listed = { measures: answer.measures.slice(0, 200), orgs: answer.orgs.slice(0, 200) };
  return {
    query: UNTHREADED.has(query.intent) ? null : query,
    listed,
    pending: null,
    lang: world.lang,
    at: world.whole.now,
  };
}

function wished(world: World, asked: Extract<Understanding, { is: "wish" }>, context: AskContext | null): Asked {
  const outcome = decideWish(world, asked.wish, asked.heard, asked.prefer);
  switch (outcome.is) {
    case "refuse":
      return refused(world, outcome.why, [], context);
    case "unknown":
      return unknown(world, outcome.words ?? [], context);
    case "show":
      return {
        answer: plain(world, "answer", outcome.line, { digest: outcome.digest }),
        context: kept(world, context),
        unknownWords: [],
        sure: true,
      };
    case "tell":
      return {
        answer: plain(world, "answer", outcome.lines.join("\n"), { orgs: outcome.orgs }),
        context: kept(world, context),
        unknownWords: [],
        sure: true,
      };
    case "clarify": {
      const pending = {
        text: asked.asked.slice(0, 600),
        measures: [],
        orgs: outcome.choices.flatMap((choice) => choice.orgs),
      };
      const text = [outcome.line, ...outcome.choices.map((choice) => `• ${choice.label}`)].join("\n");
      return {
        answer: plain(world, "clarify", text, {
          choices: outcome.choices,
          followUps: outcome.choices.map((choice) => choice.label),
        }),
        context: { ...kept(world, context), pending },
        unknownWords: [],
        sure: true,
      };
    }
    case "confirm":
      return {
        answer: plain(
          world,
          "confirm",
          [...outcome.lines, outcome.action.do === "report" ? askSave(world.lang) : askYesNo(world.lang)].join("\n"),
          {
            action: outcome.action,
            measures: outcome.measures,
            orgs: outcome.orgs,
          },
        ),
        context: kept(world, context),
        unknownWords: [],
        sure: true,
      };
  }
}
