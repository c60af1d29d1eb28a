/** The reads of KMS: one command each, and its answer as facts. Loaded with the SDK. */
import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
} from '@aws-sdk/client-kms';
import { optional, optionalText, parseResponse, toInstant } from '@keyway/connector-transport';
import { ConnectorError, OWN_CODES } from '@keyway/core';
import type { KeyPolicyFacts, KmsKeyFacts, KmsRotationFacts } from '@keyway/core';
import { z } from 'zod';
import type { AwsSession } from '../awsSession.ts';
import { hostOf } from '../awsNames.ts';
import { sdkCall } from '../sdkCall.ts';
import type { AwsCall } from '../transport/createRequestHandler.ts';

/** A key in a session, and what the requests of the call share. */
export interface KeyRead {
  session: AwsSession;
  keyArn: string;
  region: string;
  call: AwsCall;
}

const keySchema = z.object({
  KeyMetadata: z.object({
    Arn: z.string(),
    AWSAccountId: optionalText,
    KeySpec: optionalText,
    CustomerMasterKeySpec: optionalText,
    KeyUsage: optionalText,
    KeyState: optionalText,
    Enabled: optional(z.boolean()),
    MultiRegion: optional(z.boolean()),
    Origin: optionalText,
    KeyManager: optionalText,
    DeletionDate: optional(z.date()),
    ValidTo: optional(z.date()),
  }),
});
const rotationSchema = z.object({
  KeyId: optionalText,
  KeyRotationEnabled: z.boolean(),
  RotationPeriodInDays: optional(z.number()),
  NextRotationDate: optional(z.date()),
});
const policySchema = z.object({ Policy: z.string(), PolicyName: optionalText });

/** By then the request has left: a session has its own credentials. */
const ask = <T>({ region }: KeyRead, work: () => Promise<T>): Promise<T> =>
  sdkCall(hostOf('kms', region), () => true, work);

const optionsOf = ({ call }: KeyRead) => ({ abortSignal: call.signal ?? undefined, call });

function requireKey(answered: string, { keyArn, region }: KeyRead): void {
  if (answered === keyArn) return;
  throw new ConnectorError(
    { kind: 'badResponse', code: OWN_CODES.otherResource, host: hostOf('kms', region) },
    { detail: 'KMS answered with another key' },
  );
}

/** `DescribeKey`. */
export async function readKey(read: KeyRead): Promise<KmsKeyFacts> {
  const command = new DescribeKeyCommand({ KeyId: read.keyArn });
  const answer = await ask(read, () => read.session.kms.send(command, optionsOf(read)));
  const { KeyMetadata: key } = parseResponse(keySchema, answer, 'The key of KMS');
  requireKey(key.Arn, read);
  return {
    arn: key.Arn,
    account: key.AWSAccountId,
    keySpec: key.KeySpec ?? key.CustomerMasterKeySpec,
    keyUsage: key.KeyUsage,
    keyState: key.KeyState,
    enabled: key.Enabled,
    multiRegion: key.MultiRegion,
    origin: key.Origin,
    keyManager: key.KeyManager,
    deletionDate: toInstant(key.DeletionDate),
    validTo: toInstant(key.ValidTo),
  };
}

/** Some kinds of key do not rotate automatically at all, and KMS refuses to say it of them. */
const WITHOUT_ROTATION: KmsRotationFacts = {
  enabled: false,
  periodInDays: null,
  nextRotation: null,
};

/** `GetKeyRotationStatus` (ROT-09). */
export async function readRotation(read: KeyRead): Promise<KmsRotationFacts> {
  const command = new GetKeyRotationStatusCommand({ KeyId: read.keyArn });
  try {
    const answer = await ask(read, () => read.session.kms.send(command, optionsOf(read)));
    const rotation = parseResponse(rotationSchema, answer, 'The rotation of KMS');
    if (rotation.KeyId?.startsWith('arn:')) requireKey(rotation.KeyId, read);
    return {
      enabled: rotation.KeyRotationEnabled,
      periodInDays: rotation.RotationPeriodInDays,
      nextRotation: toInstant(rotation.NextRotationDate),
    };
  } catch (error) {
    const isUnsupported =
      error instanceof ConnectorError && error.failure.code === 'UnsupportedOperationException';
    if (isUnsupported) return WITHOUT_ROTATION;
    throw error;
  }
}

/** `GetKeyPolicy` of `default`, the only policy that a key has. */
export async function readKeyPolicy(read: KeyRead): Promise<KeyPolicyFacts> {
  const command = new GetKeyPolicyCommand({ KeyId: read.keyArn, PolicyName: 'default' });
  const answer = await ask(read, () => read.session.kms.send(command, optionsOf(read)));
  const { Policy: policy } = parseResponse(policySchema, answer, 'The key policy of KMS');
  return { policy };
}
