// Pure. What a question may come to: a query, a choice, a wish, a refusal, or honestly nothing.
import type { MeasureId, OrgId } from "../../plan/plan.ts";
import type { PlanQuery } from "../schema.ts";
import type { Refusal } from "./bounds.ts";
import type { Heard } from "./heard.ts";
import type { Preference, Subjects } from "./subjects.ts";
import type { Wish } from "./wish.ts";

export type Understanding =
  | { readonly is: "query"; readonly query: PlanQuery; readonly heard: Heard; readonly sure: boolean }
  | {
      readonly is: "clarify";
      readonly intent: PlanQuery["intent"];
      readonly words: string;
      readonly measures: readonly MeasureId[];
      readonly orgs: readonly OrgId[];
      readonly heard: Heard;
      readonly asked: string;
    }
  | {
      readonly is: "wish";
      readonly wish: Wish;
      readonly heard: Heard;
      readonly prefer: Preference;
      readonly asked: string;
    }
  | { readonly is: "explain"; readonly query: PlanQuery; readonly heard: Heard }
  | { readonly is: "refuse"; readonly why: Refusal; readonly heard: Heard }
  | { readonly is: "unknown"; readonly words: readonly string[]; readonly heard: Heard };

export function clarified(subjects: Subjects, intent: PlanQuery["intent"], heard: Heard, asked: string): Understanding {
  const { words, orgs, measures } = subjects.ambiguous as NonNullable<Subjects["ambiguous"]>;
  return { is: "clarify", intent, words, orgs, measures, heard, asked };
}

export function wordsAt(heard: Heard, places: readonly number[]): string[] {
  return places.map((at) => heard.tokens[at]?.raw ?? "").filter(Boolean);
}
