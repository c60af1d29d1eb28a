import type { CheckMessages } from '../../checkMessages.ts';

export const keyPolicyNamesNoOthers: CheckMessages<'keyPolicyNamesNoOthers'> = {
  title: 'Solo la cuenta y Adobe usan la clave',
  expected: 'Ninguna otra cuenta de AWS',
  outcomes: {
    ok: 'Ninguna otra cuenta',
    others: {
      observed: '{principals}',
      cause:
        'Estas cuentas no son ni la de la clave ni de la página de Adobe. El asistente de AWS desaconseja otras cuentas; las cuatro de Adobe son para las que existe la clave, estas no.',
      remedy:
        'Quite la instrucción o la entidad de la directiva, o acéptelo con un motivo si conoce la cuenta.',
    },
    everybody: {
      observed: 'Todos (*)',
      cause:
        'Una instrucción permite el uso a cualquier entidad de AWS, sin una condición que la limite a la cuenta o a Adobe.',
      remedy:
        'Limite la instrucción a entidades conocidas, o acéptelo con un motivo si otra condición la limita.',
    },
    unclear: {
      observed: 'La directiva de clave no se puede leer',
      cause: 'La respuesta no es una directiva de clave que Keyway entienda.',
      remedy:
        'Keyway la vuelve a leer automáticamente. Si persiste, revise la directiva en AWS KMS.',
    },
  },
};
