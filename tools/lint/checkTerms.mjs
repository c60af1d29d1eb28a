/**
 * `node tools/lint/checkTerms.mjs [path…]`: refuses retired terms (retiredTerms.mjs) in names,
 * comments, texts and docs. Part of the tools project's lint. With paths, reads only these.
 */
import { globSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findRetiredTerms } from './findRetiredTerms.mjs';
import { unread } from './retiredTerms.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const wanted = process.argv.slice(2);

/** @param {string} path */
const isRead = (path) => !unread.some((part) => `/${path}/`.includes(part));
/** @param {string} path */
const withSlashes = (path) => path.split(sep).join('/');

const files = globSync('{.changeset,.github,apps,docs,libs,tools}/**/*', {
  cwd: root,
  exclude: (path) => !isRead(withSlashes(path)),
})
  .concat(globSync('*.*', { cwd: root }))
  .map(withSlashes)
  .filter((path) => /\.(?:tsx?|mjs|graphql|md|json|prisma)$/.test(path))
  .filter(isRead)
  .filter((path) => wanted.length === 0 || wanted.some((prefix) => path.startsWith(prefix)));

let found = 0;
for (const path of files) {
  const text = readFileSync(`${root}/${path}`, 'utf8');
  for (const { line, term, instead } of findRetiredTerms(path, text)) {
    found += 1;
    process.stdout.write(`${path}:${line} "${term}" is retired; write: ${instead}\n`);
  }
}
process.stdout.write(`${files.length} files read, ${found} retired terms (docs/language.md)\n`);
if (found > 0 || files.length === 0) process.exitCode = 1;
