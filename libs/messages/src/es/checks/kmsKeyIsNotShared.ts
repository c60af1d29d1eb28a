import type { CheckMessages } from '../../checkMessages.ts';

export const kmsKeyIsNotShared: CheckMessages<'kmsKeyIsNotShared'> = {
  title: 'Ninguna otra organización usa esta clave de KMS',
  expected: 'Una clave de KMS de la que dependa solo esta organización',
  outcomes: {
    ok: 'Ninguna otra organización de aquí usa {arn}',
    shared: {
      observed:
        '{others, select, none {Esta clave de KMS también se usa para otra configuración que el partner gestiona con Keyway} other {Otras organizaciones también usan esta clave de KMS: {others}}}',
      cause:
        '{others, select, none {Un solo cambio en esta clave, como deshabilitarla o quitar una instrucción de su directiva, dejaría sin acceso a la vez a todo lo que depende de ella, y Adobe podría purgar esos datos.} other {Un solo cambio en esta clave, como deshabilitarla o quitar una instrucción de su directiva, dejaría sin acceso a varias organizaciones a la vez, y Adobe podría purgar los datos de todas.}}',
      remedy:
        'Use una clave de KMS por organización. Si se comparte a propósito, acéptelo con un motivo.',
    },
  },
};
