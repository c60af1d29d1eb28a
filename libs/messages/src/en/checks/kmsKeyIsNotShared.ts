import type { CheckMessages } from '../../checkMessages.ts';

export const kmsKeyIsNotShared: CheckMessages<'kmsKeyIsNotShared'> = {
  title: 'No other organization uses this KMS key',
  expected: 'A KMS key that only this organization depends on',
  outcomes: {
    ok: 'No other organization here uses {arn}',
    shared: {
      observed:
        '{others, select, none {This KMS key is also used for another set-up that the partner runs with Keyway} other {Other organizations use this KMS key too: {others}}}',
      cause:
        '{others, select, none {One change to this key, such as disabling it or removing a statement from its policy, would cut off all that depends on it at once, and Adobe could purge that data.} other {One change to this key, such as disabling it or removing a statement from its policy, would cut off several organizations at once, and Adobe could purge the data of all of them.}}',
      remedy:
        'Use one KMS key per organization. If sharing is intended, accept this with a reason.',
    },
  },
};
