/** The path of a request as telemetry may show it: the fixed parts of the clouds' paths. */

/** Every other part is somebody's: an ID, a name, a code. A new call adds its fixed parts here. */
const FIXED: ReadonlySet<string> = new Set(
  [
    'subscriptions resourceGroups providers',
    'Microsoft.KeyVault vaults managedHSMs deletedVaults deletedManagedHSMs checkNameAvailability',
    'keys versions wrapkey unwrapkey',
    'Microsoft.Authorization roleAssignments denyAssignments roleDefinitions permissions locks',
    'Microsoft.Insights diagnosticSettings',
    'v1.0 v2.0 oauth2 token servicePrincipals',
    'ims v3 data infrastructure manager byok app-registration customer config',
  ].flatMap((line) => line.split(' ')),
);

const templateOf = (part: string): string => (part === '' || FIXED.has(part) ? part : '{}');

/** @param path without its query */
export const pathTemplate = (path: string): string => path.split('/').map(templateOf).join('/');
