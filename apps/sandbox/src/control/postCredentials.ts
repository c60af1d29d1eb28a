/** Registers certificates and federated credentials of an application, as an administrator does. */
import { X509Certificate } from 'node:crypto';
import { isObject } from '../isObject.ts';
import { jsonObject, Refusal } from '../server/exchange.ts';
import type { Answer, Call } from '../server/exchange.ts';
import type { ApplicationCredentials } from '../state/applicationCredentials.ts';
import type { World } from '../state/world.ts';

const EXAMPLE =
  'The body is a JSON object, such as {"tenantId":"…","clientId":"…","federated":[]}.';
const wrong = (error: string): Answer => ({ status: 400, body: { error } });

function certificates(given: unknown): string[] {
  if (!Array.isArray(given)) throw new Refusal(wrong('certificates is a list of PEM texts.'));
  return given.map((pem) => {
    try {
      // Without the private key, where somebody sends the whole file.
      return new X509Certificate(String(pem)).toString();
    } catch {
      throw new Refusal(wrong('A certificate can’t be read.'));
    }
  });
}

function federated(given: unknown): ApplicationCredentials['federated'] {
  const wrongList = wrong('federated is a list of { issuer, subject, audience }.');
  if (!Array.isArray(given)) throw new Refusal(wrongList);
  return given.map((one: unknown) => {
    if (!isObject(one)) throw new Refusal(wrongList);
    const { issuer, subject, audience = 'api://AzureADTokenExchange' } = one;
    if (typeof issuer !== 'string' || typeof subject !== 'string' || typeof audience !== 'string')
      throw new Refusal(wrongList);
    return { issuer, subject, audience };
  });
}

/** Replaces what the application had. */
export function postCredentials(call: Call, world: World): Answer {
  const given = jsonObject(call, wrong(EXAMPLE));
  const { tenantId, clientId } = given;
  if (typeof tenantId !== 'string' || typeof clientId !== 'string')
    return wrong('tenantId and clientId are texts.');
  if (!world.tenants.get(tenantId)) return wrong(`There is no tenant ${tenantId}.`);
  const registered = {
    ...{ tenantId, clientId },
    certificates: certificates(given.certificates ?? []),
    federated: federated(given.federated ?? []),
  };
  world.applicationCredentials.put(`${tenantId}/${clientId}`, registered);
  return { status: 200, body: registered };
}
