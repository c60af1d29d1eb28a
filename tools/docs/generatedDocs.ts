/**
 * The pages and tables of the documentation that are written from the code.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, type Options } from 'prettier';
import { apiReference } from './apiReference.ts';
import { checkCatalog } from './checkCatalog.ts';
import { decisionIndex } from './decisionIndex.ts';
import { planDiagrams } from './planDiagrams.ts';
import { ruleRegister } from './ruleRegister.ts';
import { stateTables } from './stateTables.ts';
import { withSettingsTable } from './settingsTable.ts';

const root = new URL('../../', import.meta.url);

/** Contents by absolute path, formatted as the rest of the repository. */
export async function generatedDocs(): Promise<Map<string, string>> {
  const style = JSON.parse(readFileSync(new URL('.prettierrc.json', root), 'utf8')) as Options;
  const configuration = new URL('docs/operations/configuration.md', root);
  const pages: Record<string, string> = {
    ...apiReference(),
    'decisions/README.md': decisionIndex(),
    'generated/checks.md': checkCatalog(),
    'generated/plans.md': planDiagrams(),
    'generated/rules.md': ruleRegister(),
    'generated/states.md': stateTables(),
    'operations/configuration.md': withSettingsTable(readFileSync(configuration, 'utf8')),
  };
  const formatted = Object.entries(pages).map(
    async ([name, text]) =>
      [
        fileURLToPath(new URL(`docs/${name}`, root)),
        await format(text, { ...style, parser: 'markdown' }),
      ] as const,
  );
  return new Map(await Promise.all(formatted));
}

/** Writes the pages and returns their paths. */
export async function writeGeneratedDocs(): Promise<string[]> {
  const pages = await generatedDocs();
  for (const [path, text] of pages) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return [...pages.keys()];
}
