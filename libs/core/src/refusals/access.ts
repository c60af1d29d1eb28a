/** Roles, scopes, API tokens and idempotency keys. */
import { reason, type Reason } from './reason.ts';

export const accessReasons = {
  alreadyMember: reason('CONFLICT', 'name'),
  claimEmpty: reason('INVALID_INPUT'),
  claimRuleTwice: reason('INVALID_INPUT', 'claim', 'value'),
  emailInvalid: reason('INVALID_INPUT'),
  grantsEmpty: reason('INVALID_INPUT'),
  grantsMany: reason('INVALID_INPUT', 'max'),
  idempotencyKeyLength: reason('INVALID_INPUT', 'max'),
  idempotencyKeyReused: reason('IDEMPOTENCY_KEY_REUSED'),
  invitationAccepted: reason('INVITATION_CLOSED'),
  invitationNotFound: reason('NOT_FOUND'),
  invitationTooLong: reason('INVALID_INPUT', 'days'),
  lastOwner: reason('LAST_OWNER'),
  memberNotFound: reason('NOT_FOUND'),
  partnerGrantMissing: reason('FORBIDDEN', 'mutation', 'needed'),
  personNeeded: reason('FORBIDDEN', 'mutation'),
  roleMissing: reason('FORBIDDEN', 'role', 'mutation', 'needed'),
  rulesMany: reason('INVALID_INPUT', 'max'),
  scopeMissing: reason('FORBIDDEN', 'scope', 'mutation'),
  tokenExpiresTooLate: reason('INVALID_INPUT', 'expiresAt'),
  tokenNotFound: reason('NOT_FOUND'),
  tokenOrganizationsEmpty: reason('INVALID_INPUT'),
  tokenScopeNotHeld: reason('INVALID_INPUT', 'scope'),
  tokenScopesEmpty: reason('INVALID_INPUT', 'scopes'),
  tokenScopeUnknown: reason('INVALID_INPUT', 'scope', 'scopes'),
} satisfies Record<string, Reason>;
