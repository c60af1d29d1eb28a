import type { CheckMessages } from '../../checkMessages.ts';

export const keyPolicySidsAreUnique: CheckMessages<'keyPolicySidsAreUnique'> = {
  title: 'Cada instrucción tiene su propio Sid',
  expected: 'Ningún Sid repetido',
  outcomes: {
    ok: 'Ningún Sid repetido',
    repeated: {
      observed: 'Repetido: {sids}',
      cause:
        'La primera instrucción de Adobe tiene el Sid de la instrucción predeterminada de AWS. Las herramientas que reemplazan una instrucción según su Sid reemplazan entonces la que no es.',
      remedy:
        'Dé otro Sid a una de las instrucciones, por ejemplo «Adobe {sids}». O acéptelo con un motivo.',
    },
    unclear: {
      observed: 'La directiva de clave no se puede leer',
      cause: 'La respuesta no es una directiva de clave que Keyway entienda.',
      remedy:
        'Keyway la vuelve a leer automáticamente. Si persiste, revise la directiva en AWS KMS.',
    },
  },
};
