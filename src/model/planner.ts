// One question to the planner of teams-ai. Behind it stands a model of our own (`complete.ts`): the one it comes with prints
// its faults with all they hold, follows redirects, tries again and knows no limit of time or length. Nothing is kept from
// one question to the next, so that nobody's names are told in another's.
import {
  ActionPlanner,
  type Memory,
  Prompt,
  type PromptCompletionModel,
  PromptManager,
  type PromptResponseValidator,
  type PromptTemplate,
  TextSection,
  type Tokenizer,
} from "@microsoft/teams-ai";
import type { TurnContext } from "botbuilder";
import type { Reply } from "./complete.ts";
import { type Messages, MOST_CHARS } from "./prompt.ts";
import type { Proposal } from "./proposal.ts";

const NAME = "plan-query";
/** The planner hands it on to the model, and ours asks nothing of it. */
const NO_TURN = {} as TurnContext;

/** `complete` is called once; `read` says what its text proposes. */
export async function askPlanner<T>(
  messages: Messages,
  complete: (messages: Messages) => Promise<Reply>,
  read: (text: string) => Proposal<T>,
): Promise<Proposal<T>> {
  let proposal: Proposal<T> = { ok: false, why: "no_query" };
  const model: PromptCompletionModel = {
    async completePrompt(context, memory, functions, tokenizer, template) {
      const rendered = await template.prompt.renderAsMessages(context, memory, functions, tokenizer, MOST_CHARS);
      if (rendered.tooLong) throw new Error("the prompt is longer than it may be");
      const reply = await complete(rendered.output.map(({ role, content }) => ({ role, content: String(content) })));
      if (reply.ok) return { status: "success", message: { role: "assistant", content: reply.text } };
      proposal = reply;
      return { status: "error", error: new Error(reply.why) };
    },
  };
  const validator: PromptResponseValidator = {
    async validateResponse(_context, _memory, _tokenizer, response) {
      proposal = read(response.message?.content ?? "");
      return { type: "Validation", valid: proposal.ok };
    },
  };
  const prompts = new PromptManager({ promptsFolder: "" }).addPrompt(templateOf(messages));
  const planner = new ActionPlanner({
    model,
    prompts,
    defaultPrompt: NAME,
    tokenizer: LETTERS,
    max_repair_attempts: 0,
  });
  await planner.completePrompt(NO_TURN, forgetful(), NAME, validator);
  return proposal;
}

/** Plain text, so that nothing in a name or a question is taken for a placeholder. */
function templateOf(messages: Messages): PromptTemplate {
  const sections = messages.map(({ role, content }) => new TextSection(content, role));
  const completion = {
    frequency_penalty: 0,
    include_history: false,
    include_input: false,
    include_images: false,
    max_tokens: 0,
    max_input_tokens: MOST_CHARS,
    presence_penalty: 0,
    temperature: 0,
    top_p: 0,
  };
  return { name: NAME, prompt: new Prompt(sections), config: { schema: 1.1, type: "completion", completion } };
}

/** Counts letters, of which there are never fewer than tokens: the limit holds whatever the model's own way to count. */
const LETTERS: Tokenizer = {
  encode: (text) => Array.from(text, (letter) => letter.codePointAt(0) ?? 0),
  decode: (tokens) => tokens.map((token) => String.fromCodePoint(token)).join(""),
};

function forgetful(): Memory {
  const kept = new Map<string, unknown>();
  return {
    hasValue: (path) => kept.has(path),
    getValue: <T>(path: string) => kept.get(path) as T,
    setValue: (path, value) => void kept.set(path, value),
    deleteValue: (path) => void kept.delete(path),
  };
}
