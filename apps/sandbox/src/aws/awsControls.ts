/** The part of the sandbox's controls that concerns customers on AWS. */
import { randomBytes } from 'node:crypto';
import type { JsonObject } from '../isObject.ts';
import { Refusal } from '../server/exchange.ts';
import type { Answer } from '../server/exchange.ts';
import type { AwsCustomer } from '../state/awsRecords.ts';
import type { PlannedChange } from '../state/records.ts';
import type { World } from '../state/world.ts';
import { awsChanges, isAwsChange } from './awsChanges.ts';
import { AWS_HOME_REGION, healthyAwsPlan, putAwsPlan, withKeyOf, type KeyOf } from './awsPlan.ts';
import type { AwsCustomerRequest } from './awsPlan.ts';
import { awsScenarios } from './awsScenarios.ts';
import type { AwsScenarioName } from './awsScenarios.ts';

const wrong = (error: string): Refusal => new Refusal({ status: 400, body: { error } });

/** In the shape of customers on Azure, with what is AWS's own beside it. */
export const awsSummary = (customer: AwsCustomer) => ({
  scenario: customer.scenario,
  imsOrgId: customer.imsOrgId,
  region: customer.region,
  tenantId: null,
  subscriptionId: null,
  applicationIds: {},
  keys: { AEP: customer.keyArn },
  aws: {
    account: customer.account,
    region: AWS_HOME_REGION,
    roleArn: customer.roleArn,
    keyArn: customer.keyArn,
    keyPolicyTemplate: customer.keyPolicyTemplate,
  },
});

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');

/** The other customer and its key, which that of another one can't be again. */
function readKeyOf(keyOf: unknown, imsOrgId: string, world: World): KeyOf {
  const customer = typeof keyOf === 'string' ? world.awsCustomers.get(keyOf) : undefined;
  const key = customer && world.kmsKeys.get(customer.keyArn);
  if (!customer || !key || customer.keyOf !== undefined || customer.imsOrgId === imsOrgId)
    throw wrong('keyOf is the imsOrgId of another customer on AWS that has a key of its own.');
  return { customer, key };
}

function readRequest(given: JsonObject, world: World): AwsCustomerRequest {
  const before = world.awsCustomers.get(String(given.imsOrgId ?? ''));
  const imsOrgId = given.imsOrgId ?? `${randomBytes(12).toString('hex').toUpperCase()}@AdobeOrg`;
  const name = given.name ?? before?.name ?? `Customer ${String(imsOrgId).slice(0, 6)}`;
  const approvers = given.approvers ?? before?.approvers ?? [];
  const { deny = [], externalId = before?.trust.externalId ?? null } = given;
  if (typeof imsOrgId !== 'string' || !/^[0-9A-F]{24}@AdobeOrg$/.test(imsOrgId))
    throw wrong('imsOrgId is 24 capital hex digits and @AdobeOrg.');
  if (world.customers.get(imsOrgId)) throw wrong('This organization is on Azure.');
  if (!isTexts(deny)) throw wrong('deny is a list of permissions, such as ["kms:GetKeyPolicy"].');
  if (!isTexts(approvers)) throw wrong('approvers is a list of people, such as ["carla"].');
  if (typeof name !== 'string' || !name.trim()) throw wrong('name is the name of a customer.');
  if (externalId !== null && typeof externalId !== 'string')
    throw wrong('externalId is what the role’s trust policy asks for.');
  const keyOf = given.keyOf ?? before?.keyOf ?? null;
  return {
    ...{ imsOrgId, name, deny, approvers, externalId },
    keyOf: keyOf === null ? null : readKeyOf(keyOf, imsOrgId, world),
  };
}

export function postAwsScenario(
  scenario: AwsScenarioName,
  given: JsonObject,
  world: World,
  now: number,
): Answer {
  const request = readRequest(given, world);
  const own = healthyAwsPlan(request, now);
  const plan = request.keyOf ? withKeyOf(own, request.keyOf) : own;
  awsScenarios[scenario].change(plan);
  return { status: 200, body: awsSummary(putAwsPlan(world, scenario, plan)) };
}

/** False where there is nothing to change, or nothing of that name on AWS. */
export function makeAwsChange(world: World, planned: PlannedChange, now: number): boolean {
  const customer = world.awsCustomers.get(planned.imsOrgId);
  const key = customer && world.kmsKeys.get(customer.keyArn);
  // A key is changed at the customer whose own it is.
  if (!key || customer.keyOf !== undefined || !isAwsChange(planned.change)) return false;
  awsChanges[planned.change][planned.undo ? 'undo' : 'apply']({ world, customer, key, now });
  return true;
}
