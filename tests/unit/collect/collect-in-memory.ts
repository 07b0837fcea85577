// A bot's collect with everything in memory: the plan of a builder, cards and reports as the store keeps them. The rules
// of the store (once per nonce, once per person and renewal, the first answer counts) are those of its own tests.

import {
  type CardRecord,
  type CollectDeps,
  composeCard,
  type DeputyInput,
  decideCardFor,
  type NewCard,
  type NewReport,
  type Submission,
  submitCard,
} from "../../../src/collect/collect.ts";
import type { Instant } from "../../../src/lib/time.ts";
import { parseInstant } from "../../../src/lib/time.ts";
import type { MutableBook } from "../../../src/plan/book.ts";
import type { Content } from "../../../src/plan/message.ts";
import type { Email, OrgId, Plan } from "../../../src/plan/plan.ts";
import { defaultRhythm, type RhythmSettings } from "../../../src/plan/rhythm.ts";
import type { Week } from "../../../src/plan/week.ts";
import { pressData } from "./read-card.ts";

interface Kept extends CardRecord {
  readonly renews: string | null;
}

export class CollectInMemory implements CollectDeps {
  readonly reports: NewReport[] = [];
  readonly handedOver: DeputyInput[] = [];
  readonly #facts: Plan["facts"];
  readonly #book: MutableBook;
  readonly #cards = new Map<string, Kept>();
  readonly #receipts = new Map<string, unknown>();
  readonly #settings: RhythmSettings;
  #made = 0;

  constructor(plan: Plan & { readonly book: MutableBook }, settings = defaultRhythm(plan.facts.header.zone)) {
    this.#facts = plan.facts;
    this.#book = plan.book;
    this.#settings = settings;
  }

  async plan(now: Instant): Promise<Plan> {
    return { version: 1, facts: this.#facts, book: this.#book, now };
  }

  async settings(): Promise<RhythmSettings> {
    return this.#settings;
  }

  async openCard({ at, ...card }: NewCard): Promise<CardRecord> {
    const key = (each: Omit<NewCard, "at">) => [each.unit, each.week, each.person, each.renews].join();
    const known = [...this.#cards.values()].find((each) => key(each) === key(card));
    if (known) return known;
    return this.#keep({ ...card, draft: card.draft ?? null, receipt: null });
  }

  async findCard(nonce: string): Promise<CardRecord | null> {
    return this.#cards.get(nonce) ?? null;
  }

  async saveDraft(nonce: string, _step: number, draft: unknown): Promise<void> {
    const card = this.#cards.get(nonce);
    if (card) this.#keep({ ...card, draft: JSON.parse(JSON.stringify(draft)) });
  }

  async recordReport(report: NewReport) {
    const repeated = this.#receipts.get(report.nonce);
    if (repeated) return { outcome: "repeated" as const, report: { receipt: repeated } };
    const known = this.#book.receivedAt(report.unit, report.week, report.at);
    if (known !== null && report.replaces === null) {
      return { outcome: "already" as const, report: { receipt: this.#latestReceipt(report.unit, report.week) } };
    }
    this.reports.push(report);
    const open = report.support.map((type, index) => ({ id: `S-${this.reports.length}${index}`, type, opened: true }));
    const receipt: unknown = JSON.parse(JSON.stringify(report.receipt(open)));
    this.#receipts.set(report.nonce, receipt);
    const card = this.#cards.get(report.nonce);
    if (card) this.#keep({ ...card, receipt });
    const { unit, week, by, insteadOf, mode, at } = report;
    this.#book.addLines(report.lines.map((line) => ({ ...line, unit, week, by, insteadOf, mode, reportedAt: at })));
    this.#book.addForecasts(report.forecasts.map((forecast) => ({ ...forecast, givenAt: at })));
    this.#book.putSupport(open.map(({ id, type }) => ({ id, type, unit, created: report.today, ...UNTOUCHED })));
    return { outcome: "recorded" as const, report: { receipt } };
  }

  async findReports(unit: OrgId, weeks: readonly Week[]) {
    const newestFirst = [...weeks].sort().reverse();
    return newestFirst.flatMap((week) => {
      const receipt = this.#latestReceipt(unit, week);
      return receipt === null ? [] : [{ receipt }];
    });
  }

  async sendToDeputy(input: DeputyInput): Promise<void> {
    this.handedOver.push(input);
  }

  newNonce(): string {
    this.#made++;
    return `nonce-${this.#made}`;
  }

  #latestReceipt(unit: OrgId, week: Week): unknown {
    const last = this.reports.findLast((report) => report.unit === unit && report.week === week);
    return last ? this.#receipts.get(last.nonce) : null;
  }

  #keep(card: Kept): Kept {
    this.#cards.set(card.nonce, card);
    return card;
  }
}

const UNTOUCHED = { firstContact: null, closed: null, result: null };

/** One person's chat with the bot: the card that stands in it, and what pressing its buttons does. */
export class Chat {
  card: object | null = null;
  said = "";
  readonly deps: CollectInMemory;
  readonly person: Email;
  now: Instant;

  constructor(deps: CollectInMemory, person: string, at: string) {
    this.deps = deps;
    this.person = person as Email;
    this.now = instant(at);
  }

  /** The unit's card comes as it would on the Wednesday; at `now`, in the person's own copy. */
  async opens(unit: string, week: string): Promise<this> {
    const plan = await this.deps.plan(this.now);
    const messages = decideCardFor(plan, unit as OrgId, week as Week, this.now);
    const message = messages.find(({ to }) => "person" in to && to.person === this.person);
    if (!message) throw new Error(`${this.person} gets no card for ${unit}: ${JSON.stringify(messages)}`);
    const composed = await composeCard(this.deps, message, this.now);
    if ("skip" in composed) throw new Error(composed.skip);
    return this.#shows(composed.content);
  }

  /** Presses a button of the card that stands there, with the fields as they are but for `changed`. */
  async press(verb: string, changed: Readonly<Record<string, unknown>> = {}, at?: string): Promise<this> {
    return this.sends(pressData(this.card, verb, changed), at);
  }

  /** Whatever a client may send. */
  async sends(data: unknown, at?: string): Promise<this> {
    if (at !== undefined) this.now = instant(at);
    const submission: Submission = await submitCard(this.deps, this.person, data, this.now);
    if ("message" in submission) {
      this.said = submission.message;
      return this;
    }
    return this.#shows(submission.replace);
  }

  #shows(content: Content): this {
    this.card = content.card;
    this.said = content.text;
    return this;
  }
}

export function instant(text: string): Instant {
  const at = parseInstant(text);
  if (at === null) throw new Error(`Not a time: ${text}`);
  return at;
}
