/** What a dry run finds, against what a run that was driven by the same facts says. */
import { describe, expect, it } from 'vitest';
import {
  absent,
  AWS_ROLE,
  goodFacts,
  goodOrganization,
  goodVault,
  keyIdentifier,
  ON_AWS,
  seen,
  unreadable,
} from '../../testing/index.ts';
import type { VaultFacts } from '../azureFacts.ts';
import type { StepFacts } from '../facts.ts';
import type { Connections } from '../organization.ts';
import { DEFAULT_POLICY } from '../policy.ts';
import type { Run } from '../run.ts';
import { TRACK_IDS, type ObservedStepId, type TrackId } from '../vocabulary.ts';
import {
  beginDryRun,
  dryObservations,
  withDryFacts,
  type DryRun,
  type DryRunBasis,
} from './dryRun.ts';
import { parseReadiness, readinessOf, type Readiness } from './readiness.ts';
import { NO_TRACK_APPLIES, readinessCauseKey, readinessCauseOf } from './readinessCause.ts';

const at = '2026-11-25T12:00:00.000Z';
const id = '6c1a9d4e-58a7-4f0b-9c22-0e0f6f1b7a55';
const connections: Connections = {
  adobe: { clientId: 'adobe' },
  azure: {
    tenantId: goodOrganization.azureTenantId!,
    ...{ subscriptionId: null, clientId: 'azure', access: 'READ' },
  },
};
const keys = {
  AEP: { keyIdentifier: keyIdentifier('AEP'), vaultResourceId: null },
  CJA: { keyIdentifier: keyIdentifier('CJA'), vaultResourceId: null },
};
const basis: DryRunBasis = {
  ...{ organization: goodOrganization, connections, policy: DEFAULT_POLICY },
  ...{ keys, latest: null },
};

/** Facts by track and step; the good ones otherwise. */
type Facts = (track: TrackId, step: ObservedStepId) => StepFacts | undefined;

/** Reads until nothing more can be read, as the worker does. */
function read(change: Partial<DryRunBasis> = {}, facts: Facts = () => undefined): DryRun {
  let dry = beginDryRun({ ...basis, ...change }, { id, at });
  for (;;) {
    const next = dryObservations(dry);
    if (next.length === 0) return dry;
    for (const one of next) {
      const found = facts(one.track, one.step) ?? goodFacts(one.track, one.step);
      dry = withDryFacts(dry, one, found, { at, timeScale: 1 });
    }
  }
}
const found = (change?: Partial<DryRunBasis>, facts?: Facts): Readiness =>
  readinessOf(read(change, facts), TRACK_IDS);
const causes = (readiness: Readiness): string[] => readiness.causes.map(readinessCauseKey);
const stepOf = (readiness: Readiness, track: TrackId, step: ObservedStepId) =>
  readiness.tracks
    .find((one) => one.track === track)
    ?.steps.find((candidate) => candidate.step === step);

const withVault =
  (change: Partial<VaultFacts>): Facts =>
  (track, step) => {
    const vault = seen({ ...goodVault(track), ...change });
    if (step === 'VAULT') return { step, vault, deletedVault: null, otherOrganizations: 0 };
    return step === 'NETWORK' ? { step, vault } : undefined;
  };

describe('the outcome of an organization', () => {
  it('READY: every step of both tracks was read, and nothing is missing', () => {
    const readiness = found();
    expect(readiness).toMatchObject({ outcome: 'READY', causes: [], refusal: null });
    expect(readiness.tracks.map(({ steps }) => steps.map(({ step }) => step))).toEqual([
      ['VAULT', 'NETWORK', 'KEY', 'APP_REGISTRATION', 'CONSENT', 'ROLE'],
      ['VAULT', 'NETWORK', 'KEY', 'CONSENT', 'ROLE'],
    ]);
    const steps = readiness.tracks.flatMap((track) => track.steps);
    expect(steps.every(({ outcome, checks }) => outcome === 'READY' && checks.length > 0)).toBe(
      true,
    );
  });

  it('BLOCKED: by the check, once for both tracks, and the steps after it are read too', () => {
    const readiness = found({}, withVault({ enablePurgeProtection: null }));
    expect(readiness.outcome).toBe('BLOCKED');
    expect(causes(readiness)).toEqual(['BLOCKED/VAULT/CHECK/vaultHasPurgeProtection']);
    expect(stepOf(readiness, 'AEP', 'ROLE')).toMatchObject({ outcome: 'READY' });
  });

  it('WAITING: what was never there, with who has to act; what depends on it is no cause', () => {
    const readiness = found({}, (_track, step) =>
      step === 'CONSENT' ? { step, servicePrincipal: absent() } : undefined,
    );
    expect(readiness.outcome).toBe('WAITING');
    expect(stepOf(readiness, 'CJA', 'CONSENT')).toMatchObject({ actor: 'ENTRA_ADMIN' });
    expect(stepOf(readiness, 'CJA', 'ROLE')).toMatchObject({ outcome: null });
    expect(readiness.causes).toHaveLength(1);
    expect(readiness.causes[0]).toMatchObject({ outcome: 'WAITING', step: 'CONSENT' });
  });

  it('UNKNOWN: the permission that is missing, once for all checks of the step', () => {
    const permission = 'Microsoft.KeyVault/vaults/read';
    const denied = unreadable<never>('denied', permission);
    const readiness = found({}, (_track, step) =>
      step === 'VAULT'
        ? { step, vault: denied, deletedVault: null, otherOrganizations: 0 }
        : undefined,
    );
    expect(readiness.outcome).toBe('UNKNOWN');
    expect(causes(readiness)).toEqual([`UNKNOWN/VAULT/PERMISSION/${permission}`]);
    expect(readinessCauseOf(causes(readiness)[0]!)).toEqual(readiness.causes[0]);
  });

  it('UNKNOWN: what is not connected; nothing is asked for that', () => {
    const readiness = found({ connections: { adobe: null, azure: null } });
    expect(readiness.outcome).toBe('UNKNOWN');
    expect(causes(readiness)).toContain('UNKNOWN/APP_REGISTRATION/CONNECTION/adobe');
    expect(causes(readiness)).toContain('UNKNOWN/VAULT/CONNECTION/azure');
    expect(
      dryObservations(
        beginDryRun({ ...basis, connections: { adobe: null, azure: null } }, { id, at }),
      ),
    ).toEqual([]);
  });

  it('WAITING: no key is planned, which is said once', () => {
    const readiness = found({ keys: {} });
    expect(causes(readiness)).toEqual(['WAITING/VAULT/KEY/']);
  });

  it('BLOCKED: a planned key that a run would refuse', () => {
    const wrong = { keyIdentifier: 'https://evil.example/keys/a', vaultResourceId: null };
    const readiness = found({ keys: { ...keys, AEP: wrong } });
    expect(readiness.outcome).toBe('BLOCKED');
    expect(readiness.causes[0]).toMatchObject({ kind: 'KEY_REFUSED', step: 'VAULT' });
    expect(readiness.tracks[1]!.outcome).toBe('READY');
  });

  const known = goodVault('AEP').resourceId.replace('/s/', `/${id}/`);
  it.each([
    '../../x',
    '//evil.example/subscriptions/x',
    known.replace(/[^/]+$/, 'another-vault'),
    known.replace(/resourceGroups\/[^/]+/, 'resourceGroups/..'),
  ])('BLOCKED: a planned key with the resource ID %j, which nothing is read by', (resourceId) => {
    const AEP = { ...keys.AEP, vaultResourceId: resourceId };
    const begun = beginDryRun({ ...basis, keys: { ...keys, AEP } }, { id, at });
    expect(dryObservations(begun).filter(({ step }) => step === 'VAULT')).toEqual([
      { track: 'CJA', step: 'VAULT' },
    ]);
    expect(JSON.stringify(begun.run)).not.toContain(JSON.stringify(resourceId));
    const readiness = found({ keys: { ...keys, AEP } });
    expect(readiness.outcome).toBe('BLOCKED');
    expect(readiness.causes[0]).toMatchObject({ kind: 'KEY_REFUSED', step: 'VAULT' });
    expect(readiness.tracks[1]!.outcome).toBe('READY');
  });

  it('READY: a planned key with its own vault’s resource ID, as a run normalizes it', () => {
    const AEP = { ...keys.AEP, vaultResourceId: ` ${known}/ ` };
    const dry = read({ keys: { ...keys, AEP } });
    expect(dry.run!.tracks.AEP.key).toMatchObject({ vaultResourceId: known });
    expect(readinessOf(dry, TRACK_IDS).outcome).toBe('READY');
  });

  it.each([
    ['no track is asked for', goodOrganization, []],
    ['CJA alone is asked for on AWS', { ...goodOrganization, ...ON_AWS }, ['CJA']],
  ] as const)('BLOCKED: %s', (_name, organization, tracks) => {
    const aws = organization.cloud === 'AWS' ? AWS_ROLE : null;
    const dry = read({ organization, connections: { ...connections, aws } });
    expect(dry.run).not.toBeNull();
    expect(readinessOf(dry, tracks)).toMatchObject({ outcome: 'BLOCKED', tracks: [] });
    expect(readinessOf(dry, tracks).causes).toEqual([NO_TRACK_APPLIES]);
  });

  it('BLOCKED: an organization for which no run could be started', () => {
    const organization = { ...goodOrganization, cloud: 'AWS', region: 'VA6' } as const;
    const readiness = found({ organization, connections: { adobe: null, azure: null, aws: null } });
    expect(readiness).toMatchObject({ outcome: 'BLOCKED', tracks: [] });
    expect(readiness.causes[0]).toMatchObject({ kind: 'NOT_STARTABLE', step: null });
  });
});

it('leaves out tracks that nobody asked for', () => {
  const dry = read({ keys: { AEP: keys.AEP } });
  expect(readinessOf(dry, ['AEP']).outcome).toBe('READY');
  expect(readinessOf(dry, TRACK_IDS).outcome).toBe('WAITING');
});

it('reads what it stored, and refuses anything else', () => {
  const readiness = found({}, withVault({ enablePurgeProtection: null }));
  expect(parseReadiness(JSON.parse(JSON.stringify(readiness)))).toEqual(readiness);
  expect(() => parseReadiness({ outcome: 'FINE' })).toThrow();
});

it.each(['', 'BLOCKED', 'READY/VAULT/CHECK/x', 'BLOCKED/NOWHERE/CHECK/x', 'BLOCKED//WHAT/x'])(
  'finds no cause in %j',
  (text) => {
    expect(readinessCauseOf(text)).toBeNull();
  },
);

it('keeps the tenant that the vault of the latest run stated, where nothing is connected', () => {
  const vaultTenantId = '99999999-2222-3333-4444-555555555555';
  const unconnected = { connections: { adobe: null, azure: null } };
  const AEP = { ...keys.AEP, vaultTenantId };
  const latest = beginDryRun({ ...basis, ...unconnected, keys: { AEP } }, { id, at }).run!;
  const dry = beginDryRun(
    // Cast: what is stored of a run is not read here.
    { ...basis, ...unconnected, keys: {}, latest: latest as Run },
    { id, at },
  );
  expect(dry.run!.tracks.AEP.key).toMatchObject({ probedTenantId: vaultTenantId });
  const byHand = beginDryRun({ ...basis, ...unconnected, latest: latest as Run }, { id, at });
  expect(byHand.run!.tracks.AEP.key).not.toHaveProperty('probedTenantId');
});
