/** Nothing is sent before its intent is signed, and where nothing can be signed nothing is sent. */
import { ConnectorError, OWN_CODES, type AdobePort } from '@keyway/core';
import { EvidenceKeyring, readCheckpoint, type Checkpoint } from '@keyway/evidence';
import { afterEach, expect, it, vi } from 'vitest';
import { claim, perform, runOf } from './testing/performedByTest.ts';
import {
  approved,
  begin,
  database,
  dependencies,
  partner,
  postsOf,
  statusOf,
  store,
  submit,
  until,
  withWorkers,
  workerUnderTest,
} from './testing/workerUnderTest.ts';

workerUnderTest();
afterEach(() => void vi.restoreAllMocks());

async function lastCheckpoint(organizationId: string): Promise<Checkpoint | null> {
  const keyring = new EvidenceKeyring(await store.system().evidenceKeys.publicKeys());
  let last: string | undefined;
  for await (const batch of partner.store.checkpoints(organizationId)) last = batch.at(-1);
  const read = last === undefined ? null : readCheckpoint(last, keyring);
  return read && 'checkpoint' in read ? read.checkpoint : null;
}

it('is sent after a checkpoint that covers the intent with the exact bytes', async () => {
  const { customer, runId } = await begin('happyPath');
  await withWorkers(1, () => approved(customer, runId, 'AEP'));
  await submit(customer, runId);
  await perform(await claim(runId, 'reread:AEP'));
  const { id: organizationId } = (await runOf(runId)).organization;
  const { adobe } = dependencies();
  const atSend: unknown[] = [];
  const submitConfiguration: AdobePort['submitConfiguration'] = async (
    connection,
    body,
    options,
  ) => {
    const entries = await database.query<{ seq: string; hash: string; data: { body: string } }>(
      `select seq, hash, data from history_entry where run_id = $1 and kind = 'configurationSending'`,
      [runId],
    );
    const checkpoint = await lastCheckpoint(organizationId);
    atSend.push([
      entries.map(({ data }) => data.body),
      checkpoint?.entries === Number(entries[0]!.seq) && checkpoint.hash === entries[0]!.hash,
    ]);
    expect(entries[0]!.data.body).toBe(body);
    return adobe.submitConfiguration(connection, body, options);
  };
  await perform(await claim(runId, 'submit'), { adobe: { ...adobe, submitConfiguration } });
  const { submission } = (await runOf(runId)).tracks.AEP;
  expect(atSend).toEqual([[[submission!.body], true]]);
  const posts = await postsOf(customer);
  expect(posts.map(({ body }) => body)).toEqual([submission!.body]);
});

it('waits where nothing can be signed, says so, and is sent later', async () => {
  const { customer, runId } = await begin('happyPath');
  await withWorkers(1, () => approved(customer, runId, 'AEP'));
  await submit(customer, runId);
  await perform(await claim(runId, 'reread:AEP'));
  vi.spyOn(store.system().evidenceKeys, 'obtain').mockRejectedValue(
    new ConnectorError(
      { kind: 'unavailable', code: OWN_CODES.sealingKeyUnavailable },
      { ambiguous: false, detail: 'The vault is away.' },
    ),
  );
  await perform(await claim(runId, 'submit'));
  expect(await postsOf(customer)).toEqual([]);
  expect((await runOf(runId)).tracks.AEP.submission).toMatchObject({ status: 'sending', sends: 0 });
  const [last] = await database.query<{ kind: string; data: { failure: { code: string } } }>(
    'select kind, data from history_entry where run_id = $1 order by seq desc limit 1',
    [runId],
  );
  expect(last).toMatchObject({
    kind: 'configurationSendFailed',
    data: { during: 'lookup', definite: true, failure: { code: OWN_CODES.sealingKeyUnavailable } },
  });
  vi.restoreAllMocks();
  await database.query('update effect set due_at = now() where run_id = $1', [runId]);
  await withWorkers(1, () =>
    until('AEP active', runId, (run) => statusOf(run, 'AEP', 'ACTIVATION') === 'DONE'),
  );
  expect(await postsOf(customer)).toHaveLength(1);
});

it('is not sent where signed history was changed, and the run says so until it is restored', async () => {
  const { customer, runId } = await begin('happyPath');
  await withWorkers(1, () => approved(customer, runId, 'AEP'));
  await submit(customer, runId);
  await perform(await claim(runId, 'reread:AEP'));
  const { id: organizationId } = (await runOf(runId)).organization;
  await store.checkpoints.cover(partner.of(organizationId));
  const setHash = async (hash: string): Promise<void> => {
    const { seq } = entry!;
    await database.query('alter table history_entry disable trigger all');
    await database.query('update history_entry set hash = $2 where chain_id = $1 and seq = $3', [
      organizationId,
      hash,
      seq,
    ]);
    await database.query('alter table history_entry enable trigger all');
  };
  const [entry] = await database.query<{ seq: string; hash: string }>(
    'select seq, hash from history_entry where chain_id = $1 order by seq desc limit 1',
    [organizationId],
  );
  await setHash('e'.repeat(64));
  await perform(await claim(runId, 'submit'));
  expect(await postsOf(customer)).toEqual([]);
  const { submission } = (await runOf(runId)).tracks.AEP;
  expect(submission).toMatchObject({ status: 'sending', sends: 0 });
  const [last] = await database.query<{ kind: string; data: object }>(
    'select kind, data from history_entry where run_id = $1 order by seq desc limit 1',
    [runId],
  );
  expect(last).toMatchObject({
    kind: 'configurationSendFailed',
    data: { during: 'lookup', definite: true, failure: { code: OWN_CODES.historyChanged } },
  });
  await setHash(entry!.hash);
  await database.query('update effect set due_at = now() where run_id = $1', [runId]);
  await withWorkers(1, () =>
    until('AEP active', runId, (run) => statusOf(run, 'AEP', 'ACTIVATION') === 'DONE'),
  );
  expect(await postsOf(customer)).toHaveLength(1);
});
