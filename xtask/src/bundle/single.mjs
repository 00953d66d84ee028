// Puts the built page into one file that opens from a disk: node single.mjs DIST FILE
//
// The file holds the whole program alone. Its policy names its own scripts and its style by their
// hashes, and no place that a script could come from.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [dist, file] = process.argv.slice(2);
const names = readdirSync(dist);

function found(pattern) {
  const name = names.find((name) => pattern.test(name));
  if (!name) throw new Error(`no file of ${dist} matches ${pattern}`);
  return readFileSync(join(dist, name));
}

const data = (type, bytes) => `data:${type};base64,${bytes.toString("base64")}`;
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

// Replaces what must be there once; a function, so that no `$` in a text means anything.
function replaced(html, pattern, text) {
  if (html.search(pattern) < 0) throw new Error(`the page has no ${pattern}`);
  return html.replace(pattern, () => text);
}

// A script's end within a script would end it.
const script = (text) => text.replaceAll("</script", "<\\/script");

// The module's text as a function that answers what an import of it would.
function asFunction(module) {
  const exported = /export\s*\{[^}]*?(\w+) as default[^}]*\};?\s*$/;
  const [, start] = exported.exec(module) ?? [];
  if (!start) throw new Error("the program's bindings end with no default export");
  const body = module.replace(exported, "").replace(/\bexport (?=class |function )/g, "");
  return `const imported = (() => { ${body}; return async () => ({ default: ${start} }); })();\n`;
}

const several = names.some((name) => name.startsWith("pixelbill-whole-"));
const whole = several ? "pixelbill-whole" : "pixelbill"; // a development build is one program
const bindings = asFunction(found(new RegExp(`^${whole}-[^_]*\\.js$`)).toString());
const boot = script(bindings + replaced(found(/^boot-.*\.js$/).toString(), /\bimport\(/g, "imported("));
const tooOld = script(found(/^too-old-.*\.js$/).toString());
const style = found(/^style-.*\.css$/).toString();
const wasm = data("application/wasm", found(new RegExp(`^${whole}-.*\\.wasm$`)));
const icon = data("image/svg+xml", found(/^icon-[^-]*\.svg$/));

const policy = [
  "default-src 'none'",
  `script-src ${hash(boot)} ${hash(tooOld)} 'wasm-unsafe-eval'`,
  `style-src ${hash(style)}`,
  "img-src data: blob:",
  "connect-src data:",
  "worker-src blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

let html = readFileSync(join(dist, "index.html"), "utf8");
html = replaced(html, /default-src[^"]*/, policy);
html = replaced(html, /<meta\b[^>]*\bid="?program\b[^>]*>/, `<meta id=program data-page="#" data-page-wasm="${wasm}">`);
html = replaced(html, /<link\b[^>]*\bhref=\S*style-[^>]*>/, `<style>${style}</style>`);
html = replaced(html, /<link\b[^>]*\bhref=\S*icon-[^>]*>/, `<link rel=icon href="${icon}">`);
html = replaced(html, /<script\b[^>]*\bsrc=\S*boot-[^>]*><\/script>/, `<script type=module>${boot}</script>`);
html = replaced(html, /<script\b[^>]*\bsrc=\S*too-old-[^>]*><\/script>/, "");
html = replaced(html, /<\/body>/, `<script nomodule>${tooOld}</script></body>`);
html = html.replace(/ ?<a href=prices\.json>[^<]*<\/a>\.?/, "");
writeFileSync(file, html);
