/**
 * The pages and tables of the documentation that are written from the code.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, type Options } from 'prettier';
import { valuesSchema } from '../chart/valuesSchema.ts';
import { withValuesTable } from '../chart/valuesTable.ts';
import { apiReference } from './apiReference.ts';
import { benchmarkPage } from './benchmarkPage.ts';
import { checkCatalog } from './checkCatalog.ts';
import { contractChangelog } from './contractChangelog.ts';
import { decisionIndex } from './decisionIndex.ts';
import { errorPage } from './errorPage.ts';
import { planDiagrams } from './planDiagrams.ts';
import { ruleRegister } from './ruleRegister.ts';
import { stateTables } from './stateTables.ts';
import { withSettingsTable } from './settingsTable.ts';

const root = new URL('../../', import.meta.url);

/** Contents by absolute path, formatted as the rest of the repository. */
export async function generatedDocs(): Promise<Map<string, string>> {
  const page = (path: string) => readFileSync(new URL(`docs/${path}`, root), 'utf8');
  const changelog = new URL('docs/api/changelog.md', root);
  return formatted({
    ...apiReference(),
    ...benchmarkPages(),
    'api/changelog.md': contractChangelog(
      existsSync(changelog) ? readFileSync(changelog, 'utf8') : '',
    ),
    'api/errors.md': errorPage(),
    'decisions/README.md': decisionIndex(),
    'generated/checks.md': checkCatalog(),
    'generated/plans.md': planDiagrams(),
    'generated/rules.md': ruleRegister(),
    'generated/states.md': stateTables(),
    'operations/configuration.md': withSettingsTable(page('operations/configuration.md')),
    'operations/kubernetes.md': withValuesTable(page('operations/kubernetes.md')),
    '../deploy/helm/keyway/README.md': withValuesTable(page('../deploy/helm/keyway/README.md')),
    '../deploy/helm/keyway/values.schema.json': valuesSchema(),
  });
}

const benchmarkPages = () => ({ 'benchmarks/README.md': benchmarkPage() });

async function formatted(pages: Record<string, string>): Promise<Map<string, string>> {
  const style = JSON.parse(readFileSync(new URL('.prettierrc.json', root), 'utf8')) as Options;
  const contents = Object.entries(pages).map(
    async ([name, text]) =>
      [
        fileURLToPath(new URL(`docs/${name}`, root)),
        await format(text, { ...style, parser: name.endsWith('.json') ? 'json' : 'markdown' }),
      ] as const,
  );
  return new Map(await Promise.all(contents));
}

/** Writes the pages and returns their paths. */
export const writeGeneratedDocs = async (): Promise<string[]> => write(await generatedDocs());

/** Writes the page of the benchmarks alone: exploring all states for the others takes seconds. */
export const writeBenchmarkPage = async (): Promise<string[]> =>
  write(await formatted(benchmarkPages()));

function write(pages: ReadonlyMap<string, string>): string[] {
  for (const [path, text] of pages) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return [...pages.keys()];
}
