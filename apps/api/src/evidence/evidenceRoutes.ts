/** Signed evidence over HTTP: public keys, checkpoints of a chain, and evidence packs. */
import { PassThrough } from 'node:stream';
import { ConnectorError } from '@keyway/core';
import {
  HistoryChanged,
  type Authenticated,
  type EvidenceSnapshot,
  type PartnerStore,
} from '@keyway/store';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../context.ts';
import { requestContext, starterOf } from '../context.ts';
import type { CredentialGuard } from '../limits/credentialGuard.ts';
import { occurrenceBy } from '../mutate.ts';
import { CachedValue } from '../transport/cachedValue.ts';
import { sendText } from '../transport/sendText.ts';
import { RETRY_AFTER_SECONDS } from '../transport/unavailable.ts';
import {
  authenticateReader,
  chainOfPath,
  packParameters,
  readerOf,
  type PackParameters,
} from './evidenceRequest.ts';
import { ExportLimit } from './exportLimit.ts';
import { sinkOf } from './sinkOf.ts';
import { writeEvidencePack } from './writeEvidencePack.ts';

export const KEYS_PATH = '/.well-known/keyway-keys.json';
const CHECKPOINTS_PATH = '/checkpoints/';
const EVIDENCE_PATH = '/evidence/';
const KEYS_AGE_SECONDS = 300;
/** A new key signs at once; nobody should wait long for its public part. */
const KEYS_KEPT_MILLISECONDS = 2000;

interface Named {
  Params: { name: string };
  Querystring: Record<string, unknown>;
}

export function addEvidenceRoutes(
  server: FastifyInstance,
  services: Services,
  guard: CredentialGuard,
): void {
  const { store, config } = services;
  const authentication = { store, sandbox: config.sandbox };
  const onRequest = authenticateReader(authentication, guard, config.publicUrl);
  const limit = new ExportLimit();
  addKeysRoute(server, services);
  server.route<Named>({
    method: ['GET', 'HEAD'],
    url: `${CHECKPOINTS_PATH}:name`,
    onRequest,
    handler: (request, reply) => sendCheckpoints(services, request, reply),
  });
  server.route<Named>({
    method: ['GET', 'HEAD'],
    url: `${EVIDENCE_PATH}:name`,
    onRequest,
    handler: (request, reply) => sendPack(services, limit, request, reply),
  });
}

/** For everybody, and for caches: whoever verifies need not sign in. */
function addKeysRoute(server: FastifyInstance, { store }: Services): void {
  const { evidenceKeys } = store.system();
  const keys = new CachedValue(KEYS_KEPT_MILLISECONDS, async () => {
    const known = await evidenceKeys.publicKeys();
    if (known.keys.length > 0) return known;
    await evidenceKeys.obtain();
    return evidenceKeys.publicKeys();
  });
  server.get(KEYS_PATH, async (request, reply) => {
    try {
      const known = await keys.get();
      return await reply
        .header('cache-control', `public, max-age=${KEYS_AGE_SECONDS}`)
        .header('access-control-allow-origin', '*')
        .type('application/jwk-set+json')
        .send(JSON.stringify(known));
    } catch (error) {
      return sendUnsigned(error, request, reply);
    }
  });
}

/** Where nothing can or may be signed; other errors are thrown. */
function sendUnsigned(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof HistoryChanged) {
    request.log.error({ err: error }, 'history was changed below what was signed');
    return sendText(request, reply, 409, 'evidenceHistoryChanged');
  }
  if (!(error instanceof ConnectorError)) throw error;
  void reply.header('retry-after', RETRY_AFTER_SECONDS).header('cache-control', 'no-store');
  return sendText(request, reply, 503, 'evidenceSealing');
}

/** `NAME.zip` without its end; undefined where it has another one. */
const withoutEnd = (name: string, end: string): string | undefined =>
  name.endsWith(end) ? name.slice(0, -end.length) : undefined;

function partnerOf(services: Services, viewer: Authenticated): PartnerStore {
  return requestContext(services, viewer).signedIn!.partner;
}

/** Whether the viewer sees the chain. The partner's own entries are for those who see all of it. */
async function seesChain(
  partner: PartnerStore,
  chain: string | null | undefined,
): Promise<boolean> {
  if (chain === undefined) return false;
  if (chain === null) return partner.scope.organizationIds === null;
  return (await partner.organization(chain)) !== null;
}

async function sendCheckpoints(
  services: Services,
  request: FastifyRequest<Named>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  void reply.header('cache-control', 'no-store');
  const viewer = readerOf(request, reply);
  if (!viewer) return reply;
  const name = withoutEnd(request.params.name, '.jsonl');
  const chain = name === undefined ? undefined : chainOfPath(name);
  const partner = partnerOf(services, viewer);
  if (chain === undefined || !(await seesChain(partner, chain)))
    return sendText(request, reply, 404, 'evidenceNotFound');
  void reply.type('application/jsonl; charset=utf-8');
  if (request.method === 'HEAD') return reply.send();
  const stream = new PassThrough();
  const write = async (): Promise<void> => {
    const sink = sinkOf(stream);
    for await (const batch of partner.checkpoints(chain))
      await sink(Buffer.from(batch.map((jws) => `${jws}\n`).join('')));
    stream.end();
  };
  void write().catch((error: unknown) => failed(services, stream, error));
  return reply.send(stream);
}

/** The connection ends without the end of the content, so that nobody takes it for complete. */
function failed({ log }: Services, stream: PassThrough, error: unknown): void {
  if (stream.destroyed) return;
  log.warn({ err: error }, 'evidence could not be sent to its end');
  stream.destroy(error instanceof Error ? error : new Error(String(error)));
}

/** IMS organization IDs are safe in a file name; anything else in one is not. */
const fileName = (imsOrgId: string, { since, until }: PackParameters): string => {
  const dates = [since, until].map((at) => (at ? at.slice(0, 10) : ''));
  const range = since || until ? `-${dates.join('_')}` : '';
  return `keyway-evidence-${imsOrgId.replace(/[^A-Za-z0-9]+/g, '-')}${range}.zip`;
};

async function sendPack(
  services: Services,
  limit: ExportLimit,
  request: FastifyRequest<Named>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  void reply.header('cache-control', 'no-store');
  const viewer = readerOf(request, reply);
  if (!viewer) return reply;
  const name = withoutEnd(request.params.name, '.zip');
  const organizationId = name === undefined ? undefined : chainOfPath(name);
  const partner = partnerOf(services, viewer);
  const organization = organizationId ? await partner.organization(organizationId) : null;
  // Before the parameters, whose problems would say that the organization exists.
  if (!organization) return sendText(request, reply, 404, 'evidenceNotFound');
  const parameters = packParameters(request.query);
  if ('name' in parameters)
    return sendText(request, reply, 400, parameters.name, { parameter: parameters.parameter });
  const free = limit.take(starterOf(viewer));
  void reply.headers({
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="${fileName(organization.imsOrgId, parameters)}"`,
  });
  try {
    if (request.method === 'HEAD') {
      free();
      // Whoever downloads by a link asks so first: no browser shows why one is refused.
      await services.store.system().evidenceKeys.obtain();
      return await reply.send();
    }
    const snapshot = await takeSnapshot(services, viewer, organization.id, parameters);
    if (!snapshot) {
      free();
      void reply.removeHeader('content-disposition');
      return await sendText(request, reply, 404, 'evidenceNotFound');
    }
    return await stream(services, { viewer, partner, parameters, snapshot, free }, reply);
  } catch (error) {
    free();
    void reply.removeHeader('content-disposition');
    return sendUnsigned(error, request, reply);
  }
}

/** Writes the export into history, and reads what it exports. Null: the organization is gone. */
async function takeSnapshot(
  services: Services,
  viewer: Authenticated,
  organizationId: string,
  { since, until, locale }: PackParameters,
): Promise<EvidenceSnapshot | null> {
  const outcome = await partnerOf(services, viewer).mutate(
    { principal: starterOf(viewer), asker: viewer, operation: 'exportEvidence', input: null },
    (unit) =>
      unit.evidence.export(
        organizationId,
        { since, until, locale },
        occurrenceBy(services, viewer),
      ),
  );
  if ('refusals' in outcome || 'refusal' in outcome.result) return null;
  return outcome.result.snapshot;
}

interface Export {
  viewer: Authenticated;
  partner: PartnerStore;
  parameters: PackParameters;
  snapshot: EvidenceSnapshot;
  free: () => void;
}

async function stream(
  services: Services,
  { viewer, partner, parameters, snapshot, free }: Export,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { evidenceKeys } = services.store.system();
  const signer = await evidenceKeys.obtain();
  const keys = await evidenceKeys.publicKeys();
  const output = new PassThrough();
  const { actor: by } = occurrenceBy(services, viewer);
  const { locale, ...range } = parameters;
  const { publicUrl } = services.config;
  const sink = sinkOf(output);
  const order = { partner, snapshot, range, locale, by, keys, signer, sink, publicUrl };
  void writeEvidencePack(order)
    .then(
      () => void output.end(),
      (error: unknown) => failed(services, output, error),
    )
    .finally(free);
  return reply.send(output);
}
