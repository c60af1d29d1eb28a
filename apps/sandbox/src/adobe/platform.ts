/**
 * Adobe Experience Platform's CMK endpoints, on the host of each region. An organization is known
 * on its own host only.
 */
import { randomUUID } from 'node:crypto';
import { objectIn, type JsonObject } from '../isObject.ts';
import { Refusal, jsonObject } from '../server/exchange.ts';
import type { Answer, Call } from '../server/exchange.ts';
import { RouteTable } from '../server/routeTable.ts';
import type { SandboxContext } from '../server/sandboxContext.ts';
import type { Configuration, Customer } from '../state/records.ts';
import { gatewayError, problem } from './adobeErrors.ts';
import { jobStatus } from './configurationJob.ts';
import { IMS_AUDIENCE } from './ims.ts';
import { regionOfHost } from './regions.ts';

interface PlatformContext extends SandboxContext {
  customer: Customer;
}

const MANAGER = '/data/infrastructure/manager';

const routes = new RouteTable<PlatformContext>()
  .on(`GET ${MANAGER}/byok/app-registration`, (_call, _parameters, { customer }) => ({
    status: 200,
    body: registrationJson(customer),
  }))
  .on(`POST ${MANAGER}/customer/config`, postConfiguration)
  .on(`GET ${MANAGER}/customer/config/:name`, getConfiguration);

/** Answers for `platform.adobe.io` and its siblings. */
export async function platform(call: Call, context: SandboxContext): Promise<Answer> {
  const customer = await admit(call, context);
  return (
    (await routes.answer(call, { ...context, customer })) ??
    problem(404, 'NotFoundError', `No route for ${call.method} ${call.path}`)
  );
}

/** The gateway's own order: token, key, organization, profile. */
async function admit(call: Call, context: SandboxContext): Promise<Customer> {
  const deny = (code: string, message: string) => new Refusal(gatewayError(code, message));
  if (!call.headers.authorization) throw deny('403010', 'Oauth token is missing.');
  const claims = await context.mint.read(call.headers.authorization);
  if (claims?.aud !== IMS_AUDIENCE) throw deny('401013', 'Oauth token is not valid');
  const apiKey = call.headers['x-api-key'];
  if (!apiKey) throw deny('403000', 'Api Key is required');
  if (apiKey !== 'acp_provisioning') throw deny('403003', 'Api Key is invalid');
  const organization = call.headers['x-gw-ims-org-id'];
  if (!organization) throw deny('400003', 'Missing header: x-gw-ims-org-id');
  const customer = context.world.customers.get(String(organization));
  if (!customer || customer.region !== regionOfHost(call.host))
    throw deny('403027', 'User region is missing');
  if (customer.deny.some((entry) => /^manage customer managed keys?$/i.test(entry)))
    throw deny('403025', 'Profile is not valid');
  return customer;
}

/** The redirect is printed unencoded, as in Adobe's sample (AEP-20, AEP-22). */
function registrationJson({ applicationIds, adobe: { applicationName } }: Customer) {
  const applicationUri = `https://adobe.com/${applicationName}`;
  return {
    id: 'byok',
    name: applicationName,
    applicationUri,
    applicationId: applicationIds.AEP,
    applicationRedirectUrl: `https://login.microsoftonline.com/common/oauth2/authorize?response_type=code&client_id=${applicationIds.AEP}&redirect_uri=${applicationUri}&scope=user.read`,
  };
}

function postConfiguration(call: Call, _parameters: unknown, context: PlatformContext): Answer {
  const { customer, world } = context;
  if (!/^application\/json\b/i.test(call.headers['content-type'] ?? ''))
    return problem(400, 'BadRequestError', 'A valid content-type must be specified');
  const body = jsonObject(call, problem(400, 'BadRequestError', 'The body is not valid JSON'));
  const { name, keyVaultKeyIdentifier } = readRequest(body, customer);
  if (
    world.configurations
      .group(customer.imsOrgId)
      .some((configuration) => configuration.verdict !== 'invalid')
  ) {
    // What Adobe does here is undocumented (GAP-31). The attempt is entered in the ledger all the
    // same, so that a doubled one shows.
    return {
      ...problem(409, 'ConflictError', 'The organization has a configuration already'),
      ledger: true,
    };
  }
  const configuration: Configuration = {
    id: randomUUID(),
    imsOrgId: customer.imsOrgId,
    name,
    keyVaultKeyIdentifier,
    acceptedAt: context.now(),
  };
  world.configurations.put(configuration.id, configuration);
  const config = {
    configData: configData(configuration),
    name: customer.adobe.applicationName,
    type: 'BYOK_CONFIG',
    imsOrgId: customer.imsOrgId,
    status: 'NEW',
  };
  return { status: 200, body: { id: configuration.id, config, status: 'CREATED' } };
}

/** API-04: all five values are needed, and the organization is said twice. */
function readRequest(
  body: JsonObject,
  customer: Customer,
): { name: string; keyVaultKeyIdentifier: string } {
  const bad = (detail: string) => new Refusal(problem(400, 'BadRequestError', detail));
  const { providerType, keyVaultKeyIdentifier } = objectIn(body.configData);
  if (typeof body.name !== 'string' || !body.name.trim()) throw bad('name is required');
  if (body.type !== 'BYOK_CONFIG') throw bad('type must be BYOK_CONFIG');
  if (body.imsOrgId !== customer.imsOrgId)
    throw bad('imsOrgId does not match the x-gw-ims-org-id header');
  if (providerType !== 'AZURE_KEYVAULT')
    throw bad('configData.providerType must be AZURE_KEYVAULT');
  if (typeof keyVaultKeyIdentifier !== 'string' || !keyVaultKeyIdentifier)
    throw bad('configData.keyVaultKeyIdentifier is required');
  return { name: body.name, keyVaultKeyIdentifier };
}

/**
 * The name is case-sensitive (GAP-01). Of several under one name, after a failed one, the newest
 * counts.
 */
function getConfiguration(
  call: Call,
  { name = '' }: Record<string, string>,
  context: PlatformContext,
): Answer {
  if (call.query.get('configType') !== 'BYOK_CONFIG')
    return problem(400, 'BadRequestError', 'configType must be BYOK_CONFIG');
  const { customer, world } = context;
  const configuration = world.configurations
    .group(customer.imsOrgId)
    .findLast((candidate) => candidate.name === name);
  if (!configuration) return problem(404, 'NotFoundError', `No configuration named ${name}`);
  const body = {
    name: customer.adobe.applicationName,
    type: 'BYOK_CONFIG',
    status: jobStatus(configuration, customer, context),
    configData: configData(configuration),
    imsOrgId: customer.imsOrgId,
    subscriptionId: `${customer.adobe.applicationName.slice(3, 11)}-${configuration.id.slice(9)}`,
    id: configuration.id,
    rowType: 'BYOK_KEY',
  };
  return { status: 200, body };
}

/**
 * API-07: `keyName` holds the configuration's name; the key's own is in the identifier only.
 * API-15: no trailing slash.
 */
function configData({ name, keyVaultKeyIdentifier }: Configuration) {
  const [vault = '', , , version = ''] = keyVaultKeyIdentifier
    .replace(/^https:\/\//i, '')
    .split('/');
  return {
    keyVaultUri: `https://${vault}`,
    keyVaultKeyIdentifier,
    keyVersion: version,
    keyName: name,
    providerType: 'AZURE_KEYVAULT',
  };
}
