/**
 * A fake Teams: a real HTTP server on loopback that speaks the Bot Connector REST calls the bot uses, keeps a ledger of
 * what everybody would see, acts as people, and can be told to fail.
 *
 * ```ts
 * const teams = await startFakeTeams();                        // { auth: true } for tokens as in the real thing
 * const app = await createApp({ ... env: teams.env() });       // or createTeams(teams.settings(), deps)
 * teams.connect(`http://127.0.0.1:${port}`);
 * const eva = teams.person("eva@region.example");
 * await teams.install(eva);
 * const card = await teams.sees(eva, /Veckorapport/);          // waits until it stands in her chat
 * const { card: step2 } = await teams.press(card, "Skicka", { "Hur går det?": "Pausad" });
 * const answer = await teams.ask(eva, "hur går det");          // says it, waits for what comes back
 * teams.faults.add({ op: "send", person: eva.email, when: "after", cut: true });
 * teams.block(eva);                                            // 403 from now on
 * await teams.close();
 * ```
 *
 * Nothing sleeps: `sees`, `ask` and `until` look again at every change of the ledger, at most `timeoutMs` (5 s).
 */

import { Agent } from "undici";
import {
  type Acting,
  act,
  deliver,
  install,
  installIn,
  mention,
  redeliver,
  say,
  uploadFile,
} from "./fake-teams/acting.ts";
import { answerFileOffer, press, submitDialog } from "./fake-teams/button-presses.ts";
import type { FakeTeams, FakeTeamsOptions } from "./fake-teams/fake-teams-types.ts";
import { createFaults } from "./fake-teams/faults.ts";
import { APP_ID, envFor, ISSUER, PASSWORD, settingsFor, TENANT } from "./fake-teams/identity.ts";
import { createKeys } from "./fake-teams/keys.ts";
import { addChannel, addPerson, createLedger } from "./fake-teams/ledger.ts";
import { ask, sees, shows } from "./fake-teams/seeing.ts";
import { SERVICE_PATH, startServer } from "./fake-teams/server.ts";
import { until } from "./fake-teams/until.ts";

export type * from "./fake-teams/fake-teams-types.ts";
export { DOCUMENTED_LIMITS } from "./fake-teams/faults.ts";
export { APP_ID, TENANT } from "./fake-teams/identity.ts";
export type { Channel, Person, Shown } from "./fake-teams/ledger.ts";
export { buttons, cardTexts, inputsOf } from "./fake-teams/read-card.ts";

/** Starts it on a free port. */
export async function startFakeTeams(options: FakeTeamsOptions = {}): Promise<FakeTeams> {
  const ledger = createLedger(TENANT);
  const faults = createFaults();
  const calls: FakeTeams["calls"] = [];
  const files = new Map<string, Uint8Array>();
  let origin = "";
  const keys = createKeys({
    appId: APP_ID,
    password: PASSWORD,
    issuer: ISSUER,
    origin: () => origin,
    serviceUrl: () => `${origin}${SERVICE_PATH}`,
  });
  const guarded = options.auth ? keys : null;
  const server = await startServer({ ledger, faults, calls, files, limits: options.limits ?? null, keys: guarded });
  origin = server.origin;
  const serviceUrl = `${origin}${SERVICE_PATH}`;
  const acting: Acting = {
    ledger,
    files,
    origin,
    where: { serviceUrl, botId: `28:${APP_ID}`, botName: "Omställningsboten" },
    bot: { url: "" },
    keys: guarded,
    agent: new Agent({ connections: 64, pipelining: 1 }),
  };
  return {
    serviceUrl,
    ledger,
    faults,
    calls,
    keys,
    connect: (url) => {
      acting.bot.url = url.replace(/\/$/, "");
    },
    settings: (more) => ({ ...settingsFor(origin, options.auth === true), ...more }),
    env: () => envFor(origin),
    person: (email, more) => addPerson(ledger, email, more),
    channel: (name, members = []) => addChannel(ledger, name, members),
    block: (person) => {
      person.blocked = true;
    },
    unblock: (person) => {
      person.blocked = false;
    },
    deliver: (activity, token) => deliver(acting, activity, token),
    redeliver: (delivery, how) => redeliver(acting, delivery, how),
    install: (person) => install(acting, person, true),
    uninstall: (person) => install(acting, person, false),
    installIn: (channel, by) => installIn(acting, channel, by),
    event: (person, rest) => act(acting, person, { chat: person }, rest),
    say: (person, text) => say(acting, person, text),
    ask: (person, text) => ask(acting, person, text),
    mention: (channel, person, text, inThread) => mention(acting, channel, person, text, inThread),
    uploadFile: (person, name, bytes) => uploadFile(acting, person, name, bytes),
    press: (shown, title, inputs, how) => press(acting, shown, title, inputs, how),
    submitDialog: (dialog, title, inputs) => submitDialog(acting, dialog, title, inputs),
    answerFileOffer: (offer, accept) => answerFileOffer(acting, offer, accept),
    shows: (place) => shows(ledger, place),
    sees: (place, match, how) => sees(ledger, place, match, how),
    until: (look, what, timeoutMs) => until(ledger, look, what, timeoutMs),
    close: async () => {
      await acting.agent.destroy();
      await server.close();
    },
  };
}
