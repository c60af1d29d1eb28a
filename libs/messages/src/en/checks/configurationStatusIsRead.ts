import type { CheckMessages } from '../../checkMessages.ts';

const BY_FAILURE = { cause: '{failureCause}', remedy: '{failureRemedy}' };

export const configurationStatusIsRead: CheckMessages<'configurationStatusIsRead'> = {
  title: 'Adobe’s status can be read',
  expected: 'Adobe reports the status of the configuration',
  outcomes: {
    notRead: { observed: 'The status could not be read: {answer}', ...BY_FAILURE },
    failed: {
      observed: 'Adobe reports FAILED',
      cause:
        'Adobe gives no reason. Usually something is wrong with the key, the vault or the application’s access.',
      remedy:
        'Review the other checks of this step, which ran again when Adobe reported it. If all pass, open a case with Adobe Customer Care and quote job ID {job}, organization {imsOrgId} and configuration {name}.',
    },
  },
};
