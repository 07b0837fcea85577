// Types only: what an answer is (spec: answers).
import type { Action } from "../plan/action.ts";
import type { Lang, MeasureId, OrgId } from "../plan/plan.ts";
import type { Month, Week } from "../plan/week.ts";
import type { PlanQuery } from "./schema.ts";

export type AnswerKind = "answer" | "clarify" | "refuse" | "unknown" | "confirm";

/** One figure of the text, unrounded. */
export interface Fact {
  readonly name: string;
  /** `plan`, a measure id or an organisation id. */
  readonly subject: string;
  readonly value: number;
  readonly unit: string;
  readonly period?: string;
  /** True: accumulated from January through `period`. */
  readonly through?: boolean;
  /** In words, when the figure is of a part of its subject: `horisont=kort`. */
  readonly filter?: string;
}

export interface Choice {
  readonly label: string;
  readonly measures: readonly MeasureId[];
  readonly orgs: readonly OrgId[];
}

export interface DataDates {
  readonly economy: Month | null;
  readonly staffing: Week | null;
  readonly reports: Week | null;
}

/** What a picture would show; amounts in mkr. */
export type Chart =
  | {
      readonly is: "months";
      readonly title: string;
      readonly points: readonly {
        readonly month: Month;
        readonly planned: number | null;
        readonly realised: number | null;
        readonly forecast: number | null;
      }[];
    }
  | {
      readonly is: "bars";
      readonly title: string;
      readonly unit: string;
      readonly bars: readonly { readonly label: string; readonly value: number }[];
    };

export interface Answer {
  readonly kind: AnswerKind;
  readonly lang: Lang;
  /** Complete on its own. */
  readonly text: string;
  readonly facts: readonly Fact[];
  readonly measures: readonly MeasureId[];
  readonly orgs: readonly OrgId[];
  readonly choices: readonly Choice[];
  readonly asOf: DataDates;
  /** Null for refuse, unknown. */
  readonly query: PlanQuery | null;
  /** The week whose digest is to be shown as it was posted; the text only says so. */
  readonly digest?: Week;
  /** What a confirm would do. */
  readonly action?: Action;
  /** The natural next questions, as a person would type them. */
  readonly followUps: readonly string[];
  readonly chart?: Chart;
  /** The figure that is asked for, as written, to be shown large. */
  readonly headline?: { readonly value: string; readonly label: string };
  /** "Så här förstod jag frågan: …" */
  readonly understood?: string;
}
