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
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts"],
          // Pure, without a process of their own each: loading the same modules again for every file took half the time.
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "whole",
          include: ["tests/{store,flow,browser}/**/*.test.ts"],
          // Each starts bots and databases of its own; the SDK alone takes seconds to load, once is enough.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
