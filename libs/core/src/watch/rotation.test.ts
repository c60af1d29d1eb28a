/** New versions, expiry and accepted differences of a watched key. */
import { describe, expect, it } from 'vitest';
import { seen } from '../../testing/exampleFacts.ts';
import { APPROVER, type World } from '../../testing/drivenRun.ts';
import { completedRun, DrivenWatch } from '../../testing/drivenWatch.ts';
import { goodFacts, goodVault, keyIdentifier } from '../../testing/goodFacts.ts';
import type { KeyFacts } from '../azureFacts.ts';
import { trackDrift } from './trackDrift.ts';

const FIRST = keyIdentifier('AEP').split('/').at(-1)!;
const SECOND = 'f'.repeat(32);
const DAY = 24 * 3600;

const withKey =
  (change: Partial<KeyFacts>): World =>
  (track, step) => {
    const facts = goodFacts(track, step);
    return track === 'AEP' && 'key' in facts && facts.key.outcome === 'seen'
      ? { ...facts, key: seen({ ...facts.key.value, ...change }) }
      : facts;
  };
const rotated = withKey({ keyIdentifier: keyIdentifier('AEP').replace(FIRST, SECOND) });

describe('a rotation (ROT-01 to ROT-03)', () => {
  it('is good news, and guards the version before for a day', () => {
    const driven = new DrivenWatch().observe().observe(rotated);
    expect(driven.track('AEP').health).toBe('HEALTHY');
    expect(driven.alerts).toEqual([`+ AEP rotated ${FIRST}`]);
    expect(driven.changes.at(-1)).toEqual({ kind: 'versionSeen', track: 'AEP', version: SECOND });
    expect(driven.track('AEP').versions).toMatchObject([
      { version: SECOND, replacedAt: null },
      { version: FIRST, replacedAt: driven.now },
    ]);
    driven.wait(DAY).observe();
    expect(driven.alerts.at(-1)).toBe(`- AEP rotated ${FIRST}`);
    driven.formerEnabled = () => false;
    driven.observe();
    expect(driven.track('AEP').health).toBe('HEALTHY');
  });

  it('is unsafe where the version before is disabled within the day', () => {
    const driven = new DrivenWatch().observe().observe(rotated);
    driven.formerEnabled = () => false;
    driven.observe();
    expect(driven.track('AEP').health).toBe('AT_RISK');
    expect(driven.alerts).toEqual([`+ AEP rotated ${FIRST}`, `+ AEP unsafe ${FIRST}`]);
    // What cannot be read heals nothing.
    driven.formerEnabled = () => null;
    driven.observe();
    expect(driven.track('AEP').health).toBe('AT_RISK');
    driven.formerEnabled = () => true;
    driven.observe();
    expect(driven.track('AEP').health).toBe('HEALTHY');
    expect(driven.alerts.at(-1)).toBe(`- AEP unsafe ${FIRST}`);
  });

  it('may go back to the version before', () => {
    const driven = new DrivenWatch().observe().observe(rotated).observe(goodFacts);
    expect(driven.track('AEP').versions.map(({ version }) => version)).toEqual([FIRST, SECOND]);
    expect(driven.track('AEP').health).toBe('HEALTHY');
  });

  it('is none where name or vault is another one (ROT-08)', () => {
    const other = keyIdentifier('AEP').replace('ajo-cmk', 'other-key');
    const driven = new DrivenWatch().observe().observe(withKey({ keyIdentifier: other }));
    expect(driven.track('AEP').health).toBe('AT_RISK');
    expect(driven.track('AEP').findings[0]?.subject).toMatchObject({ check: 'keyExists' });
  });
});

describe('the configuration at Adobe', () => {
  const other = keyIdentifier('AEP').replace('ajo-cmk', 'other-key');
  const named = (driven: DrivenWatch, configuredKey: string | null) =>
    driven.observe(goodFacts, { AEP: { configuredKey } });

  it('that names another key is AT_RISK with its own text, until it names the approved one (ROT-08)', () => {
    const driven = named(new DrivenWatch().observe(), other);
    expect(driven.track('AEP').health).toBe('AT_RISK');
    expect(driven.track('AEP').findings[0]?.subject).toMatchObject({ kind: 'configuration' });
    expect(driven.observe().track('AEP').health).toBe('AT_RISK');
    expect(named(driven, null).track('AEP').health).toBe('AT_RISK');
    named(driven, keyIdentifier('AEP').toUpperCase().replace('HTTPS', 'https'));
    expect(driven.track('AEP').health).toBe('HEALTHY');
    expect(driven.alerts).toEqual(['+ AEP AT_RISK', '- AEP AT_RISK']);
  });

  it('may name another version, or say nothing', () => {
    const driven = new DrivenWatch().observe();
    named(driven, `${keyIdentifier('AEP').split('/').slice(0, 5).join('/')}/${'0'.repeat(32)}`);
    expect(named(driven, 'nothing').track('AEP').health).toBe('HEALTHY');
    expect(driven.alerts).toEqual([]);
  });
});

describe('an expiry', () => {
  it('is announced 90, 30, 7 and 1 days before, once each, and revoked at its date', () => {
    const driven = new DrivenWatch().observe();
    const expires = Math.floor(Date.parse(driven.now) / 1000) + 100 * DAY;
    const world = withKey({ expires, rotationActions: ['rotate'] });
    for (let day = 0; day < 101; day += 1) driven.wait(DAY - 900).observe(world);
    const marks = driven.alerts.filter((line) => line.includes('expiry'));
    expect(marks.map((line) => `${line[0]}${line.split(' ').at(-1)}`)).toEqual([
      '+90',
      '-90',
      '+30',
      '-30',
      '+7',
      '-7',
      '+1',
      '-1',
    ]);
    expect(driven.track('AEP').health).toBe('REVOKED');
  });

  it('within 30 days is AT_RISK, and said by an alert of its own', () => {
    const expires = Date.parse('2027-01-20T00:00:00Z') / 1000;
    const world = withKey({ expires, rotationActions: ['rotate'] });
    const driven = new DrivenWatch(completedRun(world)).observe(world);
    expect(driven.track('AEP').health).toBe('HEALTHY');
    driven.wait(40 * DAY).observe();
    expect(driven.track('AEP').health).toBe('AT_RISK');
    expect(driven.alerts.filter((line) => line.includes('AT_RISK'))).toEqual([]);
  });

  it('that was not approved is said once, by that alert, while it is near', () => {
    const expires = Math.floor(Date.parse(new DrivenWatch().now) / 1000) + 20 * DAY;
    const driven = new DrivenWatch().observe();
    driven.observe(withKey({ expires, rotationActions: ['rotate'] }));
    expect(driven.track('AEP').health).toBe('AT_RISK');
    expect(driven.alerts).toEqual([expect.stringMatching(/^\+ AEP expiry .* 30$/)]);
  });
});

describe('a difference from what was approved', () => {
  const retention =
    (days: number): World =>
    (track, step) =>
      track === 'AEP' && step === 'VAULT'
        ? {
            step,
            vault: seen({ ...goodVault(track), softDeleteRetentionInDays: days }),
            deletedVault: null,
            otherOrganizations: 0,
          }
        : goodFacts(track, step);
  const accept = (driven: DrivenWatch, field: string) =>
    driven.apply(
      {
        kind: 'differenceAccepted',
        data: { track: 'AEP', field, reason: 'Agreed with the customer.', timeScale: 1 },
      },
      APPROVER,
    );

  const closed: World = (track, step) =>
    track === 'AEP' && step === 'NETWORK'
      ? {
          step,
          vault: seen({
            ...goodVault(track),
            publicNetworkAccess: 'Disabled',
            networkAcls: null,
          }),
        }
      : goodFacts(track, step);
  it.each([
    ['KEY.enabled', 'REVOKED', withKey({ enabled: false })],
    ['KEY.keyOps', 'REVOKED', withKey({ keyOps: ['wrapKey'] })],
    ['NETWORK.publicNetworkAccess', 'CUT_OFF', closed],
  ] as const)('is not accepted while it takes the key: %s', (field, health, world) => {
    const driven = new DrivenWatch().observe().observe(world);
    expect(driven.track('AEP').health).toBe(health);
    const drift = trackDrift(driven.track('AEP')).find((one) => one.field === field);
    expect(drift).toMatchObject({ acceptable: false, acceptedBy: null });
    expect(() => accept(driven, field)).toThrow('differenceTakesKey');
    expect(driven.track('AEP').accepted).toEqual([]);
  });

  it('is compared with what was accepted from then on', () => {
    const field = 'KEY.keyOps';
    const more = withKey({ keyOps: ['sign', 'unwrapKey', 'wrapKey'] });
    const driven = new DrivenWatch().observe().observe(more);
    expect(driven.track('AEP').health).toBe('AT_RISK');
    accept(driven, field);
    expect(driven.track('AEP').health).toBe('HEALTHY');
    expect(driven.alerts).toEqual(['+ AEP AT_RISK', '- AEP AT_RISK']);
    driven.observe();
    expect(driven.track('AEP').health).toBe('HEALTHY');
    // Back to what was approved is a difference from what was accepted.
    driven.observe(withKey({ keyOps: ['unwrapKey', 'verify', 'wrapKey'] }));
    expect(driven.track('AEP').health).toBe('AT_RISK');
  });

  it('is none where only case and spelling of the same change, or something is not stated', () => {
    const spelled: World = (track, step) => {
      const facts = goodFacts(track, step);
      if (facts.step !== 'VAULT' && facts.step !== 'NETWORK') return facts;
      const vault = goodVault(track);
      return {
        ...facts,
        vault: seen({
          ...vault,
          ...{ resourceId: vault.resourceId.toUpperCase(), skuName: 'PREMIUM', location: null },
          ...{ publicNetworkAccess: 'enabled', skuFamily: null },
        }),
      };
    };
    const approved: World = (track, step) => {
      const facts = goodFacts(track, step);
      return facts.step === 'VAULT' || facts.step === 'NETWORK'
        ? { ...facts, vault: seen({ ...goodVault(track), skuName: 'premium' }) }
        : facts;
    };
    const driven = new DrivenWatch(completedRun(approved)).observe(approved).observe(spelled);
    expect(driven.track('AEP').findings).toEqual([]);
    driven.observe(withKey({ enabled: null, recoveryLevel: null, bits: null }));
    expect(
      driven.track('AEP').findings.filter(({ subject }) => subject.kind === 'difference'),
    ).toEqual([]);
  });

  it('is refused where there is none', () => {
    const driven = new DrivenWatch().observe();
    expect(() => accept(driven, 'KEY.keyOps')).toThrow('differenceNotFound');
  });

  it('is found by the observation that sees it, and a weaker retention stays a finding of its check', () => {
    const driven = new DrivenWatch().observe().observe(retention(30));
    expect(driven.track('AEP').findings.map(({ subject }) => subject)).toMatchObject([
      { kind: 'check', check: 'vaultRetentionIsLong' },
      { kind: 'difference', field: 'VAULT.softDeleteRetentionInDays', approved: '90', now: '30' },
    ]);
    accept(driven, 'VAULT.softDeleteRetentionInDays');
    expect(driven.track('AEP').findings).toHaveLength(0);
  });

  it('writes nothing where nothing is new', () => {
    const driven = new DrivenWatch().observe().observe();
    const { version } = driven.watch;
    driven.observe().observe();
    expect(driven.last).toMatchObject({ changed: false, changes: [], opened: [], resolved: [] });
    expect(driven.watch.version).toBe(version);
  });
});
