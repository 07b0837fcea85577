// Prometheus figures on loopback, for the one who watches over the server. Counts only: no person, unit or text.
import { createServer, type ServerResponse } from "node:http";
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { World } from "./world.ts";

export interface Metrics {
  close(): void;
}

/** Serves `GET /metrics` on 127.0.0.1. */
export function serveMetrics(world: World, port: number): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: "omstallningsbot_outbox_messages",
    help: "Messages the bot sends on its own, by how they stand",
    labelNames: ["state"],
    registers: [registry],
    async collect() {
      for (const [state, count] of Object.entries(await world.store.outbox.countByState())) this.set({ state }, count);
    },
  });
  new Gauge({
    name: "omstallningsbot_plan_version",
    help: "Version of the plan in force; 0 before the first import",
    registers: [registry],
    async collect() {
      this.set((await world.store.plan.current())?.version ?? 0);
    },
  });
  const server = createServer(async ({ method, url }, response) => {
    if (method !== "GET" || url !== "/metrics") return answer(response, 404);
    try {
      answer(response, 200, await registry.metrics(), registry.contentType);
    } catch (error) {
      world.log.warn({ error }, "metrics could not be read");
      answer(response, 503);
    }
  });
  server.listen(port, "127.0.0.1");
  server.on("error", (error) => world.log.error({ error }, "metrics are not served"));
  return { close: () => server.close() };
}

/** Without chaining: restify changes `writeHead` of every response in the process into one that gives nothing back. */
function answer(response: ServerResponse, status: number, text = "", type = "text/plain"): void {
  response.writeHead(status, { "content-type": type });
  response.end(text);
}
