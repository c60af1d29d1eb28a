import { expect, it } from 'vitest';
import type { ClaimedWork } from './claimedWork.ts';
import { claimedEffect, type EffectRow } from './storedEffect.ts';

const WORK = {} as ClaimedWork;

const row = (type: string, data: EffectRow['data']): EffectRow => ({
  ...{ id: 'e', runId: 'r', partnerId: 'p', organizationId: 'o', jobKey: 'submit', type, data },
  ...{ dueAt: new Date(0), generation: 2, claims: 1, leaseToken: 'l' },
});

it('reads an effect with its lease', () => {
  expect(claimedEffect(row('expireApproval', { track: 'AEP' }), WORK)).toMatchObject({
    type: 'expireApproval',
    jobKey: 'submit',
    data: { track: 'AEP' },
    dueAt: '1970-01-01T00:00:00.000Z',
    lease: { effectId: 'e', leaseToken: 'l', generation: 2 },
  });
});

it('reads the lookups of a submission that an earlier version stored', () => {
  const data = { submissionId: 's', attempt: 1, looks: 3 };
  expect(claimedEffect(row('submitConfiguration', data), WORK).data).toEqual({
    submissionId: 's',
    attempt: 1,
    lookups: 3,
  });
});

it.each<[string, string, EffectRow['data']]>([
  ['of a later version', 'sendParcel', {}],
  ['without what its handler needs', 'observeStep', { track: 'AEP' }],
  ['of a track that is none', 'expireApproval', { track: 'XYZ' }],
])('refuses one %s', (_what, type, data) => {
  expect(() => claimedEffect(row(type, data), WORK)).toThrow();
});
