/**
 * What can happen to a customer's resources after a set-up, each with the way back. A change
 * concerns one track's vault and key.
 */
import { randomBytes } from 'node:crypto';
import { vaultId } from '../azure/arm/armCaller.ts';
import { currentVersion } from '../azure/keyVault/keyJson.ts';
import type { Customer, Key, KeyVersion, TrackName, Vault } from '../state/records.ts';
import type { World } from '../state/world.ts';
import { planOf, putAccess } from './provisionCustomer.ts';

const DAY_SECONDS = 24 * 3600;

/** The vault and key of one track, deleted or not. */
export interface ChangedTrack {
  world: World;
  customer: Customer;
  track: TrackName;
  vault: Vault;
  key: Key;
  /** Epoch milliseconds. */
  now: number;
}

export interface Change {
  summary: string;
  apply: (changed: ChangedTrack) => void;
  /** Ends what `apply` did. Azure's own rules hold: a recovered vault has no roles (KV-09). */
  undo: (changed: ChangedTrack) => void;
}

function putKey({ world }: ChangedTrack, key: Key): void {
  world.keys.put(`${key.vault}/${key.name}`, key);
}

/** Changes the current version. */
const version =
  (change: (version: KeyVersion, now: number) => Partial<KeyVersion>): Change['apply'] =>
  (changed) => {
    const { key, now } = changed;
    const current = currentVersion(key);
    const next = { ...current, ...change(current, now), updated: Math.floor(now / 1000) };
    putKey(changed, { ...key, versions: [...key.versions.slice(0, -1), next] });
  };

const withoutDates = version(() => ({ exp: undefined, nbf: undefined }));

const network =
  (properties: Record<string, unknown>): Change['apply'] =>
  ({ world, vault }) =>
    world.vaults.put(vault.name, {
      ...vault,
      properties: { ...vault.properties, ...properties },
    });

const closed = (addresses: string[]) => ({
  publicNetworkAccess: 'Enabled',
  networkAcls: {
    bypass: 'AzureServices',
    defaultAction: 'Deny',
    ipRules: addresses.map((value) => ({ value })),
    virtualNetworkRules: [],
  },
});

const OPEN = {
  publicNetworkAccess: 'Enabled',
  networkAcls: {
    bypass: 'AzureServices',
    defaultAction: 'Allow',
    ipRules: [],
    virtualNetworkRules: [],
  },
};

const principalKey = ({ customer, track }: ChangedTrack): string =>
  `${customer.tenantId}/${customer.applicationIds[track]}`;

function dropRoles({ world, vault }: ChangedTrack): void {
  for (const role of world.assignments.group(vault.subscriptionId))
    if (role.scope === vaultId(vault)) world.assignments.delete(`${role.scope}/${role.name}`);
  for (const role of world.hsmAssignments.group(vault.name))
    world.hsmAssignments.delete(`${vault.name}${role.scope}/${role.name}`);
}

/** The application and its role as the customer's scenario laid them out. */
const putAccessBack: Change['undo'] = ({ world, customer, track, now }) =>
  putAccess(world, planOf(customer.scenario, customer, now), track);

const READER_PERMISSION = 'Microsoft.KeyVault/vaults/read';

const change = (summary: string, apply: Change['apply'], undo: Change['undo']): Change => ({
  summary,
  apply,
  undo,
});

export const changes = {
  keyDisabled: change(
    'The current version of the key is disabled.',
    version(() => ({ enabled: false })),
    version(() => ({ enabled: true })),
  ),
  keyExpired: change(
    'The current version of the key expired an hour ago.',
    version((_version, now) => ({ exp: Math.floor(now / 1000) - 3600 })),
    withoutDates,
  ),
  keyExpiring: change(
    'The current version of the key expires in twelve days.',
    version((_version, now) => ({ exp: Math.floor(now / 1000) + 12 * DAY_SECONDS })),
    withoutDates,
  ),
  operationsRemoved: change(
    'The key may wrap and unwrap no more.',
    version(({ keyOps }) => ({
      keyOps: keyOps.filter((name) => name !== 'wrapKey' && name !== 'unwrapKey'),
    })),
    version(({ keyOps }) => ({ keyOps: [...new Set([...keyOps, 'wrapKey', 'unwrapKey'])] })),
  ),
  keyDeleted: change(
    'The key is deleted, and can be recovered.',
    (changed) => putKey(changed, { ...changed.key, deletedAt: Math.floor(changed.now / 1000) }),
    (changed) => {
      const { deletedAt: _deleted, ...key } = changed.key;
      putKey(changed, key);
    },
  ),
  keyRotated: change(
    'The key has a new version (ROT-01). Undone: that version is gone.',
    (changed) => {
      const { key, now } = changed;
      const seconds = Math.floor(now / 1000);
      const next = {
        ...currentVersion(key),
        version: randomBytes(16).toString('hex'),
        created: seconds,
        updated: seconds,
      };
      putKey(changed, { ...key, versions: [...key.versions, next] });
    },
    (changed) =>
      putKey(changed, {
        ...changed.key,
        versions: changed.key.versions.slice(0, Math.max(1, changed.key.versions.length - 1)),
      }),
  ),
  formerVersionDisabled: change(
    'Every version but the current one is disabled (ROT-03).',
    (changed) => putKey(changed, withFormer(changed, false)),
    (changed) => putKey(changed, withFormer(changed, true)),
  ),
  roleRemoved: change('Adobe’s application has no role at the vault.', dropRoles, putAccessBack),
  principalRemoved: change(
    'Adobe’s application is removed from the tenant, and with it its roles.',
    (changed) => {
      dropRoles(changed);
      changed.world.principals.delete(principalKey(changed));
    },
    putAccessBack,
  ),
  vaultDeleted: change(
    'The vault is deleted and can be recovered; its role assignments are gone (KV-09). Undone: recovered without them.',
    (changed) => {
      dropRoles(changed);
      changed.world.vaults.put(changed.vault.name, {
        ...changed.vault,
        deletedAt: new Date(changed.now).toISOString(),
      });
    },
    ({ world, vault: { deletedAt: _deleted, ...vault } }) => world.vaults.put(vault.name, vault),
  ),
  firewallClosed: change(
    'The vault lets selected networks in, and Adobe is not among them (AL-05).',
    network(closed(['198.51.100.24/32'])),
    network(OPEN),
  ),
  firewallRestricted: change(
    'The vault lets in trusted services and Adobe only, instead of every network (GAP-09).',
    network(closed(['20.88.123.53/32'])),
    network(OPEN),
  ),
  readerDenied: change(
    'The credential that Keyway reads with may not see vaults any more.',
    ({ world, customer }) =>
      world.customers.put(customer.imsOrgId, {
        ...customer,
        deny: [...new Set([...customer.deny, READER_PERMISSION])],
      }),
    ({ world, customer }) =>
      world.customers.put(customer.imsOrgId, {
        ...customer,
        deny: customer.deny.filter((permission) => permission !== READER_PERMISSION),
      }),
  ),
} satisfies Record<string, Change>;

export type ChangeName = keyof typeof changes;

export const isChange = (name: unknown): name is ChangeName =>
  typeof name === 'string' && Object.hasOwn(changes, name);

function withFormer({ key }: ChangedTrack, enabled: boolean): Key {
  const current = currentVersion(key);
  return {
    ...key,
    versions: key.versions.map((one) => (one === current ? one : { ...one, enabled })),
  };
}
