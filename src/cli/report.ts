// `report`: a formal document as a Word file, always a draft.
import { extname } from "node:path";
import { makeReport, reportDocx } from "../report/report.ts";
import { planOwner } from "./acting.ts";
import { unitNamed } from "./card.ts";
import { type Call, done, type Outcome, Refusal, WrongWords } from "./command.ts";
import { mayWrite, only, pathFrom, writeWhole } from "./files.ts";
import { planInForce } from "./session.ts";
import { words } from "./words.ts";

/** As they are written after `report` (spec: cli). */
const KINDS = ["nämndrapport", "återrapport", "tjänsteskrivelse", "slutredovisning", "månadsunderlag"];

export async function reportCommand(call: Call): Promise<Outcome> {
  const kind = kindGiven(call.args[0] ?? "");
  const path = pathFrom(call.io.cwd, call.options.out);
  if (extname(path).toLowerCase() !== ".docx") throw new WrongWords(words.fileName(".docx"));
  const world = await call.world();
  const plan = await planInForce(world);
  const { unit } = call.options;
  const org = unit === undefined ? null : unitNamed(plan, unit).id;
  const made = makeReport(plan, planOwner(plan.facts, call.by), { kind, org, month: null });
  if (!made.ok) throw new Refusal(made.text);
  await mayWrite(path, "docx");
  await writeWhole(path, only(await reportDocx(made.document)));
  const entry = { who: call.by, what: "report.make", subject: kind, from: null, to: { org } };
  await world.store.log.append({ at: world.clock.now(), ...entry });
  return done(words.written(path), { ok: true, kind, path });
}

function kindGiven(text: string): string {
  const wanted = text.trim().toLowerCase().normalize("NFC");
  const kind = KINDS.find((each) => each === wanted);
  if (!kind) throw new WrongWords(words.reportKinds(KINDS));
  return kind;
}
