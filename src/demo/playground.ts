// Starts the Microsoft 365 Agents Playground (a local Teams look-alike) against the demo, through npx:
// it is a pre-release with an evaluation licence, so it is no dependency of the bot.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Email, PersonRow } from "../plan/plan.ts";

const PACKAGE = "@microsoft/m365agentsplayground@0.2.28";
const LOOK_AGAIN_MS = 100;

export interface PlaygroundSettings {
  /** Where its configuration is written. */
  readonly folder: string;
  readonly botUrl: string;
  readonly port: number;
  /** The one who sits at the keyboard, then five others (the Playground wants exactly that many). */
  readonly people: readonly PersonRow[];
}

export const DEMO_TENANT = "00000000-0000-0000-0000-0000000000aa";
export const DEMO_CHANNEL = "19:ledningsgruppen@thread.tacv2";

/** The Playground's process; `onExit` tells why it ended. Its standard output is swallowed, faults are passed on. */
export function startPlayground(settings: PlaygroundSettings, onExit: (code: number | null) => void): ChildProcess {
  mkdirSync(settings.folder, { recursive: true });
  writeFileSync(join(settings.folder, ".m365agentsplayground.yml"), playgroundConfig(settings.people));
  const args = ["--yes", PACKAGE, "start", "-e", settings.botUrl, "-c", "msteams", "-p", String(settings.port)];
  const child = spawn("npx", [...args, "--disable-telemetry"], {
    cwd: settings.folder,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      TEAMSAPPTESTER_BROWSER: "none",
      SEND_INSTALLATION_ACTIVITY: "true",
      npm_config_loglevel: "error",
    },
    detached: process.platform !== "win32",
  });
  child.on("exit", onExit);
  return child;
}

/** Whether anything listens there; a second Playground would take another port without a word. */
export async function isTaken(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Resolves when something listens there, or `ended` says that nothing will. */
export async function untilItListens(port: number, ended: () => boolean): Promise<void> {
  while (!ended() && !(await isTaken(port))) await sleep(LOOK_AGAIN_MS);
}

/** Ends the Playground and whatever npx started for it. */
export function stopPlayground(child: ChildProcess): void {
  if (child.exitCode !== null || child.pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, "SIGTERM");
  } catch {
    // It ended by itself in between.
  }
}

function playgroundConfig(people: readonly PersonRow[]): string {
  const [current, ...others] = people.map(personLines);
  return [
    'version: "0.1.1"',
    `tenantId: ${DEMO_TENANT}`,
    "bot:",
    "  id: 00000000-0000-0000-0000-000000000011",
    "  name: Omställningsboten",
    "currentUser:",
    ...(current ?? []).map((line) => `  ${line}`),
    "users:",
    ...others.slice(0, 5).flatMap((lines) => lines.map((line, i) => (i === 0 ? `  - ${line}` : `    ${line}`))),
    "personalChat:",
    "  id: personal-chat",
    "groupChat:",
    "  id: group-chat",
    "  name: Förstärkningsteamet",
    "team:",
    "  id: team-omstallning",
    "  name: Omställningsplanen",
    "  aadGroupId: 00000000-0000-0000-0000-000000000031",
    "  channels:",
    `    - id: "${DEMO_CHANNEL}"`,
    "      name: Ledningsgruppen",
    "",
  ].join("\n");
}

function personLines(person: PersonRow, index: number): string[] {
  const [given = "", ...rest] = person.name.split(" ");
  return [
    `id: user-${index}`,
    `name: ${JSON.stringify(person.name)}`,
    `userPrincipleName: ${person.email}`,
    `aadObjectId: ${aadIdOf(index)}`,
    `givenName: ${JSON.stringify(given)}`,
    `surname: ${JSON.stringify(rest.join(" "))}`,
    `email: ${person.email}`,
  ];
}

function aadIdOf(index: number): string {
  return `00000000-0000-0000-0000-${String(0x20 + index).padStart(12, "0")}`;
}

/** Someone to sit at the keyboard (a linjechef) and five others, one of each role as far as they last. */
export function chooseDemoPeople(persons: readonly PersonRow[]): PersonRow[] {
  const chosen = new Map<Email, PersonRow>();
  for (const role of [
    "line_manager",
    "plan_owner",
    "management",
    "controller",
    "administration_manager",
    "reader",
  ] as const) {
    const person = persons.find((row) => row.role === role && !chosen.has(row.email));
    if (person) chosen.set(person.email, person);
  }
  for (const person of persons) if (chosen.size < 6 && !chosen.has(person.email)) chosen.set(person.email, person);
  return [...chosen.values()].slice(0, 6);
}
