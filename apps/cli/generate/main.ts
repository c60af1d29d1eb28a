/** Writes `docs/reference/cli.md`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, type Options } from 'prettier';
import { commandReference } from './commandReference.ts';

const inRoot = (path: string): string =>
  fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const style = JSON.parse(readFileSync(inRoot('.prettierrc.json'), 'utf8')) as Options;
const text = await format(commandReference(), { ...style, parser: 'markdown' });
const page = inRoot('docs/reference/cli.md');
if (process.argv.includes('--check')) process.exit(readFileSync(page, 'utf8') === text ? 0 : 1);
writeFileSync(page, text);
