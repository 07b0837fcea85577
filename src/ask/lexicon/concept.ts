// Types only: every concept a word can stand for.
import type { ASK_FORMS } from "./ask-words.ts";
import type { ATTRIBUTE_FORMS } from "./attribute-words.ts";
import type { FIGURE_FORMS } from "./figure-words.ts";
import type { STAFFING_FORMS } from "./staffing-words.ts";
import type { STATE_FORMS } from "./state-words.ts";
import type { STOP_FORMS } from "./stop-words.ts";
import type { TALK_FORMS } from "./talk-words.ts";
import type { THING_FORMS } from "./thing-words.ts";

export type Concept =
  | keyof typeof ASK_FORMS
  | keyof typeof ATTRIBUTE_FORMS
  | keyof typeof FIGURE_FORMS
  | keyof typeof STAFFING_FORMS
  | keyof typeof STATE_FORMS
  | keyof typeof STOP_FORMS
  | keyof typeof TALK_FORMS
  | keyof typeof THING_FORMS;
