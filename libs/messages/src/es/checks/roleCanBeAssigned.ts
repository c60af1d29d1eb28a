import type { CheckMessages } from '../../checkMessages.ts';

const BY_FAILURE = { cause: '{failureCause}', remedy: '{failureRemedy}' };

export const roleCanBeAssigned: CheckMessages<'roleCanBeAssigned'> = {
  title: 'Keyway puede asignar el rol',
  expected: 'Azure acepta la asignación del rol',
  outcomes: {
    refused: { observed: 'Azure rechaza la asignación del rol: {answer}', ...BY_FAILURE },
    notAnswered: { observed: 'Aún no se pudo asignar el rol: {answer}', ...BY_FAILURE },
  },
};
