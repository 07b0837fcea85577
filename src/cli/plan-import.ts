// `plan import`: a workbook or a folder becomes the plan in force, or everything that has to be mended is listed.
import { reviseDeps } from "../app/revise-deps.ts";
import { type Issue, type Progress, type Receipt, receiptText, revise } from "../revise/revise.ts";
import { type Call, type Outcome, Refusal } from "./command.ts";
import { pathFrom, readPlanFiles } from "./files.ts";
import { words } from "./words.ts";

export async function planImport(call: Call): Promise<Outcome> {
  const { io, options } = call;
  const world = await call.world();
  const path = pathFrom(io.cwd, call.args[0]);
  try {
    const files = await readPlanFiles(path);
    const deps = reviseDeps(world, progressTo(io.err));
    const receipt = await revise(deps, files, call.by, world.clock.now(), options["dry-run"] ?? false);
    return {
      exit: receipt.ok ? 0 : 1,
      text: receipt.ok ? receiptText(receipt, "sv") : errorList(receipt),
      json: receipt,
    };
  } catch (error) {
    if (error instanceof Refusal) return { exit: 1, text: error.message, json: unreadable(error.message) };
    throw error;
  }
}

/** The same form as when a cell is wrong, so that there is one to read. */
function unreadable(problem: string): object {
  const error: Issue = { sheet: "", row: null, column: null, value: null, problem, fix: "" };
  return { ok: false, errors: [error], warnings: [] };
}

const EVERY_MS = 1_000;

/** A small plan is read before the first word is due; a large one says every second how far it has come. */
function progressTo(err: Call["io"]["err"]): (progress: Progress) => void {
  let next = performance.now() + EVERY_MS;
  let told = "";
  return ({ sheet, rows }) => {
    const line = words.reading(sheet, rows);
    if (performance.now() < next || line === told) return;
    next = performance.now() + EVERY_MS;
    told = line;
    void err(`${line}\n`);
  };
}

/** Every error there is: here is room for all of them. */
function errorList(receipt: Receipt & { readonly ok: false }): string {
  if (receipt.refused) return receiptText(receipt, "sv");
  const beyond = Object.entries(receipt.more);
  const total = receipt.errors.length + beyond.reduce((sum, [, count]) => sum + count, 0);
  return [
    words.errors(total),
    ...receipt.errors.map(issueLine),
    ...beyond.map(([sheet, count]) => `• ${words.moreErrors(sheet, count)}`),
    ...(receipt.warnings.length > 0 ? [words.warnings(receipt.warnings.length)] : []),
    ...receipt.warnings.map(issueLine),
  ].join("\n");
}

function issueLine({ sheet, row, column, value, problem, fix }: Issue): string {
  const cell = [row === null ? "" : words.issueRow(row), column ?? ""].filter((part) => part !== "").join(", ");
  const place = [sheet, cell].filter((part) => part !== "").join(" ");
  const written = value === null || value === "" ? "" : ` ”${value.replace(/\s+/g, " ")}”`;
  return `• ${place}${written}: ${problem} ${fix}`;
}
