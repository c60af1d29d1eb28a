/** Types and documents for the console, from the api's printed contract. Run `npm run generate`. */
import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: process.env.KEYWAY_SCHEMA ?? '../api/schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/generated/**', '!src/**/*.test.*'],
  ignoreNoDocuments: true,
  generates: {
    // Enums whether or not a document uses them: the status vocabulary speaks of all of them.
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
