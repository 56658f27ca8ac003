// Runs tests/unit/*.test.ts with node's own test runner, bundled first: node 20 reads no TypeScript.
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const root = new URL("..", import.meta.url).pathname;
const out = join(root, "build-test");
const tests = readdirSync(join(root, "tests/unit")).filter((name) => name.endsWith(".test.ts"));

function run(command, args) {
  const done = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

rmSync(out, { recursive: true, force: true });
run(join(root, "node_modules/esbuild/bin/esbuild"), [
  ...tests.map((name) => join("tests/unit", name)),
  "--bundle",
  "--platform=node",
  "--format=esm",
  "--target=node20",
  "--out-extension:.js=.mjs",
  "--sourcemap=inline",
  `--outdir=${out}`,
  "--log-level=warning",
]);
run("node", [
  "--test",
  "--enable-source-maps",
  ...tests.map((name) => join(out, name.replace(/\.ts$/, ".mjs"))),
]);
