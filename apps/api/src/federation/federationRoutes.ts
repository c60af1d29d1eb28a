/** What Entra fetches to verify Keyway's assertions (OpenID Connect Discovery 1.0). */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Services } from '../context.ts';
import { CachedValue } from '../transport/cachedValue.ts';
import { FEDERATION_PATH, federationIssuer } from './federationIssuer.ts';

const DISCOVERY_PATH = `${FEDERATION_PATH}/.well-known/openid-configuration`;
const KEYS_PATH = `${FEDERATION_PATH}/jwks.json`;
const AGE_SECONDS = 300;
/** The first key signs at once; nobody should wait long for its public part. */
const KEPT_MILLISECONDS = 1000;

/** There is nothing to sign in to: assertions are for Entra alone. */
const discovery = (publicUrl: string): Record<string, unknown> => ({
  issuer: federationIssuer(publicUrl),
  jwks_uri: publicUrl + KEYS_PATH,
  response_types_supported: ['id_token'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  claims_supported: ['iss', 'sub', 'aud', 'exp', 'iat', 'nbf', 'jti'],
});

/** For everybody: these are public keys. */
export function addFederationRoutes(server: FastifyInstance, { store, config }: Services): void {
  const keys = new CachedValue(KEPT_MILLISECONDS, () => store.system().federationKeys.publicKeys());
  const publish = async (body: unknown, type: string, reply: FastifyReply): Promise<FastifyReply> =>
    reply
      .header('cache-control', `public, max-age=${AGE_SECONDS}`)
      .type(type)
      .send(JSON.stringify(body));
  server.get(DISCOVERY_PATH, (_request, reply) =>
    publish(discovery(config.publicUrl), 'application/json', reply),
  );
  server.get(KEYS_PATH, async (_request, reply) =>
    publish(await keys.get(), 'application/jwk-set+json', reply),
  );
}
