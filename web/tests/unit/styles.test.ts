import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const folder = `${process.cwd()}/src/styles/`;
const sheets = readdirSync(folder).filter((name) => name.endsWith(".css"));

test("styles use logical properties only: pages turn for right-to-left text", () => {
  const physical =
    /(^|[\s;{])(margin|padding|border)-(left|right|top|bottom)\b|(^|[\s;{])(left|right|top|bottom|width|height|(min|max)-(width|height)):/m;
  for (const name of sheets) {
    const text = readFileSync(folder + name, "utf8").replaceAll(/@media[^{]*/g, "");
    assert.equal(physical.exec(text)?.[0], undefined, name);
  }
});

test("every colour is a token: none is written outside tokens.css", () => {
  for (const name of sheets.filter((sheet) => sheet !== "tokens.css" && sheet !== "display.css")) {
    const text = readFileSync(folder + name, "utf8");
    const own = [...text.matchAll(/#[0-9a-f]{6}\b/gi)].map((match) => match[0]);
    assert.ok(own.length <= 3, `${name}: ${own.join(" ")}`);
  }
});
