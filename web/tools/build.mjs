// Builds the pages into build/: hashed assets with .br and .gz siblings, one HTML per page, and
// manifest.json, which tells a server what there is. Fails when the participant page is too big.
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** Everything a participant needs for the first vote: HTML, scripts and styles, brotli, in bytes. */
const budget = 30 * 1024;
/** The same with the parts that are fetched when a kind of poll first needs them. */
const wholeBudget = 40 * 1024;

const root = new URL("..", import.meta.url).pathname;
const out = join(root, process.argv[2] ?? "build");

/** The pages: where each is served, its entry point and styles, and the title before it speaks. */
const pages = [
  { file: "index.html", path: "/", entry: "home/main.tsx", style: "home.css", title: "Atelier" },
  {
    file: "participant.html",
    path: "/{code}",
    entry: "participant/main.tsx",
    style: "participant.css",
    title: "Atelier",
  },
  {
    file: "facilitate.html",
    path: "/{code}/facilitate",
    entry: "facilitate/main.tsx",
    style: "facilitate.css",
    title: "Atelier",
  },
  {
    file: "display.html",
    path: "/{code}/display",
    entry: "display/main.tsx",
    style: "display.css",
    title: "Atelier",
  },
  {
    file: "guest.html",
    path: "/{code}/guest",
    entry: "guest/main.tsx",
    style: "guest.css",
    title: "Atelier",
  },
];

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

/**
 * Bundles entry points and returns what came out of them. Each page is bundled alone: its own code
 * stays in one file, and what it fetches later in others.
 */
function bundle(entries, ...options) {
  const metafile = join(out, "meta.json");
  const run = spawnSync(join(root, "node_modules/esbuild/bin/esbuild"), [
    ...entries,
    "--bundle",
    "--minify",
    "--target=es2022",
    "--charset=utf8",
    "--loader:.woff2=file",
    "--public-path=/assets",
    "--outbase=src",
    "--entry-names=[dir]/[name]-[hash]",
    "--chunk-names=chunks/[name]-[hash]",
    "--asset-names=[name]-[hash]",
    `--outdir=${join(out, "assets")}`,
    `--metafile=${metafile}`,
    "--log-level=warning",
    ...options,
  ], { cwd: root, stdio: "inherit" });
  if (run.status !== 0) process.exit(run.status ?? 1);
  const meta = JSON.parse(readFileSync(metafile, "utf8"));
  rmSync(metafile);
  return meta.outputs;
}

function bundlePages() {
  const scripts = pages.map((page) =>
    bundle(
      [join("src/pages", page.entry)],
      "--format=esm",
      "--splitting",
      // The private names of Preact, which its packages for npm come without.
      "--mangle-props=^_[a-z]",
      "--jsx=automatic",
      "--jsx-import-source=preact",
    )
  );
  const styles = bundle(pages.map((page) => join("src/styles/pages", page.style)));
  return Object.assign({}, ...scripts, styles);
}

/** Outputs by entry point, with paths as the browser asks for them. */
function outputOf(outputs, entry) {
  const found = Object.entries(outputs).find(([, output]) => output.entryPoint === entry);
  if (found === undefined) throw new Error(`no output for ${entry}`);
  const [path, output] = found;
  // Where a later part shares all the page has, the entry holds nothing but the import of it.
  const [only, ...more] = output.imports.filter(({ kind }) => kind === "import-statement");
  const isEmpty = Object.values(output.inputs).every(({ bytesInOutput }) => bytesInOutput === 0);
  if (only !== undefined && more.length === 0 && isEmpty) {
    return { path: served(only.path), output: outputs[only.path] };
  }
  return { path: served(path), output };
}

function served(path) {
  return "/" + path.slice(path.indexOf("assets/"));
}

/** The chunks a script pulls in before it can run, or by all it may fetch later. */
function chunksOf(outputs, output, kinds = ["import-statement"]) {
  const seen = new Set();
  const follow = (one) => {
    for (const { path, kind } of one.imports) {
      if (!kinds.includes(kind) || seen.has(path) || outputs[path] === undefined) continue;
      seen.add(path);
      follow(outputs[path]);
    }
  };
  follow(output);
  return [...seen].map(served);
}

function writePage(outputs, page) {
  const script = outputOf(outputs, join("src/pages", page.entry));
  const style = outputOf(outputs, join("src/styles/pages", page.style));
  const chunks = chunksOf(outputs, script.output);
  const font = served(Object.keys(outputs).find((path) => path.endsWith(".woff2")) ?? "");
  const html = readFileSync(join(root, "src/pages/page.html"), "utf8")
    .replace(/\{\{\s*title\s*\}\}/g, page.title)
    .replace(/\{\{\s*style\s*\}\}/g, style.path)
    .replace(/\{\{\s*script\s*\}\}/g, script.path)
    // Participants vote first: their page fetches the typeface later, by itself.
    .replace(
      /.*\{\{\s*font\s*\}\}.*\n/,
      (line) => page.path === "/{code}" ? "" : line.replace(/\{\{.*\}\}/, font),
    )
    .replace(
      /[ \t]*<link rel="modulepreload" href="\{\{\s*chunk\s*\}\}">\n/,
      chunks.map((chunk) => `    <link rel="modulepreload" href="${chunk}">\n`).join(""),
    );
  if (/\{\{/.test(html)) throw new Error(`${page.file}: a placeholder is left`);
  if (!html.includes('<script type="application/json" id="boot">null</script>')) {
    throw new Error(`${page.file}: the place for the boot state is missing`);
  }
  writeFileSync(join(out, page.file), html);
  const needs = [page.file, script.path, style.path, ...chunks];
  const all = chunksOf(outputs, script.output, ["import-statement", "dynamic-import"]);
  return { ...page, needs, later: all.filter((chunk) => !needs.includes(chunk)) };
}

function read(path) {
  return readFileSync(join(out, path.replace(/^\//, "")));
}

function brotli(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}

function compressAssets() {
  for (const file of readdirSync(join(out, "assets"), { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || ![".js", ".css"].includes(extname(file.name))) continue;
    const path = join(file.parentPath ?? file.path, file.name);
    const bytes = readFileSync(path);
    writeFileSync(`${path}.br`, brotli(bytes));
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

/** manifest.json: every file with the path it is served at, its type and the hash for its ETag. */
function writeManifest() {
  const paths = new Map(pages.map((page) => [page.file, page.path]));
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath ?? file.path, file.name).slice(out.length + 1))
    .filter((file) => types[extname(file)] !== undefined)
    .sort();
  const entries = files.map((file) => {
    const bytes = read(file);
    return {
      path: paths.get(file) ?? `/${file}`,
      file,
      contentType: types[extname(file)],
      hash: createHash("sha256").update(bytes).digest("hex").slice(0, 32),
    };
  });
  writeFileSync(join(out, "manifest.json"), JSON.stringify(entries, null, 2) + "\n");
}

/** Kilobytes of files as they are sent, brotli and gzip. */
function weigh(paths) {
  const all = paths.map(read);
  const sum = (sizes) => sizes.reduce((total, size) => total + size, 0);
  return {
    br: sum(all.map((bytes) => brotli(bytes).length)),
    gz: sum(all.map((bytes) => gzipSync(bytes, { level: 9 }).length)),
  };
}

function report(built) {
  const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
  let failed = false;
  for (const page of built) {
    const first = weigh(page.needs);
    const all = first.br + weigh(page.later).br;
    const limited = page.file === "participant.html";
    console.log(
      `${page.file.padEnd(18)} ${kilobytes(first.br)} brotli, ${kilobytes(first.gz)} gzip` +
        (page.later.length > 0 ? `; ${kilobytes(all)} brotli with all parts` : "") +
        (limited ? ` (budgets ${budget / 1024} and ${wholeBudget / 1024} KB)` : ""),
    );
    if (limited && (first.br > budget || all > wholeBudget)) failed = true;
  }
  if (failed) {
    console.error("build: the participant page is over its budget");
    process.exit(1);
  }
}

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, "assets"), { recursive: true });
const outputs = bundlePages();
const built = pages.map((page) => writePage(outputs, page));
cpSync(join(root, "static/favicon.svg"), join(out, "favicon.svg"));
cpSync(join(root, "static/THIRD-PARTY.txt"), join(out, "THIRD-PARTY.txt"));
cpSync(join(root, "static/fonts/LICENSE-inter.txt"), join(out, "LICENSE-inter.txt"));
compressAssets();
writeManifest();
report(built);
