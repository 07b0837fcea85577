import { defineConfig } from "vitest/config";

const reports = process.env.TEST_REPORTS;

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/helpers/postgres-server.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: reports ? ["default", "json"] : ["default"],
    ...(reports ? { outputFile: { json: `${reports}/tests.json` } } : {}),
  },
});
