/** Runs on AWS in which customers get scripts. Imported by tests only. */
import type { Run } from '@keyway/core';
import {
  AWS_ROLE,
  DrivenRun,
  goodPolicy,
  KEY_ARN,
  kmsStep,
  ON_AWS,
  policyStep,
  POLICY_TEMPLATE,
} from '@keyway/core/testing';

export interface AwsPlace {
  keyArn?: string;
  /** Of the page at Adobe. */
  template?: string;
  /** The key's policy as it was read; nothing is connected without one. */
  current?: object;
}

export function aRunOnAws({ keyArn, template, current }: AwsPlace): Run {
  const driven = new DrivenRun({
    organization: ON_AWS,
    connections: { adobe: null, azure: null, aws: current ? AWS_ROLE : null },
  });
  const entitled = { statement: 's', reference: null };
  driven.must('stepAttested', { track: 'AEP', step: 'ENTITLEMENT', ...entitled });
  if (keyArn !== undefined)
    driven.must('keyProvided', { track: 'AEP', keyIdentifier: keyArn, vaultResourceId: null });
  if (template !== undefined) driven.must('keyPolicyProvided', { policy: template });
  driven.world = (_track, step) =>
    step === 'KEY' ? kmsStep({ arn: keyArn ?? KEY_ARN }) : policyStep(current);
  driven.observe();
  return driven.run;
}

/** By name: what is known of the key, of Adobe's statements and of the policy that is there. */
export const AWS_SITUATIONS: Record<string, AwsPlace> = {
  'on AWS': {},
  'on AWS, with Adobe’s policy': { template: POLICY_TEMPLATE },
  'on AWS, with a key whose policy was not read': { keyArn: KEY_ARN, template: POLICY_TEMPLATE },
  'on AWS, with a policy to merge': {
    ...{ keyArn: KEY_ARN, template: POLICY_TEMPLATE },
    current: { ...goodPolicy, Statement: goodPolicy.Statement.slice(0, 1) },
  },
};
