/** Generates types and documents from the api's printed contract: `npm run generate`. */
import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: process.env['KEYWAY_SCHEMA'] ?? '../api/schema.graphql',
  documents: ['src/**/*.ts', '!src/generated/**', '!src/**/*.test.ts'],
  ignoreNoDocuments: true,
  generates: {
    './src/generated/': {
      // The contract's own types are once in the workspace: the client's.
      // Cast: the path of any preset works, and the types have names alone.
      preset: '../../tools/codegen/documentPreset.ts' as 'client',
      presetConfig: { fragmentMasking: false, typesFrom: '~@keyway/client' },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        importExtension: '.ts',
        emitLegacyCommonJSImports: false,
        scalars: { DateTime: 'string', JSON: 'unknown', ID: 'string' },
      },
    },
  },
};

export default config;
