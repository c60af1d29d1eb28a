/**
 * `nx g ./tools/nx:console-page policies`: the page, its test, its route and its texts;
 * docs/changing.md, "A console page".
 */
import { formatFiles, names, type Tree } from '@nx/devkit';
import { insertBefore, refuseExisting } from '../editFile.ts';

interface ConsolePageOptions {
  name: string;
  title: string;
  titleEs: string;
}

const SOURCE = 'apps/console/src';

export default async function generateConsolePage(
  tree: Tree,
  { name, title, titleEs }: ConsolePageOptions,
): Promise<void> {
  const { className, fileName } = names(name);
  const page = `${className}Page`;
  const file = `pages/${name}/${page}.tsx`;
  refuseExisting(tree, `${SOURCE}/${file}`);
  tree.write(`${SOURCE}/${file}`, pageFile(name, page, title));
  tree.write(
    `${SOURCE}/pages/${name}/${page}.test.tsx`,
    testFile(`/${fileName}`, page, { en: title, es: titleEs }),
  );
  for (const [language, text] of [
    ['en', title],
    ['es', titleEs],
  ])
    tree.write(
      `${SOURCE}/messages/${name}.${language}.json`,
      JSON.stringify({ [`${name}.title`]: text }),
    );
  const ids = `${SOURCE}/intl/messageIds.d.ts`;
  insertBefore(
    tree,
    ids,
    /^\ndeclare global/m,
    `import type ${name} from '../messages/${name}.en.json';\n`,
  );
  insertBefore(tree, ids, /(?<=ids: keyof \()/, `typeof ${name} & `);
  const routes = `${SOURCE}/routes.tsx`;
  insertBefore(
    tree,
    routes,
    /^\/\*\* Every other address/m,
    `const ${name} = createRoute({
  getParentRoute: inShell,
  path: '/${fileName}',
  validateSearch: noSearch,
  component: lazyRouteComponent(() => import('./${file}'), '${page}'),
});
`,
  );
  insertBefore(tree, routes, /^ {4}notFound,$/m, `    ${name},\n`);
  await formatFiles(tree);
}

const pageFile = (name: string, page: string, title: string): string => `/** ${title}. */
import { useIntl } from 'react-intl';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';

export function ${page}() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: '${name}.title' });
  usePageTitle(title);
  return <PageHeader title={title}>{null}</PageHeader>;
}
`;

const testFile = (path: string, page: string, titles: Record<'en' | 'es', string>): string =>
  `// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openConsole } from '../../testing/openConsole.tsx';

describe('${page}', () => {
  it.each([
    ['en', ${JSON.stringify(titles.en)}],
    ['es', ${JSON.stringify(titles.es)}],
  ] as const)('has its title in %s', async (locale, title) => {
    openConsole('${path}', { locale, answers: {} });
    expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
  });
});
`;
