/** What the permissions of a credential are known to be, and never more than was seen. */
import { describe, expect, it } from 'vitest';
import { CONNECTED, DrivenRun } from '../testing/drivenRun.ts';
import { unreadable } from '../testing/exampleFacts.ts';
import { goodFacts, keyIdentifier } from '../testing/goodFacts.ts';
import { permissionProbes, type PermissionProbe } from './permissionProbes.ts';
import type { StepFacts } from './facts.ts';

const BEFORE = '2000-01-01T00:00:00.000Z';
const VAULTS_READ = 'Microsoft.KeyVault/vaults/read';
const azure = CONNECTED.azure!;

/** After an observation of the vault on the AEP track. */
function probed(facts: Partial<StepFacts> = {}, storedAt = BEFORE): PermissionProbe[] {
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
  return permissionProbes(driven.run, azure, storedAt);
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
      permissionProbes(null, { ...azure, access }, BEFORE).map(({ permission }) => permission);
    const write = 'Microsoft.Authorization/roleAssignments/write';
    expect(names('READ')).not.toContain(write);
    expect(names('WRITE')).toContain(write);
    expect(permissionProbes(null, null, BEFORE)).toEqual([]);
  });
});
