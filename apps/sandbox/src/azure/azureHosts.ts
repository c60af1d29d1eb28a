/**
 * The real host names of Azure's services, which the sandbox answers for.
 */
export const ENTRA_HOST = 'login.microsoftonline.com';
export const ARM_HOST = 'management.azure.com';
export const GRAPH_HOST = 'graph.microsoft.com';
export const VAULT_SUFFIX = '.vault.azure.net';
export const HSM_SUFFIX = '.managedhsm.azure.net';
