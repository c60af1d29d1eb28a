/**
 * What the consent form proves: that it is of this session and of exactly this request. Its key is
 * the cookie's token, which no other site reads and which the database doesn't hold.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { parametersOf, type AuthorizationRequest } from './authorizationRequest.ts';

export const consentToken = (cookieToken: string, request: AuthorizationRequest): string =>
  createHmac('sha256', cookieToken)
    .update(`keyway consent ${JSON.stringify(parametersOf(request))}`)
    .digest('base64url');

export function isConsentToken(
  given: string | null,
  cookieToken: string,
  request: AuthorizationRequest,
): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(consentToken(cookieToken, request))];
  return a.length === b.length && timingSafeEqual(a, b);
}
