/**
 * Adobe's documented errors by code (ERR-01 to ERR-07), OAuth's of the token endpoint (AUTH-02),
 * and answers without a code. The CMK endpoints document none (ERR-06).
 */
import { networkHints, OWN_CODES, type FailureHint } from './hint.ts';

/** Rules and actor of each failure of Adobe, by its documented code, else by kind. */
export const ADOBE_HINTS = {
  // Gateway
  '400003': { rules: ['ERR-01', 'GL-09'], actor: 'PARTNER' },
  '401013': { rules: ['ERR-01', 'AUTH-04'], actor: 'PARTNER' },
  '403000': { rules: ['ERR-01', 'API-02'], actor: 'PARTNER' },
  '403003': { rules: ['ERR-01', 'API-02'], actor: 'PARTNER' },
  '403010': { rules: ['ERR-01', 'ERR-05'], actor: 'PARTNER' },
  '403025': { rules: ['ERR-01', 'ROLE-03'], actor: 'PARTNER' },
  '403027': { rules: ['ERR-01', 'REG-08', 'REG-07'], actor: 'PARTNER' },
  // Problem format
  BadRequestError: { rules: ['ERR-02', 'AEP-39', 'GAP-06'], actor: 'PARTNER' },
  // Token endpoint
  invalid_client: { rules: ['AUTH-02', 'AUTH-04'], actor: 'PARTNER' },
  invalid_scope: { rules: ['AUTH-02', 'AUTH-05'], actor: 'PARTNER' },
  invalid_request: { rules: ['AUTH-02'], actor: 'PARTNER' },
  invalid_grant: { rules: ['AUTH-01', 'AUTH-02'], actor: 'PARTNER' },
  unauthorized_client: { rules: ['AUTH-01'], actor: 'PARTNER' },
  unsupported_grant_type: { rules: ['AUTH-01'], actor: 'PARTNER' },
  // By kind
  credential: { rules: ['ERR-04', 'AUTH-05'], actor: 'PARTNER' },
  denied: { rules: ['ERR-07', 'ROLE-01', 'ENT-01'], actor: 'PARTNER' },
  notFound: { rules: ['ERR-04', 'ST-09', 'GAP-01'], actor: 'PARTNER' },
  notFoundOnSend: { rules: ['ERR-04', 'REG-09', 'ENT-01'], actor: 'PARTNER' },
  tokenNotFound: { rules: ['ERR-04', 'AUTH-02'], actor: 'SYSTEM' },
  conflict: { rules: ['GAP-31'], actor: 'PARTNER' },
  rejected: { rules: ['ERR-04', 'ERR-06'], actor: 'PARTNER' },
  throttled: { rules: ['ERR-04'], actor: 'SYSTEM' },
  unavailable: { rules: ['ERR-04'], actor: 'SYSTEM' },
  noAnswer: { rules: ['AEP-40'], actor: 'SYSTEM' },
  badResponse: { rules: ['ERR-03'], actor: 'SYSTEM' },
  // Keyway's own
  [OWN_CODES.notConnected]: { rules: ['ROLE-03'], actor: 'PARTNER' },
  [OWN_CODES.credentialNotReadable]: { rules: ['ROLE-03'], actor: 'PARTNER' },
  [OWN_CODES.noHost]: { rules: ['VAL-28', 'REG-09'], actor: 'PARTNER' },
  [OWN_CODES.notReadYet]: { rules: ['AEP-19'], actor: 'SYSTEM' },
  ...networkHints('AEP-40'),
} as const satisfies Record<string, FailureHint>;

/** The key of a hint of Adobe, and of its texts. */
export type AdobeHintId = keyof typeof ADOBE_HINTS;
