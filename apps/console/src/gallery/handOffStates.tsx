/** The page of a hand-off to an AWS administrator, who sees nothing else of Keyway. */
import { useState } from 'react';
import { AnsweringLink } from '../fixtures/AnsweringLink.ts';
import type { Answers } from '../fixtures/AnsweringLink.ts';
import { aCheck } from '../fixtures/aRun.ts';
import { clientOf } from '../handOff/handOffClient.ts';
import { HandOffApp } from '../handOff/HandOffApp.tsx';
import type { HandedOffStepView, HandedOffView } from '../handOff/handOffDocuments.ts';

const POLICY_BLOCKED: HandedOffStepView = {
  ...{ track: 'AEP', id: 'POLICY', status: 'BLOCKED', title: 'Key policy' },
  sentence:
    'Blocked: requirement “The key policy holds Adobe’s statements” is not met. Observed: Missing: CJA Oberon IAM User Permissions.',
  ...{ looking: false, lookedAt: null, mayCheck: true, mayAttest: false },
  checks: [
    aCheck({
      ...{ id: 'keyPolicyHoldsTemplate', rules: ['VAL-31', 'AWS-13'], verdict: 'BLOCK' },
      title: 'The key policy holds Adobe’s statements',
      observed: 'Missing: CJA Oberon IAM User Permissions',
      expected: 'All four statements of the page at Adobe',
      cause: 'A statement of Adobe’s page is not in the key policy.',
      remedy: 'Put the merged policy on the key.',
      actor: 'AWS_ADMIN',
    }),
    aCheck({
      ...{ id: 'keyPolicyKeepsAdmin', rules: ['AWS-05'], title: 'The account keeps its statement' },
      ...{ observed: 'Kept', expected: 'Kept' },
    }),
  ],
  instructions: {
    text: '1. Open the key.',
    lines: [
      { text: 'Open the key in the AWS console, in us-east-1.', checks: [], progress: null },
      {
        text: 'Switch the key policy to the policy view, and replace it with the merged policy.',
        ...{ checks: ['keyPolicyHoldsTemplate'], progress: 'FAILING' },
      },
    ],
    remarks: ['The merged policy keeps every statement that the key has.'],
    values: [
      {
        label: 'Key ARN',
        value: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      },
    ],
    scripts: [
      {
        tool: 'AWS_CLI',
        text: 'aws kms put-key-policy --key-id 1234abcd-12ab-34cd-56ef-1234567890ab --policy-name default --policy file://policy.json',
      },
      {
        tool: 'TERRAFORM',
        text: 'resource "aws_kms_key_policy" "cmk" {\n  key_id = "1234abcd"\n}',
      },
    ],
  },
};
const view = (part: Partial<HandedOffView> = {}): Answers => ({
  HandedOff: {
    handedOff: {
      ...{ partner: 'Northwind', organization: 'Contoso', actor: 'AWS_ADMIN' },
      ...{ note: 'By Friday, please.', expiresAt: '2099-01-01T00:00:00.000Z' },
      ...{ steps: [POLICY_BLOCKED], later: [] },
      done: [{ track: 'AEP', id: 'KEY', title: 'Key', sentence: 'Done and verified.' }],
      ...part,
    },
  },
});

function HandOff({ answers }: { answers: Answers }) {
  const [client] = useState(() => clientOf(new AnsweringLink(answers)));
  return <HandOffApp client={client} />;
}

export const HAND_OFF_STATES: Readonly<Record<string, () => React.ReactNode>> = {
  'hand-off-aws': () => <HandOff answers={view()} />,
};
