// `plan export`: the plan in force with its history, as one workbook or one CSV file per sheet.
import { extname } from "node:path";
import type { Instant } from "../lib/time.ts";
import { exportPlan } from "../revise/revise.ts";
import { type Call, done, type Outcome, WrongWords } from "./command.ts";
import { mayWrite, only, pathFrom, writeWhole } from "./files.ts";
import { planInForce } from "./session.ts";
import { words } from "./words.ts";
import { writePlanFolder } from "./write-folder.ts";

/** The end of time: everything that is kept is written, unless `--now` says as of when. */
const ALL_HISTORY = 8.64e15 as Instant;

export async function planExport(call: Call): Promise<Outcome> {
  const path = pathFrom(call.io.cwd, call.args[0]);
  const form = formOf(path);
  if (form === "xlsx") await mayWrite(path, "xlsx");
  const world = await call.world();
  const plan = await planInForce(world, (await call.givenNow()) ?? ALL_HISTORY);
  const files = await exportPlan(plan, { form, viewer: null, scope: null });
  const [book] = files;
  if (form === "csv") await writePlanFolder(path, files);
  else if (book) await writeWhole(path, only(book.bytes));
  const entry = { who: call.by, what: "plan.export", subject: plan.facts.header.name, from: null, to: { form } };
  await world.store.log.append({ at: world.clock.now(), ...entry });
  const version = plan.version;
  return done(words.exported(path, files.length), { ok: true, version, path, files: files.map(({ name }) => name) });
}

/** A name with another ending than a workbook's is hardly meant to be a folder. */
function formOf(path: string): "xlsx" | "csv" {
  const ending = extname(path).toLowerCase();
  if (ending === ".xlsx") return "xlsx";
  if (/^\.(xls\w*|ods|csv|zip|json|txt|docx?|pdf)$/.test(ending)) throw new WrongWords(words.exportForm);
  return "csv";
}
