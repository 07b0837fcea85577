// What a Teams client does when a button is pressed: finds it, gathers the inputs, refuses what it would refuse.
import { actionsOf, type CardInput, inputsOf, isObject, type Json } from "./read-card.ts";

/** By input id, label, or, for a choice, given by its title or value; several choices as a list. */
export type Inputs = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export type Press =
  | { readonly how: "execute"; readonly action: Json; readonly data: Json }
  | { readonly how: "submit"; readonly data: Json }
  | { readonly how: "say"; readonly text: string }
  | { readonly how: "task"; readonly data: Json };

/**
 * What pressing `title` would send. `older` is a client without `Action.Execute`, which uses the fallback.
 * Throws, as a test's fault, when there is no such button or input, or a required input is empty.
 */
export function pressOf(card: Json, title: string | RegExp, inputs: Inputs, older: boolean): Press {
  const pressed = actionsOf(card).filter((action) => matches(String(action.title ?? ""), title));
  const [action] = pressed;
  if (!action || pressed.length > 1) {
    const titles = actionsOf(card).map((each) => each.title);
    throw new Error(`${pressed.length} buttons match ${title}; the card has: ${titles.join(" · ")}`);
  }
  const used = older ? olderForm(action) : action;
  const carried = isObject(used.data) ? used.data : {};
  const gathered = used.associatedInputs === "none" ? {} : gather(inputsOf(card), inputs);
  const data: Json = { ...carried, ...gathered };
  if (used.type === "Action.Execute") return { how: "execute", action: used, data };
  if (used.type !== "Action.Submit") throw new Error(`${String(used.type)} sends nothing to the bot`);
  return submitForm(data);
}

function submitForm(data: Json): Press {
  const { msteams, ...rest } = data;
  if (!isObject(msteams)) return { how: "submit", data };
  if (msteams.type === "imBack") return { how: "say", text: String(msteams.value) };
  return msteams.type === "task/fetch" ? { how: "task", data } : { how: "submit", data: rest };
}

function olderForm(action: Json): Json {
  if (action.type !== "Action.Execute") return action;
  const { fallback } = action;
  if (!isObject(fallback) || fallback.type !== "Action.Submit")
    throw new Error("this Action.Execute has no Action.Submit to fall back on");
  return fallback;
}

function gather(known: readonly CardInput[], given: Inputs): Json {
  for (const key of Object.keys(given)) {
    if (!known.some((input) => isNamed(input, key))) {
      throw new Error(
        `no input ${key}; the card has: ${known.map((input) => `${input.id} (${input.label})`).join(" · ")}`,
      );
    }
  }
  const values: Json = {};
  for (const input of known) {
    const value = enteredValue(input, given);
    if (value !== undefined && value !== "") values[input.id] = value;
    else if (input.required) throw new Error(`Teams refuses: ${input.label ?? input.id} is required`);
  }
  return values;
}

/** Everything arrives as text, whatever the input is. */
function enteredValue(input: CardInput, given: Inputs): string | undefined {
  const key = Object.keys(given).find((name) => isNamed(input, name));
  if (key === undefined) {
    if (input.value !== undefined) return String(input.value);
    return input.type === "Input.Toggle" ? input.valueOff : undefined;
  }
  const value = given[key];
  const items = Array.isArray(value) ? value.map(String) : [String(value)];
  return items.map((item) => choiceValue(input, item)).join(",");
}

function choiceValue(input: CardInput, wanted: string): string {
  if (input.choices.length === 0 || wanted === "") return wanted;
  const choice = input.choices.find(({ title, value }) => title === wanted || value === wanted);
  if (!choice)
    throw new Error(`${input.id} has no choice ${wanted}: ${input.choices.map(({ title }) => title).join(" · ")}`);
  return choice.value;
}

function isNamed(input: CardInput, name: string): boolean {
  return input.id === name || input.label === name;
}

function matches(title: string, wanted: string | RegExp): boolean {
  return typeof wanted === "string" ? title === wanted : wanted.test(title);
}
