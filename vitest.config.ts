import { defineConfig } from "vitest/config";

const reports = process.env.TEST_REPORTS;

export default defineConfig({
  test: {
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
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
