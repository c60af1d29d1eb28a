/** Organizations to practice with: one of each for a partner, and only in the sandbox. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anOrganization, aServer, keyIn, type TestServer } from '../testing/aServer.ts';
import type { PracticeCustomer, PracticeRequest } from './sandboxCustomers.ts';

const FIELDS = `organization { id name imsOrgId azureConnection { state } adobeConnection { state }
  currentRun { id tracks { id key { identifier } } } }`;

let server: TestServer;
let asked: PracticeRequest[];
let isAway = false;

const customerOf = ({ imsOrgId }: PracticeRequest): PracticeCustomer => ({
  ...{ imsOrgId, tenantId: randomUUID(), subscriptionId: randomUUID() },
  keys: { AEP: keyIn('kv-practice-aep'), CJA: keyIn('kv-practice-cja') },
});
const layOutCustomer = (wanted: PracticeRequest): Promise<PracticeCustomer> => {
  asked.push(wanted);
  return isAway ? Promise.reject(new Error('away')) : Promise.resolve(customerOf(wanted));
};

beforeAll(async () => {
  server = await aServer({}, { layOutCustomer });
});
afterAll(() => server.close());
beforeEach(() => {
  asked = [];
  isAway = false;
});

describe('an organization to practice with', () => {
  it('is not made while the sandbox is away', async () => {
    isAway = true;
    const refused = await server.owner.mutate('createPracticeOrganization', { scenario: 'BROKEN' });
    expect(refused.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    const { organizations } = await server.owner.ask('{ organizations(first: 9) { totalCount } }');
    expect(organizations.totalCount).toBe(0);
  });

  it('is connected and has a run with its keys', async () => {
    const input = { scenario: 'GOOD' };
    const { organization } = await server.owner.must('createPracticeOrganization', input, FIELDS);
    expect(organization).toMatchObject({ name: 'Practice: everything is right' });
    expect(organization.azureConnection).toMatchObject({ state: 'NOT_TRIED' });
    expect(organization.adobeConnection).toMatchObject({ state: 'NOT_TRIED' });
    expect(organization.currentRun.tracks).toMatchObject([
      { id: 'AEP', key: { identifier: keyIn('kv-practice-aep') } },
      { id: 'CJA', key: { identifier: keyIn('kv-practice-cja') } },
    ]);
    expect(asked).toMatchObject([{ scenario: 'happyPath', imsOrgId: organization.imsOrgId }]);
  });

  it('is there once, and never laid out again, however often it is asked for', async () => {
    const ask = () =>
      server.owner.must('createPracticeOrganization', { scenario: 'GOOD' }, 'organization { id }');
    const before = (await ask()).organization.id;
    const again = await Promise.all([ask(), ask(), ask()]);
    expect(again.map(({ organization }) => organization.id)).toEqual([before, before, before]);
    expect(asked).toEqual([]);
  });

  it('is the same for an idempotency key, which is of one scenario', async () => {
    const input = { scenario: 'GOOD', idempotencyKey: 'practice' };
    const ask = () => server.owner.must('createPracticeOrganization', input, 'organization { id }');
    expect(await ask()).toEqual(await ask());
    const other = { ...input, scenario: 'BROKEN' };
    const refused = await server.owner.mutate('createPracticeOrganization', other);
    expect(refused.userErrors).toHaveLength(1);
    const { organizations } = await server.owner.ask('{ organizations(first: 9) { totalCount } }');
    expect(organizations.totalCount).toBe(1);
  });

  it('is there once where several people ask at the same time', async () => {
    const ask = () =>
      server.owner.mutate('createPracticeOrganization', { scenario: 'BROKEN' }, FIELDS);
    const all = await Promise.all([ask(), ask(), ask(), ask()]);
    const ids = all.map(({ organization }) => (organization as { id: string } | null)?.id);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toBeTruthy();
    const { organizations } = await server.owner.ask(
      '{ organizations(first: 9, filter: { text: "something is wrong" }) { totalCount } }',
    );
    expect(organizations.totalCount).toBe(1);
  });

  it('has its name in the language of who creates it, and keeps it', async () => {
    const other = await server.otherOwner();
    const ask = async (locale: string) =>
      (await other.must('createPracticeOrganization', { scenario: 'BROKEN', locale }, FIELDS))
        .organization.name as string;
    expect(await ask('es-MX')).toBe('Práctica: algo está mal');
    expect(await ask('en')).toBe('Práctica: algo está mal');
    expect(asked).toMatchObject([{ name: 'Práctica: algo está mal' }]);
  });

  it('is one of each partner’s own', async () => {
    const other = await server.otherOwner();
    const input = { scenario: 'GOOD' };
    const mine = await server.owner.must('createPracticeOrganization', input, FIELDS);
    const theirs = await other.must('createPracticeOrganization', input, FIELDS);
    expect(theirs.organization.id).not.toBe(mine.organization.id);
    expect(theirs.organization.imsOrgId).not.toBe(mine.organization.imsOrgId);
  });

  it('is nobody’s who may not add organizations, and the sandbox is not asked', async () => {
    const { id } = await anOrganization(server.owner);
    const people = [
      await server.person('AUDITOR'),
      await server.person('APPROVER'),
      await server.person('OPERATOR', ['read', 'runs:write'], [id]),
      await server.person('OPERATOR', ['read']),
    ];
    for (const person of people) {
      const refused = await person.mutate('createPracticeOrganization', { scenario: 'GOOD' });
      expect(refused.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
    expect(asked).toEqual([]);
  });
});

describe('an installation that calls real clouds', () => {
  it('refuses, and asks no sandbox', async () => {
    const real = await aServer({ sandbox: false }, { layOutCustomer });
    const refused = await real.owner.mutate('createPracticeOrganization', { scenario: 'GOOD' });
    await real.close();
    expect(refused.userErrors).toMatchObject([
      { code: 'CONFLICT', message: expect.stringContaining('sandbox only') as string },
    ]);
    expect(asked).toEqual([]);
  });
});
