/** The site of the docs: `npm run docs` builds it, offline, into out/docs. */
import { posix } from 'node:path';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';

const docs = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} path */
const titleOf = (path) => /^# (.+)$/m.exec(readFileSync(docs + path, 'utf8'))?.[1] ?? path;

/** @param {string} pattern */
const pages = (pattern) =>
  globSync(pattern, { cwd: docs })
    .filter((path) => !path.endsWith('README.md'))
    .sort()
    .map((path) => ({ text: titleOf(path), link: `/${path.replace(/\.md$/, '')}` }));

export default defineConfig({
  title: 'Keyway',
  description: 'Customer-managed keys for Adobe Journey Optimizer',
  outDir: '../out/docs',
  cacheDir: '../out/docs-cache',
  rewrites: {
    'benchmarks/README.md': 'benchmarks/index.md',
    'decisions/README.md': 'decisions/index.md',
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    sidebar: [
      {
        text: 'Start here',
        items: [
          { text: 'Architecture', link: '/architecture' },
          { text: 'Where a change goes', link: '/changing' },
          { text: 'A worker dies after the POST', link: '/submission' },
          { text: 'Vault and key by Keyway', link: '/automatic-set-up' },
          { text: 'Readiness', link: '/readiness' },
          { text: 'The command line', link: '/cli' },
          { text: 'Benchmarks', link: '/benchmarks/' },
          { text: 'Language', link: '/language' },
        ],
      },
      { text: 'Operations', items: pages('operations/*.md') },
      {
        text: 'API guide',
        items: [
          { text: 'First ten minutes', link: '/api/' },
          ...[
            ...['authentication', 'errors', 'lists', 'repeating', 'limits', 'live', 'webhooks'],
            ...['evidence', 'recipes', 'changelog'],
          ].map((name) => ({ text: titleOf(`api/${name}.md`), link: `/api/${name}` })),
        ],
      },
      { text: 'Reference', items: [...pages('reference/*.md'), ...pages('generated/*.md')] },
      { text: 'GraphQL API', collapsed: true, items: pages('generated/api/*.md') },
      {
        text: 'Decisions',
        collapsed: true,
        items: [{ text: 'All decisions', link: '/decisions/' }, ...pages('decisions/*.md')],
      },
    ],
  },
  markdown: { config: (md) => md.core.ruler.push('repository_links', withoutRepositoryLinks) },
});

/**
 * A link to a file outside docs works in the repository alone: the site shows its text. The build
 * checks all others.
 * @param {{ tokens: any[], env: any }} state
 */
function withoutRepositoryLinks({ tokens, env }) {
  for (const { children } of tokens) {
    let isOutside = false;
    for (const token of children ?? []) {
      if (token.type === 'link_open')
        isOutside = leavesDocs(env.relativePath, token.attrGet('href'));
      if (isOutside && (token.type === 'link_open' || token.type === 'link_close')) {
        token.tag = 'span';
        token.attrs = null;
      }
      if (token.type === 'link_close') isOutside = false;
    }
  }
}

/**
 * @param {string} page
 * @param {string} href
 */
const leavesDocs = (page, href) =>
  !/^(?:[a-z]+:|#|\/)/.test(href) &&
  posix.normalize(posix.join(posix.dirname(page), href)).startsWith('../');
