import { expect, it } from 'vitest';
import { toCsv } from './linksCsv.ts';

it('quotes everything, and lets no name be a formula', () => {
  const link = 'https://keyway.example/hand-off/kwh_x';
  const rows = [
    { name: 'Con"toso, Inc.', imsOrgId: 'A@AdobeOrg', link },
    { name: '=cmd()', imsOrgId: 'B@AdobeOrg', link },
  ];
  expect(toCsv(rows).split('\r\n')).toEqual([
    '"organization","imsOrgId","link"',
    `"Con""toso, Inc.","A@AdobeOrg","${link}"`,
    `"'=cmd()","B@AdobeOrg","${link}"`,
    '',
  ]);
});
