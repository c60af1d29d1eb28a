import type { CheckMessages } from '../../checkMessages.ts';

export const kmsKeyMaterialIsOwn: CheckMessages<'kmsKeyMaterialIsOwn'> = {
  title: 'KMS generó el material de la clave',
  expected: 'Material de clave generado por KMS',
  outcomes: {
    ok: 'Generado por KMS',
    imported: {
      observed: 'Importado',
      cause:
        'Adobe recomienda material generado por KMS. El material importado debe guardarse fuera de AWS, y KMS no puede rotarlo automáticamente.',
      remedy:
        'Cree una clave con material generado por KMS, o acéptelo con un motivo si debe conservar su propio material.',
    },
    expiring: {
      observed: 'Importado; expira el {validTo}',
      cause:
        'Cuando el material expira, KMS lo elimina, y Adobe ya no puede descifrar nada hasta que se importe de nuevo el mismo material.',
      remedy:
        'Cree una clave con material generado por KMS, o importe de nuevo el material sin expiración. Acéptelo solo con un plan para esa fecha.',
    },
    customStore: {
      observed: 'De otro almacén de claves ({origin})',
      cause:
        'La guía de Adobe no cubre las claves de CloudHSM ni de un almacén externo. Dependen de un servicio ajeno a KMS.',
      remedy: 'Cree una clave con material generado por KMS, o acéptelo con un motivo.',
    },
    notStated: {
      observed: 'KMS no dice de dónde procede el material de clave',
      cause: 'El campo falta en la respuesta o tiene un valor que Keyway no conoce.',
      remedy: 'Keyway lo vuelve a leer automáticamente. Si persiste, revise la clave en AWS KMS.',
    },
  },
};
