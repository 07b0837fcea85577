// Pure. Writes figures: each one that comes into the text is noted as a fact, so that no figure has another origin.
import type { Sek } from "../../plan/amount.ts";
import { mkr } from "../../plan/amount.ts";
import { amountNumber, amountText, changeText, numberText, percentText, rateText } from "../../plan/format.ts";
import type { MeasureId, OrgId } from "../../plan/plan.ts";
import type { Chart, Fact } from "../answer.ts";
import type { Refusal } from "../grammar/bounds.ts";
import type { World } from "./world.ts";

/** What a figure is of. */
export interface Of {
  readonly subject: string;
  readonly period?: string;
  readonly through?: boolean;
  readonly filter?: string;
}

export interface Pen {
  readonly facts: Fact[];
  /** How the first figure of each name was written. */
  readonly written: ReadonlyMap<string, string>;
  /** `145,0 mkr` */
  mkr(name: string, value: Sek, of: Of, digits?: number): string;
  /** `145,0`, when the unit follows later. */
  amount(name: string, value: Sek, of: Of, digits?: number): string;
  /** `82 %`, never rounded over a colour's limit. */
  rate(name: string, value: number, of: Of): string;
  percent(name: string, value: number, of: Of, digits?: number): string;
  /** `−2,8 %` */
  change(name: string, value: number, of: Of): string;
  /** `86,4` with any unit. */
  number(name: string, value: number, unit: string, of: Of, digits?: number): string;
  /** `26` */
  count(name: string, value: number, of: Of): string;
}

export function newPen(world: World): Pen {
  const facts: Fact[] = [];
  const written = new Map<string, string>();
  const { lang } = world;
  const wrote = (name: string, text: string): string => {
    if (!written.has(name)) written.set(name, text);
    return text;
  };
  const unit = world.plan.facts.header.amountUnit;
  const note = (name: string, value: number, factUnit: string, of: Of): void => {
    if (
      facts.some(
        (fact) =>
          fact.name === name &&
          fact.subject === of.subject &&
          fact.value === value &&
          fact.period === of.period &&
          fact.filter === of.filter,
      )
    )
      return;
    facts.push({
      name,
      subject: of.subject,
      value,
      unit: factUnit,
      ...(of.period && { period: of.period }),
      ...(of.through && { through: true }),
      ...(of.filter && { filter: of.filter }),
    });
  };
  return {
    facts,
    written,
    mkr(name, value, of, digits = 1) {
      note(name, mkr(value), "mkr", of);
      return wrote(name, amountText(value, lang, unit, digits));
    },
    amount(name, value, of, digits = 1) {
      note(name, mkr(value), "mkr", of);
      return wrote(name, amountNumber(value, lang, digits));
    },
    rate(name, value, of) {
      note(name, value, "%", of);
      return wrote(name, rateText(value, lang));
    },
    percent(name, value, of, digits = 0) {
      note(name, value, "%", of);
      return wrote(name, percentText(value, lang, digits));
    },
    change(name, value, of) {
      note(name, value, "%", of);
      return wrote(name, changeText(value, lang));
    },
    number(name, value, factUnit, of, digits = 1) {
      note(name, value, factUnit, of);
      return wrote(name, numberText(value, lang, digits));
    },
    count(name, value, of) {
      note(name, value, "st", of);
      return wrote(name, numberText(value, lang, 0));
    },
  };
}

/** What a run gives back; the door makes the answer of it. */
export interface Result {
  readonly lines: readonly string[];
  readonly measures?: readonly MeasureId[];
  readonly orgs?: readonly OrgId[];
  readonly followUps?: readonly string[];
  readonly chart?: Chart;
  /** Set when the rights say no: the reason, with what may be said instead in `lines`. */
  readonly refuse?: Refusal;
}
