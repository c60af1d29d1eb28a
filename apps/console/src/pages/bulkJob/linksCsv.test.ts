import { expect, it } from 'vitest';
import { toCsv, toLines } from './linksCsv.ts';

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

it('is a line for each to copy', () => {
  const link = 'https://keyway.example/hand-off/kwh_x';
  const rows = ['Contoso\tInc.', '=cmd()'].map((name) => ({ name, imsOrgId: 'A@AdobeOrg', link }));
  expect(toLines(rows)).toBe(`Contoso Inc.\t${link}\n'=cmd()\t${link}`);
});
