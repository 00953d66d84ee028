// Drops what a program brings but the page never uses: node prune.mjs FILE.js FILE_bg.wasm WASM-METADCE FEATURES
//
// wasm-bindgen exports every exported class of every crate, and so keeps all that the class
// reaches; Leptos' dependencies bring three for streams, about 6 KB in brotli. Here what the
// JavaScript does not use of the WebAssembly goes first, and then what the WebAssembly does not
// import of the JavaScript. Knows how wasm-bindgen writes its file: each statement begins at the
// start of a line. Where it writes otherwise nothing is found, and nothing dropped.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";

const [script, wasm, metadce, ...features] = process.argv.slice(2);

// A statement, or an import's function, is its first line and what follows indented deeper.
const STATEMENT = /^\S.*\n(?:(?:\s.*)?\n|[}\])].*\n)*/gm;
const IMPORT = /^ {8}(\w+): function\(.*\n(?: {12}.*\n)* {8}\},\n/gm;

function withoutClasses(text) {
  const classes = [...text.matchAll(/^export class (\w+)/gm)].map((found) => found[1]);
  const tells = (statement, name) =>
    statement.startsWith(`export class ${name} `) ||
    statement.startsWith(`if (Symbol.dispose) ${name}.`) ||
    statement.startsWith(`const ${name}Finalization `);
  const kept = (statement) => !classes.some((name) => tells(statement, name));
  return text
    .replace(STATEMENT, (statement) => (kept(statement) ? statement : ""))
    .replace("export { initSync, __wbg_init as default }", "export { __wbg_init as default }");
}

// Keeps the exports that the JavaScript names, and what they reach.
function withoutExports(text) {
  const named = new Set([...text.matchAll(/\bwasm\.(\w+)/g)].map((found) => found[1]));
  const module = new WebAssembly.Module(readFileSync(wasm));
  const used = WebAssembly.Module.exports(module).map((one) => one.name).filter((name) => named.has(name));
  const nodes = used.map((name) => ({ name: `export ${name}`, export: name }));
  const root = { name: "page", root: true, reaches: nodes.map((node) => node.name) };
  const graph = `${wasm}.graph.json`;
  writeFileSync(graph, JSON.stringify([root, ...nodes]));
  execFileSync(metadce, [wasm, ...features, "--graph-file", graph, "-o", wasm], { stdio: ["ignore", "ignore", "inherit"] });
  rmSync(graph);
}

function withoutImports(text) {
  const module = new WebAssembly.Module(readFileSync(wasm));
  const used = new Set(WebAssembly.Module.imports(module).map((one) => one.name));
  return text.replace(IMPORT, (whole, name) => (used.has(name) ? whole : ""));
}

const text = withoutClasses(readFileSync(script, "utf8"));
withoutExports(text);
writeFileSync(script, withoutImports(text));
