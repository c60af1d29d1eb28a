/**
 * ESLint's settings where it lints the whole workspace: it reads the types of all code for Node
 * from one program. A program for each project took three times as long.
 */
import { fileURLToPath } from 'node:url';
import settings from '../../eslint.config.mjs';

export default [
  ...settings,
  {
    files: ['*.ts', '{docs,libs,tools}/**/*.ts', 'apps/{api,sandbox,worker}/**/*.ts'],
    languageOptions: {
      parserOptions: {
        projectService: false,
        project: fileURLToPath(new URL('../../tsconfig.node.json', import.meta.url)),
      },
    },
  },
];
