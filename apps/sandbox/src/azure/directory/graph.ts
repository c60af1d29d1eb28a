/**
 * Microsoft Graph, as far as service principals go: the only proof of consent (AEP-27).
 */
import type { JWTPayload } from 'jose';
import { Refusal, jsonObject } from '../../server/exchange.ts';
import type { Answer, Call } from '../../server/exchange.ts';
import type { SandboxContext } from '../../server/sandboxContext.ts';
import type { ServicePrincipal } from '../../state/records.ts';
import { applications, getByIds, getMe } from './directoryObjects.ts';
import { graphError } from './graphError.ts';
import { createPrincipal, knownApplication, principalJson } from './principals.ts';

const CONTEXT = 'https://graph.microsoft.com/v1.0/$metadata#servicePrincipals';

/** Everything is seen from within the tenant of the token. */
export async function graph(call: Call, context: SandboxContext): Promise<Answer> {
  const tenantId = readTenant(await context.mint.read(call.headers.authorization), call);
  const customer = context.world.customerOfTenant(tenantId);
  if (customer?.deny.includes('Application.Read.All') && call.method === 'GET') {
    return graphError(
      403,
      'Authorization_RequestDenied',
      'Insufficient privileges to complete the operation.',
    );
  }
  const [version, collection = '', ...rest] = call.segments;
  const byAppId = /^servicePrincipals\(\s*appId\s*=\s*'([^']*)'\s*\)$/i.exec(collection)?.[1];
  if (version !== 'v1.0' || rest.length > 1) return notFound(call.path);
  const around = answerOtherCollection(collection.toLowerCase(), rest[0], call, tenantId, context);
  if (around) return around;
  if (call.method === 'GET' && byAppId !== undefined)
    return one(context.world.principal(tenantId, byAppId), byAppId, call);
  if (collection.toLowerCase() !== 'serviceprincipals') return notFound(call.path);
  if (call.method === 'POST' && !rest.length) return create(call, tenantId, context);
  if (call.method !== 'GET')
    return graphError(
      405,
      'Request_BadRequest',
      'Specified HTTP method is not allowed for the request target.',
    );
  const all = context.world.principals.group(tenantId);
  if (rest[0])
    return one(
      all.find((principal) => principal.id === rest[0]!.toLowerCase()),
      rest[0],
      call,
    );
  return list(all, call);
}

/** What clients ask beside service principals. */
function answerOtherCollection(
  collection: string,
  id: string | undefined,
  call: Call,
  tenantId: string,
  context: SandboxContext,
): Answer | undefined {
  if (call.method === 'GET' && collection === 'me' && id === undefined) return getMe();
  if (call.method === 'GET' && collection === 'applications') return applications(id, call);
  if (
    call.method === 'POST' &&
    collection === 'directoryobjects' &&
    id?.toLowerCase() === 'getbyids'
  )
    return getByIds(call, context.world.principals.group(tenantId));
  return undefined;
}

function readTenant(claims: JWTPayload | undefined, call: Call): string {
  if (!call.headers.authorization)
    throw new Refusal(graphError(401, 'InvalidAuthenticationToken', 'Access token is empty.'));
  if (!claims)
    throw new Refusal(
      graphError(
        401,
        'InvalidAuthenticationToken',
        'IDX14100: JWT is not well formed or its lifetime is over.',
      ),
    );
  if (claims.aud !== 'https://graph.microsoft.com')
    throw new Refusal(
      graphError(
        401,
        'InvalidAuthenticationToken',
        'Access token validation failure. Invalid audience.',
      ),
    );
  return String(claims.tid);
}

function one(principal: ServicePrincipal | undefined, id: string, call: Call): Answer {
  if (!principal) return notFound(id);
  return {
    status: 200,
    body: { '@odata.context': `${CONTEXT}/$entity`, ...selected(principal, call) },
  };
}

/**
 * A service principal's names are its application's ID and addresses; the sandbox's have the ID
 * alone.
 */
const FILTER =
  /^\s*(?:(appId|id) eq '([^']*)'|servicePrincipalNames\/any\((\w+):\s*\3 eq '([^']*)'\))\s*$/i;

function list(all: ServicePrincipal[], call: Call): Answer {
  const filter = call.query.get('$filter');
  const wanted = filter === null ? undefined : FILTER.exec(filter);
  if (wanted === null)
    return graphError(
      400,
      'Request_UnsupportedQuery',
      `Unsupported or invalid query filter clause specified: ${filter}.`,
    );
  const property = wanted?.[1]?.toLowerCase() === 'id' ? 'id' : 'appId';
  const value = (wanted?.[2] ?? wanted?.[4])?.toLowerCase();
  const found = wanted ? all.filter((principal) => principal[property] === value) : all;
  return {
    status: 200,
    body: { '@odata.context': CONTEXT, value: found.map((principal) => selected(principal, call)) },
  };
}

function create(call: Call, tenantId: string, context: SandboxContext): Answer {
  const body = jsonObject(
    call,
    graphError(400, 'BadRequest', 'Unable to read JSON request payload.'),
  );
  const application = knownApplication(String(body.appId ?? ''), context.world);
  if (!application)
    return graphError(
      400,
      'Request_BadRequest',
      `The appId '${String(body.appId)}' does not reference a valid application object.`,
    );
  if (context.world.principal(tenantId, application.appId)) {
    return graphError(
      409,
      'Request_MultipleObjectsWithSameKeyValue',
      'The service principal cannot be created because the service principal name is already in use.',
    );
  }
  const principal = createPrincipal(
    context.world,
    tenantId,
    application,
    new Date(context.now()).toISOString(),
  );
  return {
    status: 201,
    body: { '@odata.context': `${CONTEXT}/$entity`, ...principalJson(principal) },
  };
}

function selected(principal: ServicePrincipal, call: Call): Record<string, unknown> {
  const json = principalJson(principal);
  const names = call.query
    .get('$select')
    ?.split(',')
    .map((name) => name.trim());
  return names
    ? Object.fromEntries(names.filter((name) => name in json).map((name) => [name, json[name]]))
    : json;
}

const notFound = (id: string): Answer =>
  graphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
