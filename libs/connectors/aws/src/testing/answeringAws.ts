/** A connector before a fake AWS whose answers a test chooses. */
import { afterEach, beforeEach } from 'vitest';
import { startFakeCloud } from '@keyway/connector-transport/testing';
import type { FakeAnswer, FakeCloud, FakeRequest } from '@keyway/connector-transport/testing';
import { ConnectorError } from '@keyway/core';
import type { AwsConnection, AwsPort, ReadFailure } from '@keyway/core';
import { createAwsConnector } from '../createAwsConnector.ts';

const ACCOUNT = '123456789012';
export const KEY_ARN = `arn:aws:kms:us-east-1:${ACCOUNT}:key/12345678-1234-4234-8234-123456789012`;
export const EXTERNAL_ID = 'external-id-of-this-organization';
export const SESSION_SECRET = 'the-secret-of-the-session';

export const connection: AwsConnection = {
  roleArn: `arn:aws:iam::${ACCOUNT}:role/team/keyway-reader`,
  externalId: EXTERNAL_ID,
  region: 'us-east-1',
  organizationId: 'b2f6',
};

/** As STS writes it; the last part of the role's path names the session's role. */
export const assumed = (change: (xml: string) => string = (xml) => xml): FakeAnswer => ({
  headers: { 'content-type': 'text/xml' },
  body: change(`<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <AssumeRoleResult>
    <AssumedRoleUser>
      <AssumedRoleId>AROAEXAMPLE:keyway-b2f6</AssumedRoleId>
      <Arn>arn:aws:sts::${ACCOUNT}:assumed-role/keyway-reader/keyway-b2f6</Arn>
    </AssumedRoleUser>
    <Credentials>
      <AccessKeyId>ASIAEXAMPLE</AccessKeyId>
      <SecretAccessKey>${SESSION_SECRET}</SecretAccessKey>
      <SessionToken>the-token-of-the-session</SessionToken>
      <Expiration>2999-01-01T00:00:00Z</Expiration>
    </Credentials>
  </AssumeRoleResult>
</AssumeRoleResponse>`),
});

export const keyMetadata = {
  AWSAccountId: ACCOUNT,
  Arn: KEY_ARN,
  KeyId: KEY_ARN.split('/')[1],
  CreationDate: 1_700_000_000.123,
  Enabled: true,
  KeySpec: 'SYMMETRIC_DEFAULT',
  KeyUsage: 'ENCRYPT_DECRYPT',
  KeyState: 'Enabled',
  KeyManager: 'CUSTOMER',
  Origin: 'AWS_KMS',
  MultiRegion: false,
};

export const kmsError = (code: string, message = '', status = 400): FakeAnswer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': code },
  body: { __type: code, message },
});

export const stsError = (code: string, message = '', status = 403): FakeAnswer => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body: `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
});

export type Answer = (request: FakeRequest) => FakeAnswer | undefined;

export class AnsweringAws {
  cloud!: FakeCloud;
  connector!: AwsPort;
  /** Comes before the session that is given and the key that is described. */
  answer: Answer = () => undefined;
}

export const ofKms =
  (given: FakeAnswer): Answer =>
  ({ host }) =>
    host.startsWith('kms.') ? given : undefined;

export const ofSts =
  (given: FakeAnswer): Answer =>
  ({ host }) =>
    host.startsWith('sts.') ? given : undefined;

/** A fresh AWS for each test of a file. */
export function answeringAws(): AnsweringAws {
  const aws = new AnsweringAws();
  beforeEach(async () => {
    aws.answer = () => undefined;
    aws.cloud = await startFakeCloud(
      ['*.us-east-1.amazonaws.com'],
      (request) =>
        aws.answer(request) ??
        (request.host.startsWith('sts.') ? assumed() : { body: { KeyMetadata: keyMetadata } }),
    );
    aws.connector = createAwsConnector({
      agent: aws.cloud.agent,
      identity: () => Promise.resolve({ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' }),
      retry: { firstDelayMs: 1 },
      timeoutMs: 1000,
    });
  });
  afterEach(() => aws.cloud.close());
  return aws;
}

export async function failureOf(call: Promise<unknown>): Promise<ReadFailure> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ConnectorError))
    throw new Error('expected a ConnectorError', { cause: error });
  return error.failure;
}
