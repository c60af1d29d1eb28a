/** The sandbox's own controls under sandbox.keyway.test: customers, ledger, faults, reset. */
import { randomBytes, randomUUID } from 'node:crypto';
import { awsChanges } from '../aws/awsChanges.ts';
import { awsSummary, postAwsScenario } from '../aws/awsControls.ts';
import { awsScenarios, isAwsScenario } from '../aws/awsScenarios.ts';
import { regions } from '../adobe/regions.ts';
import { isObject, type JsonObject } from '../isObject.ts';
import { Refusal, json, jsonObject } from '../server/exchange.ts';
import type { Answer, Call } from '../server/exchange.ts';
import { readFault } from '../server/faults.ts';
import { RouteTable } from '../server/routeTable.ts';
import type { Cloud } from '../server/cloud.ts';
import { isScenario, scenarios } from '../scenarios/registry.ts';
import type { Customer } from '../state/records.ts';
import type { World } from '../state/world.ts';
import { changes } from './changes.ts';
import { postCredentials } from './postCredentials.ts';
import { postChange } from './postChange.ts';
import { provisionCustomer } from './provisionCustomer.ts';
import { sendAdobeEvents, sendAzureEvents } from './sendEvents.ts';
import type { CustomerRequest } from './customerPlan.ts';

const routes = new RouteTable<Cloud>()
  .on('GET /healthz', () => ({ status: 200, body: { status: 'ok' } }))
  .on('GET /ledger', (_call, _parameters, { context }) => ({
    status: 200,
    body: context.world.ledger.values(),
  }))
  .on('GET /calls', (_call, _parameters, { answered, spoiled }) => ({
    status: 200,
    body: { answered, spoiled },
  }))
  .on('GET /calls/aws', (_call, _parameters, { awsCalls }) => ({
    status: 200,
    body: awsCalls.list(),
  }))
  .on('GET /customers', (_call, _parameters, { context }) => ({
    status: 200,
    body: [
      ...context.world.customers.values().map((one) => ({ ...one, summary: summary(one) })),
      ...context.world.awsCustomers.values().map((one) => ({ ...one, summary: awsSummary(one) })),
    ].map(({ summary: shown, name, deny }) => ({ ...shown, name, deny })),
  }))
  .on('GET /scenarios', () => ({
    status: 200,
    body: Object.entries({ ...scenarios, ...awsScenarios }).map(([name, scenario]) => ({
      name,
      summary: scenario.summary,
    })),
  }))
  .on('POST /scenario', postScenario)
  .on('GET /changes', (_call, _parameters, { context }) => ({
    status: 200,
    body: {
      changes: listed(changes),
      awsChanges: listed(awsChanges),
      planned: context.world.plannedChanges.values(),
    },
  }))
  .on('POST /change', (call, _parameters, { context: { world, now } }) =>
    postChange(call, world, now()),
  )
  .on('POST /credentials', (call, _parameters, { context: { world } }) =>
    postCredentials(call, world),
  )
  .on('GET /faults', (_call, _parameters, { context }) => ({
    status: 200,
    body: context.world.faults.values(),
  }))
  .on('POST /faults', postFaults)
  .on('DELETE /faults', clearFaults)
  .on('DELETE /faults/:id', (_call, { id = '' }, { context: { world } }) => {
    world.faults.delete(id);
    return { status: 204 };
  })
  .on('POST /reset', (_call, _parameters, cloud) => {
    cloud.reset();
    return { status: 204 };
  });

/** Not one after another with the calls of clouds: who receives an event calls clouds for it. */
const events = new RouteTable<Cloud>()
  .on('POST /events/adobe', (call, _parameters, { context }) =>
    answered(() => sendAdobeEvents(call, context)),
  )
  .on('POST /events/azure', (call, _parameters, { context }) =>
    answered(() => sendAzureEvents(call, context)),
  );

/** No fault applies to controls, and they never appear in the ledger. */
export function createControls(cloud: Cloud): (call: Call) => Promise<Answer> {
  return async (call) =>
    (await events.answer(call, cloud)) ??
    cloud.exclusive(
      async () =>
        (await routes.answer(call, cloud)) ?? {
          status: 404,
          body: { error: `There is no ${call.method} ${call.path} here.` },
        },
    );
}

async function answered(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.answer;
    throw thrown;
  }
}

const listed = (all: Record<string, { summary: string }>) =>
  Object.entries(all).map(([name, { summary: text }]) => ({ name, summary: text }));

const wrong = (error: string): Answer => ({ status: 400, body: { error } });

/** As the contract describes a customer. */
function summary({
  scenario,
  imsOrgId,
  region,
  tenantId,
  subscriptionId,
  applicationIds,
  keys,
}: Customer) {
  return { scenario, imsOrgId, region, tenantId, subscriptionId, applicationIds, keys };
}

/**
 * Lays out a new customer, or moves the one with the given `tenantId` or `imsOrgId`, who keeps
 * their identifiers.
 */
function postScenario(
  call: Call,
  _parameters: unknown,
  { context: { world, now } }: Cloud,
): Answer {
  const given = jsonObject(
    call,
    wrong('The body is a JSON object, such as {"scenario":"happyPath"}.'),
  );
  if (isAwsScenario(given.scenario)) return postAwsScenario(given.scenario, given, world, now());
  if (!isScenario(given.scenario))
    return wrong(
      `There is no scenario ${JSON.stringify(given.scenario)}; there are ${Object.keys({ ...scenarios, ...awsScenarios }).join(', ')}.`,
    );
  return {
    status: 200,
    body: summary(provisionCustomer(world, given.scenario, readRequest(given, world), now())),
  };
}

function readRequest(given: JsonObject, world: World): CustomerRequest {
  const before =
    typeof given.tenantId === 'string'
      ? world.customerOfTenant(given.tenantId)
      : world.customers.get(String(given.imsOrgId ?? ''));
  if (given.tenantId !== undefined && !before)
    throw new Refusal({
      status: 404,
      body: { error: `No customer has the tenant ${String(given.tenantId)}.` },
    });
  const imsOrgId =
    before?.imsOrgId ??
    given.imsOrgId ??
    `${randomBytes(12).toString('hex').toUpperCase()}@AdobeOrg`;
  const region = String(given.region ?? before?.region ?? 'VA7')
    .toUpperCase()
    .replace('NDL2', 'NLD2');
  const deny = given.deny ?? [];
  const approvers = given.approvers ?? before?.approvers ?? [];
  const name = given.name ?? before?.name ?? `Customer ${String(imsOrgId).slice(0, 6)}`;
  if (typeof imsOrgId !== 'string' || !/^[0-9A-F]{24}@AdobeOrg$/.test(imsOrgId))
    throw new Refusal(wrong('imsOrgId is 24 capital hex digits and @AdobeOrg.'));
  if (world.awsCustomers.get(imsOrgId)) throw new Refusal(wrong('This organization is on AWS.'));
  if (!regions.includes(region))
    throw new Refusal(wrong(`region is one of ${regions.join(', ')}.`));
  if (!isTexts(deny))
    throw new Refusal(
      wrong('deny is a list of permissions, such as ["Microsoft.KeyVault/vaults/read"].'),
    );
  if (!isTexts(approvers))
    throw new Refusal(wrong('approvers is a list of people, such as ["carla"].'));
  if (typeof name !== 'string' || !name.trim())
    throw new Refusal(wrong('name is the name of a customer.'));
  return { imsOrgId, name, region, deny, approvers };
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');

/** One fault, or a list of them. */
function postFaults(call: Call, _parameters: unknown, { context: { world } }: Cloud): Answer {
  const otherwise = wrong(
    'The body is a fault or a list of faults, such as {"host":"*","path":"*","status":503,"count":1}.',
  );
  const given = [json(call, otherwise)].flat();
  const faults = given.map((one) =>
    isObject(one) ? readFault(one, randomUUID()) : 'it is no object',
  );
  const fault = faults.find((one) => typeof one === 'string');
  if (fault !== undefined) return wrong(`A fault is not right: ${String(fault)}.`);
  for (const one of faults) if (typeof one !== 'string') world.faults.put(one.id, one);
  return { status: 201, body: faults };
}

function clearFaults(_call: Call, _parameters: unknown, { context: { world } }: Cloud): Answer {
  for (const { id } of world.faults.values()) world.faults.delete(id);
  return { status: 204 };
}
