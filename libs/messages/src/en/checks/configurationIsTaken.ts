import type { CheckMessages } from '../../checkMessages.ts';

const BY_FAILURE = { cause: '{failureCause}', remedy: '{failureRemedy}' };
const SEE_ADOBE =
  'Open Administration > Encryption in Adobe and see which key is configured. Ask Adobe Customer Care before anything else is sent for this organization.';

export const configurationIsTaken: CheckMessages<'configurationIsTaken'> = {
  title: 'Adobe accepts the configuration',
  expected: 'Adobe has the configuration that was approved, once',
  outcomes: {
    refused: { observed: 'Adobe refuses the configuration: {answer}', ...BY_FAILURE },
    notAnswered: { observed: 'The configuration could not be sent yet: {answer}', ...BY_FAILURE },
    otherKey: {
      observed: 'Adobe already has a configuration named {name} for another key ({key})',
      cause: 'It existed before, and nothing was sent.',
      remedy: SEE_ADOBE,
    },
    otherKeyAfterSend: {
      observed: 'Adobe shows a configuration named {name} for another key ({key})',
      cause: 'The configuration was sent, and Adobe shows another one under its name.',
      remedy: SEE_ADOBE,
    },
    keyNotNamed: {
      observed: 'Adobe already has a configuration named {name} and does not say for which key',
      cause: 'It existed before, so it can’t be taken for the approved one. Nothing was sent.',
      remedy: SEE_ADOBE,
    },
    failedBefore: {
      observed:
        'Adobe already has a configuration named {name} for this key and reports FAILED for it',
      cause:
        'An earlier attempt under this name failed, and Adobe does not document that the name can be reused. Nothing was sent.',
      remedy: 'Once the cause is fixed, try again and submit under another name.',
    },
    noUsableAnswer: {
      observed:
        'The configuration was sent {sends} times without a usable answer, and Adobe shows none with this name',
      cause: 'Whether one of them arrived is unknown. It may appear later.',
      remedy:
        'Ask Adobe Customer Care whether a configuration for this organization exists before you try again.',
    },
    restored: {
      observed:
        'The configuration was not sent, because Keyway’s database was restored from a backup',
      cause:
        'It was requested before the backup. Whoever requested it may have canceled that since, and the backup can’t know it. Adobe has no configuration with this name.',
      remedy: 'Make sure that it is still wanted. Then try again: it needs a new approval.',
    },
  },
};
