/** Azure: Entra, ARM, Graph, Key Vault and Managed HSM behind the core's `AzurePort`. */
export { createAzureConnector } from './createAzureConnector.ts';
export type { AzureConnectorOptions } from './createAzureConnector.ts';
export { createKeyVaultWrapper } from './keyWrapper/createKeyVaultWrapper.ts';
export type { KeyVaultWrapperOptions } from './keyWrapper/createKeyVaultWrapper.ts';
