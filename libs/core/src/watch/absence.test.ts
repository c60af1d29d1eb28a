/** What proves that something is gone, and what an outage of a cloud does not prove. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDenial, absent, anAssignment, seen, unreadable } from '../../testing/exampleFacts.ts';
import { DrivenWatch } from '../../testing/drivenWatch.ts';
import type { World } from '../../testing/drivenRun.ts';
import { goodAssignment, goodFacts } from '../../testing/goodFacts.ts';
import type { StepFacts } from '../facts.ts';
import { CONFIRMING_SECONDS } from './absence.ts';

type Change = (facts: StepFacts) => StepFacts;
const INTERVAL_SECONDS = 900;

/** Of the AEP track. */
const changed =
  (...changes: Change[]): World =>
  (track, step) =>
    changes.reduce(
      (facts, change) => (track === 'AEP' ? change(facts) : facts),
      goodFacts(track, step),
    );
const noRole: Change = (facts) =>
  facts.step === 'ROLE' ? { ...facts, assignments: seen([]), denials: seen([]) } : facts;
const roleOfAnother: Change = (facts) =>
  facts.step === 'ROLE'
    ? {
        ...facts,
        assignments: seen([
          { ...goodAssignment('AEP'), principalId: 'ffffffff-0000-4000-8000-000000000001' },
        ]),
      }
    : facts;
const roleElsewhere: Change = (facts) =>
  facts.step === 'ROLE'
    ? {
        ...facts,
        assignments: seen([
          anAssignment({
            principalId: goodAssignment('AEP').principalId,
            scope: '/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/other',
          }),
        ]),
      }
    : facts;
const noPrincipal: Change = (facts) =>
  facts.step === 'CONSENT' ? { ...facts, servicePrincipal: absent() } : facts;
const noVault: Change = (facts) =>
  facts.step === 'VAULT' || facts.step === 'NETWORK' ? { ...facts, vault: absent() } : facts;
const noKey: Change = (facts) => (facts.step === 'KEY' ? { ...facts, key: absent() } : facts);
const deletedVault: Change = (facts) =>
  facts.step === 'VAULT'
    ? { ...facts, vault: absent(), deletedVault: { name: 'contoso-cmk', scheduledPurgeDate: null } }
    : noKey(noVault(facts));
const denied: Change = (facts) =>
  facts.step === 'ROLE' ? { ...facts, denials: seen([aDenial({ scope: '/' })]) } : facts;
const denialsRefused: Change = (facts) =>
  facts.step === 'ROLE' ? { ...facts, denials: unreadable('denied') } : facts;
const firewalled: Change = (facts) =>
  (facts.step === 'VAULT' || facts.step === 'NETWORK') && facts.vault.outcome === 'seen'
    ? {
        ...facts,
        vault: seen({ ...facts.vault.value, publicNetworkAccess: 'SecuredByPerimeter' }),
      }
    : facts;
const failing =
  (step: StepFacts['step'], kind: 'unavailable' | 'denied' = 'unavailable'): Change =>
  (facts) => {
    if (facts.step !== step) return facts;
    if (facts.step === 'CONSENT') return { ...facts, servicePrincipal: unreadable(kind) };
    if (facts.step === 'KEY') return { ...facts, key: unreadable(kind) };
    return facts;
  };

class Driven extends DrivenWatch {
  /** An observation so many seconds after the one before. */
  after(seconds: number, ...changes: Change[]): this {
    return this.wait(seconds - INTERVAL_SECONDS).observe(changed(...changes));
  }
  soon(...changes: Change[]): this {
    return this.after(CONFIRMING_SECONDS, ...changes);
  }
  get health() {
    return this.track('AEP').health;
  }
}
const healthy = (): Driven => new Driven().observe(goodFacts);

describe('what is gone', () => {
  it.each([
    ['a role', noRole],
    ['a role of which another is elsewhere', roleElsewhere],
    ['a service principal', noPrincipal],
    ['a vault', (facts: StepFacts) => noKey(noVault(facts))],
  ])('counts once nothing else was read for ten minutes: %s', (_name, change) => {
    const driven = healthy();
    for (let minute = 0; minute < 10; minute += 1) {
      driven.soon(change);
      expect(driven.health).toBe('HEALTHY');
      expect(driven.last).toMatchObject({ observesSoon: true, opened: [] });
    }
    expect(driven.soon(change).health).toBe('REVOKED');
    expect(driven.alerts).toEqual(['+ AEP REVOKED']);
  });

  it.each([
    ['a vault that is listed as deleted', deletedVault],
    ['a key of a vault that answers', noKey],
    ['a role of a vault that has others', roleOfAnother],
  ])('counts after two minutes where another answer confirms it: %s', (_name, change) => {
    const driven = healthy().soon(change).soon(change);
    expect(driven.health).toBe('HEALTHY');
    expect(driven.soon(change).health).toBe('REVOKED');
  });

  it('needs three observations, however long they are apart', () => {
    const driven = healthy().after(3600, noRole).after(3600, noRole);
    expect(driven.health).toBe('HEALTHY');
    expect(driven.after(3600, noRole).health).toBe('REVOKED');
  });

  it('counts too where another service has been failing for long', () => {
    const driven = healthy();
    for (let minute = 0; minute < 3; minute += 1) driven.soon(failing('CONSENT'));
    expect(driven.health).toBe('UNREACHABLE');
    for (let minute = 0; minute <= 10; minute += 1) driven.soon(failing('CONSENT'), noRole);
    expect(driven.health).toBe('REVOKED');
  });

  it('counts too where another service refuses Keyway', () => {
    const driven = healthy().soon(failing('CONSENT', 'denied'));
    for (let minute = 0; minute <= 10; minute += 1)
      driven.soon(failing('CONSENT', 'denied'), noRole);
    expect(driven.health).toBe('REVOKED');
  });
});

describe('among answers that fail by turns', () => {
  /** Reads of the application are refused in every second observation. */
  const byTurns = (minute: number): Change[] =>
    minute % 2 === 0 ? [failing('CONSENT', 'denied')] : [];

  it('what is missing proves nothing, also where the vault answers', () => {
    const driven = healthy();
    for (let minute = 0; minute < 59; minute += 1) {
      driven.soon(noKey, ...byTurns(minute));
      expect(['HEALTHY', 'UNREACHABLE']).toContain(driven.health);
    }
    expect(driven.soon().health).not.toBe('REVOKED');
  });

  it('what is missing for an hour is gone', () => {
    const driven = healthy();
    for (let minute = 0; minute < 62; minute += 1) driven.soon(noKey, ...byTurns(minute));
    expect(driven.health).toBe('REVOKED');
  });
});

describe('what only seems to be gone', () => {
  it('is forgotten once it is read again', () => {
    const driven = healthy();
    for (let round = 0; round < 20; round += 1) {
      for (let minute = 0; minute < 9; minute += 1) driven.soon(noRole);
      driven.soon();
      expect(driven.health).toBe('HEALTHY');
    }
    expect(driven.alerts).toEqual([]);
  });

  it('says nothing while other reads begin to fail', () => {
    const driven = healthy();
    for (let minute = 0; minute < 60; minute += 1) {
      driven.soon(noRole, failing(minute % 2 === 0 ? 'CONSENT' : 'KEY'));
      expect(driven.health).toBe('HEALTHY');
    }
  });

  it('is a vault whose key can be read: it cannot be read itself, for however long', () => {
    const driven = healthy();
    for (let minute = 0; minute < 60; minute += 1) {
      driven.soon(noVault);
      expect(['HEALTHY', 'UNREACHABLE']).toContain(driven.health);
    }
    expect(driven.health).toBe('UNREACHABLE');
    expect(driven.soon().soon().health).toBe('UNREACHABLE');
    expect(driven.soon().health).toBe('HEALTHY');
  });

  it('is no end of what a firewall does', () => {
    const driven = healthy().soon(firewalled);
    expect(driven.health).toBe('CUT_OFF');
    for (let minute = 0; minute < 60; minute += 1) driven.soon(noVault);
    expect(driven.alerts.filter((line) => line.startsWith('-'))).toEqual([]);
  });

  it('is a denial that is not listed a few times, or that nobody may read', () => {
    const driven = healthy().soon(denied);
    expect(driven.health).toBe('REVOKED');
    for (let minute = 0; minute < 9; minute += 1) driven.soon();
    expect(driven.health).toBe('REVOKED');
    for (let minute = 0; minute < 30; minute += 1) {
      driven.soon(denialsRefused);
      expect(['REVOKED', 'UNREACHABLE']).toContain(driven.health);
    }
    expect(driven.alerts).not.toContain('- AEP REVOKED');
    for (let minute = 0; minute <= 10; minute += 1) driven.soon();
    expect(driven.health).toBe('HEALTHY');
  });
});

/** In every ten minutes something is read as it is: a storm fails only a part of all calls. */
describe('in a storm of wrong answers', () => {
  const wrong = fc.constantFrom<Change[]>(
    ...[[noRole], [roleElsewhere], [noPrincipal], [noVault], [noRole, noPrincipal]],
    ...[
      [denialsRefused],
      [failing('CONSENT')],
      [failing('KEY'), noVault],
      [noRole, failing('KEY')],
    ],
    ...[[failing('KEY', 'denied')], []],
  );
  const storm = fc.array(fc.array(wrong, { maxLength: 8 }), { minLength: 1, maxLength: 8 });
  const real = fc.constantFrom<[string, Change[], string[]]>(
    ['healthy', [], ['HEALTHY', 'UNREACHABLE']],
    ['denied', [denied], ['REVOKED', 'UNREACHABLE']],
    ['firewalled', [firewalled], ['CUT_OFF', 'UNREACHABLE']],
  );

  it('says nothing false, opens nothing false, and ends as before', () => {
    fc.assert(
      fc.property(real, storm, ([, changes, possible], rounds) => {
        const driven = healthy();
        for (let times = 0; times < 3; times += 1) driven.observe(changed(...changes));
        const [before, alerts] = [driven.health, driven.alerts.length];
        for (const round of rounds) {
          for (const wrongAnswers of round) {
            driven.soon(...changes, ...wrongAnswers);
            expect(possible).toContain(driven.health);
          }
          driven.soon(...changes);
        }
        driven.soon(...changes);
        // What is wrong is said again at once; what is right once it was readable for long enough.
        if (before === 'HEALTHY') driven.soon().soon().observe(goodFacts);
        expect(driven.health).toBe(before);
        for (const line of driven.alerts.slice(alerts)) expect(line).toContain('UNREACHABLE');
      }),
      { numRuns: 300 },
    );
  });
});
