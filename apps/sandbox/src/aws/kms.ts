/** AWS KMS: the reads that Keyway makes, by JSON 1.1. */
import type { Answer, Call } from '../server/exchange.ts';
import { Refusal } from '../server/exchange.ts';
import type { SandboxContext } from '../server/sandboxContext.ts';
import { isObject } from '../isObject.ts';
import type { KmsKey } from '../state/awsRecords.ts';
import { awsCaller } from './awsCaller.ts';
import type { AwsCaller } from './awsCaller.ts';
import { kmsError } from './awsErrors.ts';
import type { AwsEndpoint } from './awsHosts.ts';
import { policyAllows } from './keyPolicies.ts';

const ALGORITHMS: Record<string, string[]> = {
  SYMMETRIC_DEFAULT: ['SYMMETRIC_DEFAULT'],
  RSA_2048: ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'],
};

const ACTIONS: Record<string, (key: KmsKey) => object> = {
  DescribeKey: (key) => ({ KeyMetadata: metadata(key) }),
  GetKeyPolicy: ({ policy }) => ({
    Policy: JSON.stringify(policy, null, 2),
    PolicyName: 'default',
  }),
  GetKeyRotationStatus: rotationStatus,
};

function metadata(key: KmsKey): object {
  return {
    AWSAccountId: key.account,
    Arn: key.arn,
    CreationDate: key.created,
    CustomerMasterKeySpec: key.spec,
    Description: 'Adobe Experience Platform',
    Enabled: key.state === 'Enabled',
    EncryptionAlgorithms: ALGORITHMS[key.spec] ?? [],
    KeyId: key.keyId,
    KeyManager: key.manager,
    KeySpec: key.spec,
    KeyState: key.state,
    KeyUsage: key.usage,
    MultiRegion: key.multiRegion,
    Origin: key.origin,
    ...(key.deletionDate !== undefined && { DeletionDate: key.deletionDate }),
    ...(key.origin === 'EXTERNAL' && {
      ExpirationModel:
        key.validTo === undefined ? 'KEY_MATERIAL_DOES_NOT_EXPIRE' : 'KEY_MATERIAL_EXPIRES',
    }),
    ...(key.validTo !== undefined && { ValidTo: key.validTo }),
  };
}

function rotationStatus({ arn, spec, state, rotation }: KmsKey): object {
  if (state === 'PendingDeletion')
    throw new Refusal(kmsError('KMSInvalidStateException', `${arn} is pending deletion.`));
  if (spec !== 'SYMMETRIC_DEFAULT')
    throw new Refusal(kmsError('UnsupportedOperationException', ''));
  if (!rotation.enabled) return { KeyId: arn, KeyRotationEnabled: false };
  return {
    KeyId: arn,
    KeyRotationEnabled: true,
    RotationPeriodInDays: rotation.periodInDays,
    NextRotationDate: rotation.next,
  };
}

function readBody(call: Call): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(call.body);
    if (isObject(body) && !Array.isArray(body)) return body;
  } catch {
    // Refused below.
  }
  throw new Refusal(kmsError('SerializationException', 'The request is no JSON object.'));
}

function findKey(
  keyId: unknown,
  { region }: AwsEndpoint,
  caller: AwsCaller,
  { world }: SandboxContext,
): KmsKey {
  if (typeof keyId !== 'string' || !keyId)
    throw new Refusal(
      kmsError(
        'ValidationException',
        "1 validation error detected: Value at 'keyId' failed to satisfy constraint: Member must not be null",
      ),
    );
  const named = /^arn:aws:kms:([a-z0-9-]+):/.exec(keyId)?.[1];
  if (named !== undefined && named !== region)
    throw new Refusal(kmsError('NotFoundException', `Invalid arn ${named}`));
  const arn = named === undefined ? `arn:aws:kms:${region}:${caller.account}:key/${keyId}` : keyId;
  const key = world.kmsKeys.get(arn);
  if (!key) throw new Refusal(kmsError('NotFoundException', `Key '${arn}' does not exist`));
  return key;
}

/** By the role's own permissions, and by the key policy, which must admit the account (AWS-05). */
function requireAllowed(
  action: string,
  key: KmsKey,
  caller: AwsCaller,
  { world }: SandboxContext,
): void {
  const deny = world.awsCustomerOfRole(caller.roleArn ?? '')?.deny ?? [];
  const isOwn = caller.roleArn !== null && caller.account === key.account;
  const why = !isOwn || deny.includes(action) ? 'identity' : 'resource';
  if (why === 'resource' && policyAllows(key.policy, action, key.account, caller.roleArn!)) return;
  throw new Refusal(
    kmsError(
      'AccessDeniedException',
      `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${key.arn} because no ${why}-based policy allows the ${action} action`,
    ),
  );
}

export function kms(call: Call, endpoint: AwsEndpoint, context: SandboxContext): Answer {
  const caller = awsCaller(call, endpoint, context);
  const target = String(call.headers['x-amz-target'] ?? '');
  const operation = target.replace(/^TrentService\./, '');
  if (!target.startsWith('TrentService.') || !Object.hasOwn(ACTIONS, operation))
    return kmsError('UnknownOperationException', '');
  const { KeyId: keyId, PolicyName: policyName = 'default' } = readBody(call);
  const key = findKey(keyId, endpoint, caller, context);
  requireAllowed(`kms:${operation}`, key, caller, context);
  if (policyName !== 'default') return kmsError('NotFoundException', `No such policy exists`);
  return {
    status: 200,
    ledger: false,
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amzn-requestid': crypto.randomUUID(),
    },
    body: JSON.stringify(ACTIONS[operation]!(key)),
  };
}
