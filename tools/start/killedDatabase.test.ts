/** The store over an embedded PostgreSQL that is killed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@keyway/postgres';
import { openStore } from '@keyway/store';
import { expect, test } from 'vitest';

test('a server killed with -9 is back before its users notice more than a pause, and nothing committed is lost', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'keyway-killed-'));
  const embedded = await openDatabase({ dataDir });
  const open = await openStore({
    url: embedded.url,
    migrationUrl: embedded.migrationUrl,
    dataDir,
  });
  try {
    const { partnerId } = await open.system().bootstrap({ partnerName: 'Acme' });
    process.kill(embedded.pid()!, 'SIGKILL');
    expect(await open.system().bootstrap({ partnerName: 'Again' })).toEqual({
      partnerId,
      created: false,
    });
    expect(
      await open.forPartner({ partnerId, organizationIds: null }).verifyHistory(null),
    ).toMatchObject({ ok: true, entries: 1, brokenAt: null });
  } finally {
    await open.close();
    await embedded.close();
    await rm(dataDir, { recursive: true, force: true });
  }
});
