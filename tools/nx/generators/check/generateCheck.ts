/** `nx g ./tools/nx:check vaultHasTags`: a check and its texts; docs/changing.md, "A check". */
import { formatFiles, type Tree } from '@nx/devkit';
import { CHECK_FOLDERS, checkIndex } from '../../../checkIndexes.ts';
import { refuseExisting } from '../editFile.ts';

interface CheckOptions {
  name: string;
  step: string;
  rule: string;
  title: string;
  titleEs: string;
}

const CHECKS = 'libs/core/src/checks';
const messagesOf = (language: string) => `libs/messages/src/${language}/checks`;

export default async function generateCheck(tree: Tree, options: CheckOptions): Promise<void> {
  const { name, title, titleEs } = options;
  refuseExisting(tree, `${CHECKS}/${name}.ts`);
  tree.write(`${CHECKS}/${name}.ts`, checkFile(options));
  tree.write(`${messagesOf('en')}/${name}.ts`, messagesFile(name, title));
  tree.write(`${messagesOf('es')}/${name}.ts`, messagesFile(name, titleEs));
  for (const folder of CHECK_FOLDERS)
    tree.write(`${folder}/index.ts`, checkIndex(tree.children(folder)));
  await formatFiles(tree);
}

const checkFile = ({ name, step, rule, title }: CheckOptions): string => `/** ${title} (${rule}). */
import { subjectCheck } from '../catalog/defineCheck.ts';

export const ${name} = subjectCheck({
  step: '${step}',
  order: 100,
  tracks: ['AEP', 'CJA'],
  overridableOn: [],
  rules: ['${rule}'],
  outcomes: { ok: 'PASS', notMet: 'BLOCK' },
  // TODO: decide by a fact. Each outcome needs a case in libs/core/testing.
  evaluate: (subject) => ({ outcome: subject ? 'ok' : 'notMet', values: {} }),
});
`;

const messagesFile = (name: string, title: string): string => `\
import type { CheckMessages } from '../../checkMessages.ts';

export const ${name}: CheckMessages<'${name}'> = {
  title: ${JSON.stringify(title)},
  expected: ${JSON.stringify(title)},
  outcomes: {
    ok: ${JSON.stringify(title)},
    notMet: {
      observed: 'TODO: what was observed.',
      cause: 'TODO: why it matters.',
      remedy: 'TODO: how to correct it.',
    },
  },
};
`;
