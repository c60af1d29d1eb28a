import type { CheckMessages } from '../../checkMessages.ts';

export const keyPolicyKeepsAdmin: CheckMessages<'keyPolicyKeepsAdmin'> = {
  title: 'La cuenta sigue administrando la clave',
  expected: 'kms:* para la raíz de la cuenta de la clave',
  outcomes: {
    ok: 'kms:* para la raíz de la cuenta {account}',
    lost: {
      observed: 'Ninguna instrucción da kms:* a la raíz de la cuenta {account}',
      cause:
        'La directiva se sobrescribió, como decía una guía anterior de Adobe. Es posible que ya nadie de la cuenta pueda corregirla.',
      remedy:
        'Agregue de nuevo la instrucción con la directiva que está en «Directiva combinada». Si KMS la rechaza, AWS Support debe restablecer el acceso a la clave.',
    },
    unclear: {
      observed: 'La directiva de clave no se puede leer',
      cause: 'La respuesta no es una directiva de clave que Keyway entienda.',
      remedy:
        'Keyway la vuelve a leer automáticamente. Si persiste, revise la directiva en AWS KMS.',
    },
  },
};
