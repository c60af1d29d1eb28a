/** Runs each generator on the repository in memory; the result compiles there and passes lint. */
import { createProjectGraphAsync } from '@nx/devkit';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  generated,
  lintErrors,
  retiredTerms,
  typeErrors,
  type Generated,
} from '../testing/generated.ts';
import generateCheck from './check/generateCheck.ts';
import generateConnectorCall from './connectorCall/generateConnectorCall.ts';
import generateConsolePage from './consolePage/generateConsolePage.ts';
import generateGraphqlNoun from './graphqlNoun/generateGraphqlNoun.ts';
import { withResolverTypes } from '../testing/withResolverTypes.ts';

beforeAll(() => createProjectGraphAsync({ exitOnError: false }));

async function expectClean(made: Generated): Promise<void> {
  expect(await lintErrors(made.files)).toEqual([]);
  expect(retiredTerms(made)).toEqual([]);
}

/** Requires the texts of every check. */
const messagesIn = 'libs/messages/src/messagesIn.ts';

describe('a check', () => {
  const options = {
    name: 'vaultHasTags',
    step: 'VAULT',
    rule: 'VAL-10',
    title: 'The vault has tags',
    titleEs: 'El almacén tiene etiquetas',
  };

  it('is one file, and one for each language', async () => {
    const made = await generated((tree) => generateCheck(tree, options));
    expect(made.created).toEqual([
      'libs/core/src/checks/vaultHasTags.ts',
      'libs/messages/src/en/checks/vaultHasTags.ts',
      'libs/messages/src/es/checks/vaultHasTags.ts',
    ]);
    expect(typeErrors(made.files, ['libs/core', 'libs/messages'], [messagesIn])).toEqual([]);
    await expectClean(made);
  });

  it('that lacks a language does not compile', async () => {
    const { files } = await generated((tree) => generateCheck(tree, options));
    const incomplete = new Map([...files].filter(([path]) => !path.includes('/es/')));
    expect(typeErrors(incomplete, ['libs/messages'], [messagesIn]).join()).toContain(
      'vaultHasTags',
    );
  });

  it('of a name that exists is refused', async () => {
    const name = 'vaultExists';
    await expect(generated((tree) => generateCheck(tree, { ...options, name }))).rejects.toThrow(
      'libs/core/src/checks/vaultExists.ts exists already.',
    );
  });
});

describe.each(['azure', 'adobe'] as const)('a call of %s', (cloud) => {
  it('is a file, a method of the port and one of the connector', async () => {
    const made = await generated((tree) =>
      generateConnectorCall(tree, { name: 'readTags', cloud }),
    );
    expect(made.created).toEqual([`libs/connectors/${cloud}/src/calls/readTags.ts`]);
    expect(made.files.get('libs/core/src/ports.ts')).toContain('readTags(connection: ');
    expect(typeErrors(made.files, ['libs/core', `libs/connectors/${cloud}`])).toEqual([]);
    await expectClean(made);
  });
});

describe('a noun of the API', () => {
  it('is a schema module, resolvers and their test', async () => {
    const made = await generated((tree) =>
      generateGraphqlNoun(tree, { name: 'runbook', plural: 'runbooks' }),
    );
    expect(made.created).toEqual([
      'apps/api/src/runbooks/runbookResolvers.test.ts',
      'apps/api/src/runbooks/runbookResolvers.ts',
      'apps/api/src/runbooks/runbooks.graphql',
    ]);
    expect(typeErrors(await withResolverTypes(made.files), ['apps/api'])).toEqual([]);
    await expectClean(made);
  });
});

describe('a page of the console', () => {
  it('is a page with its test, its route, and its texts in both languages', async () => {
    const made = await generated((tree) =>
      generateConsolePage(tree, { name: 'runbooks', title: 'Runbooks', titleEs: 'Guías' }),
    );
    expect(made.created).toEqual([
      'apps/console/src/messages/runbooks.en.json',
      'apps/console/src/messages/runbooks.es.json',
      'apps/console/src/pages/runbooks/RunbooksPage.test.tsx',
      'apps/console/src/pages/runbooks/RunbooksPage.tsx',
    ]);
    const routes = 'apps/console/src/routes.tsx';
    expect(made.files.get(routes)).toMatch(
      /path: '\/runbooks',\n.*noSearch,\n.*import\('\.\/pages\/runbooks/,
    );
    // The routes, which the test opens, import every page: their types would take half a minute.
    const page = new Map([...made.files].filter(([path]) => !/routes|\.test\./.test(path)));
    expect(typeErrors(page, ['apps/console'])).toEqual([]);
    await expectClean(made);
  });
});
