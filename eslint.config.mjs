import { boundaryRules } from './tools/lint/boundaryRules.mjs';
import { castRules } from './tools/lint/castRules.mjs';
import { codeRules } from './tools/lint/codeRules.mjs';
import { headCommentRules } from './tools/lint/headCommentRules.mjs';
import { purityRules } from './tools/lint/purityRules.mjs';
import { referenceRules } from './tools/lint/referenceRules.mjs';

export default [
  {
    ignores: [
      '**/node_modules',
      '**/dist',
      '**/out',
      '**/out-tsc',
      '.nx',
      '.keyway',
      '**/generated',
      '**/test-results',
      '**/playwright-report',
    ],
  },
  ...codeRules,
  ...boundaryRules,
  ...purityRules,
  ...referenceRules,
  ...headCommentRules,
  ...castRules,
];
