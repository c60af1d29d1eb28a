/** Writes the typed documents of the contract, and which inputs take an idempotency key. */
import { readFileSync, writeFileSync } from 'node:fs';
import { generate } from '@graphql-codegen/cli';
import { buildSchema } from 'graphql';
import { keyedInputs, otherEnums, rootOperations } from './rootOperations.ts';

const FOLDER = 'src/generated';
const contract = process.env['KEYWAY_SCHEMA'] ?? '../../apps/api/schema.graphql';
const schema = buildSchema(readFileSync(contract, 'utf8'));

const names = keyedInputs(schema).map((name) => `  '${name}',\n`);
writeFileSync(
  `${FOLDER}/keyedInputs.ts`,
  `/** Generated from the contract: inputs that take an idempotency key. */\n` +
    `export const KEYED_INPUTS: ReadonlySet<string> = new Set([\n${names.join('')}]);\n`,
);

const config = {
  enumsAsTypes: true,
  useTypeImports: true,
  importExtension: '.ts',
  emitLegacyCommonJSImports: false,
  scalars: { DateTime: 'string', JSON: 'unknown', ID: 'string' },
} as const;

const files = (await generate(
  {
    schema: contract,
    documents: rootOperations(schema),
    silent: true,
    generates: {
      // The contract's enums and inputs.
      [`${FOLDER}/types.ts`]: {
        plugins: ['typescript-operations'],
        config: { ...config, generateOperationTypes: false },
      },
      [`${FOLDER}/`]: {
        // Cast: the path of any preset works, and the types have names alone.
        preset: '../../tools/codegen/documentPreset.ts' as 'client',
        presetConfig: { fragmentMasking: false, typesFrom: './src/generated/types.ts' },
        config: { ...config, documentMode: 'string' },
      },
    },
  },
  false,
)) as { filename: string; content: string }[];
// The preset's other files are for documents inside sources.
for (const name of ['types.ts', 'graphql.ts']) {
  const file = files.find(({ filename }) => filename.endsWith(`/${name}`));
  if (!file) throw new Error(`The generator wrote no ${name}.`);
  const more = name === 'types.ts' ? otherEnums(schema, file.content) : '';
  writeFileSync(`${FOLDER}/${name}`, file.content + more);
}
