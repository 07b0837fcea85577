// The plan in force, kept in memory. Each call compares one row of counters; only what has changed is read again.
import { createBook, type MutableBook } from "../../plan/book.ts";
import type { PlanFacts } from "../../plan/plan.ts";
import { readSettings } from "../memory/settings.ts";
import type { Database } from "../sql/database.ts";
import { shared } from "../sql/gathered.ts";
import { forecastsAfter, readSupport } from "./book-rows.ts";
import { readOverlay } from "./chat-facts.ts";
import { readFacts } from "./facts-rows.ts";
import { layOver } from "./overlay.ts";
import type { CurrentPlan } from "./plan.ts";
import { linesAfter } from "./read-lines.ts";
import { type Revision, readRevision } from "./revision.ts";

export interface PlanCache {
  /** As of a moment after the call. */
  current(): Promise<CurrentPlan | null>;
}

interface Known {
  revision: Revision;
  imported: PlanFacts | null;
  current: CurrentPlan | null;
  readonly book: MutableBook;
  lastLine: number;
  lastForecast: number;
}

export function planCache(db: Database): PlanCache {
  let known = nothing("");
  const refresh = shared(async () => {
    const revision = await readRevision(db);
    // Rows were taken away or replaced (a restore): everything is read anew.
    if (revision.epoch !== known.revision.epoch) known = nothing(revision.epoch);
    await catchUp(db, known, revision);
    return known.current;
  });
  return { current: refresh };
}

function nothing(epoch: string): Known {
  return {
    revision: { epoch, version: 0, lines: 0, support: 0, overlay: 0 },
    imported: null,
    current: null,
    book: createBook(),
    lastLine: 0,
    lastForecast: 0,
  };
}

/** A fault half-way leaves the old counters, so the next call goes on from there. */
async function catchUp(db: Database, known: Known, now: Revision): Promise<void> {
  const before = known.revision;
  if (now.lines !== before.lines) await addRows(db, known);
  if (now.support !== before.support) known.book.putSupport(await readSupport(db));
  const newFacts = now.version !== before.version;
  if (newFacts) known.imported = await readFacts(db, now.version);
  if (known.imported && (newFacts || now.overlay !== before.overlay)) {
    const facts = layOver(known.imported, await readOverlay(db));
    known.current = { version: now.version, facts, book: known.book, settings: await readSettings(db) };
  }
  known.revision = now;
}

async function addRows(db: Database, known: Known): Promise<void> {
  for await (const { lines, last } of linesAfter(db, known.lastLine)) {
    known.book.addLines(lines);
    known.lastLine = last;
  }
  const { forecasts, last } = await forecastsAfter(db, known.lastForecast);
  known.book.addForecasts(forecasts);
  known.lastForecast = last;
}
