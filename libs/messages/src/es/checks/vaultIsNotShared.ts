import type { CheckMessages } from '../../checkMessages.ts';

export const vaultIsNotShared: CheckMessages<'vaultIsNotShared'> = {
  title: 'Ninguna otra organización usa este almacén',
  expected: 'Un almacén del que dependa solo esta organización',
  outcomes: {
    ok: 'Ninguna otra organización de aquí usa {vault}',
    shared: {
      observed:
        '{others, select, none {Este almacén también se usa para otra configuración que el partner gestiona con Keyway} other {Otras organizaciones también usan {vault}: {others}}}',
      cause:
        '{others, select, none {Un solo cambio en este almacén, como una clave eliminada o un firewall cerrado, dejaría sin acceso a la vez a todo lo que depende de él, y Adobe podría purgar esos datos.} other {Un solo cambio en este almacén, como una clave eliminada o un firewall cerrado, dejaría sin acceso a varias organizaciones a la vez, y Adobe podría purgar los datos de todas.}}',
      remedy:
        'Use un almacén por organización. Si se comparte a propósito, acéptelo con un motivo.',
    },
  },
};
