/** Which organizations of a partner use one KMS key, whoever wrote their runs (VAL-09). */
import { randomUUID } from 'node:crypto';
import {
  aDatabase,
  anImsOrgId,
  anOccurrence,
  aPartner,
  OPERATOR,
  requireAccepted,
  requireDone,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store, StoredRun } from '../index.ts';

let database: TestDatabase;
let store: Store;
let partner: TestPartner;
beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
  partner = await aPartner(database, store);
});
afterAll(() => database.close());

const ENTITLED = { track: 'AEP', step: 'ENTITLEMENT', statement: 'seen', reference: null } as const;
const aKey = () => `arn:aws:kms:us-east-1:111122223333:key/${randomUUID()}`;

/** An organization on AWS whose run has this key: given, or only attested. */
async function aUserOf(arn: string, of = partner, how: 'given' | 'attested' = 'given') {
  const { id } = await of.organization({
    ...{ cloud: 'AWS', region: 'VA6', azureTenantId: null, imsOrgId: anImsOrgId() },
    shield: 'PRIVACY_AND_SECURITY_SHIELD',
  });
  const begun = await of.store.mutate(
    { principal: OPERATOR.principal, operation: 'test', input: null },
    (unit) => unit.runs.start(id, anOccurrence()),
  );
  const runId = requireDone<{ run: StoredRun }>(requireAccepted(begun)).run.id;
  await of.play(runId, (builder) => {
    builder.apply('stepAttested', ENTITLED);
    if (how === 'attested')
      builder.apply('stepAttested', { ...ENTITLED, step: 'KEY', reference: arn });
    else builder.apply('keyProvided', { track: 'AEP', keyIdentifier: arn, vaultResourceId: null });
  });
  return { id, runId };
}
const others = (id: string, arn: string, of = partner) =>
  store.system().otherOrganizationsSharing(of.of(id), arn);

describe('otherOrganizationsSharing of a KMS key', () => {
  it('counts the other organizations of the partner with that very key, and of no other partner', async () => {
    const arn = aKey();
    const one = await aUserOf(arn);
    expect(await others(one.id, arn)).toBe(0);
    const two = await aUserOf(arn, partner, 'attested');
    await aUserOf(aKey());
    const another = await aPartner(database, store, 'Elsewhere');
    const elsewhere = await aUserOf(arn, another);
    expect(await others(one.id, arn)).toBe(1);
    expect(await others(two.id, arn)).toBe(1);
    expect(await others(elsewhere.id, arn, another)).toBe(0);
    const sharers = (organizationId: string) =>
      partner.store.vaultSharers([{ organizationId, vaultUri: arn }]);
    expect(await sharers(one.id)).toEqual([['Contoso']]);
    expect(await sharers(elsewhere.id)).toEqual([[]]);
    await partner.play(two.runId, (builder) => builder.apply('runCancelled', { reason: 'x' }));
    expect(await others(one.id, arn)).toBe(0);
  });

  it('forgets the key that a run had before', async () => {
    const [arn, next] = [aKey(), aKey()];
    const one = await aUserOf(arn);
    const two = await aUserOf(arn);
    const key = { track: 'AEP', keyIdentifier: next, vaultResourceId: null } as const;
    await partner.play(two.runId, (builder) => builder.apply('keyProvided', key));
    expect(await others(one.id, arn)).toBe(0);
    expect(await others(one.id, next)).toBe(1);
  });

  it('has the key of a run that the version before writes, which knows none there', async () => {
    const arn = aKey();
    const one = await aUserOf(arn);
    const two = await aUserOf(arn);
    await database.query(`update run set vault_uris = '{}' where id = $1`, [two.runId]);
    expect(await others(one.id, arn)).toBe(1);
  });

  it('has an attested key again once what lists read is rebuilt', async () => {
    const arn = aKey();
    const one = await aUserOf(arn);
    const two = await aUserOf(arn, partner, 'attested');
    await database.query(`update run set vault_uris = '{}', summary_version = null where id = $1`, [
      two.runId,
    ]);
    expect(await others(one.id, arn)).toBe(0);
    expect(await store.system().rebuildReadModels()).toBe(1);
    expect(await others(one.id, arn)).toBe(1);
  });
});
