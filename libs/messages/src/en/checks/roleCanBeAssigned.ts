import type { CheckMessages } from '../../checkMessages.ts';

const BY_FAILURE = { cause: '{failureCause}', remedy: '{failureRemedy}' };

export const roleCanBeAssigned: CheckMessages<'roleCanBeAssigned'> = {
  title: 'Keyway can assign the role',
  expected: 'Azure accepts the role assignment',
  outcomes: {
    refused: { observed: 'Azure refuses the role assignment: {answer}', ...BY_FAILURE },
    notAnswered: { observed: 'The role could not be assigned yet: {answer}', ...BY_FAILURE },
  },
};
