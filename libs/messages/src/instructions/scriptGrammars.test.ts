/**
 * PowerShell and Bicep by parsers of others. `KEYWAY_GRAMMAR_MODULES` names a `node_modules` that
 * has `web-tree-sitter`, `tree-sitter-powershell` and `tree-sitter-bicep`; skipped without it.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { everyScript } from '../../testing/everyScript.ts';

const modules = process.env['KEYWAY_GRAMMAR_MODULES'];

interface Node {
  isError: boolean;
  isMissing: boolean;
  text: string;
  startPosition: { row: number };
  children: Node[];
}
interface Parser {
  setLanguage(language: unknown): void;
  parse(text: string): { rootNode: Node };
}
interface TreeSitter {
  Parser: { init(): Promise<void>; new (): Parser };
  Language: { load(file: string): Promise<unknown> };
}

const flawsIn = (node: Node): string[] =>
  node.isError || node.isMissing
    ? [`line ${node.startPosition.row + 1}: ${node.isMissing ? 'incomplete' : node.text}`]
    : node.children.flatMap(flawsIn);

async function parserOf(grammar: string): Promise<(text: string) => string[]> {
  const library = pathToFileURL(join(modules!, 'web-tree-sitter/web-tree-sitter.js')).href;
  // Cast: the package is not installed, so its types are not here.
  const { Parser, Language } = (await import(/* @vite-ignore */ library)) as TreeSitter;
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(join(modules!, grammar, `${grammar}.wasm`)));
  return (text) => flawsIn(parser.parse(text).rootNode);
}

describe.skipIf(!modules)('where KEYWAY_GRAMMAR_MODULES names them', () => {
  it.each([
    ['POWERSHELL', 'tree-sitter-powershell', (text: string) => text.replace(/['}]\s*$/m, '')],
    ['BICEP', 'tree-sitter-bicep', (text: string) => text.replace(' = {', ' {')],
  ])('%s is parsed without an error', async (tool, grammar, broken) => {
    const parse = await parserOf(grammar);
    const scripts = everyScript(tool);
    expect(scripts.length).toBeGreaterThan(8);
    const flaws = scripts.flatMap((text) => parse(text).map((flaw) => ({ text, flaw })));
    expect(flaws).toEqual([]);
    // Each script that is damaged is noticed.
    for (const text of scripts) {
      const damaged = broken(text);
      if (damaged !== text) expect(parse(damaged), damaged).not.toEqual([]);
    }
    expect(scripts.some((text) => broken(text) !== text)).toBe(true);
  });
});
