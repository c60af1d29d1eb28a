/**
 * The Adobe side of the ports: app registration, configuration and its submission, each ending in
 * facts or a ConnectorError.
 */
import type { Agent } from 'node:https';
import { ThrottleGate } from '@keyway/connector-transport';
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
}

const DEFAULT_TIMEOUT_MS = 15_000;

/** Makes the connector. It holds tokens in memory and nothing else; one is enough for a process. */
export function createAdobeConnector({
  agent,
  timeoutMs = DEFAULT_TIMEOUT_MS,
}: AdobeConnectorOptions = {}): AdobePort {
  const network = { agent, timeoutMs };
  const platform = { network, gate: new ThrottleGate(), tokens: createImsTokens(network) };
  return {
    tryCredential: (credential, options) =>
      tryCredential(network, credential, options?.signal ?? null),
    readAppRegistration: (connection, options) =>
      readAppRegistration(platform, connection, options?.signal ?? null),
    readConfiguration: (connection, name, options) =>
      readConfiguration(platform, connection, name, options?.signal ?? null),
    submitConfiguration: (connection, body, options) =>
      submitConfiguration(platform, connection, body, options),
  };
}
