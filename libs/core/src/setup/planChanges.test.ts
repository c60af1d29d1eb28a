/** The plan of changes, from what is there (AEP-03 to AEP-17, KV-01 to KV-08, NET-01 to NET-05). */
import { describe, expect, it } from 'vitest';
import { aKey, absent, aVault, seen, unreadable } from '../../testing/exampleFacts.ts';
import { emptySubscription, setupInput, WORKSPACE } from '../../testing/setupExamples.ts';
import type { AzureSetupFacts } from '../azureSetupFacts.ts';
import type { VaultFacts } from '../azureFacts.ts';
import { planChanges } from './planChanges.ts';
import { planHash, type PlannedChange } from './plannedChange.ts';
import { asSetupRequest, type SetupInput } from './setupRequest.ts';

const NOW = '2026-11-24T00:00:00.000Z';
const plan = (facts: AzureSetupFacts, input: Partial<SetupInput> = {}): PlannedChange[] =>
  planChanges(asSetupRequest(setupInput('AEP', input)), facts, NOW);
const short = (changes: PlannedChange[]): string[] =>
  changes.map(({ kind, outcome, reason }) => [kind, outcome, reason?.code].join(' ').trim());
const of = (changes: PlannedChange[], kind: string): PlannedChange =>
  changes.find((change) => change.kind === kind)!;

const restricted = (acls: Partial<NonNullable<VaultFacts['networkAcls']>> = {}) => ({
  ...{ bypass: 'AzureServices', defaultAction: 'Deny', virtualNetworkRules: [] },
  ...{ ipRules: ['20.88.123.53/32'], ...acls },
});
/** Everything is as it should be. */
const complete = (change: Partial<AzureSetupFacts> = {}): AzureSetupFacts =>
  emptySubscription({
    vault: seen(aVault({ networkAcls: restricted() })),
    vaultName: absent(),
    key: seen(aKey({ rotationActions: ['rotate'] })),
    diagnosticSettings: seen([
      {
        ...{ name: 'audit', workspaceId: WORKSPACE.toUpperCase() },
        logs: [{ category: null, categoryGroup: 'audit', enabled: true }],
      },
    ]),
    locks: seen([{ name: 'l', level: 'CanNotDelete', notes: null, scope: '/subscriptions/s' }]),
    ...change,
  });
const vaultWith = (change: Partial<VaultFacts>): AzureSetupFacts =>
  complete({ vault: seen(aVault({ networkAcls: restricted(), ...change })) });

describe('an empty subscription', () => {
  it('gets vault, key, audit log and lock', () => {
    const changes = plan(emptySubscription());
    expect(short(changes)).toEqual([
      'CREATE_VAULT CREATE',
      'CREATE_KEY CREATE',
      'PUT_DIAGNOSTIC_SETTING CREATE',
      'PUT_LOCK CREATE',
    ]);
    expect(changes[0]).toMatchObject({
      before: {},
      after: {
        ...{ sku: 'standard', rbac: true, softDelete: true, purgeProtection: true },
        ...{ retentionDays: 90, publicAccess: 'Deny', ipRules: ['20.88.123.53'] },
      },
      irreversible: true,
    });
    expect(changes[1]).toMatchObject({
      after: { keyType: 'RSA', keySize: 3072, rotation: 'P12M' },
      irreversible: false,
    });
  });

  it('gets a premium vault for a key in an HSM, and leaves out what was not asked for', () => {
    const changes = plan(emptySubscription(), {
      ...{ keyProtection: 'HSM', keySize: 4096, network: 'OPEN', rotateEveryMonths: null },
      ...{ workspaceId: null, lock: false },
    });
    expect(short(changes)).toEqual(['CREATE_VAULT CREATE', 'CREATE_KEY CREATE']);
    expect(changes[0]!.after).toMatchObject({ sku: 'premium', publicAccess: 'Allow' });
    expect(changes[0]!.after).not.toHaveProperty('ipRules');
    expect(changes[1]!.after).toMatchObject({ keyType: 'RSA-HSM', keySize: 4096, rotation: null });
  });

  it.each<[string, Partial<AzureSetupFacts>, string]>([
    ['no resource group', { resourceGroup: absent() }, 'NOT_POSSIBLE resourceGroupAbsent'],
    [
      'a soft-deleted name (KV-08)',
      { deletedVault: seen({ name: 'v', scheduledPurgeDate: null }) },
      'NOT_POSSIBLE nameSoftDeleted',
    ],
    [
      'a name that is taken (KV-08)',
      { vaultName: seen({ available: false, reason: 'AlreadyExists', message: null }) },
      'NOT_POSSIBLE nameTaken',
    ],
    [
      'a name that Azure refuses',
      { vaultName: seen({ available: false, reason: 'AccountNameInvalid', message: null }) },
      'NOT_POSSIBLE nameInvalid',
    ],
    ['an unreadable vault', { vault: unreadable() }, 'UNKNOWN notReadable'],
    ['unreadable deleted vaults', { deletedVault: unreadable() }, 'UNKNOWN notReadable'],
    ['an unreadable resource group', { resourceGroup: unreadable() }, 'UNKNOWN notReadable'],
    ['no answer about the name', { vaultName: unreadable() }, 'UNKNOWN notReadable'],
  ])('with %s gets nothing', (_, facts, expected) => {
    const changes = plan(emptySubscription(facts));
    expect(short(changes)[0]).toBe(`CREATE_VAULT ${expected}`);
    const rest = expected.startsWith('UNKNOWN') ? 'UNKNOWN' : 'NOT_POSSIBLE';
    expect(changes.map(({ outcome }) => outcome)).toEqual([rest, rest, rest, rest]);
  });
});

describe('the region of a new vault', () => {
  const inRegion = (location: string, facts: Partial<AzureSetupFacts> = {}) =>
    plan(emptySubscription(facts), { location });

  it.each([
    ['mars', 'eastus'],
    ['westeurop', 'westeurope'],
    ['usgovvirginia', 'eastus'],
    ['swedencentrall', 'swedencentral'],
    ['westus', null],
    ['westEurope', null],
  ] as const)('%s is planned only where Azure has it', (location, right) => {
    const [vault, ...rest] = inRegion(location);
    if (right === null) {
      expect(vault!.outcome).toBe('CREATE');
      return;
    }
    expect(vault).toMatchObject({
      outcome: 'NOT_POSSIBLE',
      reason: { code: 'locationUnknown', values: { location } },
    });
    expect(String(vault!.reason!.values['right'])).toContain(right);
    expect(rest.every(({ outcome }) => outcome === 'NOT_POSSIBLE')).toBe(true);
  });

  it('may be a newer one, in which the resource group is', () => {
    const resourceGroup = seen({ name: 'cmk', location: 'MarsNorth' });
    expect(inRegion('marsnorth', { resourceGroup })[0]!.outcome).toBe('CREATE');
    expect(inRegion('marssouth', { resourceGroup })[0]!.reason).toMatchObject({
      ...{ code: 'locationUnknown', values: { right: 'MarsNorth' } },
    });
    const unstated = seen({ name: 'cmk', location: null });
    expect(inRegion('mars', { resourceGroup: unstated })[0]!.reason!.values['right']).toBeNull();
  });

  it('is not asked for where the vault is there', () => {
    expect(plan(complete(), { location: 'mars' })[0]!.outcome).toBe('ALREADY_THERE');
  });
});

describe('what is there', () => {
  it('is left as it is', () => {
    const changes = plan(complete());
    expect(new Set(changes.map(({ outcome }) => outcome))).toEqual(new Set(['ALREADY_THERE']));
    expect(changes.map(({ kind }) => kind)).toContain('ENABLE_PURGE_PROTECTION');
    expect(of(changes, 'CREATE_KEY').keyIdentifier).toContain('/keys/ajo-cmk/');
  });

  it('gets purge protection, which nobody can undo (KV-03, KV-04)', () => {
    const off = of(plan(vaultWith({ enablePurgeProtection: null })), 'ENABLE_PURGE_PROTECTION');
    expect(off).toMatchObject({
      ...{ outcome: 'CHANGE', irreversible: true },
      ...{ before: { purgeProtection: false }, after: { purgeProtection: true } },
    });
  });

  it.each<[string, Partial<VaultFacts>, string]>([
    [
      'access policies (KV-05, KV-06)',
      { enableRbacAuthorization: null },
      'vaultUsesAccessPolicies',
    ],
    ['no soft delete (KV-01)', { enableSoftDelete: false }, 'vaultHasNoSoftDelete'],
    ['another tier (AEP-04)', { skuName: 'basic' }, 'vaultSkuUnsupported'],
  ])('with %s is not used, and nothing is made in it', (_, vault, code) => {
    const changes = plan({ ...vaultWith(vault), key: absent() });
    expect(short(changes).slice(0, 2)).toEqual([
      `CREATE_VAULT NOT_POSSIBLE ${code}`,
      'CREATE_KEY NOT_POSSIBLE vaultNotPossible',
    ]);
  });

  it('is waited for while Azure makes it', () => {
    const changes = plan(vaultWith({ provisioningState: 'RegisteringDns' }));
    expect(short(changes)[0]).toBe('CREATE_VAULT UNKNOWN vaultSettling');
  });

  it('is not changed under a read-only lock', () => {
    const locks = seen([{ name: 'l', level: 'ReadOnly', notes: null, scope: '/subscriptions/s' }]);
    const facts = { ...vaultWith({ enablePurgeProtection: null }), key: absent<never>(), locks };
    expect(short(plan(facts))).toEqual(
      expect.arrayContaining([
        'ENABLE_PURGE_PROTECTION NOT_POSSIBLE readOnlyLock',
        'CREATE_KEY NOT_POSSIBLE readOnlyLock',
        'PUT_LOCK ALREADY_THERE',
      ]),
    );
  });
});

describe('the network', () => {
  const network = (change: Partial<VaultFacts>, input?: Partial<SetupInput>): PlannedChange =>
    of(plan(vaultWith(change), input), 'ADD_NETWORK_RULE');
  const OPEN: [string, Partial<VaultFacts>][] = [
    ['open (AEP-08)', { networkAcls: null }],
    ['open by its default', { networkAcls: restricted({ defaultAction: 'Allow' }) }],
  ];

  it.each(OPEN)('%s is used as it is, and not closed to its users', (_, change) => {
    expect(network(change, { network: 'OPEN' })).toMatchObject({ outcome: 'ALREADY_THERE' });
    expect(network(change, { network: 'RESTRICTED' })).toMatchObject({
      ...{ outcome: 'NOT_POSSIBLE', after: {} },
      reason: { code: 'networkOpen', values: { vault: 'contoso-cmk' } },
    });
  });

  it.each<[string, Partial<VaultFacts>, string]>([
    [
      'admitting Adobe in a range (NET-09)',
      { networkAcls: restricted({ ipRules: ['20.88.0.0/16'] }) },
      'ALREADY_THERE',
    ],
    ['without bypass', { networkAcls: restricted({ bypass: 'None' }) }, 'CHANGE'],
    ['without the address', { networkAcls: restricted({ ipRules: ['1.2.3.4'] }) }, 'CHANGE'],
    ['disabled (NET-05)', { publicNetworkAccess: 'Disabled' }, 'NOT_POSSIBLE publicAccessDisabled'],
    [
      'in a perimeter (NET-04)',
      { publicNetworkAccess: 'SecuredByPerimeter' },
      'NOT_POSSIBLE perimeter',
    ],
    ['stated otherwise', { publicNetworkAccess: 'Odd' }, 'UNKNOWN networkUnclear'],
    [
      'full (NET-02)',
      {
        networkAcls: restricted({ ipRules: Array.from({ length: 1000 }, (_, n) => `9.9.9.${n}`) }),
      },
      'NOT_POSSIBLE tooManyRules',
    ],
  ])('%s', (_, change, expected) => {
    expect(short([network(change)])).toEqual([`ADD_NETWORK_RULE ${expected}`]);
  });

  it('keeps every rule that is there (AEP-09)', () => {
    const { before, after } = network({
      networkAcls: restricted({ ipRules: ['1.2.3.4', '5.6.0.0/16'], bypass: 'None' }),
    });
    expect(before).toMatchObject({ bypass: 'None', ipRules: ['1.2.3.4', '5.6.0.0/16'] });
    expect(after).toMatchObject({
      bypass: 'AzureServices',
      ipRules: ['1.2.3.4', '5.6.0.0/16', '20.88.123.53'],
    });
  });
});

it.each([
  ['westeurope', 'locationDiffers'],
  ['eastus', null],
])('a vault is used where it is, which %s says where it differs', (location, code) => {
  const vault = of(plan(vaultWith({ location: 'East US' }), { location }), 'CREATE_VAULT');
  expect(vault.outcome).toBe('ALREADY_THERE');
  expect(vault.reason?.code ?? null).toBe(code);
});

describe('the key', () => {
  const SECONDS = Date.parse(NOW) / 1000;
  const key = (change: Partial<Parameters<typeof aKey>[0]>, input: Partial<SetupInput> = {}) =>
    short(plan(complete({ key: seen(aKey({ rotationActions: ['rotate'], ...change })) }), input));

  it.each([
    ['EC (KEY-02)', { kty: 'EC' }, 'NOT_POSSIBLE keyTypeWrong'],
    ['too short (AEP-17)', { bits: 2048 }, 'NOT_POSSIBLE keyTooShort'],
    ['disabled', { enabled: false }, 'NOT_POSSIBLE keyDisabled'],
    ['expired (AEP-15)', { expires: SECONDS }, 'NOT_POSSIBLE keyExpired'],
    ['that expires later', { expires: SECONDS + 1 }, 'ALREADY_THERE'],
    ['of tomorrow', { notBefore: SECONDS + 1 }, 'NOT_POSSIBLE keyNotYetValid'],
    ['valid since now', { notBefore: SECONDS }, 'ALREADY_THERE'],
    ['without wrapKey (AEP-14)', { keyOps: ['sign'] }, 'NOT_POSSIBLE keyLacksOperations'],
    ['of unknown size', { bits: null }, 'UNKNOWN keyNotStated'],
    ['an HSM key where software suffices', { kty: 'RSA-HSM' }, 'ALREADY_THERE'],
  ])('%s', (_, change, expected) => {
    expect(key(change)).toContain(`CREATE_KEY ${expected}`);
  });

  it('of software is not used where an HSM was asked for', () => {
    expect(key({ kty: 'RSA' }, { keyProtection: 'HSM' })).toContain(
      'CREATE_KEY NOT_POSSIBLE keyTypeWrong',
    );
  });

  it('in an HSM needs a premium vault (KV-07)', () => {
    const facts = { ...vaultWith({ skuName: 'standard' }), key: absent<never>() };
    expect(short(plan(facts, { keyProtection: 'HSM' }))).toContain(
      'CREATE_KEY NOT_POSSIBLE hsmNeedsPremium',
    );
  });

  it('is used without a rotation policy, which Keyway does not set (ROT-04)', () => {
    const found = key({ rotationActions: null });
    expect(found).toContain('CREATE_KEY ALREADY_THERE');
    expect(found).toContain('SET_ROTATION NOT_POSSIBLE rotationMissing');
    expect(key({ rotationActions: null }, { rotateEveryMonths: null }).join()).not.toContain(
      'SET_ROTATION',
    );
  });
});

describe('audit log and lock', () => {
  const setting = (name: string, workspaceId: string | null, categoryGroup = 'audit') => ({
    ...{ name, workspaceId, logs: [{ category: null, categoryGroup, enabled: true }] },
  });
  it.each<[string, AzureSetupFacts['diagnosticSettings'], string]>([
    ['to another workspace', seen([setting('a', '/x')]), 'CREATE'],
    ['of metrics', seen([setting('a', WORKSPACE, 'metrics')]), 'CREATE'],
    ['under our name', seen([setting('Keyway-Audit', '/x')]), 'NOT_POSSIBLE settingNameTaken'],
    [
      'five times (Azure’s limit)',
      seen(['a', 'b', 'c', 'd', 'e'].map((name) => setting(name, '/x'))),
      'NOT_POSSIBLE tooManySettings',
    ],
    ['unreadable', unreadable(), 'UNKNOWN notReadable'],
  ])('a setting %s', (_, diagnosticSettings, expected) => {
    expect(short(plan(complete({ diagnosticSettings })))).toContain(
      `PUT_DIAGNOSTIC_SETTING ${expected}`,
    );
  });

  it.each<[string, AzureSetupFacts['locks'], string]>([
    ['no', seen([]), 'CREATE'],
    ['unreadable', unreadable(), 'UNKNOWN notReadable'],
    [
      'our name with another level',
      seen([{ name: 'keyway-no-delete', level: 'Other', notes: null, scope: '/s' }]),
      'NOT_POSSIBLE lockNameTaken',
    ],
  ])('%s lock', (_, locks, expected) => {
    expect(short(plan(complete({ locks })))).toContain(`PUT_LOCK ${expected}`);
  });
});

it('the hash names the request and every change, not when it was read', () => {
  const request = asSetupRequest(setupInput('AEP'));
  const hash = (facts: AzureSetupFacts): string =>
    planHash(request, planChanges(request, facts, NOW));
  expect(hash(emptySubscription())).toBe(hash(emptySubscription()));
  expect(hash(emptySubscription())).not.toBe(hash(complete()));
  const other = asSetupRequest(setupInput('AEP', { rotateEveryMonths: 6 }));
  expect(planHash(other, [])).not.toBe(planHash(request, []));
});
