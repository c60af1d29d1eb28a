/**
 * A version that knows no moves works on while the database is closed: nothing of it is written
 * afterwards, and what was acknowledged before is there.
 */
import { expect, it } from 'vitest';
import {
  besidePreviousVersion,
  database,
  mayBeSkipped,
  openedByPreviousVersion,
} from '../testing/besidePreviousVersion.ts';
import { moveOptions } from '../testing/moveOptions.ts';
import { previousVersion } from '../testing/previousVersion.ts';
import { beginMove } from './moveDatabase.ts';
import { CLOSED } from './movingDatabase.ts';

besidePreviousVersion();

/** How often each row of what it writes was written. */
const written = () =>
  database.query(
    `select 'run' as of, id::text, xmin::text from run union all select 'effect', id::text, xmin::text from effect
     union all select 'history', id::text, xmin::text from history_entry order by 1, 2`,
  );

it.skipIf(mayBeSkipped)(`${previousVersion().name} writes nothing once it is closed`, async () => {
  const { probe, result: resultOf } = await openedByPreviousVersion();
  await (await database.store()).close();
  probe.stdin!.write('go\n');
  await expect
    .poll(async () => (await database.query('select from run')).length)
    .toBeGreaterThan(3);
  await beginMove(moveOptions(database));
  const dumped = await written();

  // It ends when it was refused several times.
  const result = await resultOf();
  expect(result.failures.length).toBeGreaterThan(3);
  for (const failure of result.failures) expect(failure).toContain(CLOSED);
  expect(await written()).toEqual(dumped);
  const runs = await database.query<{ id: string }>('select id from run');
  expect(runs.map(({ id }) => id)).toEqual(expect.arrayContaining(result.runIds));
});
