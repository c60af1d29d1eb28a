/**
 * A service principal as Microsoft Graph describes it (docs/reference/clouds.md 4) as facts. Pure.
 */
import { ConnectorError, isGuid, OWN_CODES, type ServicePrincipalFacts } from '@keyway/core';
import { z } from 'zod';
import { lenientText, optional, parseResponse } from '@keyway/connector-transport';

const guid = z.string().refine(isGuid);
const schema = z.object({
  id: guid,
  appId: guid,
  displayName: lenientText,
  accountEnabled: optional(z.boolean()),
});

/**
 * Throws `badResponse` for another form, or where the answer is about another application than
 * asked (AEP-31).
 */
export function servicePrincipalFacts(
  document: unknown,
  requested: { appId: string; tenantId: string },
): ServicePrincipalFacts {
  const principal = parseResponse(schema, document, 'The service principal');
  if (principal.appId.toLowerCase() !== requested.appId.toLowerCase()) {
    throw new ConnectorError(
      { kind: 'badResponse', code: OWN_CODES.otherResource },
      { detail: 'The answer is about another application than the one asked for' },
    );
  }
  return {
    objectId: principal.id,
    appId: principal.appId,
    displayName: principal.displayName,
    accountEnabled: principal.accountEnabled,
    tenantId: requested.tenantId,
  };
}
