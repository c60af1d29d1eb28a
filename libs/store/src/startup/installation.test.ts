/** A database belongs to the real clouds or to the sandbox, from its first start on. */
import { StartError } from '@keyway/config';
import { aDatabase, type TestDatabase } from '@keyway/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CloudMode } from './installation.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await aDatabase();
});
afterEach(() => database.close());

const start = (cloud: CloudMode): Promise<unknown> =>
  database.store({ cloud }).catch((error: unknown) => error);

describe('KEYWAY_CLOUD', () => {
  it('is the database’s for good, and the refusal says the ways out', async () => {
    await database.store();
    expect(await start('real')).not.toBeInstanceOf(Error);
    expect(await start('real')).not.toBeInstanceOf(Error);
    const error = (await start('sandbox')) as StartError;
    expect(error).toBeInstanceOf(StartError);
    expect(error.final).toBe(true);
    expect(error.message).toMatch(
      /KEYWAY_CLOUD is sandbox.*KEYWAY_CLOUD=real.*DATABASE_URL.*DATA_DIR.*TRUNCATE installation/s,
    );
    await database.query('truncate installation');
    expect(await start('sandbox')).not.toBeInstanceOf(Error);
    expect(await start('real')).toBeInstanceOf(StartError);
  });

  it('is decided once where two first starts differ', async () => {
    const modes: CloudMode[] = ['real', 'sandbox', 'real', 'sandbox', 'sandbox', 'real'];
    const ends = await Promise.all(modes.map(start));
    const [{ cloud } = { cloud: 'none' }] = await database.query<{ cloud: string }>(
      'select cloud from installation',
    );
    expect(ends.map((end) => end instanceof StartError)).toEqual(
      modes.map((mode) => mode !== cloud),
    );
  });
});
