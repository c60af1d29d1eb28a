/** All cases of a target, through the connectors that Keyway itself uses. */
import { readFileSync } from 'node:fs';
import { createAdobeConnector } from '@keyway/connector-adobe';
import { createAwsConnector, type AwsConnectorOptions } from '@keyway/connector-aws';
import { createAzureConnector } from '@keyway/connector-azure';
import { SandboxAgent } from '@keyway/connector-transport';
import { adobeCases } from './cases/adobeCases.ts';
import { awsCases } from './cases/awsCases.ts';
import { azureCases } from './cases/azureCases.ts';
import type { CloudCase } from './cloudCase.ts';
import { runCases, type CaseResult } from './runCases.ts';
import { secretOf, TargetProblem, type AwsTarget, type Target } from './target.ts';

/** @throws TargetProblem where a secret, the CA or a case that the target names is not there */
export async function compareCloud(
  target: Target,
  environment: NodeJS.ProcessEnv,
  report?: (result: CaseResult) => void,
): Promise<CaseResult[]> {
  const agent = agentOf(target);
  const options = agent ? { agent } : {};
  const { azure, adobe, aws, notOffered } = target;
  const cases: CloudCase[] = [
    ...(azure
      ? azureCases(azure, secretOf(azure.clientSecret, environment), createAzureConnector(options))
      : []),
    ...(adobe
      ? adobeCases(adobe, secretOf(adobe.clientSecret, environment), createAdobeConnector(options))
      : []),
    ...(aws
      ? awsCases(
          aws,
          secretOf(aws.externalId, environment),
          createAwsConnector({ ...options, ...identityOf(aws, environment) }),
        )
      : []),
  ];
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

function agentOf({ emulator }: Target): SandboxAgent | null {
  if (!emulator) return null;
  const { host, port, caFile } = emulator;
  try {
    return new SandboxAgent({ host, port, ca: readFileSync(caFile, 'utf8') });
  } catch (error) {
    throw new TargetProblem(`${caFile} can’t be read: ${(error as Error).message}`);
  }
}
