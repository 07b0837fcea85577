// The groups that don't mind one another share a database of each kind: opening one is what takes the time.
import { afterAll, beforeAll, describe } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { aDatabase, DATABASE_KINDS, type TestDatabase } from "../helpers/a-database.ts";
import { digestsTests } from "./groups/digests.ts";
import { inboxTests } from "./groups/inbox.ts";
import { limitsTests } from "./groups/limits.ts";
import { memoryTests } from "./groups/memory.ts";
import { peopleTests } from "./groups/people.ts";

describe.each(DATABASE_KINDS)("%s", (kind) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await aDatabase(kind);
    store = await database.open();
  });
  afterAll(() => database.remove());

  for (const tests of [digestsTests, inboxTests, limitsTests, memoryTests, peopleTests]) tests(() => store);
});
