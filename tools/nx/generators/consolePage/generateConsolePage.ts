/**
 * `nx g ./tools/nx:console-page policies`: the page, its route and its texts; docs/changing.md, "A
 * console page".
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
