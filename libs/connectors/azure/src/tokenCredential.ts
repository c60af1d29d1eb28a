/**
 * Entra tokens for one connection, by its client credential (RFC 6749, 4.4). Concurrent callers
 * share a request, and later ones its token.
 */
import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth';
import {
  createHttpHeaders,
  createPipelineFromOptions,
  createPipelineRequest,
} from '@azure/core-rest-pipeline';
import type { PipelineRequest } from '@azure/core-rest-pipeline';
import { ConnectorError, OWN_CODES } from '@keyway/core';
import type { AzureConnection } from '@keyway/core';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { currentScope, newScope, runInScope } from './callScope.ts';
import { clientAuthentication, malformedCredential } from './clientAuthentication.ts';
import { createTransport, refusal, RETRIES_BY_TRANSPORT } from './transport/createTransport.ts';
import type { TransportOptions } from './transport/createTransport.ts';
import { onlyNeeded } from './transport/onlyNeeded.ts';
import { tokenFailure } from './transport/responseFailure.ts';

const LOGIN_HOST = 'login.microsoftonline.com';
/** Scopes times tenants, of which vaults name others in their challenges. */
const MAX_TOKENS = 50;
/** A token is not used in its last five minutes. */
const MARGIN_MS = 300_000;
/** A tenant's ID or domain: it becomes part of the path. */
const TENANT = /^(?=.*[0-9a-zA-Z])[0-9a-zA-Z.-]{1,253}$/;

const tokenSchema = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]{1,65536}$/),
  expires_in: z.coerce.number().positive(),
});
const claimsSchema = z.looseObject({ access_token: z.looseObject({}).optional() });

/** Holds no credential, so that all connections share it. */
const { pipeline } = onlyNeeded({ pipeline: createPipelineFromOptions(RETRIES_BY_TRANSPORT) });

interface Kept {
  token: Promise<AccessToken>;
  /** Epoch milliseconds; infinite while it is requested. */
  usableUntil: number;
}

type Wanted = Pick<GetTokenOptions, 'tenantId' | 'claims' | 'enableCae'>;

/**
 * The `claims` of a request. A client that says `cp1` gets tokens that can be revoked at once, and
 * hears of it by a challenge, whose claims go here (continuous access evaluation).
 */
function claimsOf({ claims, enableCae }: Wanted): string | undefined {
  if (!enableCae) return claims;
  const given = claimsSchema.parse(JSON.parse(claims ?? '{}'));
  const accessToken = { ...given.access_token, xms_cc: { values: ['cp1'] } };
  return JSON.stringify({ ...given, access_token: accessToken });
}

/** Without a token no request was sent, so nothing was done. */
function unambiguous(error: unknown): ConnectorError {
  if (error instanceof ConnectorError)
    return new ConnectorError(error.failure, { ambiguous: false });
  return new ConnectorError(
    { kind: 'badResponse', code: OWN_CODES.unexpectedResponse, host: LOGIN_HOST },
    { ambiguous: false },
  );
}

/**
 * Every failure of the answer's `getToken` is a ConnectorError that is not ambiguous. Throws one
 * where the connection is malformed.
 */
export function createTokenCredential(
  connection: AzureConnection,
  options: Omit<TransportOptions, 'host'>,
): TokenCredential {
  const { tenantId: ownTenant, clientId } = connection;
  if (!TENANT.test(ownTenant) || !clientId) throw malformedCredential();
  const authenticate = clientAuthentication(connection);
  const forms = new WeakMap<PipelineRequest, () => Promise<string>>();
  const transport = createTransport({
    ...options,
    host: LOGIN_HOST,
    failureOf: tokenFailure,
    repeatable: () => true,
    bodyOf: (one) => forms.get(one)!(),
  });
  const tokens = new LRUCache<string, Kept>({ maxSize: MAX_TOKENS, sizeCalculation: () => 1 });

  async function request(scopes: string, wanted: Wanted): Promise<AccessToken> {
    // A vault may live in another tenant than the connection names; its challenge says so
    // (docs/reference/clouds.md 1).
    const tenant = wanted.tenantId ?? ownTenant;
    if (!TENANT.test(tenant)) throw malformedCredential();
    const url = `https://${LOGIN_HOST}/${tenant}/oauth2/v2.0/token`;
    const claims = claimsOf(wanted);
    // Entra may have taken the assertion of an attempt whose answer was lost (RFC 7523, 3).
    const form = async (): Promise<string> =>
      new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        ...(await authenticate(url)),
        scope: scopes,
        ...(claims === undefined ? {} : { claims }),
      }).toString();
    const requested = createPipelineRequest({
      url,
      method: 'POST',
      headers: createHttpHeaders({
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
      }),
    });
    forms.set(requested, form);
    const response = await pipeline.sendRequest(transport, requested);
    // A refusal that offers a way to sign in is left to the caller by the transport.
    if (response.status >= 300)
      throw refusal(response, { secrets: options.secrets, failureOf: tokenFailure });
    const answer = tokenSchema.parse(JSON.parse(response.bodyAsText ?? ''));
    const expiresOnTimestamp = Date.now() + answer.expires_in * 1000;
    return { token: answer.access_token, expiresOnTimestamp, tokenType: 'Bearer' };
  }

  function begin(key: string, scopes: string, wanted: Wanted): Promise<AccessToken> {
    // A scope of its own: the token is shared, so one caller that aborts must not fail the others.
    const requested = runInScope(newScope(null, { onRequest: currentScope().onRequest }), () =>
      request(scopes, wanted),
    );
    const kept: Kept = { token: requested, usableUntil: Infinity };
    kept.token = requested.then(
      (token) => {
        kept.usableUntil = token.expiresOnTimestamp - MARGIN_MS;
        return token;
      },
      (error: unknown) => {
        if (tokens.peek(key) === kept) tokens.delete(key);
        throw unambiguous(error);
      },
    );
    tokens.set(key, kept);
    return kept.token;
  }

  return {
    getToken(scopes, { tenantId, claims, enableCae } = {}) {
      const text = [scopes].flat().join(' ');
      const key = JSON.stringify([text, tenantId, enableCae]);
      const kept = tokens.get(key);
      // Whoever brings claims was refused with the token that is kept.
      if (kept && claims === undefined && kept.usableUntil > Date.now()) return kept.token;
      return begin(key, text, { tenantId, claims, enableCae });
    },
  };
}
