// The database's own thread: the other end of `engine.ts`. Null asks it to close, or says that it is open.
import { parentPort, workerData } from "node:worker_threads";
import { openHost } from "./host.ts";

const engine = await openHost(workerData as string);

parentPort?.on("message", async (asked: Uint8Array | null) => {
  if (asked === null) {
    await engine.close();
    parentPort?.close();
    return;
  }
  const answer = await engine.send(asked);
  parentPort?.postMessage(answer, [answer.buffer as ArrayBuffer]);
});
parentPort?.postMessage(null);
