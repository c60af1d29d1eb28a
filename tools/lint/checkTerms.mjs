/**
 * `node tools/lint/checkTerms.mjs [path…]`: refuses retired terms (retiredTerms.mjs) in names,
 * comments, texts and docs. Part of the tools project's lint. With paths, reads only these.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findRetiredTerms } from './findRetiredTerms.mjs';
import { unread } from './retiredTerms.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const wanted = process.argv.slice(2);

/** @param {string} path */
const isRead = (path) => !unread.some((part) => `/${path}/`.includes(part));
// By Git and not by a glob, which Node has only since version 22.
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => existsSync(`${root}/${path}`))
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
