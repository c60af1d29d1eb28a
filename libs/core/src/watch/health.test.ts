/**
 * What an observation makes of each way to hurt a key, and what nobody may conclude from silence.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDenial, absent, anAssignment, seen, unreadable } from '../../testing/exampleFacts.ts';
import { DrivenWatch } from '../../testing/drivenWatch.ts';
import type { World } from '../../testing/drivenRun.ts';
import { goodFacts } from '../../testing/goodFacts.ts';
import type { KeyFacts, VaultFacts } from '../azureFacts.ts';
import type { StepFacts } from '../facts.ts';
import { TRACK_IDS, type TrackId } from '../vocabulary.ts';
import { healthOfWatch } from './advanceWatch.ts';
import { causeOf } from './alertsOf.ts';
import type { Health } from './health.ts';
import { revocationClock } from './revocationClock.ts';
import { runbookOf } from './runbookOf.ts';
import { WATCHED_STEPS, type WatchedStepId } from './watch.ts';

type Hurt = (facts: StepFacts) => StepFacts;

const inVault =
  (change: Partial<VaultFacts>): Hurt =>
  (facts) =>
    (facts.step === 'VAULT' || facts.step === 'NETWORK') && facts.vault.outcome === 'seen'
      ? { ...facts, vault: seen({ ...facts.vault.value, ...change }) }
      : facts;
const inKey =
  (change: Partial<KeyFacts>): Hurt =>
  (facts) =>
    'key' in facts && facts.key.outcome === 'seen'
      ? { ...facts, key: seen({ ...facts.key.value, ...change }) }
      : facts;
const noVault: Hurt = (facts) =>
  facts.step === 'VAULT' || facts.step === 'NETWORK'
    ? { ...facts, vault: absent() }
    : facts.step === 'KEY'
      ? { ...facts, key: absent() }
      : facts.step === 'ROLE'
        ? { ...facts, assignments: absent() }
        : facts;
const deletedVault: Hurt = (facts) => {
  const gone = noVault(facts);
  return gone.step === 'VAULT'
    ? {
        ...gone,
        deletedVault: { name: 'contoso-cmk', scheduledPurgeDate: '2027-02-20T00:00:00Z' },
      }
    : gone;
};
const noKey: Hurt = (facts) => (facts.step === 'KEY' ? { ...facts, key: absent() } : facts);
const noPrincipal: Hurt = (facts) =>
  facts.step === 'CONSENT' ? { ...facts, servicePrincipal: absent() } : facts;
const roles =
  (...assignments: ReturnType<typeof anAssignment>[]): Hurt =>
  (facts) =>
    facts.step === 'ROLE' ? { ...facts, assignments: seen(assignments) } : facts;
const denied: Hurt = (facts) =>
  facts.step === 'ROLE' ? { ...facts, denials: seen([aDenial({ scope: '/' })]) } : facts;
/** Of every step where none is named. */
const silent =
  (steps: readonly WatchedStepId[], kind: 'denied' | 'unavailable' = 'unavailable'): Hurt =>
  (facts) => {
    const isSilent = steps.length === 0 || steps.some((step) => step === facts.step);
    if (!isSilent) return facts;
    switch (facts.step) {
      case 'VAULT':
      case 'NETWORK':
        return { ...facts, vault: unreadable(kind) };
      case 'KEY':
        return { ...facts, key: unreadable(kind) };
      case 'CONSENT':
        return { ...facts, servicePrincipal: unreadable(kind) };
      case 'ROLE':
        return { ...facts, assignments: unreadable(kind) };
      default:
        return facts;
    }
  };

const only =
  (track: TrackId, hurt: Hurt): World =>
  (of, step) =>
    of === track ? hurt(goodFacts(of, step)) : goodFacts(of, step);

const acls = (change: object) => ({
  networkAcls: {
    bypass: 'AzureServices',
    defaultAction: 'Deny',
    ipRules: ['20.88.123.53'],
    virtualNetworkRules: [],
    ...change,
  },
});

const HURTS: [string, Hurt, Health, string][] = [
  ['a disabled key', inKey({ enabled: false }), 'REVOKED', 'keyIsEnabled'],
  ['an expired key', inKey({ expires: 1_000_000_000 }), 'REVOKED', 'keyIsNotExpiring'],
  ['a key that is not active yet', inKey({ notBefore: 4_000_000_000 }), 'REVOKED', 'keyIsActive'],
  ['no wrapKey', inKey({ keyOps: ['unwrapKey'] }), 'REVOKED', 'keyAllowsWrapping'],
  ['a deleted key', noKey, 'REVOKED', 'keyExists'],
  ['no vault', noVault, 'REVOKED', 'vaultExists'],
  ['a soft-deleted vault', deletedVault, 'REVOKED', 'vaultExists'],
  [
    'a vault of another tenant',
    inVault({ tenantId: '99999999-2222-3333-4444-555555555555' }),
    'REVOKED',
    'vaultIsInTenant',
  ],
  ['access policies', inVault({ enableRbacAuthorization: false }), 'REVOKED', 'vaultUsesRbac'],
  ['no service principal', noPrincipal, 'REVOKED', 'servicePrincipalExists'],
  ['no role', roles(), 'REVOKED', 'roleIsAssigned'],
  [
    'a role of somebody else only',
    roles(anAssignment({ principalId: 'ffffffff-0000-4000-8000-000000000001' })),
    'REVOKED',
    'roleIsAssigned',
  ],
  ['a deny assignment', denied, 'REVOKED', 'roleIsAssigned'],
  ['no address', inVault(acls({ ipRules: [] })), 'CUT_OFF', 'networkAdmitsAdobe'],
  ['no bypass', inVault(acls({ bypass: 'None' })), 'CUT_OFF', 'networkAdmitsAdobe'],
  [
    'no public access',
    inVault({ publicNetworkAccess: 'Disabled', ...acls({ bypass: 'None' }) }),
    'CUT_OFF',
    'networkAdmitsAdobe',
  ],
  [
    'a perimeter',
    inVault({ publicNetworkAccess: 'SecuredByPerimeter' }),
    'CUT_OFF',
    'networkAdmitsAdobe',
  ],
  [
    'no purge protection',
    inVault({ enablePurgeProtection: null }),
    'AT_RISK',
    'vaultHasPurgeProtection',
  ],
  ['a restricted network', inVault(acls({})), 'AT_RISK', 'networkAdmitsAdobe'],
];

describe.each(TRACK_IDS)('a completed %s track', (id) => {
  it.each(HURTS)('with %s', (_name, hurt, health, check) => {
    const driven = new DrivenWatch().observe();
    expect(healthOfWatch(driven.watch)).toBe('HEALTHY');
    driven.observe(only(id, hurt)).observe().observe();
    const track = driven.track(id);
    expect(track.health).toBe(health);
    expect(healthOfWatch(driven.watch)).toBe(health);
    const cause = causeOf(track.findings)!;
    expect(cause.subject).toMatchObject({ check });
    expect(driven.alerts).toEqual([`+ ${id} ${health}`]);
    expect(revocationClock(track) !== null).toBe(health !== 'AT_RISK');
    expect(runbookOf(cause.harm, cause.subject)[0] === 'openCustomerCareTicket').toBe(
      health === 'REVOKED',
    );

    driven.observe(goodFacts).observe().observe();
    expect(driven.track(id).health).toBe('HEALTHY');
    expect(driven.alerts).toEqual([`+ ${id} ${health}`, `- ${id} ${health}`]);
    expect(driven.changes).toEqual([
      ...TRACK_IDS.map((track) => ({
        kind: 'healthChanged',
        track,
        from: 'NOT_WATCHED',
        to: 'HEALTHY',
      })),
      { kind: 'healthChanged', track: id, from: 'HEALTHY', to: health },
      { kind: 'healthChanged', track: id, from: health, to: 'HEALTHY' },
    ]);
  });
});

describe('what is missing in one observation', () => {
  it.each([
    ['no role', roles()],
    ['no vault', noVault],
    ['no key', noKey],
    ['no service principal', noPrincipal],
  ])('says nothing yet: %s', (_name, hurt) => {
    const driven = new DrivenWatch().observe().observe(only('AEP', hurt));
    expect(driven.track('AEP').health).toBe('HEALTHY');
    expect(driven.last).toMatchObject({ observesSoon: true, opened: [] });
    driven.observe(goodFacts);
    expect(driven.track('AEP').health).toBe('HEALTHY');
    expect(driven.alerts).toEqual([]);
  });
});

describe('what cannot be read', () => {
  const failing = (...steps: WatchedStepId[]) => only('AEP', silent(steps));

  it('is UNREACHABLE after three observations, whatever stood before', () => {
    for (const [, hurt] of HURTS) {
      const driven = new DrivenWatch().observe().observe(only('AEP', hurt)).observe().observe();
      driven.observe(failing()).observe().observe();
      expect(driven.track('AEP').health).toBe('UNREACHABLE');
      // What stood has not ended: nobody saw that it did.
      expect(driven.alerts.filter((line) => line.startsWith('-'))).toEqual([]);
    }
  });

  const anyHurt = fc.constantFrom(...HURTS.map(([, hurt, health]) => ({ hurt, health })));
  const observations = fc.array(fc.subarray([...WATCHED_STEPS]), { minLength: 1, maxLength: 12 });

  it('changes health to UNREACHABLE alone where nothing is read, in any sequence', () => {
    const kinds = fc.array(fc.constantFrom('denied' as const, 'unavailable' as const), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(anyHurt, kinds, ({ hurt }, failures) => {
        const driven = new DrivenWatch().observe().observe(only('AEP', hurt)).observe().observe();
        for (const kind of failures) {
          const before = driven.track('AEP').health;
          driven.observe(only('AEP', silent([], kind)));
          expect(['UNREACHABLE', before]).toContain(driven.track('AEP').health);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('never makes a hurt key healthy, nor a good one REVOKED or CUT_OFF, in any storm', () => {
    fc.assert(
      fc.property(fc.option(anyHurt), observations, (hurt, silences) => {
        const driven = new DrivenWatch().observe();
        if (hurt) driven.observe(only('AEP', hurt.hurt)).observe().observe();
        for (const steps of silences) {
          const silence = steps.length > 0 ? silent(steps) : (facts: StepFacts) => facts;
          driven.observe(only('AEP', (facts) => silence(hurt ? hurt.hurt(facts) : facts)));
          const possible = hurt
            ? [hurt.health, 'AT_RISK', 'UNREACHABLE']
            : ['HEALTHY', 'UNREACHABLE'];
          expect(possible).toContain(driven.track('AEP').health);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('proves no health where only a part was read', () => {
    const driven = new DrivenWatch();
    for (let observations = 0; observations < 6; observations += 1) {
      driven.observe(failing('ROLE'));
      expect(driven.track('AEP').health).not.toBe('HEALTHY');
    }
    expect(driven.track('AEP').health).toBe('UNREACHABLE');
  });
});
