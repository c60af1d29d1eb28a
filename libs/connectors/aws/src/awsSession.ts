/**
 * A session of a customer's role: STS gives it for 15 minutes to Keyway's own identity, and KMS is
 * read with it. Loaded at its first use: the SDK takes 28 MB.
 */
import type { Agent } from 'node:https';
import { KMSClient } from '@aws-sdk/client-kms';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type { RetryLimits, ThrottleGate } from '@keyway/connector-transport';
import { parseResponse } from '@keyway/connector-transport';
import { ConnectorError, OWN_CODES } from '@keyway/core';
import type { AwsConnection } from '@keyway/core';
import { z } from 'zod';
import { hostOf, roleOf, sessionNameOf } from './awsNames.ts';
import type { AwsService } from './awsNames.ts';
import { sdkCall } from './sdkCall.ts';
import { createRequestHandler } from './transport/createRequestHandler.ts';
import type { AwsCall } from './transport/createRequestHandler.ts';

/** Keyway's own, where it is not what the SDK finds by default. */
export interface OwnIdentity {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string | undefined;
}

export interface SessionOptions {
  agent: Agent | undefined;
  timeoutMs: number;
  retry: RetryLimits;
  gate: ThrottleGate;
  /** Undefined: the SDK's default chain. */
  identity: (() => Promise<OwnIdentity>) | undefined;
}

export interface AwsSession {
  account: string;
  kms: KMSClient;
}

/** The shortest that STS gives. */
const DURATION_SECONDS = 900;

const text = z.string().regex(/^[\x21-\x7e]{1,65536}$/);
const assumedSchema = z.object({
  Credentials: z.object({
    AccessKeyId: text,
    SecretAccessKey: text,
    SessionToken: text,
    Expiration: z.date(),
  }),
  AssumedRoleUser: z.object({ Arn: z.string() }),
});
type Assumed = z.infer<typeof assumedSchema>;

/**
 * No configuration of the environment leads a client elsewhere, and none repeats: the handler does.
 */
const clientOptions = (
  service: AwsService,
  connection: AwsConnection,
  { agent, timeoutMs, retry, gate }: SessionOptions,
  secrets: readonly string[],
) => {
  const host = hostOf(service, connection.region);
  const account = roleOf(connection.roleArn)!.account;
  return {
    region: connection.region,
    maxAttempts: 1,
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
    ignoreConfiguredEndpointUrls: true,
    requestHandler: createRequestHandler({
      ...{ agent, timeoutMs, retry, gate, host, secrets },
      // STS counts the calls of Keyway's account, KMS those of the customer's.
      place: service === 'sts' ? host : `${host} ${account}`,
      isJson: service === 'kms',
    }),
  };
};

/** The answer is of the role that was asked for, and of no other. */
function requireRole({ AssumedRoleUser: { Arn } }: Assumed, connection: AwsConnection): string {
  const { account, name } = roleOf(connection.roleArn)!;
  const expected = `arn:aws:sts::${account}:assumed-role/${name}/${sessionNameOf(connection.organizationId)}`;
  if (Arn === expected) return account;
  throw new ConnectorError(
    { kind: 'badResponse', code: OWN_CODES.otherResource, host: hostOf('sts', connection.region) },
    { detail: 'STS answered with a session of another role' },
  );
}

/** @throws ConnectorError; `denied` where the role does not admit Keyway (`sts:AssumeRole`) */
export async function openSession(
  connection: AwsConnection,
  options: SessionOptions,
  call: AwsCall,
): Promise<AwsSession> {
  const { roleArn, externalId, organizationId, region } = connection;
  const host = hostOf('sts', region);
  let isSent = false;
  const own: AwsCall = {
    ...call,
    onRequest: () => {
      isSent = true;
      call.onRequest?.();
    },
  };
  const sts = new STSClient({
    ...clientOptions('sts', connection, options, [externalId]),
    ...(options.identity && { credentials: options.identity }),
  });
  const command = new AssumeRoleCommand({
    RoleArn: roleArn,
    ExternalId: externalId,
    RoleSessionName: sessionNameOf(organizationId),
    DurationSeconds: DURATION_SECONDS,
  });
  const sendOptions = { abortSignal: call.signal ?? undefined, call: own };
  const answer = await sdkCall(
    host,
    () => isSent,
    () => sts.send(command, sendOptions),
  );
  const assumed = parseResponse(assumedSchema, answer, 'The session of STS');
  const account = requireRole(assumed, connection);
  const { AccessKeyId, SecretAccessKey, SessionToken } = assumed.Credentials;
  const kms = new KMSClient({
    ...clientOptions('kms', connection, options, [externalId, SecretAccessKey, SessionToken]),
    credentials: {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
    },
  });
  return { account, kms };
}
