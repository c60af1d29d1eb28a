/** Every call of the clouds that the worker makes, on a customer of the sandbox. */
import type {
  AdobePort,
  AwsPort,
  AzurePort,
  AzureSetupPort,
  SetupTarget,
  VaultProbePort,
  VaultReference,
} from '@keyway/core';

export interface Clouds {
  azure: AzurePort & AzureSetupPort;
  adobe: AdobePort;
  aws: AwsPort;
  vaults: VaultProbePort;
}
/** As `POST /scenario` answers, of a customer on Azure. */
export interface AzureCustomer {
  imsOrgId: string;
  tenantId: string;
  subscriptionId: string;
  applicationIds: { AEP: string };
  keys: { AEP: string };
  /** Of the vault, read before. */
  vaultId: string;
  /** Of Adobe's application in the tenant, read before. */
  principalId: string;
}
/** As `POST /scenario` answers, of a customer on AWS. */
export interface AwsCustomer {
  imsOrgId: string;
  aws: { roleArn: string; keyArn: string; keyPolicyTemplate: string };
}
export interface Customers {
  onAzure: AzureCustomer;
  onAws: AwsCustomer;
}

type Call = (clouds: Clouds, customers: Customers) => Promise<unknown>;
/** Such as `azure.readVault`. */
export type CallName = { [C in keyof Clouds]: `${C}.${keyof Clouds[C] & string}` }[keyof Clouds];

const azureConnection = ({ onAzure: { tenantId, subscriptionId } }: Customers) => ({
  ...{ tenantId, subscriptionId },
  clientId: '00000000-1111-2222-3333-444444444444',
  clientSecret: 'sandbox-secret',
});
const adobeConnection = ({ onAzure: { imsOrgId } }: Customers) => ({
  imsOrgId,
  host: 'platform.adobe.io',
  clientId: 'client-1',
  clientSecret: 'sandbox-secret',
  scopes: ['openid', 'AdobeID'],
});
const awsConnection = ({ onAws }: Customers) => ({
  roleArn: onAws.aws.roleArn,
  externalId: 'keyway-0123456789abcdef',
  region: 'us-east-1',
  organizationId: 'organization:1',
});

function keyOf({ onAzure: { keys, vaultId: resourceId } }: Customers) {
  const [host = '', , keyName = '', version = ''] = keys.AEP.replace('https://', '').split('/');
  const name = host.split('.')[0] ?? '';
  const vault: VaultReference & { resourceId: string } = { kind: 'vault', name, resourceId };
  return { vault, keyName, version };
}

const GROUP = 'rg-adobe-cmk';
const targetOf = (of: Customers): SetupTarget => ({
  ...{ subscriptionId: of.onAzure.subscriptionId, resourceGroup: GROUP },
  ...{ vaultName: keyOf(of).vault.name, keyName: keyOf(of).keyName },
});
/** Neither the vault nor the key of these is there. */
const newVault = (of: Customers): SetupTarget => {
  const target = targetOf(of);
  return { ...target, vaultName: target.vaultName.replace('-aep-', '-new-') };
};
const newKey = (of: Customers): SetupTarget => ({ ...targetOf(of), keyName: 'keyway-faults' });
const workspaceOf = ({ onAzure: { subscriptionId } }: Customers): string =>
  `/subscriptions/${subscriptionId}/resourceGroups/${GROUP}/providers/Microsoft.OperationalInsights/workspaces/log-security`;

const ASSIGNMENT = '7d0c2a4e-3b18-4f6d-9a57-c1e28f4b6d93';
const CONFIGURATION = 'keyway-faults';

/** These change something: each is tried on a customer of its own. */
export const CHANGING: ReadonlySet<string> = new Set<CallName>([
  'azure.assignRole',
  'azure.createVault',
  'azure.updateVault',
  'azure.createKey',
  'azure.putDiagnosticSetting',
  'azure.putLock',
  'adobe.submitConfiguration',
]);

/** Where what a call would change is not as it should be; other customers lack a role alone. */
export const SCENARIO_OF: Readonly<Record<string, string>> = {
  'azure.updateVault': 'noPurgeProtection',
} satisfies Partial<Record<CallName, string>>;

/** A new call of a port is an error of types here until it has its row. */
export const OUTBOUND_CALLS = {
  'azure.tryCredential': ({ azure }, of) => azure.tryCredential(azureConnection(of)),
  'azure.readVault': ({ azure }, of) => azure.readVault(azureConnection(of), keyOf(of).vault),
  'azure.readDeletedVault': ({ azure }, of) =>
    azure.readDeletedVault(azureConnection(of), keyOf(of).vault),
  'azure.readKey': ({ azure }, of) => {
    const { vault, keyName: name, version } = keyOf(of);
    return azure.readKey(azureConnection(of), vault, { name, version });
  },
  'azure.readServicePrincipal': ({ azure }, of) =>
    azure.readServicePrincipal(azureConnection(of), of.onAzure.applicationIds.AEP),
  'azure.readRoleAssignments': ({ azure }, of) => {
    const { vault, keyName } = keyOf(of);
    const about = { keyName, principalObjectId: of.onAzure.principalId };
    return azure.readRoleAssignments(azureConnection(of), vault, about);
  },
  'azure.readDenyAssignments': ({ azure }, of) => {
    const { vault, keyName } = keyOf(of);
    return azure.readDenyAssignments(azureConnection(of), vault, { keyName });
  },
  'azure.readPermissions': ({ azure }, of) =>
    azure.readPermissions(azureConnection(of), of.onAzure.vaultId),
  'azure.assignRole': ({ azure }, of) =>
    azure.assignRole(azureConnection(of), keyOf(of).vault, {
      guid: ASSIGNMENT,
      principalObjectId: of.onAzure.principalId,
    }),
  'azure.readSetup': ({ azure }, of) => azure.readSetup(azureConnection(of), targetOf(of)),
  'azure.createVault': ({ azure }, of) =>
    azure.createVault(azureConnection(of), newVault(of), {
      ...{ location: 'eastus', sku: 'premium', retentionDays: 90 },
      network: { defaultAction: 'Allow' },
    }),
  'azure.updateVault': ({ azure }, of) =>
    azure.updateVault(azureConnection(of), targetOf(of), { enablePurgeProtection: true }),
  'azure.createKey': ({ azure }, of) =>
    azure.createKey(azureConnection(of), newKey(of), {
      ...{ kty: 'RSA-HSM', size: 3072, keyOps: ['wrapKey', 'unwrapKey'], rotateAfter: 'P18M' },
    }),
  'azure.putDiagnosticSetting': ({ azure }, of) =>
    azure.putDiagnosticSetting(azureConnection(of), targetOf(of), {
      ...{ name: 'keyway-faults', workspaceId: workspaceOf(of) },
    }),
  'azure.putLock': ({ azure }, of) =>
    azure.putLock(azureConnection(of), targetOf(of), { name: 'keyway-faults', notes: '' }),
  'vaults.probe': ({ vaults }, of) => vaults.probe(keyOf(of).vault),
  'adobe.tryCredential': ({ adobe }, of) => adobe.tryCredential(adobeConnection(of)),
  'adobe.readAppRegistration': ({ adobe }, of) => adobe.readAppRegistration(adobeConnection(of)),
  'adobe.readConfiguration': ({ adobe }, of) =>
    adobe.readConfiguration(adobeConnection(of), CONFIGURATION),
  'adobe.submitConfiguration': ({ adobe }, of) => {
    const { imsOrgId, keys } = of.onAzure;
    const configData = {
      providerType: 'AZURE_KEYVAULT',
      keyVaultKeyIdentifier: keys.AEP,
    };
    const body = { name: CONFIGURATION, type: 'BYOK_CONFIG', imsOrgId, configData };
    return adobe.submitConfiguration(adobeConnection(of), JSON.stringify(body));
  },
  'aws.tryRole': ({ aws }, of) => aws.tryRole(awsConnection(of)),
  'aws.readKey': ({ aws }, of) => aws.readKey(awsConnection(of), of.onAws.aws.keyArn),
  'aws.readRotation': ({ aws }, of) => aws.readRotation(awsConnection(of), of.onAws.aws.keyArn),
  'aws.readKeyPolicy': ({ aws }, of) => aws.readKeyPolicy(awsConnection(of), of.onAws.aws.keyArn),
} as const satisfies Record<CallName, Call>;

/** The customers with what the calls need, read while nothing is spoiled. */
export async function prepared(
  clouds: Clouds,
  onAzure: Omit<AzureCustomer, 'vaultId' | 'principalId'>,
  onAws: AwsCustomer,
): Promise<Customers> {
  const before = { onAzure: { ...onAzure, vaultId: '', principalId: '' }, onAws };
  const connection = azureConnection(before);
  const vault = { ...keyOf(before).vault, resourceId: null };
  const { resourceId: vaultId } = await clouds.azure.readVault(connection, vault);
  const { objectId: principalId } = await clouds.azure.readServicePrincipal(
    connection,
    onAzure.applicationIds.AEP,
  );
  return { onAzure: { ...onAzure, vaultId, principalId }, onAws };
}
