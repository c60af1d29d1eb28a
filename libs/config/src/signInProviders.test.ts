import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSettings } from './readSettings.ts';

const SECRET = 'a-secret-that-is-never-printed';
const CONTOSO = {
  ...{ id: 'contoso', name: 'Contoso', issuer: 'https://login.example.com/' },
  ...{ clientId: 'keyway', clientSecret: SECRET, emailDomains: ['contoso.com'] },
};
const read = (value: unknown, more: Record<string, string> = {}) =>
  readSettings('api', {
    KEYWAY_OIDC_PROVIDERS: typeof value === 'string' ? value : JSON.stringify(value),
    ...more,
  }).oidcProviders;

it('reads a list, with secrets in place or in files', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'keyway-')), 'secret');
  writeFileSync(file, 'from-a-file\n');
  const { clientSecret: _, ...other } = {
    ...CONTOSO,
    id: 'b',
    name: 'B',
    issuer: 'https://b.example',
  };
  expect(
    read([
      CONTOSO,
      { ...other, clientSecretFile: file, emailTrusted: true, acr: 'phr', maxAge: 600 },
    ]),
  ).toEqual([
    {
      ...CONTOSO,
      issuer: 'https://login.example.com',
      emailTrusted: false,
      acr: null,
      maxAge: null,
    },
    { ...other, clientSecret: 'from-a-file', emailTrusted: true, acr: 'phr', maxAge: 600 },
  ]);
  const list = join(mkdtempSync(join(tmpdir(), 'keyway-')), 'providers.json');
  writeFileSync(list, JSON.stringify([CONTOSO]));
  expect(readSettings('api', { KEYWAY_OIDC_PROVIDERS_FILE: list }).oidcProviders).toHaveLength(1);
});

const second = (changes: object) => [
  CONTOSO,
  { ...CONTOSO, id: 'b', name: 'B', issuer: 'https://b.example', ...changes },
];
it.each([
  ['not JSON', `[{"clientSecret":"${SECRET}"`, /is not JSON/],
  ['an object', CONTOSO, /must be a list/],
  ['an empty list', [], /must be a list/],
  ['no object', [SECRET], /no object as entry 1/],
  ['a missing field', [{ ...CONTOSO, clientId: undefined }], /entry 1: clientId is required/],
  ['an unknown field', second({ secret: SECRET }), /unknown field in entry 2: secret/],
  ['a wrong ID', second({ id: 'B C' }), /entry 2: id must start/],
  ['the ID of the other variables', second({ id: 'main' }), /entry 2: id must not be main/],
  ['an ID twice', second({ id: 'contoso' }), /same id in two entries/],
  ['a name twice', second({ name: 'CONTOSO' }), /same name in two entries/],
  ['an issuer twice', second({ issuer: 'https://login.example.com' }), /same issuer/],
  ['an issuer that is no address', second({ issuer: 'login' }), /entry 2: issuer must be/],
  [
    'the document of an issuer',
    second({ issuer: 'https://b.example/.well-known/openid-configuration' }),
    /entry 2: issuer must be .* without user, query and/,
  ],
  ['an issuer without TLS', second({ issuer: 'http://b.example' }), /issuer of "b" must start/],
  ['no secret', second({ clientSecret: undefined }), /entry 2: clientSecret is required/],
  ['two secrets', second({ clientSecretFile: '/x' }), /are both set/],
  [
    'a missing file',
    second({ clientSecret: undefined, clientSecretFile: '/not/there' }),
    /entry 2: clientSecretFile cannot be read: .*\/not\/there/,
  ],
  ['no domains', second({ emailDomains: undefined }), /entry 2: emailDomains must be a list/],
  ['a domain that is none', second({ emailDomains: ['@b'] }), /entry 2: emailDomains must have/],
  ['a wrong age', second({ maxAge: 5 }), /entry 2: maxAge must be a whole number/],
])('refuses %s, and prints no secret', (_what, value, problem) => {
  const message = (() => {
    try {
      read(value);
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  })();
  expect(message).toMatch(/^KEYWAY_OIDC_PROVIDERS /);
  expect(message).toMatch(problem);
  expect(message).not.toContain(SECRET);
});

it('refuses the issuer of OIDC_ISSUER', () => {
  const main = {
    OIDC_ISSUER: 'https://login.example.com',
    OIDC_CLIENT_ID: 'c',
    OIDC_CLIENT_SECRET: 's',
  };
  expect(() => read([CONTOSO], main)).toThrow(/has the issuer of OIDC_ISSUER as "contoso"/);
});

it('refuses step-up where nobody can sign in', () => {
  const environment = { KEYWAY_STEP_UP_SECONDS: '900', KEYWAY_STEP_UP_ACR: 'phr' };
  expect(() => readSettings('api', environment)).toThrow(
    /STEP_UP_SECONDS is set[^]*STEP_UP_ACR is/,
  );
  expect(() => read([CONTOSO], environment)).not.toThrow();
});
