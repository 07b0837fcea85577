// The command line. Only the process itself is touched here; what a command does stands in cli/.
import { userInfo } from "node:os";
import { type Io, ReaderGone } from "./cli/command.ts";
import { runCli } from "./cli/run.ts";

const io: Io = {
  out: (text) => written(process.stdout, text),
  // Nobody to tell any longer is no reason to stop.
  err: (text) => written(process.stderr, text).catch(() => undefined),
  env: process.env,
  cwd: process.cwd(),
  user: nameOfUser(),
};

// A closed pipe is told to the write that met it, and here as well.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
const exit = await runCli(process.argv.slice(2), io);
// What is loaded may leave a number of its own behind, or something that keeps the process waiting.
process.exit(exit);

function written(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (!error) resolve();
      else reject("code" in error && error.code === "EPIPE" ? new ReaderGone() : error);
    });
  });
}

/** A container may run as a user without a name. */
function nameOfUser(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env.USER ?? String(process.getuid?.() ?? "okänd");
  }
}
