// Turns over real HTTP against the fake Teams: messages, buttons, dialogs and files.
import { describe, expect, it } from "vitest";
import type { Replies } from "../../src/teams/handlers.ts";
import type { TeamsHandlers, TeamsSettings } from "../../src/teams/teams.ts";
import { asActivity, type Bot, card, execute, type Setup, says, startBot } from "../helpers/bare-bot.ts";
import { type Shown, TENANT } from "../helpers/fake-teams.ts";

describe("a message", () => {
  it("is kept, acknowledged, answered and done with", async () => {
    const { fake, teams, inbox } = await startBot();
    const eva = fake.person("eva@region.example");
    expect((await fake.ask(eva, "hur går det")).text).toBe("du skrev: hur går det");
    await teams.idle();
    expect([...inbox.values()].map(({ finished }) => finished)).toEqual([true]);
  });

  it("that comes twice is answered once", async () => {
    const { fake, teams } = await startBot();
    const eva = fake.person("eva@region.example");
    const delivery = await fake.say(eva, "hej");
    await Promise.all([fake.redeliver(delivery), fake.redeliver(delivery)]);
    await teams.idle();
    expect(fake.shows(eva)).toHaveLength(1);
  });

  it("that could not be kept is not acknowledged", async () => {
    const { fake } = await startBot({ deps: { accept: () => Promise.reject(new Error("disk full")) } });
    expect((await fake.deliver(asActivity(fake))).status).toBe(500);
  });

  it("waits for the one before in its conversation, but for no other conversation", async () => {
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const message: TeamsHandlers["message"] = async ({ text }) => {
      if (text === "långsam") await gate;
      return says(text);
    };
    const { fake } = await startBot({ handlers: { message } });
    const [eva, bo] = [fake.person("eva@region.example"), fake.person("bo@region.example")];
    await fake.say(eva, "långsam");
    await fake.say(eva, "efter");
    expect((await fake.ask(bo, "snabb")).text).toBe("snabb");
    expect(fake.shows(eva)).toEqual([]);
    open();
    await fake.sees(eva, /efter/);
    expect(fake.shows(eva).map(({ text }) => text)).toEqual(["långsam", "efter"]);
  });

  it("that was kept before a crash is finished after it", async () => {
    const first = await startBot({ handlers: { message: () => new Promise(() => {}) } });
    const eva = first.fake.person("eva@region.example");
    await first.fake.say(eva, "glöm mig inte");
    const [kept] = [...first.inbox.values()];
    const second = await startBot({ settings: { serviceHosts: [new URL(first.fake.serviceUrl).host] } });
    await second.teams.runStored(JSON.parse(JSON.stringify(kept?.activity)));
    expect(first.fake.shows(eva).map(({ text }) => text)).toEqual(["du skrev: glöm mig inte"]);
  });

  it("that can't be brought to its end is apologised for", async () => {
    const bot = await startBot();
    const eva = bot.fake.person("eva@region.example");
    await bot.fake.say(eva, "hej");
    const [kept] = bot.inbox.values();
    await bot.teams.giveUp(kept?.activity ?? {});
    expect((await bot.fake.sees(eva, /gick något fel/)).text).toMatch(/\w{8}/);
  });

  it("under way is finished before the bot stops", async () => {
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const message: TeamsHandlers["message"] = async () => {
      await gate;
      return says("klart");
    };
    const { fake, teams } = await startBot({ handlers: { message } });
    const eva = fake.person("eva@region.example");
    await fake.say(eva, "hej");
    const stopped = teams.close();
    open();
    await stopped;
    expect(fake.shows(eva).map(({ text }) => text)).toEqual(["klart"]);
  });

  it("that breaks something gets one kind sentence with a number, and a log without its words", async () => {
    const message = () => Promise.reject(new Error("no such person eva@region.example"));
    const { fake, log } = await startBot({ handlers: { message } });
    const eva = fake.person("eva@region.example");
    const answer = await fake.ask(eva, "min hemlighet");
    const [, number] = /fel ([0-9a-f]{8})/.exec(answer.text) ?? [];
    expect(log).toHaveLength(1);
    expect(log[0]?.fields).toMatchObject({ correlation: number, turn: "message" });
    expect(JSON.stringify(log)).not.toMatch(/hemlighet|eva@/);
  });

  it("in a channel is answered in its thread, without the mention", async () => {
    const { fake, turns } = await startBot();
    const eva = fake.person("eva@region.example");
    const channel = fake.channel("Ledning", [eva]);
    await fake.mention(channel, eva, "läget?");
    const answer = await fake.sees(channel, /läget/);
    expect(answer.text).toBe("du skrev: läget?");
    expect(turns[0]).toMatchObject({ toBot: true, conversation: { kind: "channel", channel: channel.id } });
    await fake.mention(channel, eva, "och sen?", answer);
    expect((await fake.sees(channel, /och sen/)).conversationId).toBe(answer.conversationId);
  });

  it("whose answer is too big gets its words in parts", async () => {
    const words = Array.from({ length: 3_000 }, (_none, line) => `Rad ${line} av en lång lista`);
    const message: TeamsHandlers["message"] = async () => says(words.join("\n"));
    const { fake, teams } = await startBot({ handlers: { message } });
    const eva = fake.person("eva@region.example");
    await fake.say(eva, "allt");
    await teams.idle();
    const parts = fake.shows(eva).map(({ text }) => text);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.join("\n")).toBe(words.join("\n"));
  });

  it("gets its answer also when Teams throttles or is away for a moment, and once", async () => {
    const { fake } = await startBot();
    const eva = fake.person("eva@region.example");
    fake.faults.add({ op: "send", status: 429, retryAfter: 0 });
    fake.faults.add({ op: "send", status: 503 });
    await fake.ask(eva, "hej");
    expect(fake.calls.map(({ status }) => status)).toEqual([429, 503, 201]);
    expect(fake.shows(eva)).toHaveLength(1);
  });

  it("is answered once even when Teams does not say that it took the answer", async () => {
    const { fake, teams, log } = await startBot();
    const eva = fake.person("eva@region.example");
    fake.faults.add({ op: "send", when: "after", cut: true });
    await fake.say(eva, "hej");
    await teams.idle();
    expect(fake.shows(eva)).toHaveLength(1);
    expect(log.at(-1)?.fields).toMatchObject({ fault: { name: "NotHeard" } });
  });
});

describe("a button", () => {
  const start = card("Hur går det?", execute("Skicka", { nonce: "n1" }));
  const receipt: Replies = [{ do: "replace", content: { text: "Tack", card: card("Tack") } }];

  async function withCard(setup: Setup = {}): Promise<Bot & { shown: Shown }> {
    const bot = await startBot(setup);
    const eva = bot.fake.person("eva@region.example");
    const target = { to: "conversation", serviceUrl: bot.fake.serviceUrl, conversationId: eva.conversationId } as const;
    await bot.teams.send(target, { text: "Hur går det?", card: start });
    return { ...bot, shown: await bot.fake.sees(eva, /Hur går det/) };
  }

  it("is answered in the same breath, and the card stands changed afterwards", async () => {
    const seen: unknown[] = [];
    const submit: TeamsHandlers["submit"] = async (turn, data) => {
      seen.push({ data, verb: turn.verb, via: turn.via, card: turn.card });
      return receipt;
    };
    const { fake, teams, shown } = await withCard({ handlers: { submit } });
    const pressed = await fake.press(shown, "Skicka");
    expect(pressed.card?.text).toBe("Tack");
    await teams.idle();
    expect(seen).toEqual([{ data: { nonce: "n1" }, verb: "v", via: "execute", card: shown.id }]);
    expect(fake.shows(shown).map(({ text }) => text)).toEqual(["Tack"]);
    expect(fake.calls.filter(({ op }) => op === "update")).toHaveLength(1);
  });

  it("of an older client changes the card too", async () => {
    const { fake, shown, teams } = await withCard({ handlers: { submit: async () => receipt } });
    await fake.press(shown, "Skicka", {}, { older: true });
    await teams.idle();
    expect(fake.shows(shown).map(({ text }) => text)).toEqual(["Tack"]);
  });

  it("pressed twice at once reaches the handler twice, each with the same nonce", async () => {
    const nonces: unknown[] = [];
    const submit: TeamsHandlers["submit"] = async (_turn, data) => {
      nonces.push(data.nonce);
      return receipt;
    };
    const { fake, shown } = await withCard({ handlers: { submit } });
    const both = await Promise.all([fake.press(shown, "Skicka"), fake.press(shown, "Skicka")]);
    expect(both.map(({ status, card: got }) => [status, got?.text])).toEqual([
      [200, "Tack"],
      [200, "Tack"],
    ]);
    expect(nonces).toEqual(["n1", "n1"]);
  });

  it("whose work takes long is answered in time, and changes the card when it is done", async () => {
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const submit = async (): Promise<Replies> => {
      await gate;
      return receipt;
    };
    const { fake, shown } = await withCard({ handlers: { submit }, settings: { invokeTimeoutMs: 30 } });
    const pressed = await fake.press(shown, "Skicka");
    expect(pressed.message).toMatch(/arbetar med det/);
    open();
    await fake.sees(shown, /^Tack$/);
  });

  it("that breaks something says so instead of showing Teams' own error", async () => {
    const submit = () => Promise.reject(new Error("broke"));
    const { fake, shown } = await withCard({ handlers: { submit } });
    const pressed = await fake.press(shown, "Skicka");
    expect(pressed).toMatchObject({ status: 200, card: null });
    expect(pressed.message).toMatch(/fel [0-9a-f]{8}/);
    expect(fake.shows(shown)[0]?.text).toContain("Hur går det?");
  });

  it("on a card that is gone brings its answer as a new message to an older client", async () => {
    const { fake, shown, teams } = await withCard({ handlers: { submit: async () => receipt } });
    await teams.remove({ serviceUrl: fake.serviceUrl, conversationId: shown.conversationId, activityId: shown.id });
    await fake.press(shown, "Skicka", {}, { older: true });
    await teams.idle();
    expect(fake.shows(shown).map(({ text }) => text)).toEqual(["Tack"]);
  });

  it("can open a dialog that only the one who pressed sees", async () => {
    const form = { ...card("Dina åtgärder", { type: "Action.Submit", title: "Klar", data: { step: 2 } }) };
    const task: TeamsHandlers["task"] = async (turn, data) => {
      if (turn.phase === "fetch") return [{ do: "dialog", title: `Allt om ${data.what}`, card: form }];
      return [{ do: "close", text: `steg ${data.step}` }];
    };
    const { fake, teams } = await startBot({ handlers: { task } });
    const eva = fake.person("eva@region.example");
    const channel = fake.channel("Ledning", [eva]);
    const open = { type: "Action.Submit", title: "Visa", data: { what: "planen", msteams: { type: "task/fetch" } } };
    const target = { to: "channel", serviceUrl: fake.serviceUrl, tenant: TENANT, channelId: channel.id } as const;
    await teams.send(target, { text: "Läget", card: card("Läget", open) });
    const [digest] = fake.shows(channel);
    const { dialog } = await fake.press(digest as Shown, "Visa", {}, { as: eva });
    expect(dialog?.title).toBe("Allt om planen");
    const closed = dialog && (await fake.submitDialog(dialog, "Klar"));
    expect(closed?.message).toBe("steg 2");
    expect(fake.shows(channel)).toHaveLength(1);
  });

  it("of a kind nobody knows is refused, not run", async () => {
    const { fake } = await startBot();
    const invoke = asActivity(fake, { type: "invoke", name: "composeExtension/query", value: {} });
    expect((await fake.deliver(invoke)).status).toBe(501);
  });
});

describe("a file", () => {
  it("that a person sends arrives whole, fetched without the bot's token", async () => {
    const got: [string, number][] = [];
    const file: TeamsHandlers["file"] = async (_turn, name, bytes) => {
      got.push([name, bytes.length]);
      return says("tack för filen");
    };
    const { fake } = await startBot({ auth: true, handlers: { file } });
    const eva = fake.person("eva@region.example");
    await fake.uploadFile(eva, "plan.xlsx", Buffer.alloc(100_000, 1));
    await fake.sees(eva, /tack för filen/);
    expect(got).toEqual([["plan.xlsx", 100_000]]);
  });

  it.each<[string, Partial<TeamsSettings>, number, RegExp]>([
    ["from a place that is not listed", { mode: "real", fileHosts: ["*.sharepoint.com"] }, 10, /OneDrive/],
    ["that is too big", { mode: "real" }, 25 * 1024 * 1024 + 1, /25 MB/],
  ])("%s is refused kindly", async (_name, settings, size, sentence) => {
    const { fake } = await startBot({ auth: true, settings });
    const eva = fake.person("eva@region.example");
    await fake.uploadFile(eva, "plan.xlsx", Buffer.alloc(size));
    await fake.sees(eva, sentence);
  });

  it("is offered, accepted and put in the receiver's own place", async () => {
    const message = async (): Promise<Replies> => {
      return [{ do: "offer_file", name: "plan.csv", description: "Planen", sizeBytes: 3, data: { form: "csv" } }];
    };
    const makeFile: TeamsHandlers["makeFile"] = async (_turn, data) => Buffer.from(String(data.form));
    const { fake, teams } = await startBot({ handlers: { message, makeFile } });
    const eva = fake.person("eva@region.example");
    const offer = await fake.ask(eva, "exportera");
    expect(Buffer.from((await fake.answerFileOffer(offer)) ?? []).toString()).toBe("csv");
    await teams.idle();
    expect(offer.activity).toMatchObject({
      attachments: [{ contentType: "application/vnd.microsoft.teams.card.file.info" }],
    });
  });
});
