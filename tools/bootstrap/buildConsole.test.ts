import { expect, it } from 'vitest';
import { folderProblem } from './buildConsole.mjs';

it.each(['#', '?'])('says that a folder with %s in its path is of no use', (sign) => {
  expect(folderProblem(`/home/ana/keyway ${sign}1`)).toContain(`with "${sign}" in its path`);
});

it('takes blanks, quotes and letters of other alphabets', () => {
  expect(folderProblem("/home/o'brien/Año 100% ключ & co")).toBeNull();
});
