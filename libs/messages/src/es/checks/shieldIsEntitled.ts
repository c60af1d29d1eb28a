import type { CheckMessages } from '../../checkMessages.ts';

export const shieldIsEntitled: CheckMessages<'shieldIsEntitled'> = {
  title: 'La organización tiene derecho a su propia clave',
  expected: 'Healthcare Shield o Privacy & Security Shield; en AWS solo este último',
  outcomes: {
    ok: '{shield} en {cloud}',
    noShield: {
      observed: 'Ningún shield',
      cause:
        'Las claves administradas por el cliente forman parte de Healthcare Shield y Privacy & Security Shield.',
      remedy: 'Pregunte al equipo de cuenta de Adobe qué shield contrató la organización.',
    },
    notOnAws: {
      observed: '{shield} en {cloud}',
      cause: 'Healthcare Shield incluye claves administradas por el cliente solo en Azure.',
      remedy: 'En AWS hace falta Privacy & Security Shield; pregunte al equipo de cuenta de Adobe.',
    },
  },
};
