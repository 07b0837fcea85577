// What a card means to the one who reads it: its texts, fields, choices and buttons, one per line.

type Node = Readonly<Record<string, unknown>>;

/** A readable listing of a card, top to bottom. Hidden parts are marked, so that nothing seems to be shown that is not. */
export function readCard(card: object | null): string {
  return card === null ? "(no card)" : linesOf(card as Node, "").join("\n");
}

/** Every node of the card, for checks that hold for all of them. */
export function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== "object" || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodesOf)];
}

/** The field with this id; throws when the card has none. */
export function fieldOf(card: object | null, id: string): Node {
  const field = nodesOf(card).find((node) => node.id === id);
  if (!field) throw new Error(`No field ${id} in:\n${readCard(card)}`);
  return field;
}

export function fieldIds(card: object | null): string[] {
  return nodesOf(card)
    .filter((node) => String(node.type).startsWith("Input."))
    .map((node) => String(node.id));
}

/** What would be sent by pressing the button of this verb with the fields as they stand. */
export function pressData(card: object | null, verb: string, changed: Readonly<Record<string, unknown>> = {}): Node {
  const action = nodesOf(card).find((node) => node.type === "Action.Execute" && node.verb === verb);
  if (!action) throw new Error(`No button ${verb} in:\n${readCard(card)}`);
  const fields = nodesOf(card).filter((node) => String(node.type).startsWith("Input."));
  const inputs = action.associatedInputs === "none" ? [] : fields.map((field) => [field.id, field.value ?? ""]);
  return { ...Object.fromEntries(inputs), ...changed, ...(action.data as object) };
}

function linesOf(node: Node, indent: string): string[] {
  const hidden = node.isVisible === false ? " (hidden)" : "";
  const inner = ["body", "items", "facts", "actions"].flatMap((key) =>
    ((node[key] ?? []) as Node[]).flatMap((child) =>
      linesOf(child, node.type === "Container" ? `${indent}  ` : indent),
    ),
  );
  switch (node.type) {
    case "TextBlock":
      return [`${indent}${String(node.text)}`];
    case "Container":
      return [`${indent}—${hidden}`, ...inner];
    case "Action.Execute":
    case "Action.ToggleVisibility":
      return [`${indent}[${String(node.title)}]`];
    case undefined:
      return [`${indent}${String(node.title)}: ${String(node.value)}`];
    default:
      return String(node.type).startsWith("Input.") ? [`${indent}${fieldText(node)}`] : inner;
  }
}

function fieldText(field: Node): string {
  const chosen = field.value === undefined ? "" : String(field.value);
  const must = field.isRequired === true ? "*" : "";
  const choices = (field.choices ?? []) as Node[];
  if (choices.length === 0) return `<${String(field.label)}${must}: ${chosen}>`;
  const marked = choices.map((choice) => {
    const isChosen = chosen.split(",").includes(String(choice.value));
    return `${isChosen ? "(•)" : "( )"} ${String(choice.title)}`;
  });
  return `<${String(field.label)}${must}: ${marked.join(" ")}>`;
}
