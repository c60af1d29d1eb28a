/**
 * Verifies client assertions as Entra does: signed by a certificate of the application, or by an
 * issuer that the application trusts, whose keys are fetched from what it publishes.
 */
import { X509Certificate } from 'node:crypto';
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { JSONWebKeySet, JWTPayload, JWTVerifyGetKey } from 'jose';
import { isObject } from '../../isObject.ts';
import type { Answer } from '../../server/exchange.ts';
import type { SandboxContext } from '../../server/sandboxContext.ts';
import type { ApplicationCredentials } from '../../state/applicationCredentials.ts';
import { ENTRA_HOST } from '../azureHosts.ts';
import { entraError } from './entraError.ts';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const FETCH_MS = 5_000;

interface Asked {
  tenant: string;
  clientId: string;
  form: URLSearchParams;
}

const refused = (code: number, text: string, status = 401): Answer =>
  entraError(status, 'invalid_client', code, text);

const thumbprintOf = (pem: string): string =>
  Buffer.from(new X509Certificate(pem).fingerprint256.replaceAll(':', ''), 'hex').toString(
    'base64url',
  );

/** The refusal, or undefined where the assertion is accepted. */
export async function validateAssertion(
  { tenant, clientId, form }: Asked,
  { world, now }: SandboxContext,
): Promise<Answer | undefined> {
  const assertion = form.get('client_assertion') ?? '';
  const claims = read(() => decodeJwt(assertion));
  const header = read(() => decodeProtectedHeader(assertion));
  if (!claims || !header || form.get('client_assertion_type') !== ASSERTION_TYPE)
    return refused(50027, 'JWT token is invalid or malformed.');
  const credentials = world.applicationCredentials.get(`${tenant}/${clientId}`);
  const used = usedIn.get(world) ?? new Map<string, number>();
  usedIn.set(world, used);
  const common = { assertion, claims, credentials, at: new Date(now()), used };
  if (claims.iss !== clientId) return validateFederated({ ...common, clientId });
  const thumbprint = String(header['x5t#S256'] ?? '');
  return validateCertificate({ ...common, clientId, tenant, thumbprint });
}

function read<T>(decode: () => T): T | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}

interface Presented {
  assertion: string;
  claims: JWTPayload;
  credentials: ApplicationCredentials | undefined;
  clientId: string;
  at: Date;
  used: UsedAssertions;
}

/** Until when an assertion would be valid, in seconds, by issuer and `jti`. */
type UsedAssertions = Map<string, number>;
const usedIn = new WeakMap<object, UsedAssertions>();

/** False where it was used before. Those that are over are forgotten. */
function countsOnce(used: UsedAssertions, { iss, jti, exp = 0 }: JWTPayload, at: Date): boolean {
  for (const [name, until] of used) if (until * 1000 < at.getTime()) used.delete(name);
  const name = JSON.stringify([iss, jti]);
  if (used.has(name)) return false;
  used.set(name, exp);
  return true;
}

async function validateCertificate({
  tenant,
  thumbprint,
  ...presented
}: Presented & { tenant: string; thumbprint: string }): Promise<Answer | undefined> {
  const { claims, clientId, credentials, at } = presented;
  const pem = credentials?.certificates.find((one) => thumbprintOf(one) === thumbprint);
  if (!pem)
    return refused(
      700027,
      `The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found.].`,
    );
  if (claims.sub !== clientId)
    return refused(
      700021,
      "Client assertion application identifier doesn't match 'client_id' parameter.",
    );
  const certificate = new X509Certificate(pem);
  if (at < certificate.validFromDate || at > certificate.validToDate)
    return refused(
      1000502,
      'The provided certificate is not within its specified validity period.',
    );
  const tokenUrl = `https://${ENTRA_HOST}/${tenant}/oauth2/v2.0/token`;
  const audiences = [tokenUrl, `https://${ENTRA_HOST}/${tenant}/v2.0`];
  return verify(presented, () => Promise.resolve(certificate.publicKey), {
    audience: audiences,
    algorithms: ['PS256', 'RS256'],
    audienceCode: 700023,
  });
}

async function validateFederated(presented: Presented): Promise<Answer | undefined> {
  const { claims, credentials } = presented;
  const trusted = credentials?.federated ?? [];
  if (trusted.length === 0)
    return refused(
      700213,
      `No matching federated identity record found for presented assertion subject '${claims.sub}'. Check your federated identity credential Subject, Audience and Issuer against the presented assertion.`,
    );
  const ofIssuer = trusted.filter(({ issuer }) => issuer === claims.iss);
  if (ofIssuer.length === 0)
    return refused(
      700211,
      `No matching federated identity record found for presented assertion issuer '${claims.iss}'.`,
    );
  const match = ofIssuer.find(({ subject }) => subject === claims.sub);
  if (!match)
    return refused(
      700213,
      `No matching federated identity record found for presented assertion subject '${claims.sub}'.`,
    );
  let keys: JWTVerifyGetKey;
  try {
    keys = await publishedKeys(match.issuer);
  } catch {
    return refused(50166, `Request to External OIDC endpoint failed: ${match.issuer}.`, 400);
  }
  return verify(presented, keys, {
    audience: [match.audience],
    algorithms: ['RS256'],
    audienceCode: 700212,
  });
}

/** Entra's order of refusals is not documented; the signature comes first here. */
async function verify(
  { assertion, at, used }: Presented,
  key: JWTVerifyGetKey | (() => Promise<X509Certificate['publicKey']>),
  { audienceCode, ...expected }: { audience: string[]; algorithms: string[]; audienceCode: number },
): Promise<Answer | undefined> {
  try {
    const options = { ...expected, currentDate: at, requiredClaims: ['exp', 'jti'] };
    const { payload } = await jwtVerify(assertion, key as JWTVerifyGetKey, options);
    if (countsOnce(used, payload, at)) return undefined;
    // Microsoft documents no code for it; a client must not rely on a second use (RFC 7523, 3).
    return refused(50027, 'JWT token is invalid or malformed. [Reason - It was used before.].');
  } catch (error) {
    if (error instanceof errors.JWTExpired)
      return refused(700024, 'Client assertion is not within its valid time range.');
    if (error instanceof errors.JWTClaimValidationFailed) {
      if (error.claim === 'aud')
        return refused(
          audienceCode,
          audienceCode === 700212
            ? 'No matching federated identity record found for presented assertion audience.'
            : 'Client assertion audience claim does not match Realm issuer.',
        );
      return refused(700024, 'Client assertion is not within its valid time range.');
    }
    return refused(700027, 'Client assertion failed signature validation.');
  }
}

async function publishedKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const document = await fetchJson(`${issuer}/.well-known/openid-configuration`);
  // OpenID Connect Discovery 4.3: the issuer in the document is the one that was asked.
  if (document.issuer !== issuer || typeof document.jwks_uri !== 'string')
    throw new Error('The discovery document is of another issuer.');
  const keys = await fetchJson(document.jwks_uri);
  // Cast: `createLocalJWKSet` refuses what is no key set.
  return createLocalJWKSet(keys as unknown as JSONWebKeySet);
}

async function fetchJson(url: string): Promise<Record<string, unknown>> {
  const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_MS), redirect: 'error' });
  const body: unknown = await response.json();
  if (!response.ok || !isObject(body)) throw new Error('No JSON object.');
  return body;
}
