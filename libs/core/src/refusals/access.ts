/** Roles, scopes, API tokens and idempotency keys. */
import { reason, type Reason } from './reason.ts';

export const accessReasons = {
  idempotencyKeyLength: reason('INVALID_INPUT', 'max'),
  idempotencyKeyReused: reason('IDEMPOTENCY_KEY_REUSED'),
  roleMissing: reason('FORBIDDEN', 'role', 'mutation', 'needed'),
  scopeMissing: reason('FORBIDDEN', 'scope', 'mutation'),
  tokenExpiresTooLate: reason('INVALID_INPUT', 'expiresAt'),
  tokenLimited: reason('FORBIDDEN'),
  tokenNotFound: reason('NOT_FOUND'),
  tokenOrganizationsEmpty: reason('INVALID_INPUT'),
  tokenRoleTooHigh: reason('INVALID_INPUT', 'role'),
  tokenScopeNotHeld: reason('INVALID_INPUT', 'scope'),
  tokenScopesEmpty: reason('INVALID_INPUT', 'scopes'),
  tokenScopeUnknown: reason('INVALID_INPUT', 'scope', 'scopes'),
} satisfies Record<string, Reason>;
