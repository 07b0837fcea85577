#!/usr/bin/env node
// The command line under its own name: `omstallningsbot plan import …`.
process.argv.splice(2, 0, "cli");
await import("./run.mjs");
