import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Activity } from "../../../src/teams/activity.ts";
import { activityKey, parseTurn } from "../../../src/teams/parse-turn.ts";
import type { Turn } from "../../../src/teams/turn.ts";

const BASE = {
  type: "message",
  id: "1",
  channelId: "msteams",
  serviceUrl: "https://smba.trafficmanager.net/emea/",
  locale: "sv-SE",
  from: { id: "29:eva", name: "Eva", aadObjectId: "AAD-EVA" },
  recipient: { id: "28:app", name: "Boten" },
  conversation: { id: "a:1", conversationType: "personal", tenantId: "T" },
};
const MENTION = { type: "mention", text: "<at>Boten</at>", mentioned: { id: "28:app", name: "Boten" } };
const IN_THREAD = {
  conversation: { id: "19:c@thread.tacv2;messageid=77", conversationType: "channel", tenantId: "T", isGroup: true },
  channelData: { channel: { id: "19:c@thread.tacv2", name: "Ledning" }, team: { id: "19:t" }, tenant: { id: "T" } },
};

const turnOf = (change: object): Turn | null => parseTurn(Activity.parse({ ...BASE, ...change }), "corr");

describe("parseTurn", () => {
  it("says who, where and what", () => {
    expect(turnOf({ text: " hur går det " })).toEqual({
      kind: "message",
      key: "a:1|1",
      correlation: "corr",
      activityId: "1",
      from: { tenant: "t", aadId: "aad-eva", teamsId: "29:eva", name: "Eva" },
      conversation: { id: "a:1", kind: "personal", team: null, channel: null, channelName: null, thread: null },
      serviceUrl: BASE.serviceUrl,
      locale: "sv-SE",
      text: "hur går det",
      toBot: true,
      files: [],
    });
  });

  it("knows the thread and the channel", () => {
    expect(turnOf({ ...IN_THREAD, text: "hej" })?.conversation).toEqual({
      id: "19:c@thread.tacv2;messageid=77",
      kind: "channel",
      team: "19:t",
      channel: "19:c@thread.tacv2",
      channelName: "Ledning",
      thread: "77",
    });
  });

  it.each<[string, object, string, boolean]>([
    ["a mention is taken out", { text: "<at>Boten</at> läget?", entities: [MENTION] }, "läget?", true],
    ["in the middle too", { text: "säg <at>Boten</at>  läget", entities: [MENTION] }, "säg läget", true],
    [
      "someone else's stays",
      { text: "<at>Eva</at> hej", entities: [{ ...MENTION, text: "<at>Eva</at>", mentioned: { id: "29:x" } }] },
      "<at>Eva</at> hej",
      false,
    ],
    ["hard spaces are spaces", { text: "hur\u00a0går" }, "hur går", false],
    ["a broken entity is no entity", { text: "hej", entities: [7, { no: 1 }, MENTION] }, "hej", true],
    ["no text is empty text", { text: null }, "", false],
  ])("in a channel: %s", (_name, change, text, toBot) => {
    expect(turnOf({ ...IN_THREAD, ...change })).toMatchObject({ kind: "message", text, toBot });
  });

  it.each<[string, object, object | null]>([
    [
      "a message with value is a submit",
      { value: { a: 1 }, replyToId: "9" },
      { kind: "submit", via: "submit", verb: null, data: { a: 1 }, card: "9" },
    ],
    ["a value that is no object is not", { value: "x", text: "hej" }, { kind: "message", text: "hej" }],
    [
      "an execute",
      { type: "invoke", name: "adaptiveCard/action", replyToId: "9", value: { action: { verb: "v", data: { a: 1 } } } },
      { kind: "submit", via: "execute", verb: "v", data: { a: 1 }, card: "9" },
    ],
    [
      "an execute with no data",
      { type: "invoke", name: "adaptiveCard/action", value: { action: { type: "Action.Execute" } } },
      { kind: "submit", verb: null, data: {} },
    ],
    ["an execute that is none", { type: "invoke", name: "adaptiveCard/action", value: 7 }, null],
    [
      "a dialog opened",
      { type: "invoke", name: "task/fetch", value: { data: { a: 1 } } },
      { kind: "task", phase: "fetch", data: { a: 1 } },
    ],
    [
      "a dialog sent",
      { type: "invoke", name: "task/submit", value: { data: { a: 1 } } },
      { kind: "task", phase: "submit" },
    ],
    ["another invoke", { type: "invoke", name: "composeExtension/query", value: {} }, null],
    [
      "a file declined",
      { type: "invoke", name: "fileConsent/invoke", value: { action: "decline", context: { f: 1 } } },
      { kind: "file_consent", accepted: false, data: { f: 1 }, uploadUrl: null },
    ],
    [
      "a file accepted without a place",
      { type: "invoke", name: "fileConsent/invoke", value: { action: "accept" } },
      { kind: "file_consent", accepted: false },
    ],
    ["installed", { type: "installationUpdate", action: "add" }, { kind: "installed", added: true }],
    ["upgraded", { type: "installationUpdate", action: "add-upgrade" }, { kind: "installed", added: true }],
    ["removed", { type: "installationUpdate", action: "remove" }, { kind: "installed", added: false }],
    [
      "the bot came",
      { type: "conversationUpdate", membersAdded: [{ id: "28:app" }, { id: "29:x", aadObjectId: "X" }] },
      { kind: "members", botAdded: true, added: ["x"], removed: [] },
    ],
    ["a channel was renamed", { type: "conversationUpdate" }, null],
    ["typing", { type: "typing" }, null],
  ])("%s", (_name, change, turn) => {
    const parsed = turnOf(change);
    if (turn === null) expect(parsed).toBeNull();
    else expect(parsed).toMatchObject(turn);
  });

  it("keeps only files that can be fetched", () => {
    const contentType = "application/vnd.microsoft.teams.file.download.info";
    const attachments = [
      { contentType, name: "plan.xlsx", content: { downloadUrl: "https://r.sharepoint.com/1" } },
      { contentType, name: "broken", content: {} },
      { contentType: "text/html", content: "<p>hej</p>" },
    ];
    expect(turnOf({ text: "", attachments })).toMatchObject({
      files: [{ name: "plan.xlsx", downloadUrl: "https://r.sharepoint.com/1" }],
    });
  });

  it("answers any value of any invoke without an exception", () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom("adaptiveCard/action", "task/fetch", "fileConsent/invoke"),
        (value, name) => {
          const parsed = Activity.safeParse({ ...BASE, type: "invoke", name, value });
          return parsed.success && parseTurn(parsed.data, "c") !== undefined;
        },
      ),
    );
  });
});

describe("activityKey", () => {
  it("tells activities without id apart by what they hold", () => {
    const one = Activity.parse({ ...BASE, id: null, text: "a" });
    const other = Activity.parse({ ...BASE, id: null, text: "b" });
    expect(activityKey(one)).toBe(activityKey(one));
    expect(activityKey(one)).not.toBe(activityKey(other));
  });
});
