import { LOCALES } from '@keyway/core';
import { expect, it } from 'vitest';
import { describeRefusedRole } from './describeRefusedRole.ts';

const ROLE = { roleArn: 'arn:aws:iam::111122223333:role/KeywayRead', region: 'eu-south-1' };

it.each([
  ['AccessDenied', /another external ID/, /otro ID externo/],
  [null, /does not let Keyway assume arn:aws:iam::111122223333/, /no permite que Keyway asuma/],
  ['toString', /does not let Keyway assume/, /no permite que Keyway asuma/],
  ['RegionDisabledException', /region eu-south-1 is turned off/, /eu-south-1 está deshabilitada/],
  ['KEYWAY_OTHER_ACCOUNT', /another account than/, /una cuenta distinta de la de/],
  ['InvalidClientTokenId', /Keyway’s own identity/, /identidad propia de Keyway/],
  ['SignatureDoesNotMatch', /The role may be right/, /El rol puede ser correcto/],
  ['KEYWAY_CREDENTIAL_NOT_READABLE', /sealing key has changed/, /clave de sellado/],
] as const)('says why AWS refused a role with %s, and what to do', (code, en, es) => {
  const [english, spanish] = LOCALES.map((locale) => describeRefusedRole(code, ROLE, locale));
  expect(english!.cause).toMatch(en);
  expect(spanish!.cause).toMatch(es);
  expect(english!.remedy).not.toBe(spanish!.remedy);
  expect(JSON.stringify([english, spanish])).not.toMatch(/[{}](?![",\]}[])|undefined/);
});

it('says that a role which only another role may assume is of no use', () => {
  const [english, spanish] = LOCALES.map((locale) =>
    describeRefusedRole('AccessDenied', ROLE, locale),
  );
  expect(english!.cause).toMatch(/names another principal/);
  expect(english!.remedy).toMatch(/directly, not through another role/);
  expect(spanish!.remedy).toMatch(/directamente, no a través de otro rol/);
});
