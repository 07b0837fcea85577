// Records one report after another and says each one's nonce once it is acknowledged.
import { openStore } from "../../../src/store/store.ts";
import { aReport } from "../rows.ts";

const [dataDir = "", round = ""] = process.argv.slice(2);
const store = await openStore({ dataDir });
for (let n = 0; ; n++) {
  const nonce = `${round}-${n}`;
  await store.collect.recordReport(aReport(nonce, { replaces: "latest" }));
  process.stdout.write(`${nonce}\n`);
}
