// `npm run prove`: the long form of what tests/flow/delivery*.test.ts shows in short. Ends with a table; exit 1 when
// anything did not hold.
//
//   npm run prove -- [--store embedded|postgres|both] [--seed <number>] [--short] [--only year,kills,blocked,replicas]
import { parseArgs } from "node:util";
import { type PostgresServer, startPostgres } from "../helpers/postgres-server.ts";
import { proveBlocked } from "./blocked.ts";
import { type ProofDatabase, proofDatabase, STORES, type StoreKind } from "./database.ts";
import { type KillsProved, proveKills } from "./kills.ts";
import { raisedPace } from "./pace.ts";
import { seeded } from "./random.ts";
import { proveReplicas } from "./replicas.ts";
import { proveYear } from "./year.ts";

const { values: given } = parseArgs({
  options: {
    store: { type: "string", default: "both" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    short: { type: "boolean", default: false },
    only: { type: "string", default: "year,blocked,kills,replicas" },
  },
});

interface Row {
  readonly store: string;
  readonly proof: string;
  readonly result: string;
  readonly faults: readonly string[];
  readonly seconds: number;
}

const ZONE_YEARS: readonly (readonly [zone: string, year: number])[] = [
  ["Europe/Stockholm", 2026],
  ["Europe/Stockholm", 2027],
  ["America/New_York", 2026],
  ["Australia/Lord_Howe", 2026],
  ["Asia/Kolkata", 2027],
];

const sizes = given.short
  ? { people: 100, kills: 10, killsPerRound: 5, replicaRounds: 1, replicaKills: 6 }
  : { people: 500, kills: 100, killsPerRound: 10, replicaRounds: 3, replicaKills: 12 };
const stores = STORES.filter((kind) => given.store === "both" || given.store === kind);
const only = given.only.split(",");
const random = seeded(Number(given.seed));
const rows: Row[] = [];
const servers: Promise<PostgresServer>[] = [];
const postgres = (): Promise<PostgresServer> => {
  const [server = startPostgres()] = servers;
  servers[0] = server;
  return server;
};

console.log(`seed ${given.seed}`);
try {
  for (const kind of stores) await proveStore(kind);
} finally {
  for (const server of servers) await (await server).stop();
}
console.log(tableOf(rows));
for (const row of rows) tellFaults(row);
const failed = rows.filter((row) => row.faults.length > 0).length;
console.log(`seed ${given.seed}: ${rows.length - failed} held, ${failed} did not`);
process.exit(failed > 0 || rows.length === 0 ? 1 : 0);

async function proveStore(kind: StoreKind): Promise<void> {
  for (const [zone, year] of ZONE_YEARS) {
    await prove(kind, "year", `year ${year} ${zone}`, async ({ place }) => {
      const { occurrences, posts, faults } = await proveYear({ place, zone, year, units: 2 });
      return { result: `${occurrences} occurrences at their wall time, ${posts} posts, none on a day off`, faults };
    });
  }
  await prove(kind, "blocked", `1 blocked of ${sizes.people}`, async ({ place }) => {
    const { sent, failed: refused, reason, faults } = await proveBlocked(place, sizes.people, random);
    return { result: `${sent} sent, ${refused} failed: ${reason}`, faults };
  });
  for (const inFlight of [1, 16]) {
    await prove(kind, "kills", `${sizes.kills} kills, ${inFlight} in flight`, async ({ place }) => {
      const proved = await proveKills({ place, ...sizes, pace: raisedPace(inFlight), random });
      return { result: killsText(proved), faults: proved.faults };
    });
  }
  if (kind !== "postgres") return;
  await prove(kind, "replicas", "3 replicas, faults, restart", async ({ place }) => {
    const { replicaRounds: rounds, replicaKills: killsPerRound, people } = sizes;
    const wanted = { place, server: await postgres(), people, rounds, killsPerRound, random };
    const { faults, ...counted } = await proveReplicas(wanted);
    return { result: textOf(counted), faults };
  });
}

async function prove(
  kind: StoreKind,
  part: string,
  proof: string,
  work: (database: ProofDatabase) => Promise<Pick<Row, "result" | "faults">>,
): Promise<void> {
  if (!only.includes(part)) return;
  const began = performance.now();
  const database = await proofDatabase(kind, postgres);
  let ended: Pick<Row, "result" | "faults">;
  try {
    ended = await work(database);
  } catch (error) {
    ended = { result: "broke off", faults: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
  }
  await database.remove().catch(() => undefined);
  const row = { store: kind, proof, ...ended, seconds: Math.round((performance.now() - began) / 1_000) };
  rows.push(row);
  console.log(tableOf([row]));
  tellFaults(row);
}

function tellFaults({ store, proof, faults }: Row): void {
  for (const fault of faults.slice(0, 20)) console.log(`FAULT ${store} ${proof}: ${fault}`);
}

function killsText({ faults: _faults, ...counted }: KillsProved): string {
  return textOf(counted);
}

/** `sent 5000, cameThrough 3` */
function textOf(counted: Readonly<Record<string, number>>): string {
  return Object.entries(counted)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");
}

function tableOf(list: readonly Row[]): string {
  return list
    .map(({ store, proof, result, faults, seconds }) => {
      const held = faults.length === 0 ? "held" : `${faults.length} FAULTS`;
      return `${held.padEnd(9)} ${store.padEnd(9)} ${proof.padEnd(30)} ${String(seconds).padStart(4)} s  ${result}`;
    })
    .join("\n");
}
