/**
 * The parts of Microsoft Graph around service principals that clients such as the Azure CLI ask for
 * on their way.
 */
import { jsonObject } from '../../server/exchange.ts';
import type { Answer, Call } from '../../server/exchange.ts';
import type { ServicePrincipal } from '../../state/records.ts';
import { isGuid } from '../derive.ts';
import { graphError } from './graphError.ts';
import { principalJson } from './principals.ts';

const MAX_IDS = 1000;

/**
 * `POST /directoryObjects/getByIds`: those of the IDs that are in this directory, with their types;
 * others are left out.
 */
export function getByIds(call: Call, all: ServicePrincipal[]): Answer {
  const { ids, types } = jsonObject(
    call,
    graphError(400, 'BadRequest', 'Unable to read JSON request payload.'),
  );
  if (
    !Array.isArray(ids) ||
    ids.length > MAX_IDS ||
    !ids.every((id) => typeof id === 'string' && isGuid(id))
  )
    return graphError(400, 'Request_BadRequest', "Invalid value specified for property 'ids'.");
  const wanted =
    !Array.isArray(types) ||
    types.some((type) => type === 'servicePrincipal' || type === 'directoryObject');
  const requested = new Set((ids as string[]).map((id) => id.toLowerCase()));
  const found = wanted ? all.filter(({ id }) => requested.has(id)) : [];
  return {
    status: 200,
    ledger: false,
    body: {
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#directoryObjects',
      value: found.map((one) => ({
        '@odata.type': '#microsoft.graph.servicePrincipal',
        ...principalJson(one),
      })),
    },
  };
}

/**
 * `GET /applications[/{id}]`: Adobe's applications are registered in Adobe's tenant, so a
 * customer's directory has none.
 */
export function applications(id: string | undefined, call: Call): Answer {
  if (id !== undefined)
    return graphError(
      404,
      'Request_ResourceNotFound',
      `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
    );
  const filter = call.query.get('$filter');
  if (
    filter !== null &&
    !/^\s*(appId eq '[^']*'|identifierUris\/any\(\w+:\w+ eq '[^']*'\))\s*$/i.test(filter)
  )
    return graphError(
      400,
      'Request_UnsupportedQuery',
      `Unsupported or invalid query filter clause specified: ${filter}.`,
    );
  return {
    status: 200,
    body: {
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#applications',
      value: [],
    },
  };
}

/** `GET /me`: nobody is signed in with an application's token. */
export const getMe = (): Answer =>
  graphError(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
