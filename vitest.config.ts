import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const reports = process.env.TEST_REPORTS;

/** What takes longest begins first, so that no long test is left alone at the end. */
const SLOW_FIRST = ["/flow/delivery-", "/browser/", "/flow/", "/store/"];

class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const found = SLOW_FIRST.findIndex((part) => moduleId.includes(part));
      return found < 0 ? SLOW_FIRST.length : found;
    };
    return [...files].sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    // One for each core: left to itself it spares one, and on two cores that is half.
    maxWorkers: "100%",
    sequence: { sequencer: SlowFirst },
    globalSetup: ["tests/helpers/postgres-server.ts"],
    reporters: reports ? ["default", "json"] : ["default"],
    ...(reports ? { outputFile: { json: `${reports}/tests.json` } } : {}),
    include: ["tests/{unit,store,flow,browser}/**/*.test.ts"],
    // Loading the same modules, and the SDK, again for every file took half the time.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
