/**
 * The connector before moto, an AWS that somebody else wrote, and the sandbox compared with it.
 * `KEYWAY_MOTO_PYTHON` names a Python that has `moto[kms,server]`; skipped without it.
 */
import {
  CreateKeyCommand,
  DisableKeyCommand,
  EnableKeyRotationCommand,
  KMSClient,
  PutKeyPolicyCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import type { CreateKeyCommandInput } from '@aws-sdk/client-kms';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { SandboxAgent } from '@keyway/connector-transport';
import { startFakeCloud } from '@keyway/connector-transport/testing';
import type { FakeCloud } from '@keyway/connector-transport/testing';
import type { AwsConnection, AwsPort } from '@keyway/core';
import { aSandbox, MOTO_PYTHON, startMoto } from '@keyway/testing';
import type { Moto, TestSandbox } from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAwsConnector } from './createAwsConnector.ts';
import { failureOf } from './testing/answeringAws.ts';

const ACCOUNT = '123456789012';
const region = 'us-east-1';
const own = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'x' };
const connection: AwsConnection = {
  roleArn: `arn:aws:iam::${ACCOUNT}:role/keyway-reader`,
  externalId: 'keyway-external-id',
  region,
  organizationId: 'moto',
};

interface Customer {
  aws: { account: string; roleArn: string; keyArn: string };
}

let moto: Moto;
let cloud: FakeCloud;
let sandbox: TestSandbox;
let sandboxAgent: SandboxAgent;
let connector: AwsPort;
/** In the session of the role, as whoever administers the key. */
let admin: KMSClient;

/** Under AWS's host names and TLS, as the connector asks; moto itself has neither. */
const before = ({ port }: Moto): Promise<FakeCloud> =>
  startFakeCloud([`*.${region}.amazonaws.com`], async ({ method, path, headers, body }) => {
    const { host: _host, connection: _connection, 'content-length': _length, ...rest } = headers;
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: rest as Record<string, string>,
      body,
    });
    return {
      status: answer.status,
      headers: { 'content-type': answer.headers.get('content-type') ?? '' },
      body: await answer.text(),
    };
  });

async function administrator({ port }: Moto): Promise<KMSClient> {
  const endpoint = `http://127.0.0.1:${port}`;
  const sts = new STSClient({ endpoint, region, credentials: own });
  const { Credentials } = await sts.send(
    new AssumeRoleCommand({ RoleArn: connection.roleArn, RoleSessionName: 'admin' }),
  );
  const { AccessKeyId, SecretAccessKey, SessionToken } = Credentials!;
  const credentials = {
    accessKeyId: AccessKeyId!,
    secretAccessKey: SecretAccessKey!,
    sessionToken: SessionToken!,
  };
  return new KMSClient({ endpoint, region, credentials });
}

/** With every default written out: moto answers null for what was left out, and AWS does not. */
async function createKey(input: CreateKeyCommandInput = {}): Promise<string> {
  const { KeyMetadata } = await admin.send(
    new CreateKeyCommand({ KeyUsage: 'ENCRYPT_DECRYPT', MultiRegion: false, ...input }),
  );
  return KeyMetadata!.Arn!;
}

/** Moto disables and deletes by ID alone. */
const idOf = (arn: string): string => arn.split('/')[1]!;

/** What both say of a key, without what is of the one key alone. */
async function described(port: AwsPort, at: AwsConnection, keyArn: string): Promise<object> {
  const { arn, account, deletionDate, validTo, ...key } = await port.readKey(at, keyArn);
  const rotation = await port.readRotation(at, keyArn).then(
    ({ enabled }) => enabled,
    (error: { failure: { kind: string; code: string } }) => [
      error.failure.kind,
      error.failure.code,
    ],
  );
  expect(arn).toBe(keyArn);
  expect(keyArn).toContain(account!);
  // Moto answers the rotation of a key that is being deleted; AWS documents a refusal.
  const isDeleted = deletionDate !== null;
  return { ...key, ...(!isDeleted && { rotation }), isDeleted, expires: validTo !== null };
}

/** Keyway's identity in the sandbox (docs/reference/sandbox.md). */
const inSandbox = () =>
  createAwsConnector({
    agent: sandboxAgent,
    identity: () =>
      Promise.resolve({
        accessKeyId: 'AKIAKEYWAYSANDBOX001',
        secretAccessKey: 'sandbox-secret-access-key-of-no-account',
      }),
  });

describe.skipIf(!MOTO_PYTHON)(
  'moto (asked where KEYWAY_MOTO_PYTHON names a Python that has it)',
  () => {
    beforeAll(async () => {
      [moto, sandbox] = await Promise.all([startMoto(MOTO_PYTHON!), aSandbox()]);
      sandboxAgent = new SandboxAgent(sandbox);
      cloud = await before(moto);
      admin = await administrator(moto);
      connector = createAwsConnector({ agent: cloud.agent, identity: () => Promise.resolve(own) });
    });
    afterAll(async () => {
      sandboxAgent?.destroy();
      await Promise.all([cloud?.close(), sandbox?.close(), moto?.close()]);
    });

    it('gives a session of the role', async () => {
      await expect(connector.tryRole(connection)).resolves.toEqual({ account: ACCOUNT });
    });

    it.each<[string, () => Promise<string>]>([
      [
        'awsHappyPath',
        async () => {
          const KeyId = await createKey();
          await admin.send(new EnableKeyRotationCommand({ KeyId }));
          return KeyId;
        },
      ],
      ['awsRotationOff', () => createKey()],
      ['awsAsymmetricKey', () => createKey({ KeySpec: 'RSA_2048' })],
      [
        'awsKeyDisabled',
        async () => {
          const arn = await createKey();
          await admin.send(new EnableKeyRotationCommand({ KeyId: arn }));
          await admin.send(new DisableKeyCommand({ KeyId: idOf(arn) }));
          return arn;
        },
      ],
      [
        'awsPendingDeletion',
        async () => {
          const arn = await createKey();
          await admin.send(
            new ScheduleKeyDeletionCommand({ KeyId: idOf(arn), PendingWindowInDays: 7 }),
          );
          return arn;
        },
      ],
      [
        'awsMultiRegionKey',
        async () => {
          const KeyId = await createKey({ MultiRegion: true });
          await admin.send(new EnableKeyRotationCommand({ KeyId }));
          return KeyId;
        },
      ],
    ])('describes a key as the sandbox does in %s', async (scenario, make) => {
      const keyArn = await make();
      const { aws }: Customer = await sandbox.control('POST', '/scenario', { scenario });
      const inSandboxAt = { ...connection, roleArn: aws.roleArn };
      expect(await described(connector, connection, keyArn)).toEqual(
        await described(inSandbox(), inSandboxAt, aws.keyArn),
      );
    });

    it('answers the key policy as it was written', async () => {
      const KeyId = await createKey();
      const { aws }: Customer = await sandbox.control('POST', '/scenario', {
        scenario: 'awsHappyPath',
      });
      const { policy } = await inSandbox().readKeyPolicy(
        { ...connection, roleArn: aws.roleArn },
        aws.keyArn,
      );
      await admin.send(new PutKeyPolicyCommand({ KeyId, Policy: policy, PolicyName: 'default' }));
      expect(await connector.readKeyPolicy(connection, KeyId)).toEqual({ policy });
    });

    it('has no other key', async () => {
      const keyArn = `arn:aws:kms:${region}:${ACCOUNT}:key/12345678-1234-4234-8234-123456789012`;
      for (const read of ['readKey', 'readRotation', 'readKeyPolicy'] as const)
        expect(await failureOf(connector[read](connection, keyArn))).toMatchObject({
          kind: 'notFound',
          code: 'NotFoundException',
        });
    });
  },
);
