import type { ReasonOf } from '@keyway/core';

export const accessRefusals = {
  idempotencyKeyLength: 'The idempotency key must have 1 to {max} characters. It can be left out.',
  idempotencyKeyReused:
    'This idempotency key was used for another request in the last 24 hours. Use a new key.',
  roleMissing:
    'Your role {role} can’t run {mutation}. It requires {needed, select, OWNER {OWNER} other {{needed} or OWNER}}.',
  scopeMissing:
    'This token doesn’t have the scope {scope}, which the mutation {mutation} requires. Use a token that has it.',
  tokenExpiresTooLate:
    'A token can’t outlive the token that creates it. Choose a time up to {expiresAt}.',
  tokenLimited:
    'This token is limited to certain organizations and can’t create others. Use a token without this limit.',
  tokenNotFound: 'This API token doesn’t exist.',
  tokenOrganizationsEmpty: 'Name at least one organization, or leave the list out for all of them.',
  tokenRoleTooHigh: 'A token can’t have a higher role than its creator. Your role is {role}.',
  tokenScopeNotHeld: 'A token can’t have the scope {scope}, which its creator doesn’t have.',
  tokenScopesEmpty: 'Choose at least one of these scopes: {scopes}.',
  tokenScopeUnknown: '“{scope}” is not a scope. Available scopes: {scopes}.',
} satisfies Record<ReasonOf<'access'>, string>;
