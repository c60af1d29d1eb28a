import type { CheckMessages } from '../../checkMessages.ts';

const BY_FAILURE = { cause: '{failureCause}', remedy: '{failureRemedy}' };

export const configurationStatusIsRead: CheckMessages<'configurationStatusIsRead'> = {
  title: 'El estado de Adobe se puede leer',
  expected: 'Adobe comunica el estado de la configuración',
  outcomes: {
    notRead: { observed: 'No se pudo leer el estado: {answer}', ...BY_FAILURE },
    failed: {
      observed: 'Adobe comunica FAILED',
      cause:
        'Adobe no da ningún motivo. Lo habitual es que falle algo de la clave, del almacén o del acceso de la aplicación.',
      remedy:
        'Revise las demás comprobaciones de este paso, que se repitieron cuando Adobe lo comunicó. Si todas son correctas, abra un caso con Adobe Customer Care con el ID del trabajo {job}, la organización {imsOrgId} y la configuración {name}.',
    },
  },
};
