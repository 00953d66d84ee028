// Compresses each file of a folder as static hosts do: node compress.mjs FROM TO
// writes TO/name.br (brotli, quality 11) and TO/name.gz (gzip, level 9).
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [from, to] = process.argv.slice(2);

function* filesIn(folder, name = "") {
  for (const entry of readdirSync(join(folder, name), { withFileTypes: true })) {
    const path = join(name, entry.name);
    if (entry.isDirectory()) yield* filesIn(folder, path);
    else yield path;
  }
}

for (const name of filesIn(from)) {
  const bytes = readFileSync(join(from, name));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  mkdirSync(dirname(join(to, name)), { recursive: true });
  writeFileSync(join(to, `${name}.br`), brotliCompressSync(bytes, { params }));
  writeFileSync(join(to, `${name}.gz`), gzipSync(bytes, { level: 9 }));
}
