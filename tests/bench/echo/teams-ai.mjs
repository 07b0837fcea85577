// The bare echo bot with teams-ai's Application.
import { Application, TeamsAdapter } from "@microsoft/teams-ai";
import { ConfigurationServiceClientCredentialFactory } from "botbuilder";
import restify from "restify";

const adapter = new TeamsAdapter({}, new ConfigurationServiceClientCredentialFactory({}));
const application = new Application({ adapter, startTypingTimer: false });
application.activity("message", async (context) => {
  await context.sendActivity(`du skrev: ${context.activity.text}`);
});
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post("/api/messages", async (request, response) => {
  await adapter.process(request, response, (context) => application.run(context));
});
server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
process.on("disconnect", () => process.exit(1));
