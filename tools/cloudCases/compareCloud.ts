/** All cases of a target, through the connectors that Keyway itself uses. */
import { readFileSync } from 'node:fs';
import type { Agent } from 'node:https';
import { readSettingsNamed } from '@keyway/config';
import { createAdobeConnector } from '@keyway/connector-adobe';
import { createAwsConnector, type AwsConnectorOptions } from '@keyway/connector-aws';
import { createAzureConnector, createVaultProbe, resolveHost } from '@keyway/connector-azure';
import { cloudAgent } from '@keyway/connector-transport';
import { adobeCases } from './cases/adobeCases.ts';
import { awsCases } from './cases/awsCases.ts';
import { azureCases } from './cases/azureCases.ts';
import type { CloudCase } from './cloudCase.ts';
import { EmulatorAgent } from './emulatorAgent.ts';
import type { Ports } from './readCases.ts';
import { runCases, type CaseResult } from './runCases.ts';
import { secretOf, TargetProblem, type AwsTarget, type Secret, type Target } from './target.ts';

/** The cases of a target over these ports; other clouds than those it names have none. */
export function casesOf(
  { azure, adobe, aws }: Target,
  environment: NodeJS.ProcessEnv,
  ports: Ports,
): CloudCase[] {
  const secret = (given: Secret): string => secretOf(given, environment);
  return [
    ...(azure ? azureCases(azure, secret(azure.clientSecret), ports) : []),
    ...(adobe ? adobeCases(adobe, secret(adobe.clientSecret), ports.adobe) : []),
    ...(aws ? awsCases(aws, secret(aws.externalId), ports.aws) : []),
  ];
}

/**
 * The connectors that Keyway itself uses.
 * @param agent leads to the target's emulators, or through a proxy; null: directly
 */
export function portsOf(
  { aws }: Target,
  environment: NodeJS.ProcessEnv,
  agent: Agent | null,
): Ports {
  const options = agent ? { agent } : {};
  return {
    azure: createAzureConnector(options),
    adobe: createAdobeConnector(options),
    aws: createAwsConnector({ ...options, ...(aws ? identityOf(aws, environment) : {}) }),
    vaults: createVaultProbe({ ...options, resolve: agent ? null : resolveHost }),
  };
}

/**
 * @throws TargetProblem where a secret, the CA or a case that the target names is not there
 * @throws ConfigError where HTTPS_PROXY or NO_PROXY can't be read
 */
export async function compareCloud(
  target: Target,
  environment: NodeJS.ProcessEnv,
  report?: (result: CaseResult) => void,
): Promise<CaseResult[]> {
  const agent = agentOf(target) ?? proxyAgentOf(environment);
  const { notOffered } = target;
  const cases = casesOf(target, environment, portsOf(target, environment, agent));
  const known = new Set(cases.map(({ id }) => id));
  const unknown = notOffered.filter((id) => !known.has(id));
  if (unknown.length > 0)
    throw new TargetProblem(
      `notOffered names cases that there are not: ${unknown.join(', ')}. Cases: ${[...known].join(', ')}`,
    );
  try {
    return await runCases(cases, notOffered, report);
  } finally {
    agent?.destroy();
  }
}

function identityOf(
  { identity }: AwsTarget,
  environment: NodeJS.ProcessEnv,
): Pick<AwsConnectorOptions, 'identity'> {
  if (!identity) return {};
  const secretAccessKey = secretOf(identity.secretAccessKey, environment);
  return {
    identity: () => Promise.resolve({ accessKeyId: identity.accessKeyId, secretAccessKey }),
  };
}

/** As a worker calls clouds; null without a proxy. */
function proxyAgentOf(environment: NodeJS.ProcessEnv): Agent | null {
  const { httpsProxy, noProxy } = readSettingsNamed(['httpsProxy', 'noProxy'], environment);
  return cloudAgent(null, httpsProxy && { address: httpsProxy, bypass: noProxy }) ?? null;
}

/** Of a target with emulators; null where the real hosts are asked. */
export function agentOf({ emulator }: Target): EmulatorAgent | null {
  if (!emulator) return null;
  return new EmulatorAgent(
    [emulator].flat().map(({ caFile, ...address }) => ({
      ...address,
      ca: caFile === undefined ? null : textOf(caFile),
    })),
  );
}

function textOf(caFile: string): string {
  try {
    return readFileSync(caFile, 'utf8');
  } catch (error) {
    throw new TargetProblem(`${caFile} can’t be read: ${(error as Error).message}`);
  }
}
