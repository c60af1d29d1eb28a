/** What the permissions of a credential are known to be, and never more than was seen. */
import { describe, expect, it } from 'vitest';
import { CONNECTED, DrivenRun } from '../testing/drivenRun.ts';
import { unreadable } from '../testing/exampleFacts.ts';
import { goodFacts, goodVault, keyIdentifier } from '../testing/goodFacts.ts';
import type { PermissionList, PermissionState } from './grantedPermissions.ts';
import { permissionProbes, permissionScopes, type PermissionProbe } from './permissionProbes.ts';
import type { StepFacts } from './facts.ts';

const BEFORE = '2000-01-01T00:00:00.000Z';
const VAULTS_READ = 'Microsoft.KeyVault/vaults/read';
const azure = CONNECTED.azure!;

/** After an observation of the vault on the AEP track. */
function probed(
  facts: Partial<StepFacts> = {},
  storedAt = BEFORE,
  lists: PermissionList[] = [],
): PermissionProbe[] {
  const driven = new DrivenRun({ connections: CONNECTED });
  const track = 'AEP' as const;
  driven.must('stepAttested', { track, step: 'ENTITLEMENT', statement: 'seen', reference: null });
  const key = { keyIdentifier: keyIdentifier(track), vaultResourceId: null };
  driven.must('keyProvided', { track, ...key });
  driven.must('factsObserved', {
    track,
    facts: { ...goodFacts(track, 'VAULT'), ...facts } as StepFacts,
    ...{ attempt: 0, waitingSince: driven.now, timeScale: 1 },
  });
  return permissionProbes(driven.run, { azure, storedAt, lists });
}
const stateOf = (probes: readonly PermissionProbe[], permission: string) =>
  probes.find((probe) => probe.track === 'AEP' && probe.permission === permission)?.state;

describe('the permissions of a credential', () => {
  it('are granted where a call succeeded, and unknown for everything else', () => {
    const probes = probed();
    expect(stateOf(probes, VAULTS_READ)).toBe('GRANTED');
    const others = probes.filter(({ track, permission }) =>
      track === 'AEP' ? permission !== VAULTS_READ : true,
    );
    expect(others.length).toBeGreaterThan(5);
    expect(others.every(({ state }) => state === 'UNKNOWN')).toBe(true);
    expect(probes.find(({ permission }) => permission === VAULTS_READ)?.scope).toMatch(
      /^\/subscriptions\/.*\/vaults\//,
    );
  });

  it('are missing where Azure refused the call for them', () => {
    const probes = probed({ vault: unreadable('denied', VAULTS_READ) } as Partial<StepFacts>);
    expect(stateOf(probes, VAULTS_READ)).toBe('MISSING');
  });

  it.each([
    ['temporary', unreadable('unavailable', VAULTS_READ)],
    ['without a permission', unreadable('denied', null)],
    ['of a permission that is not ours', unreadable('denied', 'constructor')],
  ])('are unknown after a failure that is %s', (_what, vault) => {
    const probes = probed({ vault } as Partial<StepFacts>);
    expect(probes.every(({ state }) => state === 'UNKNOWN')).toBe(true);
  });

  it('are not what an earlier credential had', () => {
    const probes = probed({}, '2999-01-01T00:00:00.000Z');
    expect(probes.every(({ state }) => state === 'UNKNOWN')).toBe(true);
  });

  it('name the writing ones for read/write access alone, and nothing without a connection', () => {
    const names = (access: 'READ' | 'WRITE') =>
      permissionProbes(null, {
        ...{ azure: { ...azure, access }, storedAt: BEFORE, lists: [] },
      }).map(({ permission }) => permission);
    const write = 'Microsoft.Authorization/roleAssignments/write';
    expect(names('READ')).not.toContain(write);
    expect(names('WRITE')).toContain(write);
    expect(permissionProbes(null, null)).toEqual([]);
  });
});

describe("Azure's list", () => {
  const VAULT = goodVault('AEP').resourceId;
  const [GROUP, SUBSCRIPTION] = [5, 3].map((parts) => VAULT.split('/').slice(0, parts).join('/'));
  const LATER = '2999-01-01T00:00:00.000Z';
  const KEYS_READ = 'Microsoft.KeyVault/vaults/keys/read';
  const DELETED = 'Microsoft.KeyVault/deletedVaults/read';
  const list = (
    scope: string,
    listed: PermissionList['listed'],
    readAt = LATER,
  ): PermissionList => ({ scope, listed, readAt });
  const state = (permission: string, ...lists: PermissionList[]) =>
    stateOf(probed({}, BEFORE, lists), permission);

  it.each<[string, string, PermissionState, PermissionState]>([
    ['at the vault itself', VAULT, 'MISSING', 'MISSING'],
    ['at the vault, in another case', VAULT.toUpperCase(), 'MISSING', 'MISSING'],
    ['of the subscription, which vaults inherit', SUBSCRIPTION!, 'GRANTED', 'GRANTED'],
    ['of the subscription, which proves nothing for a vault', SUBSCRIPTION!, 'MISSING', 'UNKNOWN'],
    ['of another vault', `${VAULT}-2`, 'GRANTED', 'UNKNOWN'],
    ['under a condition', VAULT, 'UNKNOWN', 'UNKNOWN'],
  ])('says before any call what is granted %s', (_what, scope, listed, expected) => {
    expect(state(KEYS_READ, list(scope, { [KEYS_READ]: listed }))).toBe(expected);
  });

  it('of a vault shows what its subscription does not grant, as roles are inherited', () => {
    expect(state(DELETED, list(VAULT, { [DELETED]: 'MISSING' }))).toBe('MISSING');
    expect(state(DELETED, list(VAULT, { [DELETED]: 'GRANTED' }))).toBe('UNKNOWN');
  });

  it('says nothing of what a former version did not ask for', () => {
    expect(state(KEYS_READ, list(VAULT, { [DELETED]: 'MISSING' }))).toBe('UNKNOWN');
  });

  it('counts by its newest reading', () => {
    const before = list(SUBSCRIPTION!, { [KEYS_READ]: 'GRANTED' }, BEFORE);
    expect(state(KEYS_READ, list(VAULT, { [KEYS_READ]: 'MISSING' }), before)).toBe('MISSING');
  });

  it('does not outweigh a call that was refused: deny assignments are not in it', () => {
    const denied = { vault: unreadable('denied', VAULTS_READ) } as Partial<StepFacts>;
    const granted = list(SUBSCRIPTION!, { [VAULTS_READ]: 'GRANTED' });
    expect(stateOf(probed(denied, BEFORE, [granted]), VAULTS_READ)).toBe('MISSING');
  });

  it.each([
    [LATER, 'MISSING'],
    [BEFORE, 'GRANTED'],
  ])('of %s and a call that succeeded: the newer counts', (readAt, expected) => {
    expect(state(VAULTS_READ, list(VAULT, { [VAULTS_READ]: 'MISSING' }, readAt))).toBe(expected);
  });

  it('without a run says what the subscription grants, and of the rest nothing', () => {
    const granted = list(SUBSCRIPTION!, { [VAULTS_READ]: 'GRANTED', [KEYS_READ]: 'MISSING' });
    const subscriptionId = SUBSCRIPTION!.split('/')[2]!;
    const stored = { azure: { ...azure, subscriptionId }, storedAt: BEFORE, lists: [granted] };
    const states = permissionProbes(null, stored).map(({ permission, state: is }) => [
      permission,
      is,
    ]);
    expect(states).toContainEqual([VAULTS_READ, 'GRANTED']);
    expect(states).toContainEqual([KEYS_READ, 'UNKNOWN']);
  });

  it('is read at subscription and vault, and at the group where Keyway may write', () => {
    const driven = new DrivenRun({ connections: CONNECTED });
    const entitled = {
      track: 'AEP',
      step: 'ENTITLEMENT',
      statement: 's',
      reference: null,
    } as const;
    driven.must('stepAttested', entitled);
    const key = { track: 'AEP', keyIdentifier: keyIdentifier('AEP') } as const;
    driven.must('keyProvided', { ...key, vaultResourceId: VAULT });
    expect(permissionScopes(driven.run, azure)).toEqual([SUBSCRIPTION, VAULT]);
    const writing = { ...azure, access: 'WRITE' } as const;
    expect(permissionScopes(driven.run, writing)).toEqual([SUBSCRIPTION, GROUP, VAULT]);
    expect(permissionScopes(null, azure)).toEqual([]);
  });
});
