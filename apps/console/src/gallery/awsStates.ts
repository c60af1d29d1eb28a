/** The key in AWS KMS and its policy, statement by statement, in the states that people get. */
import { aKeyPolicy, aKmsAnswer, aKmsKey, KEY_ARN, kmsRun } from '../fixtures/aKmsAnswer.ts';
import { aStep, aTrack } from '../fixtures/aRun.ts';
import { PENDING, serverError } from '../fixtures/AnsweringLink.ts';
import { runAnswers } from '../fixtures/runAnswers.ts';
import type { PageStateProps } from './PageState.tsx';

type KeyPolicy = ReturnType<typeof aKeyPolicy>;
const [present, differing, missing] = aKeyPolicy().statements as [
  KeyPolicy['statements'][number],
  KeyPolicy['statements'][number],
  KeyPolicy['statements'][number],
];
const allPresent = [
  present,
  { ...present, ...{ sid: 'CJA Flow IAM User Permissions', foundSid: null } },
  { ...present, ...{ sid: 'CJA Integrity IAM User Permissions', foundSid: null } },
  { ...present, ...{ sid: 'CJA Oberon IAM User Permissions', foundSid: null } },
];

const page = (RunKms: object): PageStateProps => ({
  path: '/runs/run-1',
  answers: { ...runAnswers(kmsRun), RunKms },
});
const policy = (part: Partial<KeyPolicy>) => page(aKmsAnswer({ keyPolicy: aKeyPolicy(part) }));

const unread = [present, differing, missing].map((one) => ({
  ...{ ...one, state: null, parts: [], foundSid: null, found: null },
}));
const keyRun = {
  ...kmsRun,
  sentence: 'Blocked at Key.',
  tracks: [
    aTrack('AEP', {
      steps: [
        aStep('KEY', 'BLOCKED', { actor: 'AWS_ADMIN' }),
        aStep('POLICY', 'READY', { actor: 'AWS_ADMIN' }),
      ],
    }),
    aTrack('CJA', { steps: [] }),
  ],
};

export const AWS_STATES: Readonly<Record<string, PageStateProps>> = {
  'kms-policy-differs': page(aKmsAnswer({}, ['{ "first": 1 } // note'])),
  'kms-policy-extra': policy({
    statements: allPresent,
    extraPrincipals: ['*', 'arn:aws:iam::444455556666:root'],
    denyingSids: ['Deny outside the network'],
  }),
  'kms-policy-root-lost': policy({ keepsAdmin: false }),
  'kms-policy-sid-clash': policy({
    statements: [{ ...missing, sid: present.sid }, ...allPresent.slice(1)],
    repeatedSids: ['Enable IAM User Permissions', ''],
  }),
  'kms-policy-unread': policy({
    ...{ statements: unread, current: null, keepsAdmin: null, merged: null },
  }),
  'kms-key': {
    path: '/runs/run-1',
    answers: {
      ...runAnswers(keyRun),
      RunKms: aKmsAnswer({
        keyPolicy: null,
        kmsKey: aKmsKey({
          ...{ arn: KEY_ARN, keyState: 'PendingDeletion', deletionDate: '2026-12-05T12:00:00Z' },
          ...{ origin: 'EXTERNAL', validTo: '2026-12-24T12:00:00Z', keyManager: null },
          rotation: null,
        }),
      }),
    },
  },
  'kms-loading': page(PENDING),
  'kms-failed': page(serverError('The database is unavailable.')),
};
