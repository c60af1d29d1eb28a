/** Which cases ask each reading call of the ports. A new call does not compile without them. */
import type { AdobePort, AwsPort, AzurePort, AzureSetupPort, VaultProbePort } from '@keyway/core';

/** Everything that is asked, by cloud. */
export interface Ports {
  azure: AzurePort & AzureSetupPort;
  adobe: AdobePort;
  aws: AwsPort;
  vaults: VaultProbePort;
}

/** A call of a port, such as `azure.readVault`. */
export type CallName = { [C in keyof Ports]: `${C}.${keyof Ports[C] & string}` }[keyof Ports];

/** They change something, so no case asks them: `npm run judge` only reads. */
export const CHANGING_CALLS = [
  'azure.assignRole',
  'azure.createVault',
  'azure.updateVault',
  'azure.createKey',
  'azure.putDiagnosticSetting',
  'azure.putLock',
  'adobe.submitConfiguration',
] as const satisfies readonly CallName[];

type ReadingCall = Exclude<CallName, (typeof CHANGING_CALLS)[number]>;

/** The first is the one that must succeed; the others try what is wrong or absent. */
export const READ_CASES: Record<ReadingCall, readonly [string, ...string[]]> = {
  'azure.tryCredential': ['azure.credential', 'azure.wrongSecret'],
  'azure.readVault': ['azure.vaultByName', 'azure.vaultById', 'azure.absentVault'],
  'azure.readDeletedVault': ['azure.deletedVault'],
  'azure.readKey': ['azure.key', 'azure.keyVersion', 'azure.absentKey'],
  'azure.readServicePrincipal': ['azure.servicePrincipal', 'azure.absentServicePrincipal'],
  'azure.readRoleAssignments': ['azure.roleAssignments'],
  'azure.readDenyAssignments': ['azure.denyAssignments'],
  'azure.readPermissions': ['azure.permissions'],
  'azure.readSetup': ['azure.setup'],
  'vaults.probe': ['azure.probe'],
  'adobe.tryCredential': ['adobe.credential', 'adobe.wrongSecret'],
  'adobe.readAppRegistration': ['adobe.appRegistration'],
  'adobe.readConfiguration': ['adobe.configuration', 'adobe.absentConfiguration'],
  'aws.tryRole': ['aws.role', 'aws.wrongExternalId'],
  'aws.readKey': ['aws.key', 'aws.absentKey'],
  'aws.readRotation': ['aws.rotation'],
  'aws.readKeyPolicy': ['aws.keyPolicy'],
};
