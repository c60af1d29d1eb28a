/**
 * Conventional Commits with a header of at most 72 characters and without retired terms. Checked by
 * the hook in tools/hooks, and for the commits since the last release by `npm test`.
 */
import { findRetiredTerms } from './tools/lint/findRetiredTerms.mjs';

export default {
  extends: ['@commitlint/config-conventional'],
  plugins: [
    {
      rules: {
        /** @param {{ header?: string | null }} commit */
        'plain-terms': ({ header }) => {
          const found = findRetiredTerms('commit', header ?? '');
          const advice = found.map(({ term, instead }) => `"${term}": write ${instead}`);
          return [found.length === 0, `retired terms (docs/language.md): ${advice.join('; ')}`];
        },
      },
    },
  ],
  rules: {
    'header-max-length': [2, 'always', 72],
    'plain-terms': [2, 'always'],
  },
};
