/**
 * What is wrong with a filled card, in words; an empty list when it may be sent. Usage: `expect(cardProblems(card)).toEqual([])`.
 * Two judges: Microsoft's own parser (names and values it does not know), and our rules (spec: platform, "Cards").
 */
import { AdaptiveCard, SerializationContext, ValidationEvent, Version } from "adaptivecards-3";
import { MAX_CARD_BYTES } from "../../src/lib/card.ts";
import { isObject, type Json, visit } from "./fake-teams/read-card.ts";

/** May be left out by a client, so there must be something else that says the same. */
const DECORATION = /^(Chart\..+|Table|Badge|ProgressBar|ProgressRing|Icon|Rating|CodeBlock|Carousel|CompoundButton)$/;
const MAX_COLUMNS = 3;
const MAX_ACTIONS = 6;
const MAX_REFRESH_USERS = 60;

export function cardProblems(card: object): string[] {
  const problems = [...ruleProblems(card as Json), ...parserProblems(withFallbacks(card) as Json)];
  return [...new Set(problems)];
}

function ruleProblems(card: Json): string[] {
  const problems: string[] = [];
  if (card.type !== "AdaptiveCard") problems.push("is no AdaptiveCard");
  if (card.version !== "1.5") problems.push(`version ${card.version}: must be 1.5`);
  const text = JSON.stringify(card);
  if (text.includes("${")) problems.push("a ${ is left");
  if (text.length * 2 > MAX_CARD_BYTES) problems.push(`${Math.ceil((text.length * 2) / 1024)} KB is too big`);
  const refresh = isObject(card.refresh) ? card.refresh.userIds : null;
  if (Array.isArray(refresh) && refresh.length > MAX_REFRESH_USERS) problems.push("refreshes for too many");
  if (Array.isArray(card.actions) && card.actions.length > MAX_ACTIONS)
    problems.push(`more than ${MAX_ACTIONS} buttons`);
  const ids = new Set<unknown>();
  visit(card, (node) => problems.push(...nodeProblems(node, ids).map((problem) => `${nameOf(node)}: ${problem}`)));
  return problems;
}

function nodeProblems(node: Json, ids: Set<unknown>): string[] {
  const type = String(node.type);
  if (type.startsWith("Input.")) return inputProblems(node, ids);
  if (type.startsWith("Action.")) return actionProblems(node);
  if (DECORATION.test(type) && !isObject(node.fallback)) return ["has no fallback in words"];
  switch (type) {
    case "TextBlock":
      return textProblems(node);
    case "Image":
      return isText(node.altText) ? [] : ["has no altText"];
    case "ColumnSet":
      return Array.isArray(node.columns) && node.columns.length > MAX_COLUMNS
        ? [`more than ${MAX_COLUMNS} columns`]
        : [];
    case "FactSet":
      return Array.isArray(node.facts) &&
        node.facts.every((fact) => isObject(fact) && isText(fact.title) && isText(fact.value))
        ? []
        : ["a fact without title or value"];
    default:
      return [];
  }
}

function textProblems(node: Json): string[] {
  const problems: string[] = [];
  if (typeof node.text !== "string") problems.push("has no text");
  // Without it a narrow screen cuts the text off.
  if (node.wrap !== true) problems.push("does not wrap");
  const isColoured = node.color !== undefined && node.color !== "Default";
  if (isColoured && !/\p{L}|\d/u.test(String(node.text))) problems.push("says something by colour alone");
  return problems;
}

function inputProblems(node: Json, ids: Set<unknown>): string[] {
  const problems: string[] = [];
  if (!isText(node.id)) problems.push("has no id");
  if (ids.has(node.id)) problems.push("has the id of another");
  ids.add(node.id);
  if (!isText(node.label)) problems.push("has no label");
  if (node.isRequired === true && !isText(node.errorMessage)) problems.push("is required without errorMessage");
  if (node.value === null || node.value === "") problems.push("has an empty value");
  if (node.type === "Input.ChoiceSet") problems.push(...choiceProblems(node));
  return problems;
}

function choiceProblems(node: Json): string[] {
  const choices = Array.isArray(node.choices) ? node.choices.filter(isObject) : [];
  const values = choices.map((choice) => choice.value);
  const problems: string[] = [];
  if (choices.length === 0) problems.push("has no choices");
  if (!choices.every((choice) => isText(choice.title) && isText(choice.value)))
    problems.push("a choice without title or value");
  if (new Set(values).size !== values.length) problems.push("two choices of one value");
  const chosen = node.value === undefined ? [] : String(node.value).split(",");
  if (!chosen.every((value) => values.includes(value))) problems.push("prefilled with what can't be chosen");
  return problems;
}

function actionProblems(node: Json): string[] {
  const problems: string[] = [];
  if (!isText(node.title) && !isText(node.tooltip)) problems.push("has no title");
  if (node.isEnabled === false) problems.push("is disabled: phones show it as usable");
  if (node.type === "Action.Execute") problems.push(...executeProblems(node));
  return problems;
}

/** The older client sends the fallback's data, so it must carry the same. */
function executeProblems(node: Json): string[] {
  const { fallback } = node;
  if (!isObject(fallback) || fallback.type !== "Action.Submit") return ["has no Action.Submit to fall back on"];
  const problems: string[] = [];
  if (fallback.title !== node.title) problems.push("its fallback has another title");
  const carried = isObject(fallback.data) ? fallback.data : {};
  const missing = Object.entries(isObject(node.data) ? node.data : {}).filter(
    ([key, value]) => JSON.stringify(carried[key]) !== JSON.stringify(value),
  );
  if (missing.length > 0) problems.push(`its fallback lacks ${missing.map(([key]) => key).join(", ")}`);
  return problems;
}

/** What the parser does not know by name is judged by its fallback, as a client would show it. */
function withFallbacks(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withFallbacks);
  if (!isObject(node)) return node;
  if (typeof node.type === "string" && DECORATION.test(node.type) && isObject(node.fallback))
    return withFallbacks(node.fallback);
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, key === "data" ? value : withFallbacks(value)]),
  );
}

function parserProblems({ lang: _lang, ...card }: Json): string[] {
  // (Its pattern for `lang` remembers where it last matched, and then refuses every other card.)
  const context = new SerializationContext(new Version(1, 5));
  new AdaptiveCard().parse(card, context);
  return Array.from({ length: context.eventCount }, (_, at) => {
    const { event, message } = context.getEventAt(at);
    return `${ValidationEvent[event]}: ${message}`;
  });
}

function nameOf(node: Json): string {
  const name = node.id ?? node.title ?? node.text ?? "";
  return `${node.type} ${String(name).slice(0, 40)}`.trim();
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}
