/** Generates types and documents from the api's printed contract: `npm run generate`. */
import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: process.env.KEYWAY_SCHEMA ?? '../api/schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/generated/**', '!src/**/*.test.*'],
  ignoreNoDocuments: true,
  generates: {
    // All enums, whether or not a document uses them: `indicators.ts` covers them all.
    './src/generated/enums.ts': {
      plugins: ['typescript'],
      config: { enumsAsTypes: true, onlyEnums: true },
    },
    './src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        enumsAsTypes: true,
        useTypeImports: true,
        scalars: { DateTime: 'string', JSON: 'unknown', ID: 'string' },
      },
    },
  },
};

export default config;
