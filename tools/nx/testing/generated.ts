/**
 * Runs a generator on the repository without writing to it, and checks what it made against the
 * repository as it is.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Tree } from '@nx/devkit';
import { ESLint } from 'eslint';
import { FsTree } from 'nx/src/generators/tree';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import { findRetiredTerms } from '../../lint/findRetiredTerms.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface Generated {
  /** Contents by path from the root; existing files as they were changed. */
  files: ReadonlyMap<string, string>;
  created: string[];
}

/** @param generate a generator, with its options */
export async function generated(generate: (tree: Tree) => Promise<void>): Promise<Generated> {
  const tree = new FsTree(root, false);
  await generate(tree);
  const changes = tree.listChanges().filter(({ type }) => type !== 'DELETE');
  return {
    files: new Map(changes.map(({ path, content }) => [path, String(content)])),
    created: changes
      .filter(({ type }) => type === 'CREATE')
      .map(({ path }) => path)
      .sort(),
  };
}

/** Files of the repository, parsed once for all programs: parsing takes most of the time. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/**
 * Type errors in the generated files.
 * @param projects those to check; the first one's settings hold for all
 * @param also existing files that have to fit, such as one that requires all texts
 */
export function typeErrors(
  files: ReadonlyMap<string, string>,
  projects: readonly [string, ...string[]],
  also: readonly string[] = [],
): string[] {
  const folder = join(root, projects[0]);
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(folder, 'tsconfig.json'), (path) => ts.sys.readFile(path)).config,
    ts.sys,
    folder,
  );
  const changed = new Map([...files].map(([path, text]) => [join(root, path), text]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => changed.has(path) || fileExists(path);
  host.readFile = (path) => changed.get(path) ?? readFile(path);
  host.getSourceFile = (path, version, ...rest) => {
    const text = changed.get(path);
    if (text !== undefined) return ts.createSourceFile(path, text, version);
    const format = typeof version === 'object' ? version.impliedNodeFormat : undefined;
    const key = [path, format, options.module, options.jsx].join();
    if (!parsed.has(key)) parsed.set(key, getSourceFile(path, version, ...rest));
    return parsed.get(key);
  };
  host.directoryExists = (path) =>
    ts.sys.directoryExists(path) || [...changed.keys()].some((file) => file.startsWith(`${path}/`));
  const names = [
    ...[...changed.keys()].filter((path) =>
      projects.some((project) => path.startsWith(join(root, project, '/'))),
    ),
    ...also.map((path) => join(root, path)),
  ].filter((path) => /\.tsx?$/.test(path));
  const program = ts.createProgram(names, { ...options, noEmit: true }, host);
  return names.flatMap((name) => {
    const source = program.getSourceFile(name);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
      .map((message) => `${name.slice(root.length)}: ${message}`);
  });
}

/** What lint reports of the generated files, by the rules that need no types. */
export async function lintErrors(files: ReadonlyMap<string, string>): Promise<string[]> {
  const eslint = new ESLint({
    cwd: root,
    overrideConfig: [{ ...tseslint.configs.disableTypeChecked, files: ['**/*.ts', '**/*.tsx'] }],
  });
  const code = [...files].filter(([path]) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
  const linted = await Promise.all(
    code.map(async ([path, text]) => {
      const [result] = await eslint.lintText(text, { filePath: join(root, path) });
      return result?.messages.map(({ line, message }) => `${path}:${line} ${message}`) ?? [];
    }),
  );
  return linted.flat();
}

/** Retired terms in the files that were created. */
export const retiredTerms = ({ files, created }: Generated): string[] =>
  created.flatMap((path) =>
    findRetiredTerms(path, files.get(path) ?? '').map(({ term }) => `${path}: ${term}`),
  );
