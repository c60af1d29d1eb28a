/** Azure: Entra, ARM, Graph, Key Vault and Managed HSM behind the core's `AzurePort`. */
export { createAzureConnector } from './createAzureConnector.ts';
export { createKeyVaultWrapper } from './keyWrapper/createKeyVaultWrapper.ts';
export { createVaultProbe, resolveHost } from './createVaultProbe.ts';
