/**
 * The Adobe side of the ports: app registration, configuration and its submission, each ending in
 * facts or a ConnectorError.
 */
import type { Agent } from 'node:https';
import { DEFAULT_RETRY_LIMITS, ThrottleGate } from '@keyway/connector-transport';
import type { RetryLimits } from '@keyway/connector-transport';
import type { AdobePort } from '@keyway/core';
import { readAppRegistration } from './calls/readAppRegistration.ts';
import { readConfiguration } from './calls/readConfiguration.ts';
import { submitConfiguration } from './calls/submitConfiguration.ts';
import { tryCredential } from './calls/tryCredential.ts';
import { createImsTokens } from './imsToken.ts';

export interface AdobeConnectorOptions {
  /**
   * For every connection, such as one that leads to the sandbox; the system's network otherwise.
   */
  agent?: Agent;
  /** For one request including its answer, milliseconds; 15 s by default. */
  timeoutMs?: number;
  /** How reads are repeated within one call; small by default (`DEFAULT_RETRY_LIMITS`). */
  retry?: Partial<RetryLimits>;
}

const DEFAULT_TIMEOUT_MS = 15_000;

/** Makes the connector. It holds tokens in memory and nothing else; one is enough for a process. */
export function createAdobeConnector({
  agent,
  timeoutMs = DEFAULT_TIMEOUT_MS,
  retry: givenRetry = {},
}: AdobeConnectorOptions = {}): AdobePort {
  const network = { agent, timeoutMs };
  const retry = { ...DEFAULT_RETRY_LIMITS, ...givenRetry };
  const tokens = createImsTokens(network, retry);
  const platform = { network, retry, tokens, gate: new ThrottleGate() };
  return {
    tryCredential: (credential, options) =>
      tryCredential(platform, credential, options?.signal ?? null),
    readAppRegistration: (connection, options) =>
      readAppRegistration(platform, connection, options?.signal ?? null),
    readConfiguration: (connection, name, options) =>
      readConfiguration(platform, connection, name, options?.signal ?? null),
    submitConfiguration: (connection, body, options) =>
      submitConfiguration(platform, connection, body, options),
  };
}
