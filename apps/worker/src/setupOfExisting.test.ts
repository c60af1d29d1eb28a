/** Set-ups of a vault and a key that are there and differ from what was requested. */
import { nextChange, setupStatus, type Run, type SetupInput } from '@keyway/core';
import { describe, expect, it } from 'vitest';
import { ask, changesOf, confirm, isPlanned, setupOf } from './testing/setupUnderTest.ts';
import { begin, until, withWorkers, workerUnderTest } from './testing/workerUnderTest.ts';

workerUnderTest();

const OPEN = { network: 'OPEN', rotateEveryMonths: null, workspaceId: null, lock: true } as const;
const reasonsOf = (run: Run): string[] =>
  setupOf(run).plan!.changes.flatMap(({ kind, outcome, reason }) =>
    reason ? [`${kind} ${outcome} ${reason.code}`] : [],
  );

describe.each<[string, string, Partial<SetupInput>, string[], string]>([
  ['a key that is too short', 'rsa2048', OPEN, ['CREATE_KEY NOT_POSSIBLE keyTooShort'], 'STOPPED'],
  [
    'a key that may not wrap',
    'noWrapKey',
    OPEN,
    ['CREATE_KEY NOT_POSSIBLE keyLacksOperations'],
    'STOPPED',
  ],
  ['an expired key', 'expiredKey', OPEN, ['CREATE_KEY NOT_POSSIBLE keyExpired'], 'STOPPED'],
  [
    'a shorter key than requested',
    'happyPath',
    { ...OPEN, keySize: 4096 },
    ['CREATE_KEY NOT_POSSIBLE keyTooShort'],
    'STOPPED',
  ],
  [
    'an open network, where a restricted one is requested',
    'happyPath',
    { ...OPEN, network: 'RESTRICTED' },
    ['ADD_NETWORK_RULE NOT_POSSIBLE networkOpen'],
    'STOPPED',
  ],
  [
    'a vault of another region',
    'happyPath',
    { ...OPEN, location: 'westeurope' },
    ['CREATE_VAULT ALREADY_THERE locationDiffers'],
    'DONE',
  ],
  ['a key and vault as requested', 'happyPath', OPEN, [], 'DONE'],
])('%s', (_, scenario, input, reasons, status) => {
  it('is not touched, and the set-up says what is not in place', async () => {
    const { customer, runId } = await begin(scenario, 'WRITE');
    const run = await withWorkers(1, async () => {
      await ask(customer, runId, input);
      expect(reasonsOf(await until('the plan', runId, isPlanned))).toEqual(reasons);
      await confirm(runId);
      const isOver = (one: Run) => !isPlanned(one) && nextChange(setupOf(one)) === null;
      return until('the end', runId, isOver);
    });
    expect(setupStatus(setupOf(run))).toBe(status);
    expect(await changesOf(customer)).toEqual(['PUT locks 201']);
  });
});
