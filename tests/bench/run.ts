// `npm run bench`: the figures, each beside what it may be. Loopback only; ends with a table, exit 1 when a bound is not
// held. What is compared is compared in the same run.
//
//   npm run bench -- [--only load,echo,history,ask,understand,start,memory] [--store embedded|postgres|both] [--people 5000] [--short]
import { parseArgs } from "node:util";
import { type PostgresServer, startPostgres } from "../helpers/postgres-server.ts";
import { type ProofDatabase, proofDatabase, STORES, type StoreKind } from "../prove/database.ts";
import { benchEcho } from "./echo.ts";
import { benchHistory } from "./history.ts";
import { benchLoad } from "./load.ts";
import { benchQuestions } from "./questions.ts";
import { benchMemory, benchStart } from "./start.ts";
import { type Line, tableOf } from "./table.ts";
import { benchUnderstand } from "./understand.ts";

const { values: given } = parseArgs({
  options: {
    only: { type: "string", default: "start,memory,understand,ask,history,echo,load" },
    store: { type: "string", default: "both" },
    people: { type: "string" },
    short: { type: "boolean", default: false },
  },
});

const people = Number(given.people ?? (given.short ? 500 : 5_000));
const rounds = given.short ? 1 : 5;
const stores = STORES.filter((kind) => given.store === "both" || given.store === kind);
const lines: Line[] = [];
const servers: Promise<PostgresServer>[] = [];
const postgres = (): Promise<PostgresServer> => {
  const [server = startPostgres()] = servers;
  servers[0] = server;
  return server;
};

/** Each measurement has a database of its own. */
async function on(kind: StoreKind, work: (database: ProofDatabase) => Promise<readonly Line[]>): Promise<void> {
  const database = await proofDatabase(kind, postgres);
  try {
    told(await work(database));
  } finally {
    await database.remove();
  }
}

function told(found: readonly Line[]): void {
  lines.push(...found);
  console.log(tableOf(found));
}

const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  async start() {
    for (const kind of stores) await on(kind, (database) => benchStart(database, rounds));
  },
  async memory() {
    for (const kind of stores) await on(kind, benchMemory);
  },
  async understand() {
    told(benchUnderstand(given.short));
  },
  async ask() {
    for (const kind of stores) {
      for (const which of ["demo", "big"] as const) await on(kind, (database) => benchQuestions(database, which, 50));
    }
  },
  async history() {
    for (const kind of stores) await on(kind, (database) => benchHistory(database, given.short ? 300 : 1_500, rounds));
  },
  async echo() {
    const databases = [];
    for (const kind of stores) databases.push(await proofDatabase(kind, postgres));
    try {
      told(await benchEcho({ databases, rounds, turns: given.short ? 500 : 2_000, atOnce: 100 }));
    } finally {
      for (const database of databases) await database.remove();
    }
  },
  async load() {
    for (const kind of stores) await on(kind, (database) => benchLoad({ database, people, firstContact: false }));
    const kind = stores.at(-1);
    if (kind) await on(kind, (database) => benchLoad({ database, people: people / 5, firstContact: true }));
  },
};

try {
  for (const part of given.only.split(",")) {
    const work = PARTS[part];
    if (!work) throw new Error(`no such part: ${part}; there are ${Object.keys(PARTS).join(", ")}`);
    await work();
  }
} finally {
  for (const server of servers) await (await server).stop();
}
console.log(`\nnpm run bench -- --only ${given.only} --store ${given.store} --people ${people}\n${tableOf(lines)}`);
const broken = lines.filter(({ held }) => held === false).length;
console.log(`${lines.filter(({ held }) => held).length} held, ${broken} did not`);
process.exit(broken > 0 ? 1 : 0);
