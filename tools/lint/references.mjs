/**
 * Finds cited rule IDs and documents that do not exist. Reads the register as text, because ESLint
 * also runs on a Node that cannot load TypeScript.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const register = join(root, 'libs/core/src/rules');

/** Every ID of the register. */
export const knownRules = new Set(
  readdirSync(register)
    .filter((name) => name.endsWith('Rules.ts'))
    .flatMap((name) => [
      ...readFileSync(join(register, name), 'utf8').matchAll(/^ {2}'([A-Z]+-\d+)': /gm),
    ])
    .map(([, id]) => String(id)),
);

const families = [...new Set([...knownRules].map((id) => id.split('-')[0]))].join('|');
const RULE = new RegExp(`(?<![\\w-])(?:${families})-\\d+(?!\\w)`, 'g');
/** By path. Not: the text of a link, other sites, globs, and the register's aliases (`KVG/…`). */
const DOCUMENT = /(?<![\w./:*<{}$@[-])(?![A-Z]+\/)[\w./-]*\w\.md\b/g;
/** A path or name of a source file in backticks, without a placeholder. */
const SOURCE = /`((?:[\w.-]+\/)*[\w.-]+\.(?:tsx?|mjs|graphql|prisma))`/g;
/** Notes from which the register and docs/reference were written; nobody else has them. */
const NOTES = /\bcloud-wire\b|\bDOMAIN\b/g;

/**
 * Rule IDs that are not in the register.
 *
 * @param {string} text
 */
export const unknownRules = (text) =>
  [...text.matchAll(RULE)]
    .filter(([id]) => !knownRules.has(id))
    .map(({ 0: id, index }) => ({
      index,
      message: `${id} is not in the register of rules (libs/core/src/rules).`,
    }));

/**
 * Documents that are not in the repository. `file` is the text's path from the root, where relative
 * paths start.
 *
 * @param {string} text
 * @param {string} file
 */
export const missingDocuments = (text, file) =>
  [
    ...[...text.matchAll(DOCUMENT)].filter(
      ([path]) => !existsSync(join(root, path)) && !existsSync(join(root, dirname(file), path)),
    ),
    ...text.matchAll(NOTES),
  ].map(({ 0: name, index }) => ({
    index,
    message: `${name} is not in the repository: cite a rule, or a page by its path from the root.`,
  }));

/**
 * Source files that are not in the repository, named in backticks by their path or its end.
 *
 * @param {string} text
 * @param {readonly string[]} files of the repository
 */
export const missingSources = (text, files) =>
  [...text.matchAll(SOURCE)]
    .map(([, path = '']) => path)
    .filter((path) => !files.some((file) => `/${file}`.endsWith(`/${path}`)));
