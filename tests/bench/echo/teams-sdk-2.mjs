// The bare echo bot of Teams SDK 2.x. Runs in a folder of its own where the SDK is installed, on Node 24.
import { createServer } from "node:net";
import { App } from "@microsoft/teams.apps";

const app = new App({ skipAuth: true, dangerouslyAllowUnauthenticatedRequests: true, logger: silent() });
app.on("message", async ({ send, activity }) => {
  await send(`du skrev: ${activity.text}`);
});
const port = await freePort();
await app.start(port);
process.send({ port });
process.on("disconnect", () => process.exit(1));

function silent() {
  const none = () => undefined;
  return { error: none, warn: none, info: none, debug: none, trace: none, log: none, child: () => silent() };
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port: free } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return free;
}
