/** What an application of a tenant may sign in with, beside any secret of a sandbox. */
export interface ApplicationCredentials {
  tenantId: string;
  clientId: string;
  /** PEM. */
  certificates: string[];
  federated: { issuer: string; subject: string; audience: string }[];
}
