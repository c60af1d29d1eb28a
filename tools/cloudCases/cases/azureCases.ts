/** Azure, read-only: Entra, ARM, Key Vault and Graph (docs/reference/clouds.md). */
import type {
  AzureConnection,
  AzurePort,
  AzureSetupFacts,
  AzureSetupPort,
  VaultProbePort,
  VaultReference,
} from '@keyway/core';
import { differingFacts, differingFailure, failureIn, seen, type CloudCase } from '../cloudCase.ts';
import type { AzureTarget } from '../target.ts';

const ABSENT_VAULT = 'kw-no-such-vault-0';
const ABSENT_KEY = 'kw-no-such-key';
const ABSENT_APPLICATION = '00000000-1111-2222-3333-000000000000';

function partsOf(keyIdentifier: string): { vault: VaultReference; name: string; host: string } {
  const { host, pathname } = new URL(keyIdentifier);
  const kind = host.endsWith('.managedhsm.azure.net') ? 'managedHsm' : 'vault';
  const name = pathname.split('/')[2] ?? '';
  return { vault: { kind, name: host.split('.')[0] ?? '', resourceId: null }, name, host };
}

interface Asked {
  azure: AzurePort & AzureSetupPort;
  vaults: VaultProbePort;
  connection: AzureConnection & { clientSecret: string };
  target: AzureTarget;
  vault: VaultReference;
  /** Of the key. */
  name: string;
  /** Of the vault. */
  host: string;
  /** The vault with its resource ID, read first. */
  located: () => Promise<VaultReference & { resourceId: string }>;
}

/** @param clientSecret of `target`, which may only name a variable */
export function azureCases(
  target: AzureTarget,
  clientSecret: string,
  { azure, vaults }: Pick<Asked, 'azure' | 'vaults'>,
): CloudCase[] {
  const { tenantId, subscriptionId = null, clientId } = target;
  const connection = { tenantId, subscriptionId, clientId, clientSecret };
  const parts = partsOf(target.keyIdentifier);
  const located: Asked['located'] = async () => {
    const { resourceId } = await azure.readVault(connection, parts.vault);
    return { ...parts.vault, resourceId };
  };
  const asked: Asked = { azure, vaults, connection, target, ...parts, located };
  return [...vaultCases(asked), ...keyCases(asked), ...accessCases(asked), setupCase(asked)];
}

const offered = { missing: null };

function vaultCases(asked: Asked): CloudCase[] {
  const { azure, vaults, connection, target, vault, host, located } = asked;
  const { tenantId, expected } = target;
  return [
    {
      ...{ id: 'azure.credential', expected: 'Entra gives the credential a token', ...offered },
      ask: () => seen(() => azure.tryCredential(connection)),
      differences: (found) => (found === null ? [] : differingFacts({}, found)),
    },
    {
      ...{ id: 'azure.wrongSecret', expected: 'AADSTS7000215', ...offered },
      ask: () =>
        seen(() => azure.tryCredential({ ...connection, clientSecret: 'wrong~secret~of~keyway' })),
      differences: (found) =>
        differingFailure({ kind: 'credential', code: 'AADSTS7000215' }, found),
    },
    {
      ...{ id: 'azure.vaultByName', expected: 'the vault, with its address', ...offered },
      ask: () => seen(() => azure.readVault(connection, vault)),
      differences: (found) =>
        differingFacts({ vaultUri: `https://${host}`, tenantId, ...expected.vault }, found),
    },
    {
      ...{ id: 'azure.vaultById', expected: 'the same facts as by its name', ...offered },
      ask: () =>
        seen(async () => ({
          byName: await azure.readVault(connection, vault),
          byId: await azure.readVault(connection, await located()),
        })),
      differences: sameFacts,
    },
    {
      ...{ id: 'azure.absentVault', expected: 'not found', ...offered },
      ask: () => seen(() => azure.readVault(connection, { ...vault, name: ABSENT_VAULT })),
      differences: (found) => differingFailure({ kind: 'notFound' }, found),
    },
    {
      ...{ id: 'azure.deletedVault', expected: 'no deleted vault of that name', ...offered },
      ask: () => seen(() => azure.readDeletedVault(connection, vault)),
      differences: (found) => (found === null ? [] : ['none was expected']),
    },
    {
      id: 'azure.probe',
      expected: 'the challenge to a request without a token, which names the tenant',
      ...offered,
      ask: () => seen(() => vaults.probe(vault)),
      differences: (found) =>
        differingFacts({ reason: 'found', exists: 'PASS', tenantId, ...expected.probe }, found),
    },
  ];
}

function keyCases({ azure, connection, target, name, located }: Asked): CloudCase[] {
  const { expected } = target;
  return [
    {
      ...{ id: 'azure.key', expected: 'the key, as ARM describes it', ...offered },
      ask: () =>
        seen(async () => azure.readKey(connection, await located(), { name, version: null })),
      differences: (found) => differingFacts({ source: 'arm', ...expected.key }, found),
    },
    {
      ...{ id: 'azure.keyVersion', expected: 'the same facts by its version', ...offered },
      ask: () =>
        seen(async () => {
          const where = await located();
          const byName = await azure.readKey(connection, where, { name, version: null });
          const version = byName.keyIdentifier.split('/').at(-1) ?? '';
          return { byName, byId: await azure.readKey(connection, where, { name, version }) };
        }),
      differences: sameFacts,
    },
    {
      ...{ id: 'azure.absentKey', expected: 'not found', ...offered },
      ask: () =>
        seen(async () =>
          azure.readKey(connection, await located(), { name: ABSENT_KEY, version: null }),
        ),
      differences: (found) => differingFailure({ kind: 'notFound' }, found),
    },
  ];
}

function accessCases({ azure, connection, target, vault, name, located }: Asked): CloudCase[] {
  const { tenantId, applicationId, expected } = target;
  const missing = applicationId ? null : 'the target names no azure.applicationId';
  return [
    {
      ...{ id: 'azure.servicePrincipal', expected: 'the service principal' },
      missing,
      ask: () => seen(() => azure.readServicePrincipal(connection, applicationId!)),
      differences: (found) =>
        differingFacts({ appId: applicationId, tenantId, ...expected.servicePrincipal }, found),
    },
    {
      ...{ id: 'azure.absentServicePrincipal', expected: 'not found', ...offered },
      ask: () => seen(() => azure.readServicePrincipal(connection, ABSENT_APPLICATION)),
      differences: (found) => differingFailure({ kind: 'notFound' }, found),
    },
    {
      ...{ id: 'azure.roleAssignments', expected: 'a list of assignments that reach the vault' },
      missing,
      ask: () =>
        seen(async () => {
          const { objectId } = await azure.readServicePrincipal(connection, applicationId!);
          const about = { keyName: name, principalObjectId: objectId };
          return azure.readRoleAssignments(connection, await located(), about);
        }),
      differences: listExpected,
    },
    {
      ...{ id: 'azure.denyAssignments', expected: 'a list, which may be empty' },
      missing: vault.kind === 'vault' ? null : 'a Managed HSM has none',
      ask: () =>
        seen(async () => azure.readDenyAssignments(connection, await located(), { keyName: name })),
      differences: listExpected,
    },
    {
      ...{ id: 'azure.permissions', expected: 'what the credential may do at the vault' },
      missing: null,
      ask: () => seen(async () => azure.readPermissions(connection, (await located()).resourceId)),
      differences: (found) =>
        differingFacts({ [`Microsoft.KeyVault/${KINDS[vault.kind]}/read`]: 'GRANTED' }, found),
    },
  ];
}

const KINDS = { vault: 'vaults', managedHsm: 'managedHSMs' } as const;

/** What automatic mode reads before it plans changes: each part, and none by mistake. */
const setupCase = ({ azure, connection, vault, name: keyName, located }: Asked): CloudCase => ({
  ...{ id: 'azure.setup', expected: 'everything around the vault, or what may not be read' },
  missing: vault.kind === 'vault' ? null : 'Keyway sets no Managed HSM up',
  ask: () =>
    seen(async () => {
      const [, , subscriptionId = '', , resourceGroup = ''] = (await located()).resourceId.split(
        '/',
      );
      const target = { subscriptionId, resourceGroup, vaultName: vault.name, keyName };
      return azure.readSetup(connection, target);
    }),
  differences(found) {
    if (failureIn(found)) return differingFacts({}, found);
    const parts = Object.entries(found as AzureSetupFacts);
    return parts.flatMap(([part, { outcome, ...rest }]) => {
      if (outcome === 'unreadable' && 'failure' in rest && rest.failure?.kind !== 'denied')
        return [`${part} could not be read: ${rest.failure?.kind}`];
      const isThere = part !== 'deletedVault' && part !== 'vaultName';
      return outcome === 'absent' && isThere ? [`${part} was not found`] : [];
    });
  },
});

const listExpected = (found: unknown): string[] =>
  Array.isArray(found) ? [] : ['a list was expected', ...differingFacts({}, found)];

function sameFacts(found: unknown): string[] {
  if (failureIn(found)) return differingFacts({}, found);
  const { byName, byId } = found as { byName: object; byId: object };
  return differingFacts({ ...byName }, byId);
}
