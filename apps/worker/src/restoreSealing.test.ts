/**
 * A backup comes back after the key that seals was rotated, replaced or moved: credentials open, or
 * it is said which key is missing, and nothing is written over meanwhile.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConnectorError } from '@keyway/core';
import type { Store } from '@keyway/store';
import { aVault, type Vault } from '@keyway/store/testing';
import { anOccurrence } from '@keyway/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { diskBackup, putBack } from './testing/diskBackup.ts';
import { failingOver } from './testing/failingOver.ts';
import { database, partner } from './testing/workerUnderTest.ts';

failingOver();

const vault = aVault('https://keyway-seal.vault.azure.net/keys/data-keys');
const other = aVault('https://other-seal.vault.azure.net/keys/data-keys');
/** As a machine has it on which the file was removed, once everything was moved to a vault. */
const withoutFile = mkdtempSync(join(tmpdir(), 'keyway-no-file-'));
afterAll(() => rmSync(withoutFile, { recursive: true, force: true }));

const by = (wrapper: Vault, former: Vault[] = [], dataDir = withoutFile): Promise<Store> =>
  database.store({ dataDir, sealing: { wrapper, former } });
const wrappers = (): Promise<{ wrapper: string; wrapped: Buffer }[]> =>
  database.query(
    `select wrapper, wrapped from data_key union all select wrapper, wrapped from partner_data_key order by 1, 2`,
  );
let organizationId: string;
const opened = async (store: Store): Promise<unknown> => {
  const { adobe, azure, unopenable } = await store.system().connections(partner.of(organizationId));
  return [adobe?.clientSecret, azure?.clientSecret, unopenable];
};
const OPEN = ['sandbox-adobe-secret', 'sandbox-azure-secret', []];
const connect = (store: Store): Promise<unknown> =>
  store
    .forPartner(partner.store.scope)
    .mutate({ principal: 'p', operation: 'c', input: null }, (unit) =>
      unit.connections.set(
        organizationId,
        { kind: 'adobe', connection: { clientId: 'c', clientSecret: 'new', scopes: [] } },
        anOccurrence(),
      ),
    );

const backups = { file: '', version: '' };
beforeAll(async () => {
  ({ id: organizationId } = await partner.organization());
  await partner.run(organizationId);
  backups.file = await diskBackup('file');
  await (await by(vault, [], database.dataDir)).sealing.rewrap();
  backups.version = await diskBackup('version');
  vault.rotate();
  await (await by(vault)).sealing.rewrap();
  const moved = await by(other, [vault]);
  await moved.sealing.rewrap();
  expect(await opened(moved)).toEqual(OPEN);
});

describe('from before the vault’s key was rotated', () => {
  beforeEach(() => putBack(backups.version));

  it('opens by the version of then, and moves to the present one', async () => {
    const store = await by(vault);
    expect(await opened(store)).toEqual(OPEN);
    expect(await store.sealing.rewrap()).toMatchObject({ lost: [], stopped: null });
    const current = await vault.current();
    expect(new Set((await wrappers()).map(({ wrapper }) => wrapper))).toEqual(new Set([current]));
    expect(await opened(store)).toEqual(OPEN);
  });

  it('while that version is disabled says so, replaces nothing, and opens when it is enabled', async () => {
    const store = await by(vault);
    const before = await wrappers();
    const disabled = {
      kind: 'denied',
      status: 403,
      code: 'Forbidden',
      message: 'disabled',
    } as const;
    vault.fails(new ConnectorError(disabled));
    await expect(opened(store)).rejects.toThrow('cannot be used');
    await expect(connect(store)).rejects.toThrow('cannot be used');
    expect((await store.sealing.rewrap()).stopped).toContain('cannot be used');
    vault.fails(null);
    expect(await wrappers()).toEqual(before);
    expect(await opened(store)).toEqual(OPEN);
  });

  it('names the vault’s key that was given up since, and opens once it is named again', async () => {
    const store = await by(other);
    const before = await wrappers();
    const named = /data-keys\/\w+, which is not configured here\. Name it in KEYWAY_SEALING_KEY_ID/;
    await expect(opened(store)).rejects.toThrow(named);
    await expect(connect(store)).rejects.toThrow(named);
    expect(await wrappers()).toEqual(before);
    const both = await by(other, [vault]);
    expect(await opened(both)).toEqual(OPEN);
    expect(await both.sealing.rewrap()).toMatchObject({ lost: [], stopped: null });
    expect(await opened(await by(other))).toEqual(OPEN);
  });
});

it('from before everything was moved to the vault: does not start without the file of then', async () => {
  await putBack(backups.file);
  await expect(by(vault)).rejects.toThrow(/fingerprint [0-9a-f]{16}.* is not there/);
  copyFileSync(join(database.dataDir, 'sealing.key'), join(withoutFile, 'sealing.key'));
  const store = await by(vault);
  expect(await opened(store)).toEqual(OPEN);
  expect(await store.sealing.rewrap()).toMatchObject({ lost: [], stopped: null });
  rmSync(join(withoutFile, 'sealing.key'));
  expect(await opened(await by(vault))).toEqual(OPEN);
});
