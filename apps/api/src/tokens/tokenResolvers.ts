/** API tokens, which owners create, list and revoke. None gets more access than its creator. */
import {
  globalId,
  missingFor,
  organizationsToMutate,
  parseGlobalId,
  refuse,
  SCOPES,
  scopesOfRole,
  type Instant,
  type Refusal,
} from '@keyway/core';
import { Refused, type ApiTokenRecord, type NewApiToken, type PartnerStore } from '@keyway/store';
import { GraphQLError } from 'graphql';
import { requireSignedIn, type RequestContext } from '../context.ts';
import { presentItems } from '../loaders.ts';
import type {
  CreateApiTokenInput,
  Resolvers,
  ResolversTypes,
  RevokeApiTokenInput,
} from '../generated/resolverTypes.ts';
import { EACH, mutate } from '../mutate.ts';
import { connectionResolvers, pageOf } from '../schema/pages.ts';
import { InputValidator } from '../userErrors/inputValidator.ts';

/** Organizations that one token may be limited to. */
const MAX_ORGANIZATIONS = 1000;

/** The organizations whose tokens the viewer manages; null: every one, and the partner's own. */
const managedOrganizations = (context: RequestContext): string[] | null =>
  organizationsToMutate(requireSignedIn(context).viewer, 'createApiToken');

/** Reads the tokens that the viewer manages; null where there are none. */
function managedTokens(context: RequestContext): PartnerStore | null {
  const organizationIds = managedOrganizations(context);
  if (organizationIds?.length === 0) return null;
  const { partnerId } = requireSignedIn(context).viewer;
  return context.services.store.forPartner({ partnerId, organizationIds });
}

/** A token that the viewer may see, or null. */
export const visibleToken = async (
  context: RequestContext,
  uuid: string,
): Promise<ApiTokenRecord | null> => (await managedTokens(context)?.apiToken(uuid)) ?? null;

function validateScopes(validate: InputValidator, scopes: readonly string[]): string[] {
  const unknown = scopes.find((scope) => !SCOPES.some((known) => known === scope));
  if (unknown !== undefined)
    validate.refuse('tokenScopeUnknown', 'scopes', { scope: unknown.slice(0, 40), scopes: SCOPES });
  if (scopes.length === 0) validate.refuse('tokenScopesEmpty', 'scopes', { scopes: SCOPES });
  return [...new Set(scopes)];
}

/** UUIDs of the named organizations; without any, those whose tokens the viewer manages. */
async function validateOrganizations(
  context: RequestContext,
  validate: InputValidator,
  ids: readonly string[] | null | undefined,
): Promise<string[] | null> {
  const { partner } = requireSignedIn(context);
  const managed = managedOrganizations(context);
  if (!ids) return managed;
  if (ids.length === 0) validate.refuse('tokenOrganizationsEmpty', 'organizationIds');
  if (ids.length > MAX_ORGANIZATIONS)
    validate.refuse('tooManyOrganizations', 'organizationIds', { max: MAX_ORGANIZATIONS });
  validate.pass();
  const uuids = ids.map((id) => parseGlobalId('Organization', id));
  const found = await partner.organizationsByIds(uuids.filter((uuid) => uuid !== null));
  const missing = uuids.findIndex((uuid) => uuid === null || !found.has(uuid));
  if (missing >= 0)
    throw new Refused(refuse('organizationNotFound', ['organizationIds', String(missing)]));
  const foreign = uuids.findIndex((uuid) => managed && !managed.includes(uuid ?? ''));
  if (foreign >= 0) {
    const { viewer } = requireSignedIn(context);
    const refusal = missingFor(viewer, 'createApiToken', uuids[foreign] ?? null);
    throw new Refused({ ...refusal, field: ['organizationIds', String(foreign)] });
  }
  return [...new Set(found.keys())];
}

/**
 * A token expires no later than the token that created it. Otherwise a token that is valid for an
 * hour could create one that never expires.
 */
function validateExpiry(
  context: RequestContext,
  validate: InputValidator,
  given: Instant | null | undefined,
): Instant | null {
  const { kind, expiresAt: creatorExpiresAt } = requireSignedIn(context).viewer;
  const expiresAt = validate.future('expiresAt', given, context.services.now());
  if (kind === 'MEMBER' || creatorExpiresAt === null) return expiresAt;
  if (expiresAt !== null && expiresAt > creatorExpiresAt)
    validate.refuse('tokenExpiresTooLate', 'expiresAt', { expiresAt: creatorExpiresAt });
  return expiresAt ?? creatorExpiresAt;
}

async function validateInput(
  context: RequestContext,
  input: CreateApiTokenInput,
): Promise<NewApiToken> {
  const { viewer } = requireSignedIn(context);
  const validate = new InputValidator();
  const name = validate.name('name', input.name);
  const scopes = validateScopes(validate, input.scopes);
  const expiresAt = validateExpiry(context, validate, input.expiresAt);
  const notHeld = scopes.find((scope) => !viewer.scopes.includes(scope));
  if (notHeld && SCOPES.some((scope) => scope === notHeld))
    validate.refuse('tokenScopeNotHeld', 'scopes', { scope: notHeld });
  validate.pass();
  const organizationIds = await validateOrganizations(context, validate, input.organizationIds);
  const { kind, id, principal, name: makerName } = viewer;
  return {
    name,
    role: input.role,
    scopes,
    organizationIds,
    expiresAt,
    maker: { kind, id, principal, name: makerName },
  };
}

async function createApiToken(
  context: RequestContext,
  input: CreateApiTokenInput,
): Promise<Awaited<ResolversTypes['CreateApiTokenPayload']>> {
  let token: NewApiToken;
  const outcome = await mutate(context, {
    name: 'createApiToken',
    input,
    secretResult: true,
    target: () => Promise.resolve(EACH),
    validate: async () => {
      token = await validateInput(context, input);
    },
    work: (unit, occurrence) => unit.tokens.create(token, occurrence()),
  });
  return 'userErrors' in outcome
    ? { token: null, apiToken: null, userErrors: outcome.userErrors }
    : { ...outcome.result, userErrors: [] };
}

const noToken = (): Refusal => refuse('tokenNotFound', ['id']);

async function revokeApiToken(
  context: RequestContext,
  input: RevokeApiTokenInput,
): Promise<Awaited<ResolversTypes['RevokeApiTokenPayload']>> {
  const uuid = parseGlobalId('ApiToken', input.id);
  const outcome = await mutate(context, {
    name: 'revokeApiToken',
    input,
    // Viewers see no token but those that they manage.
    target: async () =>
      uuid && (await visibleToken(context, uuid)) ? EACH : { refusal: noToken() },
    validate: async () => {
      if (!uuid || !(await visibleToken(context, uuid))) throw new Refused(noToken());
    },
    work: async (unit, occurrence) => {
      const revoked = await unit.tokens.revoke(uuid ?? '', occurrence());
      if ('refusal' in revoked) throw new Refused(noToken());
      return { apiToken: revoked.apiToken };
    },
  });
  if ('userErrors' in outcome) return { apiToken: null, userErrors: outcome.userErrors };
  context.services.accessChanged();
  return { apiToken: outcome.result.apiToken, userErrors: [] };
}

export const tokenResolvers: Resolvers = {
  Query: {
    apiTokens: async (_, { first, after }, context) => {
      const partner = managedTokens(context);
      if (!partner)
        throw new GraphQLError('Only owners with the scope admin can list API tokens.', {
          extensions: { code: 'FORBIDDEN' },
        });
      return pageOf(partner.apiTokens({ first, after }));
    },
  },
  Mutation: {
    createApiToken: (_, { input }, context) => createApiToken(context, input),
    revokeApiToken: (_, { input }, context) => revokeApiToken(context, input),
  },
  ApiToken: {
    id: (token) => globalId('ApiToken', token.id),
    client: ({ clientId }) => clientId,
    unusableScopes: ({ role, scopes }) => {
      const usable: readonly string[] = scopesOfRole(role);
      return scopes.filter((scope) => !usable.includes(scope));
    },
    organizations: async ({ organizationIds }, _args, context) =>
      organizationIds &&
      presentItems(await requireSignedIn(context).loaders.organization.loadMany(organizationIds)),
  },
  ApiTokenConnection: { ...connectionResolvers },
};
