/**
 * What to do about a refused credential, by the cloud's own code (docs/reference/clouds.md 3,
 * AUTH-02).
 */
export const REMEDIES = {
  AADSTS90002: 'connection.remedy.tenant',
  AADSTS900023: 'connection.remedy.tenant',
  AADSTS700016: 'connection.remedy.application',
  AADSTS7000215: 'connection.remedy.secret',
  AADSTS7000222: 'connection.remedy.secretExpired',
  SubscriptionNotFound: 'connection.remedy.subscription',
  InvalidSubscriptionId: 'connection.remedy.subscription',
  InvalidAuthenticationTokenTenant: 'connection.remedy.subscription',
  AuthorizationFailed: 'connection.remedy.reader',
  invalid_client: 'connection.remedy.client',
  invalid_scope: 'connection.remedy.scopes',
  unauthorized_client: 'connection.remedy.grant',
} as const;

export function remedyOf(code: string | null | undefined) {
  return code && Object.hasOwn(REMEDIES, code)
    ? REMEDIES[code as keyof typeof REMEDIES]
    : 'connection.remedy.other';
}
