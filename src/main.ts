// `npm start`: the real thing.
import { readConfig, storePlace } from "./config.ts";
import { openStore } from "./store/store.ts";

const result = readConfig(process.env, "start");
if (!result.ok) {
  process.stderr.write(`Boten kan inte starta:\n${result.faults.map((fault) => `- ${fault}`).join("\n")}\n`);
  process.exit(1);
}

try {
  // The database opens while the rest is loaded: each takes a second or two.
  const [store, { createApp }] = await Promise.all([openStore(storePlace(result.config)), import("./app.ts")]);
  const app = await createApp(result.config, { store });
  await app.start();
  let stopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void app.stop().then(
        () => process.exit(0),
        (error) => fail(error, 1),
      );
    });
  }
} catch (error) {
  fail(error, 3);
}

function fail(error: unknown, code: number): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(code);
}
