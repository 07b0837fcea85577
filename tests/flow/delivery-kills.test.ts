// In short what `npm run prove` shows at length: a bot that is killed at random points of its rounds, ten times.
import { describe, expect, it } from "vitest";
import { aDatabase, DATABASE_KINDS } from "../helpers/a-database.ts";
import { proveKills } from "../prove/kills.ts";
import { raisedPace } from "../prove/pace.ts";
import { seeded } from "../prove/random.ts";

describe.each(DATABASE_KINDS)("killed ten times, %s", (kind) => {
  it("everybody has one card, no report is lost, the digest comes once", { timeout: 240_000 }, async () => {
    const database = await aDatabase(kind);
    try {
      const proved = await proveKills({
        place: database.place,
        people: 60,
        kills: 10,
        killsPerRound: 10,
        pace: raisedPace(1),
        random: seeded(20_261_118),
      });
      expect(proved).toMatchObject({ faults: [], kills: 10, digests: 1 });
      expect(proved.sent + proved.ambiguous).toBeGreaterThanOrEqual(60);
      // How many get to answer between the kills is the machine's to say; that some did makes it a proof.
      expect(proved.reports).toBeGreaterThan(0);
    } finally {
      await database.remove();
    }
  });
});
