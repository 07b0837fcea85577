import { beforeAll, describe, expect, it } from "vitest";
import type { IsoDate } from "../../../src/lib/time.ts";
import type { Store } from "../../../src/store/store.ts";
import { ANNA, BO, later, MINUTE, WEDNESDAY } from "../rows.ts";

const NOW = WEDNESDAY;
const TENANT = "t1";

export function peopleTests(opened: () => Store): void {
  describe("people", () => {
    let store: Store;
    beforeAll(() => {
      store = opened();
    });

    it("are remembered by tenant and object id; what was not seen this time stays", async () => {
      const key = { tenant: TENANT, aadObjectId: "a1" };
      await store.people.saw({ ...key, teamsId: "29:1", email: ANNA, installed: true });
      const seen = await store.people.saw({ ...key, conversation: "a:1", serviceUrl: "https://smba", heard: NOW });
      expect(seen).toEqual({
        ...key,
        teamsId: "29:1",
        email: ANNA,
        conversation: "a:1",
        serviceUrl: "https://smba",
        installed: true,
        inRoster: false,
        lastHeard: NOW,
        unreachable: null,
      });
      expect(await store.people.find(key)).toEqual({ ...seen, unsure: false });
      expect(await store.people.findByEmail(ANNA)).toEqual(seen);
      expect(await store.people.findByEmail(BO)).toBeNull();
      expect(await store.people.find({ ...key, tenant: "another" })).toBeNull();
    });

    it("are reachable again when they are heard from, not when they are merely seen", async () => {
      const key = { tenant: TENANT, aadObjectId: "a2" };
      await store.people.saw({ ...key, email: BO });
      await store.people.markUnreachable(key, "403 BotNotInConversationRoster");
      expect((await store.people.saw({ ...key, installed: false })).unreachable).toBe("403 BotNotInConversationRoster");
      expect((await store.people.saw({ ...key, heard: later(NOW, MINUTE) })).unreachable).toBeNull();
      expect((await store.people.saw({ ...key, heard: NOW })).lastHeard).toBe(later(NOW, MINUTE));
    });

    it("in the roster are those in it now", async () => {
      const member = (aadObjectId: string) => ({
        tenant: TENANT,
        aadObjectId,
        teamsId: `29:${aadObjectId}`,
        email: null,
      });
      await store.people.saveRoster([member("a1"), member("a3"), member("a3")]);
      await store.people.saveRoster([member("a3")]);
      const roster = (await store.people.list()).map(({ aadObjectId, inRoster, email }) => [
        aadObjectId,
        inRoster,
        email,
      ]);
      expect(roster).toEqual([
        ["a1", false, ANNA],
        ["a2", false, BO],
        ["a3", true, null],
      ]);
    });

    it("bind a channel; the last binding holds and both are logged", async () => {
      const channel = {
        name: "management",
        tenant: TENANT,
        team: "19:t",
        channel: "19:c",
        serviceUrl: "https://smba",
        by: ANNA,
        at: NOW,
      } as const;
      expect(await store.people.boundChannel("management")).toBeNull();
      await store.people.bindChannel(channel);
      await store.people.bindChannel({ ...channel, channel: "19:d" });
      expect(await store.people.boundChannel("management")).toEqual({ ...channel, channel: "19:d" });
      expect((await store.log.recent(5, "management")).map((entry) => entry.from)).toEqual([
        { team: "19:t", channel: "19:c" },
        null,
      ]);
    });

    it("pause their reminders through a day", async () => {
      await store.people.pause(ANNA, "2026-12-14" as IsoDate, ANNA, NOW);
      await store.people.pause(BO, "2026-12-14" as IsoDate, BO, NOW);
      await store.people.pause(BO, null, BO, NOW);
      expect(await store.people.pauses("2026-12-14" as IsoDate)).toEqual([{ email: ANNA, until: "2026-12-14" }]);
      expect(await store.people.pauses("2026-12-15" as IsoDate)).toEqual([]);
    });
  });
}
