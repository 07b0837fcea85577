// A configuration as `config.ts` would read it, for a bot that a test starts.
import type { Config } from "../../src/config.ts";
import type { StorePlace } from "../../src/store/store.ts";

/** Authentication is the transport's settings' to say, not this one's. */
export function standaloneConfig(place: StorePlace, logLevel: Config["logLevel"] = "error"): Config {
  return {
    mode: "start",
    host: "127.0.0.1",
    port: 0,
    dataDir: "dataDir" in place ? place.dataDir : "",
    logLevel,
    metricsPort: null,
    bot: null,
    model: null,
    secrets: {
      databaseUrl: "databaseUrl" in place ? place.databaseUrl : null,
      botPassword: null,
      modelKey: null,
    },
  };
}
