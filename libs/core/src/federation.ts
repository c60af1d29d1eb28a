/** Workload identity federation: what assertions name, and what a customer enters in Entra. */

/** The audience that Entra expects of every federated credential. */
export const FEDERATION_AUDIENCE = 'api://AzureADTokenExchange';

/** The subject of assertions of one organization, by its ID in the store; compared exactly. */
export const federationSubject = (organizationId: string): string =>
  `keyway:organization:${organizationId}`;
