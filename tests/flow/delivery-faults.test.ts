// In short what `npm run prove` shows at length: one who has blocked the bot (there on both stores), and three replicas in
// trouble.
import { describe, expect, it } from "vitest";
import { aDatabase } from "../helpers/a-database.ts";
import { startPostgres } from "../helpers/postgres-server.ts";
import { proveBlocked } from "../prove/blocked.ts";
import { proofDatabase } from "../prove/database.ts";
import { seeded } from "../prove/random.ts";
import { proveReplicas } from "../prove/replicas.ts";

it("one of 50 has blocked the bot: 49 get the card, one is named with the reason and what to do", {
  timeout: 240_000,
}, async () => {
  const database = await aDatabase("server");
  try {
    const proved = await proveBlocked(database.place, 50, seeded(47));
    expect(proved).toMatchObject({ sent: 49, failed: 1, faults: [] });
    expect(proved.reason).toMatch(/^MessageWritesBlocked: .*skriva ”hej”/);
  } finally {
    await database.remove();
  }
});

describe("three replicas on one PostgreSQL", () => {
  it("kills, a restart, an hour without Teams, 429, 5xx and cut connections", { timeout: 240_000 }, async () => {
    // A server of its own: it is restarted.
    const server = await startPostgres();
    const { place } = await proofDatabase("postgres", async () => server);
    try {
      const proved = await proveReplicas({
        place,
        server,
        people: 60,
        rounds: 1,
        killsPerRound: 4,
        random: seeded(48),
      });
      expect(proved).toMatchObject({ faults: [], kills: 5, digests: 1 });
      expect(proved.sent + proved.ambiguous).toBeGreaterThanOrEqual(60);
      expect(proved.throttled + proved.errors).toBeGreaterThan(0);
    } finally {
      await server.stop();
    }
  });
});
