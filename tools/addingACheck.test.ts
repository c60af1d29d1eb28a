/**
 * Adding a check touches three files: the check, and its messages in English and in Spanish. Done
 * here in a copy of the core and the messages.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeCheckIndexes } from './checkIndexes.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'keyway-check-'));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const CHECK = `
import { subjectCheck } from '../catalog/defineCheck.ts';

export const vaultIsInPublicRegion = subjectCheck({
  step: 'VAULT',
  order: 95,
  tracks: ['AEP'],
  overridableOn: [],
  rules: ['KID-02'],
  outcomes: { ok: 'PASS', elsewhere: 'WARN' },
  evaluate: ({ location }) => ({
    outcome: location?.startsWith('usgov') ? 'elsewhere' : 'ok',
    values: { location },
  }),
});
`;
const messages = (title: string): string => `
import type { CheckMessages } from '../../checkMessages.ts';

export const vaultIsInPublicRegion: CheckMessages<'vaultIsInPublicRegion'> = {
  title: '${title}',
  expected: '${title}',
  outcomes: { ok: '{location}', elsewhere: { observed: '{location}', cause: '-', remedy: '-' } },
};
`;
const USE = `
import { evaluateStep } from '@keyway/core';
import { aContext, aVault, seen, vaultStep } from '@keyway/core/testing';
import { describeCheck } from '@keyway/messages';

const results = evaluateStep(vaultStep(seen(aVault({ location: 'usgovvirginia' }))), aContext());
const found = results.at(-1)!;
console.log(
  JSON.stringify([found.check, found.verdict, ...['en', 'es'].map((locale) => describeCheck(found, locale as 'en').title)]),
);
`;

const path = (file: string): string => join(copy, file);
const compile = () =>
  spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript-7/bin/tsc'), '-p', 'tsconfig.json'],
    {
      cwd: copy,
      encoding: 'utf8',
    },
  );

beforeAll(() => {
  for (const name of ['tsconfig.base.json', 'package.json']) cpSync(join(root, name), path(name));
  for (const name of ['libs/core', 'libs/messages'])
    cpSync(join(root, name), path(name), { recursive: true });
  writeFileSync(
    path('tsconfig.json'),
    '{"extends":"./tsconfig.base.json","files":["libs/messages/src/messagesIn.ts"]}',
  );
  mkdirSync(path('node_modules/@keyway'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@keyway')
      symlinkSync(join(root, 'node_modules', name), path(`node_modules/${name}`));
  for (const name of ['core', 'messages'])
    symlinkSync(path(`libs/${name}`), path(`node_modules/@keyway/${name}`));
});

it('takes a check and its messages in two languages, and no other file', () => {
  writeFileSync(path('libs/core/src/checks/vaultIsInPublicRegion.ts'), CHECK);
  writeFileSync(
    path('libs/messages/src/en/checks/vaultIsInPublicRegion.ts'),
    messages('In a public region'),
  );
  writeCheckIndexes(copy);
  const incomplete = compile();
  expect(incomplete.stdout).toContain("Property 'vaultIsInPublicRegion' is missing");
  expect(incomplete.stdout).not.toContain('libs/core');

  writeFileSync(
    path('libs/messages/src/es/checks/vaultIsInPublicRegion.ts'),
    messages('En una región pública'),
  );
  writeCheckIndexes(copy);
  expect(compile()).toMatchObject({ status: 0, stdout: '' });

  writeFileSync(path('use.ts'), USE);
  const output = execFileSync(process.execPath, ['--conditions=@keyway/source', path('use.ts')], {
    cwd: copy,
    encoding: 'utf8',
  });
  expect(JSON.parse(output)).toEqual([
    'vaultIsInPublicRegion',
    'WARN',
    'In a public region',
    'En una región pública',
  ]);
});
