import { expect, it } from 'vitest';
import { remedyOf } from './connectionRemedy.ts';

it.each([
  ['AADSTS90002', 'connection.remedy.tenant'],
  ['AADSTS7000215', 'connection.remedy.secret'],
  ['invalid_client', 'connection.remedy.client'],
  ['invalid_scope', 'connection.remedy.scopes'],
  ['unauthorized_client', 'connection.remedy.grant'],
  ['AADSTS1', 'connection.remedy.other'],
  ['toString', 'connection.remedy.other'],
  [null, 'connection.remedy.other'],
])('%s is remedied as %s', (code, remedy) => {
  expect(remedyOf(code)).toBe(remedy);
});
