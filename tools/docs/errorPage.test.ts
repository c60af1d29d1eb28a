import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { REFUSAL_CODES } from '@keyway/core';
import { expect, it } from 'vitest';
import { ERRORS, errorPage } from './errorPage.ts';

const API = fileURLToPath(new URL('../../apps/api/src', import.meta.url));
const CODE = /(?:\bcode: |\d{3}, |_CODE = )'([A-Z]+(?:_[A-Z]+)*)'/g;

it('explains every code that the api answers', () => {
  const sources = globSync('**/*.ts', { cwd: API }).filter(
    (path) => !/\.test\.ts$|^testing|^generated|\/testing\//.test(path),
  );
  const answered = sources.flatMap((path) =>
    [...readFileSync(`${API}/${path}`, 'utf8').matchAll(CODE)].map(([, code = '']) => code),
  );
  const explained = [...ERRORS.map(([code]) => code), ...REFUSAL_CODES];
  expect(answered).toEqual(expect.arrayContaining(['UNAUTHENTICATED', 'SERVICE_UNAVAILABLE']));
  expect(answered.filter((code) => !explained.includes(code))).toEqual([]);
});

it('shows every refusal with its code, and no value that could not be written', () => {
  const page = errorPage();
  for (const code of REFUSAL_CODES) expect(page).toContain(`### ${code}`);
  expect(page).not.toMatch(/NaN|undefined|900,00/);
  expect(page).toContain('A hand-off is valid for at most ‹days› days.');
});
