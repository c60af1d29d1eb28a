import { expect, test } from 'vitest';
import { addRelease } from './addRelease.ts';

const changesets = [
  "---\n'@keyway/api': minor\n---\n\nOne.\n",
  "---\n'x': patch\n---\n\nTwo\nlines.\n",
];
const section = '## 0.2.0 (2026-12-01)\n\n- One.\n- Two\n  lines.\n';

test('a release comes above the earlier ones', () => {
  expect(
    addRelease('# Changelog\n\nAbout.\n\n## 0.1.0 (2026-11-26)\n\n- First.\n', {
      version: '0.2.0',
      date: '2026-12-01',
      changesets,
    }),
  ).toBe(`# Changelog\n\nAbout.\n\n${section}\n## 0.1.0 (2026-11-26)\n\n- First.\n`);
});

test('the first release follows the introduction', () => {
  const release = { version: '0.2.0', date: '2026-12-01', changesets };
  expect(addRelease('# Changelog\n', release)).toBe(`# Changelog\n\n${section}`);
});

test('an empty changeset is left out', () => {
  const release = {
    version: '0.2.0',
    date: '2026-12-01',
    changesets: [...changesets, '---\n---\n'],
  };
  expect(addRelease('# Changelog\n', release)).toBe(`# Changelog\n\n${section}`);
});
