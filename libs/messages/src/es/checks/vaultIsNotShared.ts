import type { CheckMessages } from '../../checkMessages.ts';

export const vaultIsNotShared: CheckMessages<'vaultIsNotShared'> = {
  title: 'Ninguna otra organización usa este almacén',
  expected: 'Un almacén del que dependa solo esta organización',
  outcomes: {
    ok: 'Ninguna otra organización de aquí usa {vault}',
    shared: {
      observed: 'Otras organizaciones que usted administra también usan {vault} ({count})',
      cause:
        'Un solo cambio en este almacén, como una clave eliminada o un firewall cerrado, dejaría sin acceso a varias organizaciones a la vez, y Adobe podría purgar los datos de todas.',
      remedy:
        'Use un almacén por organización. Si se comparte a propósito, acéptelo con un motivo.',
    },
  },
};
