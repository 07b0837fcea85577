// Stödbegäran, told as stories: a small world that keeps what it is given.
import { describe, expect, it } from "vitest";
import { type Instant, parseInstant } from "../../../src/lib/time.ts";
import type { MutableBook } from "../../../src/plan/book.ts";
import type { Message } from "../../../src/plan/message.ts";
import type { OrgId, Plan, SupportRequest, SupportType } from "../../../src/plan/plan.ts";
import { type Viewer, viewerOf } from "../../../src/plan/rights.ts";
import { answerersOf } from "../../../src/support/answerers.ts";
import {
  decideSupport,
  isSupportNotice,
  pressSupport,
  requestSupport,
  type SupportDeps,
  supportList,
  supportMessages,
  supportNotice,
} from "../../../src/support/support.ts";
import { aPlan, type PlanBuilder } from "../../helpers/a-plan.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const NOW = parseInstant("2026-11-23T09:00:00+01:00") as Instant;
const U1 = "U1" as OrgId;

function region(): PlanBuilder {
  return aPlan()
    .org("V1", "area", "SJH")
    .unit("U1", "V1", { name: "Ett *namn*" })
    .unit("U2")
    .measure("M1", { owner: "U1" })
    .person("chef@x.se", "line_manager", "U1")
    .person("annan@x.se", "line_manager", "U2")
    .person("vc@x.se", "area_manager", "V1")
    .person("fc@x.se", "administration_manager", "SJH")
    .person("team@x.se", "support_team", "REG")
    .person("teamsjh@x.se", "support_team", "SJH")
    .person("agare@x.se", "plan_owner", "REG");
}

function world(builder = region()) {
  const plan = builder.at();
  const outbox: Message[] = [];
  const put = (request: SupportRequest): SupportRequest => {
    (plan.book as MutableBook).putSupport([request]);
    return request;
  };
  const deps: SupportDeps = {
    plan: async (now) => ({ ...plan, now }),
    open: async (request, messages) => {
      outbox.push(...messages);
      const number = String(plan.book.support.length + 1).padStart(2, "0");
      return put({ ...request, id: `S-${number}`, firstContact: null, closed: null, result: null });
    },
    change: async (id, change, messages) => {
      const known = plan.book.support.find((row) => row.id === id);
      if (!known) return null;
      outbox.push(...messages);
      return put({ ...known, ...change });
    },
  };
  const viewer = (email: string) => viewerOf(plan.facts, email) as Viewer;
  return { deps, outbox, viewer, plan: { ...plan, now: NOW } as Plan };
}

describe("who answers", () => {
  it.each<[SupportType, string | null, string, readonly string[]]>([
    ["scheduling", "chef@x.se", "support_team", ["teamsjh@x.se", "team@x.se"]],
    ["manager_decision", "chef@x.se", "manager", ["vc@x.se"]],
    ["manager_decision", "vc@x.se", "manager", ["fc@x.se"]],
    ["manager_decision", "fc@x.se", "manager", ["vc@x.se"]],
    ["hr", "team@x.se", "support_team", ["teamsjh@x.se"]],
  ])("%s asked by %s → %s %j", (type, asker, who, people) => {
    expect(answerersOf(region().at(), U1, type, asker as never)).toEqual({ who, people });
  });

  it("a team that reaches another part does not answer for this one", () => {
    const plan = aPlan()
      .org("NSV", "administration", "HSN")
      .unit("U1")
      .person("team@x.se", "support_team", "NSV")
      .person("agare@x.se", "plan_owner", "REG");
    expect(answerersOf(plan.at(), U1, "hr", null)).toEqual({ who: "plan_owner", people: ["agare@x.se"] });
  });

  it("a manager who is away is stood in for, but never by the one who asks", () => {
    const away = region().deputy("vc@x.se", "fc@x.se", "2026-11-20", "2026-11-27");
    expect(answerersOf(away.at(), U1, "manager_decision", "chef@x.se" as never).people).toEqual(["fc@x.se"]);
    const crossed = region().deputy("vc@x.se", "chef@x.se", "2026-11-20", "2026-11-27");
    expect(answerersOf(crossed.at(), U1, "manager_decision", "chef@x.se" as never).people).toEqual(["vc@x.se"]);
  });

  it("a plan with nobody leaves nobody to tell", () => {
    expect(answerersOf(aPlan().unit("U1").at(), U1, "hr", null)).toEqual({ who: "plan_owner", people: [] });
  });
});

describe("a chef asks for support", () => {
  it("it is opened, the team is told, and asking again opens nothing more", async () => {
    const { deps, outbox, viewer, plan } = world();
    const first = await requestSupport(deps, viewer("chef@x.se"), U1, "scheduling", NOW);
    expect(first).toMatchObject({ done: true, request: { id: "S-01", created: "2026-11-23" } });
    expect(first.content.text).toBe(
      "Tack! Din begäran om schemaläggningsstöd för Ett \\*namn\\* är skickad och har nummer S-01. Förstärkningsteamet svarar.",
    );
    expect(outbox.map((message) => message.to)).toEqual([{ person: "teamsjh@x.se" }, { person: "team@x.se" }]);
    const again = await requestSupport(deps, viewer("chef@x.se"), U1, "scheduling", NOW);
    expect(again).toMatchObject({ done: false, request: { id: "S-01" } });
    expect(again.content.text).toContain("har redan en öppen begäran om schemaläggningsstöd: S-01");
    expect([outbox.length, plan.book.support.length]).toEqual([2, 1]);
  });

  it("another type is another request; a closed one may be asked for again", async () => {
    const { deps, viewer } = world(region().support("S-07", "U1", "2026-10-01", { closed: "2026-10-09" as never }));
    expect(await requestSupport(deps, viewer("chef@x.se"), U1, "scheduling", NOW)).toMatchObject({ done: true });
    expect(await requestSupport(deps, viewer("chef@x.se"), U1, "hr", NOW)).toMatchObject({ done: true });
  });

  it.each([
    ["annan@x.se", "U1", "not_yours"],
    ["team@x.se", "U1", "not_yours"],
    ["chef@x.se", "NIX", "unknown_unit"],
    ["vc@x.se", "U1", "open"],
    ["agare@x.se", "U1", "open"],
  ])("%s for %s → %s", (email, unit, outcome) => {
    const { plan, viewer } = world();
    expect(decideSupport(plan, viewer(email), unit as OrgId, "hr").outcome).toBe(outcome);
  });

  it("refused, nothing is changed", async () => {
    const { deps, outbox, viewer, plan } = world();
    const refused = await requestSupport(deps, viewer("annan@x.se"), U1, "hr", NOW);
    expect(refused.content.text).toContain("enheter som du själv svarar för");
    expect([outbox.length, plan.book.support.length]).toEqual([0, 0]);
  });
});

describe("the one who answers", () => {
  it("gets a card, presses contact and close; the chef is told each time", async () => {
    const { deps, outbox, viewer } = world();
    await requestSupport(deps, viewer("chef@x.se"), U1, "scheduling", NOW);
    const plan = await deps.plan(NOW);
    const notice = supportNotice(plan, outbox[0] as Message, "sv");
    expect(buttons(notice?.card)).toEqual(["Jag har tagit kontakt", "Avsluta ärendet"]);
    expect(notice?.text).toContain("Ny stödbegäran: schemaläggningsstöd, Ett");
    outbox.length = 0;

    const contact = await pressSupport(deps, viewer("team@x.se"), { verb: "support_contact", request: "S-01" }, NOW);
    expect(contact).toMatchObject({ done: true, request: { firstContact: "2026-11-23", closed: null } });
    expect(buttons(contact.content.card)).toEqual(["Avsluta ärendet"]);
    const again = await pressSupport(deps, viewer("team@x.se"), { verb: "support_contact", request: "S-01" }, NOW);
    expect(again).toMatchObject({ done: false });

    const closed = await pressSupport(deps, viewer("team@x.se"), { verb: "support_close", request: "S-01" }, NOW);
    expect(closed).toMatchObject({ done: true, request: { closed: "2026-11-23" } });
    expect(buttons(closed.content.card)).toEqual([]);
    expect(outbox.map((message) => [message.to, message.about.notice])).toEqual([
      [{ person: "chef@x.se" }, "support_contact"],
      [{ person: "chef@x.se" }, "support_close"],
    ]);
    const after = await deps.plan(NOW);
    expect(supportNotice(after, outbox[0] as Message, "sv")).toBeNull();
    expect(supportNotice(after, outbox[1] as Message, "en")?.text).toContain("is closed");
  });

  it.each([
    ["the manager may answer a decision", "vc@x.se", "manager_decision", true],
    ["the team may not", "team@x.se", "manager_decision", false],
    ["the chef who asked may not", "chef@x.se", "scheduling", false],
    ["the planägare may", "agare@x.se", "scheduling", true],
  ] as const)("%s", async (_, email, type, done) => {
    const { deps, viewer } = world(region().support("S-01", "U1", "2026-11-20", { type }));
    const pressed = await pressSupport(deps, viewer(email), { verb: "support_contact", request: "S-01" }, NOW);
    expect(pressed.done).toBe(done);
  });

  it.each([
    {},
    null,
    "x",
    { verb: "support_contact" },
    { verb: "drop", request: "S-01" },
    { verb: "support_close", request: "S-99" },
  ])("%j gives a kind sentence and changes nothing", async (data) => {
    const { deps, outbox, viewer } = world();
    const pressed = await pressSupport(deps, viewer("team@x.se"), data, NOW);
    expect(pressed).toMatchObject({ done: false, content: { text: expect.stringContaining("hittar inget") } });
    expect(outbox).toEqual([]);
  });
});

describe("a notice made together with a weekly report", () => {
  it("finds its request by unit and type, and is dropped when that is closed", () => {
    const open = region().support("S-01", "U1", "2026-11-20", { type: "hr" }).at();
    const [message] = supportMessages(open, U1, "hr", "chef@x.se" as never);
    expect(isSupportNotice(message as Message)).toBe(true);
    expect(supportNotice(open, message as Message, "sv")?.card).not.toBeNull();
    const closed = region()
      .support("S-01", "U1", "2026-11-20", { type: "hr", closed: "2026-11-21" as never })
      .at();
    expect(supportNotice(closed, message as Message, "sv")).toBeNull();
  });
});

describe("the list of the sample plan", () => {
  const plan = samplePlan();
  const seen = (person: string) =>
    supportList(plan, viewerOf(plan.facts, `${person}@region-exempel.example`) as Viewer);

  it("the team sees all four, oldest first, with age and contact", () => {
    const lines = seen("stod.schema").split("\n");
    expect(lines[0]).toBe("4 öppna stödärenden");
    expect(lines[1]).toBe(
      "S-07 · Akutkliniken · schemaläggningsstöd · begärt 2026-11-14, 9 dagar sedan · första kontakt 2026-11-17",
    );
    expect(lines[4]).toContain("väntar på första kontakt");
  });

  it("a chef sees the own unit's, a läsare none", () => {
    expect(seen("chef.akuten").split("\n")).toHaveLength(2);
    expect(seen("lasare.facklig")).toContain("inga öppna stödärenden");
  });
});

function buttons(card: object | null | undefined): string[] {
  return ((card as { actions?: { title: string }[] }).actions ?? []).map((action) => action.title);
}
