/**
 * Finds cited rules, documents, decisions and source files that do not exist. Reads the register
 * as text, because ESLint also runs on a Node that cannot load TypeScript.
 */
import { execFileSync } from 'node:child_process';
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
/** An ID of a known family, or a text of the same form in another family. */
const RULE = new RegExp(`(?<![\\w-])(?:(?:${families})-\\d+|[A-Z]{2,5}-\\d{2,3})(?!\\w)`, 'g');
const STANDARD = /^(?:AES|ISO|RFC|RSA|SHA|UTC|UTF)-/;
/** By path. Not: the text of a link, other sites, globs, and the register's aliases (`KVG/…`). */
const DOCUMENT = /(?<![\w./:*<{}$@[-])(?![A-Z]+\/)[\w./-]*\w\.md\b/g;
const ROOTED_DOCUMENT = /(?<![\w./:*<{$@-])(?:apps|docs|libs|tools)\/[\w./-]*\w\.md\b/g;
const ANCHOR = /(?:(?<![\w./:*<{}$@-])([\w./-]*\w\.md)|\]\()#([\w-]+)/g;
/** `docs/reference/run.md, rules 5 and 6`, also over two lines of a comment. */
const NUMBERED = /([\w./-]*\w\.md)[`)]*,[\s*]+rules?[\s*]+(\d+(?:(?:[\s*,]|and)+\d+)*)/g;
/** In brackets below 100 alone: `(0600)` is a file's mode. */
const DECISION = /(?:decisions?[/ ]|[([](?=00))(0\d{3})(?!\w)/gi;
/** A path or name of a source file in a comment, without a placeholder. */
const COMMENTED_SOURCE =
  /(?<![\w./:*<{}$@-])(?:\.\.?\/)*\w[\w./-]*\.(?:tsx?|mjs|graphql|prisma)\b/g;
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
    .filter(([id]) => !knownRules.has(id) && !STANDARD.test(id))
    .map(({ 0: id, index }) => ({
      index,
      message: `${id} is not in the register of rules (libs/core/src/rules).`,
    }));

/**
 * Where a path leads that starts at the root or at the text's folder.
 *
 * @param {string} path
 * @param {string} file
 */
const locate = (path, file) =>
  [join(root, path), join(root, dirname(file), path)].find((found) => existsSync(found));

/** @param {RegExpExecArray} match */
const absent = ({ 0: name, index }) => ({
  index,
  message: `${name} is not in the repository: cite a rule, or a page by its path from the root.`,
});

/**
 * As GitHub makes anchors of headings.
 *
 * @param {string} markdown
 */
const anchorsOf = (markdown) => [
  ...[...markdown.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id),
  ...[...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/<[^>]*>|[^\p{L}\p{N} _-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  ),
];

/** @type {Map<string, Set<string | undefined>>} */
const anchors = new Map();

/**
 * A page that does not exist has every anchor: it is reported itself.
 *
 * @param {string} path
 * @param {string} anchor
 * @param {string} file
 */
const hasAnchor = (path, anchor, file) => {
  const page = locate(path, file);
  if (!page) return true;
  const known = anchors.get(page) ?? new Set(anchorsOf(readFileSync(page, 'utf8')));
  anchors.set(page, known);
  return known.has(anchor);
};

/**
 * @param {string} text
 * @param {string} file
 */
const missingAnchors = (text, file) => [
  ...[...text.matchAll(ANCHOR)].filter(
    ([, path = file, anchor = '']) => !hasAnchor(path, anchor, file),
  ),
  ...[...text.matchAll(NUMBERED)].filter(([, path = '', numbers = '']) =>
    (numbers.match(/\d+/g) ?? []).some((number) => !hasAnchor(path, `rule-${number}`, file)),
  ),
];

const decisions = new Set(
  readdirSync(join(root, 'docs/decisions')).map((name) => name.slice(0, 4)),
);

/**
 * Documents, and parts of them, that are not in the repository. `file` is the text's path from the
 * root, where relative paths start.
 *
 * @param {string} text
 * @param {string} file
 */
export const missingDocuments = (text, file) =>
  [
    ...[...text.matchAll(DOCUMENT)].filter(([path]) => !locate(path, file)),
    ...missingAnchors(text, file),
    ...[...text.matchAll(DECISION)].filter(([, number = '']) => !decisions.has(number)),
    ...text.matchAll(NOTES),
  ].map(absent);

/**
 * Documents that a string names by their path from the root. Other paths may be of another place.
 *
 * @param {string} text
 */
export const missingRootedDocuments = (text) =>
  [...text.matchAll(ROOTED_DOCUMENT)].filter(([path]) => !locate(path, '')).map(absent);

/**
 * @param {string} path
 * @param {readonly string[]} files
 */
const isNamed = (path, files) => files.some((file) => `/${file}`.endsWith(`/${path}`));

/** @type {string[] | undefined} */
let listed;
/** Every file of the repository, by its path from the root. */
export const repositoryFiles = () =>
  (listed ??= execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => existsSync(join(root, file))));

/**
 * Source files that a comment names and that do not exist. What is generated need not be there.
 *
 * @param {string} text
 * @param {string} file
 */
export const missingCommentedSources = (text, file) =>
  [...text.matchAll(COMMENTED_SOURCE)]
    .filter(
      ([path]) =>
        !/(?:^|\/)(?:generated|dist|node_modules)\//.test(path) &&
        !locate(path, file) &&
        !isNamed(path, repositoryFiles()),
    )
    .map(absent);

/**
 * Source files that are not in the repository, named in backticks by their path or its end.
 *
 * @param {string} text
 * @param {readonly string[]} files of the repository
 */
export const missingSources = (text, files) =>
  [...text.matchAll(SOURCE)].map(([, path = '']) => path).filter((path) => !isNamed(path, files));
