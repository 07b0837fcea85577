// The door, told as stories: a small world that keeps what it is given.
import { describe, expect, it } from "vitest";
import {
  askDigest,
  correctDigest,
  type DialogDeps,
  type DigestDeps,
  digest,
  type KeptDigest,
  openDialog,
  previewDigest,
  shownDigest,
  withdrawDigest,
} from "../../../src/digest/digest.ts";
import { type Instant, parseInstant } from "../../../src/lib/time.ts";
import type { Message } from "../../../src/plan/message.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import { type Viewer, viewerOf } from "../../../src/plan/rights.ts";
import type { Week } from "../../../src/plan/week.ts";
import { aPlan, type PlanBuilder } from "../../helpers/a-plan.ts";
import { MONDAY, RHYTHM } from "./a-digest.ts";

const V47 = "2026-W47" as Week;
const at = (text: string) => parseInstant(text) as Instant;
const occurrence = { week: V47, due: at(MONDAY) };

function story(): PlanBuilder {
  return aPlan()
    .unit("U1")
    .measure("M1", { owner: "U1", decided: 10, potential: 10 })
    .report("U1", "M1", "2026-W47", "deviation")
    .person("agare@example.org", "plan_owner", "REG")
    .person("chef@example.org", "line_manager", "U1");
}

function world(builder = story()) {
  const kept: KeptDigest[] = [];
  const outbox: Message[] = [];
  const log: string[] = [];
  const plan = (now: Instant): Plan => ({ ...builder.at(), now });
  const newest = (week: Week) => kept.filter((row) => row.week === week).at(-1) ?? null;
  const deps: DigestDeps & DialogDeps = {
    plan: async (now) => plan(now),
    rhythm: async () => RHYTHM,
    find: async (week) => newest(week),
    findBefore: async (week) => kept.filter((row) => row.week < week && !row.withdrawn).at(-1) ?? null,
    keep: async (made, messages) => {
      const version = (newest(made.week)?.version ?? 0) + 1;
      kept.push({ ...JSON.parse(JSON.stringify(made)), id: kept.length, version, withdrawn: null });
      outbox.push(...messages);
    },
    withdraw: async (id, _by, when, messages) => {
      const row = kept[id] as KeptDigest;
      if (row.withdrawn) return false;
      kept[id] = { ...row, withdrawn: { at: when } };
      outbox.push(...messages);
      return true;
    },
    log: async (entry) => void log.push(entry.what),
    brief: () => [{ heading: "Effekt", lines: ["en rad"] }],
  };
  const viewer = (email: string) => viewerOf(builder.at().facts, email, true) as Viewer;
  return { deps, kept, outbox, log, viewer };
}

describe("on Monday morning", () => {
  it("the digest is kept and posted to the channel once, however often it is called", async () => {
    const { deps, kept, outbox } = world();
    await digest(deps, occurrence, at(MONDAY));
    const again = await digest(deps, occurrence, at(MONDAY));
    expect(again).toMatchObject({ messages: [], digest: null });
    expect(kept).toHaveLength(1);
    expect(outbox).toMatchObject([
      { kind: "digest", to: { channel: "management" }, unit: null, week: V47, due: at(MONDAY) },
    ]);
    expect(shownDigest(kept[0] as KeptDigest)).toEqual({ text: kept[0]?.text, card: kept[0]?.card });
  });

  it("a dry run says the same and keeps nothing", async () => {
    const { deps, kept, outbox } = world();
    const decision = await digest(deps, occurrence, at(MONDAY), true);
    expect(decision.messages).toHaveLength(1);
    expect([kept, outbox]).toEqual([[], []]);
  });

  it("a week without card is passed over, with a reason", async () => {
    const { deps, kept } = world();
    const decision = await digest(deps, { week: "2026-W52" as Week, due: at("2026-12-28T07:30:00+01:00") }, at(MONDAY));
    expect(decision.reason).toContain("inget veckokort");
    expect(kept).toEqual([]);
  });
});

describe("the planägare", () => {
  it("previews without anything being kept; it is logged", async () => {
    const { deps, kept, outbox, log, viewer } = world();
    const shown = await previewDigest(deps, viewer("agare@example.org"), V47, at("2026-11-20T13:00:00+01:00"));
    expect(shown.content.text).toContain("Förhandsvisning");
    expect([kept, outbox, log]).toEqual([[], [], ["digest.preview"]]);
  });

  it("withdraws: the channel is told, the digest is kept; twice is once", async () => {
    const { deps, kept, outbox, viewer } = world();
    await digest(deps, occurrence, at(MONDAY));
    const owner = viewer("agare@example.org");
    expect(await withdrawDigest(deps, owner, V47, at(MONDAY))).toMatchObject({ done: true });
    expect(await withdrawDigest(deps, owner, V47, at(MONDAY))).toMatchObject({ done: false });
    expect(outbox.map((message) => message.kind)).toEqual(["digest", "correction"]);
    expect(shownDigest(kept[0] as KeptDigest).text).toContain("tillbakadragen");
  });

  it("corrects: a further version is posted, the first stays as it was", async () => {
    const { deps, kept, outbox, viewer } = world(
      story().report("U1", "M1", "2026-W47", "critical", { at: "2026-11-23T09:00:00+01:00" }),
    );
    await digest(deps, occurrence, at(MONDAY));
    const before = JSON.stringify(kept[0]);
    await correctDigest(deps, viewer("agare@example.org"), V47, at("2026-11-23T10:00:00+01:00"));
    expect(JSON.stringify(kept[0])).toBe(before);
    expect(kept[1]?.text).toContain("Rättad sammanställning, version 2");
    expect(kept[1]?.text).toContain("■ Kritisk · M1");
    expect(outbox[1]).toMatchObject({ kind: "correction", about: { version: 2 } });
  });

  it.each([
    ["preview", previewDigest],
    ["withdraw", withdrawDigest],
    ["correct", correctDigest],
  ])("only the planägare may %s", async (_, act) => {
    const { deps, kept, outbox, viewer } = world();
    await digest(deps, occurrence, at(MONDAY));
    const refused = await act(deps, viewer("chef@example.org"), V47, at(MONDAY));
    expect(refused).toMatchObject({ done: false, content: { card: null } });
    expect([kept.length, outbox.length]).toEqual([1, 1]);
  });

  it("is told when there is nothing to withdraw or correct", async () => {
    const { deps, viewer } = world();
    for (const act of [withdrawDigest, correctDigest]) {
      const said = await act(deps, viewer("agare@example.org"), V47, at(MONDAY));
      expect(said).toMatchObject({ done: false });
      expect(said.content.text).toContain("Ingen sammanställning är skickad");
    }
  });
});

describe("asked for on the command line", () => {
  it.each([
    ["2026-11-19T10:00:00+01:00", "2026-W46"],
    ["2026-11-20T12:00:00+01:00", "2026-W47"],
    ["2026-11-25T06:00:00+01:00", "2026-W47"],
    ["2027-01-05T10:00:00+01:00", "2026-W51"],
  ])("at %s the week is %s", async (now, week) => {
    const asked = await askDigest(world().deps, null, at(now), "sv");
    expect(asked).toMatchObject({ ok: true, json: { week } });
  });

  it("a week that was not posted is composed as of its own Monday, not of now", async () => {
    const { deps } = world(story().report("U1", "M1", "2026-W47", "critical", { at: "2026-11-24T09:00:00+01:00" }));
    const asked = await askDigest(deps, V47, at("2026-12-01T09:00:00+01:00"), "sv");
    expect(asked).toMatchObject({ ok: true, json: { attention: [], asOf: { made: MONDAY } } });
  });

  it("a posted one is told as posted", async () => {
    const { deps, kept } = world();
    await digest(deps, occurrence, at("2026-11-23T09:15:00+01:00"));
    const asked = await askDigest(deps, V47, at("2026-12-01T09:00:00+01:00"), "sv");
    expect(asked).toMatchObject({ ok: true, text: kept[0]?.text });
  });

  it("a week without card is said to have none", async () => {
    expect(await askDigest(world().deps, "2026-W28" as Week, at(MONDAY), "sv")).toEqual({
      ok: false,
      text: "Det finns ingen sammanställning för v. 28: den veckan har inget veckokort.",
    });
  });
});

describe("a button of the digest", () => {
  const press = { verb: "digest_dialog", which: "measures", week: "2026-W47", page: "1" };

  it("opens with the presser's own rights", async () => {
    const { deps, viewer } = world(story().measure("M2", { owner: "U1", potential: 4, title: "Obeslutad" }));
    const seen = async (email: string) => JSON.stringify(await openDialog(deps, viewer(email), press, at(MONDAY)));
    expect(await seen("agare@example.org")).toContain("Obeslutad");
    const reader = world(
      story().measure("M2", { owner: "U1", potential: 4, title: "Obeslutad" }).person("l@example.org", "reader", "REG"),
    );
    expect(
      JSON.stringify(await openDialog(reader.deps, reader.viewer("l@example.org"), press, at(MONDAY))),
    ).not.toContain("Obeslutad");
  });

  it.each([
    ["an unknown dialog", { ...press, which: "secrets" }],
    ["another verb", { ...press, verb: "x" }],
    ["no week", { ...press, week: "2026-W99" }],
    ["a week without card", { ...press, week: "2026-W28" }],
    ["nonsense", "x"],
    ["nothing", null],
  ])("%s gives a kind sentence", async (_, data) => {
    const { deps, viewer } = world();
    expect(await openDialog(deps, viewer("chef@example.org"), data, at(MONDAY))).toMatchObject({
      problem: expect.any(String),
    });
  });

  it.each(["0", "-3", "abc", null, 1e9])("page %s opens a page all the same", async (page) => {
    const { deps, viewer } = world();
    expect(await openDialog(deps, viewer("chef@example.org"), { ...press, page }, at(MONDAY))).toHaveProperty("card");
  });

  it("shows the monthly material that report/ made", async () => {
    const { deps, viewer } = world();
    const opened = await openDialog(deps, viewer("chef@example.org"), { ...press, which: "brief" }, at(MONDAY));
    expect(JSON.stringify(opened)).toContain("en rad");
  });
});
