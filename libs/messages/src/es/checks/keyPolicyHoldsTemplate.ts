import type { CheckMessages } from '../../checkMessages.ts';

export const keyPolicyHoldsTemplate: CheckMessages<'keyPolicyHoldsTemplate'> = {
  title: 'La directiva de clave contiene las instrucciones de Adobe',
  expected: 'Todas las instrucciones de la directiva de la página de Adobe',
  outcomes: {
    ok: 'Las {total} instrucciones',
    notAdobes: {
      observed: 'La directiva pegada no es la de la página de Adobe',
      cause:
        'Permite usar la clave a menos de cuatro cuentas ajenas, y la página de Adobe nombra cuatro (AWS-04). Quizá es la directiva que la clave ya tiene, o una parte de la página.',
      remedy:
        'Copie la directiva completa de la página de la organización en Adobe e indíquela de nuevo. Después ponga la directiva combinada en la clave.',
    },
    notComparable: {
      observed: 'La directiva de clave es demasiado grande para compararla',
      cause:
        'Es más larga de lo que admite AWS KMS, o sus patrones tienen tantos comodines (*) que compararlos tarda demasiado.',
      remedy:
        'Reemplace los patrones largos con varios comodines por los nombres de las acciones, en la directiva de clave y, si los tiene, en la de la página de Adobe. Keyway las compara de nuevo automáticamente.',
    },
    missing: {
      observed: 'Faltan: {missing}{differing, select, none {} other {; difieren: {differing}}}',
      cause:
        '{found} de {total} instrucciones de la página de Adobe están en la directiva. Sin ellas, Experience Platform, Journey Optimizer o Customer Journey Analytics no pueden usar la clave.',
      remedy:
        'Aplique a la clave la directiva que está en «Directiva combinada»: agrega lo que falta y conserva todas las instrucciones existentes.',
    },
    differing: {
      observed: 'Difieren: {differing}',
      cause: 'La instrucción está, y estas partes no son como en la página de Adobe.',
      remedy:
        'Aplique a la clave la directiva que está en «Directiva combinada». Agrega la instrucción de Adobe con un Sid propio y conserva la existente.',
    },
    wider: {
      observed: 'Sin su condición: {differing}',
      cause:
        'La instrucción concede lo que Adobe necesita, y le falta una condición que la limita en la página de Adobe: puede usar la clave alguien más que Adobe.',
      remedy:
        'Aplique a la clave la directiva que está en «Directiva combinada». Después quite la instrucción sin la condición: Keyway nunca quita ninguna.',
    },
    denied: {
      observed: '{denying} deniega lo que Adobe necesita',
      cause:
        'Una instrucción Deny prevalece sobre todas las Allow; las instrucciones de Adobe no tienen efecto.',
      remedy:
        'Quite la instrucción Deny o limítela a entidades distintas de las de Adobe. Keyway nunca quita una instrucción.',
    },
    perhapsDenied: {
      observed: '{denying} puede denegar lo que Adobe necesita',
      cause:
        'La instrucción Deny tiene una condición. No se puede leer si la cumplen las llamadas de Adobe.',
      remedy:
        'Compruebe si las llamadas de Adobe pueden cumplir la condición. Si no, acéptelo con un motivo.',
    },
    unclear: {
      observed: 'La directiva de clave no se puede leer',
      cause: 'La respuesta no es una directiva de clave que Keyway entienda.',
      remedy:
        'Keyway la vuelve a leer automáticamente. Si persiste, revise la directiva en AWS KMS.',
    },
  },
};
