// Reads a card as a person would: texts, buttons, inputs. Works on any Adaptive Card, without drawing it.

export type Json = Record<string, unknown>;

export interface CardInput {
  readonly id: string;
  readonly type: string;
  readonly label: string | null;
  readonly value: unknown;
  readonly required: boolean;
  readonly multi: boolean;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly valueOff: string;
}

/** Every text a person would read, in order: blocks, facts, rich text, labels, choices and titles of buttons. */
export function cardTexts(card: object): string[] {
  const texts: string[] = [];
  visit(card, (node) => {
    if (node.type === "TextBlock" || node.type === "TextRun") push(texts, node.text);
    if (node.type === "FactSet") for (const fact of objects(node.facts)) push(texts, `${fact.title} ${fact.value}`);
    if (isInput(node)) {
      push(texts, node.label);
      for (const choice of objects(node.choices)) push(texts, choice.title);
    }
    if (isAction(node)) push(texts, node.title);
  });
  return texts;
}

/** The titles of its buttons, in order. */
export function buttons(card: object): string[] {
  return actionsOf(card).map((action) => String(action.title ?? ""));
}

/** Every action, fallbacks not counted. */
export function actionsOf(card: object): Json[] {
  const actions: Json[] = [];
  visit(card, (node) => {
    if (isAction(node)) actions.push(node);
  });
  return actions;
}

export function inputsOf(card: object): CardInput[] {
  const inputs: CardInput[] = [];
  visit(card, (node) => {
    if (isInput(node)) inputs.push(inputOf(node));
  });
  return inputs;
}

/** Walks every element and action of a card; what stands only as a `fallback` is not walked. */
export function visit(node: unknown, see: (node: Json) => void): void {
  if (Array.isArray(node)) {
    for (const item of node) visit(item, see);
    return;
  }
  if (!isObject(node)) return;
  if (typeof node.type === "string") see(node);
  for (const [key, value] of Object.entries(node)) if (key !== "fallback" && key !== "data") visit(value, see);
}

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function inputOf(node: Json): CardInput {
  return {
    id: String(node.id),
    type: String(node.type),
    label: typeof node.label === "string" ? node.label : null,
    value: node.value,
    required: node.isRequired === true,
    multi: node.isMultiSelect === true,
    choices: objects(node.choices).map((choice) => ({ title: String(choice.title), value: String(choice.value) })),
    valueOff: String(node.valueOff ?? "false"),
  };
}

function objects(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isInput(node: Json): boolean {
  return typeof node.type === "string" && node.type.startsWith("Input.");
}

function isAction(node: Json): boolean {
  return typeof node.type === "string" && node.type.startsWith("Action.");
}

function push(texts: string[], text: unknown): void {
  if (typeof text === "string" && text !== "") texts.push(text);
}
