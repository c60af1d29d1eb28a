/** A connector before fake clouds whose answers a test chooses. */
import { afterEach, beforeEach } from 'vitest';
import { startFakeCloud } from '@keyway/connector-transport/testing';
import type { FakeAnswer, FakeCloud, FakeRequest } from '@keyway/connector-transport/testing';
import { ConnectorError } from '@keyway/core';
import type { AzurePort, ReadFailure, VaultFacts } from '@keyway/core';
import { createAzureConnector } from '../createAzureConnector.ts';
import * as azure from './azureDocuments.ts';

export type Answer = (request: FakeRequest) => FakeAnswer | undefined;

export class AnsweringClouds {
  cloud!: FakeCloud;
  connector!: AzurePort;
  /** Comes before the sign-in that succeeds and the resource that is not found. */
  answer: Answer = () => undefined;
}

/** Fresh clouds for each test of a file. */
export function answeringClouds(): AnsweringClouds {
  const clouds = new AnsweringClouds();
  beforeEach(async () => {
    clouds.answer = () => undefined;
    clouds.cloud = await startFakeCloud(
      azure.HOSTS,
      (request) => clouds.answer(request) ?? azure.signIn(request) ?? azure.notFound(),
    );
    clouds.connector = createAzureConnector({
      agent: clouds.cloud.agent,
      retry: { firstDelayMs: 1 },
    });
  });
  afterEach(() => clouds.cloud.close());
  return clouds;
}

export const readVault = (
  { connector }: AnsweringClouds,
  options?: { signal: AbortSignal },
): Promise<VaultFacts> => connector.readVault(azure.connection, azure.vaultReference, options);

export const ofArm =
  (given: FakeAnswer): Answer =>
  ({ host }) =>
    host === 'management.azure.com' ? given : undefined;

export const atArm = ({ cloud }: AnsweringClouds): FakeRequest[] =>
  cloud.requests.filter(({ host }) => host === 'management.azure.com');

export async function failureOf(call: Promise<unknown>): Promise<ReadFailure> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ConnectorError))
    throw new Error('expected a ConnectorError', { cause: error });
  return error.failure;
}
