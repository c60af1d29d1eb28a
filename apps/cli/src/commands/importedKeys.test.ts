import { expect, test } from 'vitest';
import { keyFields, keyRows, withKeys } from './importedKeys.ts';

const note = (line: number, message: string) => ({
  ...{ line, field: 'aepKeyIdentifier', organizationName: 'Contoso', imsOrgId: 'A', message },
  ...({ track: 'AEP', keyIdentifier: 'https://v/keys/a' } as const),
});
const NONE = { toProvide: 0, unchanged: 0, runsToStart: 0, refused: [], warnings: [], job: null };

test('the parts of a file become one report, with the lines of the file', () => {
  const refused = [{ ...note(2, 'Import with startRuns.'), code: 'NOT_FOUND' as const }];
  const first = withKeys(
    undefined,
    { ...NONE, toProvide: 2, unchanged: 1, refused, job: { id: 'one' } },
    (line) => line,
  );
  const both = withKeys(
    first,
    {
      ...NONE,
      toProvide: 1,
      runsToStart: 1,
      refused,
      warnings: [note(3, 'x')],
      job: { id: 'two' },
    },
    (line) => line + 250,
  );
  expect(both).toMatchObject({
    ...{ toProvide: 3, unchanged: 1, runsToStart: 1, jobs: ['one', 'two'] },
    ...{ refused: [{ line: 2 }, { line: 252 }], warnings: [{ line: 253 }] },
  });
  expect(both).not.toHaveProperty('job');
  expect(withKeys(both, NONE, (line) => line)).toEqual(both);
  expect(keyFields(both, false)).toEqual([
    ['keys being provided', 3],
    ['keys provided already', 1],
    ['keys refused', 2],
    ['runs being started', 1],
    ['job', 'one'],
    ['job', 'two'],
  ]);
  expect(keyRows(both).map(({ line, message }) => [line, message])).toEqual([
    [2, 'Contoso: Import with --start-runs.'],
    [252, 'Contoso: Import with --start-runs.'],
    [253, '(warning) Contoso: x'],
  ]);
});
