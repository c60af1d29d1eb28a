import { expect, it } from 'vitest';
import { toLines } from './toLines.ts';

it('is a line for each to copy', () => {
  const link = 'https://keyway.example/hand-off/kwh_x';
  const rows = ['Contoso\tInc.', '=cmd()'].map((name) => ({ name, link }));
  expect(toLines(rows)).toBe(`Contoso Inc.\t${link}\n'=cmd()\t${link}`);
});
