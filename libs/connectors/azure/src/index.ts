/** Azure: Entra, ARM, Graph, Key Vault and Managed HSM behind the core's `AzurePort`. */
export { createAzureConnector } from './createAzureConnector.ts';
export type { AzureConnectorOptions } from './createAzureConnector.ts';
export { SandboxAgent } from './sandboxAgent.ts';
export type { SandboxAddress } from './sandboxAgent.ts';
export { DEFAULT_RETRY_LIMITS } from './transport/retryDelay.ts';
export type { RetryLimits } from './transport/retryDelay.ts';
