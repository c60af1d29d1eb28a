/** Keys of an import are provided where a run has none, and take nothing away. */
import { describe, expect, it } from 'vitest';
import { AWS_ROLE, KEY_ARN, ON_AWS } from '../testing/awsFacts.ts';
import { DrivenRun, OPERATOR } from '../testing/drivenRun.ts';
import { goodOrganization, keyIdentifier } from '../testing/goodFacts.ts';
import {
  importedKeyProblem,
  importedKeys,
  importedKeysOfNew,
  refusedOf,
  type ImportedKeys,
} from './importedKeys.ts';
import type { RunEventOf } from './event.ts';
import { DEFAULT_POLICY } from './policy.ts';
import type { PlannedKeys } from './readiness/dryRun.ts';
import type { Run } from './run.ts';

const VAULT_ID =
  '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/a/providers/Microsoft.KeyVault/vaults/contoso-cmk';
const UNCONNECTED = { adobe: null, azure: null };

let count = 0;
const occurrence = () => ({
  ...{ id: `import-${(count += 1)}`, at: '2026-11-24T12:00:00.000Z' },
  ...{ actor: OPERATOR, bulkJob: 'job' },
});
const keyOf = (text: string, vaultResourceId: string | null = null): PlannedKeys['AEP'] => ({
  ...{ keyIdentifier: text, vaultResourceId },
});
const found = (run: Run, keys: PlannedKeys): ImportedKeys => importedKeys(run, keys, occurrence);
const statuses = (run: Run, keys: PlannedKeys): unknown[] =>
  found(run, keys).results.map((one) =>
    one.status === 'REFUSED' ? one.refusal.reason : one.status,
  );
const BOTH: PlannedKeys = { AEP: keyOf(keyIdentifier('AEP')), CJA: keyOf(keyIdentifier('CJA')) };
const OTHER = keyIdentifier('AEP').replace('contoso-cmk', 'contoso-other');

function provided(driven: DrivenRun, keys: PlannedKeys): DrivenRun {
  for (const { data } of found(driven.run, keys).events) driven.must('keyProvided', data);
  return driven;
}

describe('a run without keys', () => {
  it('takes both, as provideKey does, with the job in the events', () => {
    const driven = new DrivenRun();
    const { events, results } = found(driven.run, BOTH);
    expect(results).toEqual([
      { track: 'AEP', status: 'PROVIDE' },
      { track: 'CJA', status: 'PROVIDE' },
    ]);
    expect(events.map(({ data }) => data)).toMatchObject([
      { track: 'AEP', bulkJob: 'job', onlyMissing: true },
      { track: 'CJA', bulkJob: 'job', onlyMissing: true },
    ]);
    provided(driven, BOTH);
    const plain = new DrivenRun();
    for (const track of ['AEP', 'CJA'] as const)
      plain.must('keyProvided', {
        ...{ track, keyIdentifier: keyIdentifier(track), vaultResourceId: null },
      });
    expect(driven.run.tracks).toEqual(plain.run.tracks);
  });

  it('takes one without a version (VAL-06), and its vault', () => {
    const text = 'https://Contoso-CMK.vault.azure.net/keys/aep';
    const { AEP } = provided(new DrivenRun(), { AEP: keyOf(` ${text} `, `${VAULT_ID}/`) }).run
      .tracks;
    expect(AEP.key).toMatchObject({
      ...{ identifier: text.toLowerCase(), given: text, vaultResourceId: VAULT_ID },
    });
  });

  it('has its vault asked later where Azure is not connected (AEP-25)', () => {
    const driven = provided(new DrivenRun({ connections: UNCONNECTED }), BOTH);
    expect(driven.effects.get('probe:AEP')).toMatchObject({ type: 'probeVault' });
    expect(provided(new DrivenRun(), BOTH).effects.has('probe:AEP')).toBe(false);
  });
});

describe('a key that is there', () => {
  it.each([
    ['the same text', keyIdentifier('AEP')],
    ['other letters (KID-07)', keyIdentifier('AEP').replace('contoso-cmk', 'CONTOSO-cmk')],
    ['outer spaces', `  ${keyIdentifier('AEP')}\n`],
  ])('is no change: %s', (_what, text) => {
    const { run } = provided(new DrivenRun(), { AEP: BOTH.AEP! });
    expect(found(run, { AEP: keyOf(text) })).toEqual({
      results: [{ track: 'AEP', status: 'THERE' }],
      events: [],
    });
  });

  it('stays with its vault where the file leaves that out, and is not changed where it differs', () => {
    const { run } = provided(new DrivenRun(), { AEP: keyOf(keyIdentifier('AEP'), VAULT_ID) });
    expect(statuses(run, { AEP: keyOf(keyIdentifier('AEP')) })).toEqual(['THERE']);
    expect(statuses(run, { AEP: keyOf(keyIdentifier('AEP'), VAULT_ID) })).toEqual(['THERE']);
    const elsewhere = VAULT_ID.replace('/a/', '/b/');
    expect(statuses(run, { AEP: keyOf(keyIdentifier('AEP'), elsewhere) })).toEqual([
      'vaultOfRunStays',
    ]);
  });

  it('is no change of a run that takes none any more', () => {
    const submitted = new DrivenRun().prepare().approve('AEP').submit();
    const given = { AEP: keyOf(keyIdentifier('AEP')) };
    expect(statuses(submitted.run, given)).toEqual(['THERE']);
    expect(statuses(submitted.run, { AEP: keyOf(OTHER) })).toEqual(['keySubmitted']);
    const cancelled = provided(new DrivenRun(), given).must('runCancelled', { reason: 'x' });
    expect(statuses(cancelled.run, given)).toEqual(['THERE']);
    expect(statuses(cancelled.run, { AEP: keyOf(OTHER) })).toEqual(['runCancelled']);
  });
});

describe('what a run has stays', () => {
  it('refuses another key, also of another version', () => {
    const { run } = provided(new DrivenRun(), BOTH);
    for (const text of [OTHER, keyIdentifier('AEP').replace(/[0-9a-f]{4}$/, 'eeee')])
      expect(statuses(run, { ...BOTH, AEP: keyOf(text) })).toEqual(['keyOfRunStays', 'THERE']);
    expect(refusedOf(found(run, { AEP: keyOf(OTHER) }))).toMatchObject({
      ...{ code: 'CONFLICT', values: { key: keyIdentifier('AEP') } },
    });
  });

  it('is decided again with the event: a key that came meanwhile is not replaced', () => {
    const driven = new DrivenRun();
    const [event] = found(driven.run, { AEP: keyOf(OTHER) }).events;
    provided(driven, { AEP: BOTH.AEP! });
    const { run } = driven;
    expect(driven.apply('keyProvided', event!.data)).toMatchObject({ reason: 'keyOfRunStays' });
    const [same] = found(new DrivenRun().run, { AEP: BOTH.AEP! }).events;
    expect(driven.apply('keyProvided', same!.data)).toBeNull();
    expect(driven.run).toBe(run);
  });

  it('refuses where attested steps or an approval would be undone', () => {
    const attested = new DrivenRun({
      ...{ organization: ON_AWS, connections: { ...UNCONNECTED, aws: null } },
    });
    const attest = (step: 'ENTITLEMENT' | 'KEY', reference: string | null = null) =>
      attested.must('stepAttested', { track: 'AEP', step, statement: 's', reference });
    attest('ENTITLEMENT');
    expect(statuses(attested.run, { AEP: keyOf(KEY_ARN) })).toEqual(['PROVIDE']);
    attest('KEY', KEY_ARN);
    // Only an attestation names it, and that is enough.
    expect(statuses(attested.run, { AEP: keyOf(KEY_ARN) })).toEqual(['THERE']);
    const other = KEY_ARN.replace(/[0-9a-f]{4}$/, 'eeee');
    expect(statuses(attested.run, { AEP: keyOf(other) })).toEqual(['keyOfRunStays']);
    expect(attested.run.tracks.AEP.steps.KEY!.attestation).toMatchObject({ statement: 's' });
  });

  it('refuses where an attested step rests on a key that nobody named', () => {
    const attested = new DrivenRun({ connections: UNCONNECTED });
    // Runs of earlier versions have such steps.
    const { AEP } = attested.run.tracks;
    const statement = { statement: 's', reference: null, by: OPERATOR, at: attested.now };
    const CONSENT = { ...AEP.steps.CONSENT!, attestation: statement };
    const run = {
      ...attested.run,
      tracks: {
        ...attested.run.tracks,
        AEP: { ...AEP, steps: { ...AEP.steps, CONSENT } },
      },
    } as Run;
    expect(statuses(run, BOTH)).toEqual(['trackWorkStays', 'PROVIDE']);
  });
});

describe('on AWS', () => {
  const onAws = (connected = false): DrivenRun =>
    new DrivenRun({
      organization: ON_AWS,
      connections: { ...UNCONNECTED, aws: connected ? AWS_ROLE : null },
    });

  it('takes an ARN for AEP (AWS-10), and none for CJA (AWS-13)', () => {
    expect(statuses(onAws().run, { AEP: keyOf(KEY_ARN), CJA: keyOf(KEY_ARN) })).toEqual([
      'PROVIDE',
      'dryRunKeyNotOnAws',
    ]);
    const { run } = provided(onAws(), { AEP: keyOf(KEY_ARN) });
    expect(statuses(run, { AEP: keyOf(KEY_ARN) })).toEqual(['THERE']);
    expect(run.tracks.AEP.key).not.toHaveProperty('tenantAsked');
  });

  it('refuses one of another account than that of the connected role', () => {
    const other = KEY_ARN.replace('111122223333', '999999999999');
    expect(statuses(onAws(true).run, { AEP: keyOf(other) })).toEqual(['awsKeyOfOtherAccount']);
    expect(statuses(onAws(true).run, { AEP: keyOf(KEY_ARN) })).toEqual(['PROVIDE']);
  });
});

describe('the text alone', () => {
  it.each([
    ['AZURE', 'AEP', 'https://contoso.example.com/keys/a', null, 'keyIdentifierInvalid'],
    ['AZURE', 'AEP', KEY_ARN, null, 'keyIdentifierInvalid'],
    ['AZURE', 'AEP', 'https://contoso-cmk.vault.azure.net/secrets/a', null, 'keyIdentifierInvalid'],
    ['AZURE', 'AEP', keyIdentifier('AEP'), 'vaults/contoso-cmk', 'resourceIdInvalid'],
    ['AZURE', 'AEP', OTHER, VAULT_ID, 'resourceIdOfOtherVault'],
    ['AZURE', 'CJA', keyIdentifier('CJA'), null, undefined],
    ['AWS', 'AEP', keyIdentifier('AEP'), null, 'keyArnOfAzure'],
    ['AWS', 'AEP', 'alias/mine', null, 'keyArnOfAlias'],
    ['AWS', 'AEP', KEY_ARN.replace('us-east-1', 'eu-west-1'), null, 'keyArnRegion'],
    ['AWS', 'AEP', KEY_ARN, VAULT_ID, 'rowVaultOnAws'],
    ['AWS', 'CJA', KEY_ARN, null, 'dryRunKeyNotOnAws'],
    ['AWS', 'AEP', KEY_ARN, null, undefined],
  ] as const)('on %s for %s: %s %s', (cloud, track, text, vault, reason) => {
    expect(importedKeyProblem(track, keyOf(text, vault)!, cloud)?.reason).toBe(reason);
    // A job refuses it too, whoever wrote its item.
    const driven = new DrivenRun({
      ...(cloud === 'AWS' && { organization: ON_AWS }),
      connections: UNCONNECTED,
    });
    expect(statuses(driven.run, { [track]: keyOf(text, vault) })).toEqual([reason ?? 'PROVIDE']);
  });
});

it('decides of a run that would be started, or why none is', () => {
  const started = (organization = goodOrganization): RunEventOf<'runStarted'> => ({
    ...occurrence(),
    kind: 'runStarted',
    data: { runId: 'r', organization, connections: UNCONNECTED, policy: DEFAULT_POLICY },
  });
  const good = importedKeysOfNew(started(), BOTH, occurrence);
  expect(good).toMatchObject({ results: [{ status: 'PROVIDE' }, { status: 'PROVIDE' }] });
  const odd = { ...goodOrganization, region: 'VA6' as const };
  expect(importedKeysOfNew(started(odd), BOTH, occurrence)).toMatchObject({
    refusal: { field: ['organizationId'] },
  });
});
