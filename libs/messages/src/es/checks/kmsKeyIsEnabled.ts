import type { CheckMessages } from '../../checkMessages.ts';

export const kmsKeyIsEnabled: CheckMessages<'kmsKeyIsEnabled'> = {
  title: 'La clave está habilitada',
  expected: 'Habilitada y sin eliminación programada',
  outcomes: {
    ok: 'Habilitada',
    disabled: {
      observed: 'Deshabilitada',
      cause:
        'La clave se deshabilitó. Adobe solo puede usar una clave habilitada e interpreta una clave deshabilitada como retirada.',
      remedy:
        'Ejecute: aws kms enable-key --key-id {arn}. O en AWS KMS: la clave > Acciones de clave > Habilitar.',
    },
    pendingDeletion: {
      observed:
        'Eliminación programada{deletionDate, select, none {} other { para {deletionDate}}}',
      cause:
        'Alguien programó la eliminación. Los datos que solo esta clave puede descifrar se pierden cuando desaparezca.',
      remedy:
        'Ejecute: aws kms cancel-key-deletion --key-id {arn} y después aws kms enable-key --key-id {arn}. Averigüe quién la programó.',
    },
    pendingImport: {
      observed: 'A la espera del material de clave',
      cause: 'La clave se creó para material importado, que no está o ha expirado.',
      remedy:
        'Importe el material de clave, o cree una clave con material generado por KMS e indique su ARN.',
    },
    unavailable: {
      observed: 'Estado {keyState}',
      cause: 'KMS no puede usar la clave en este estado.',
      remedy:
        'Corríjalo en AWS KMS: la clave > Configuración general > Estado. Después compruebe de nuevo.',
    },
    notStated: {
      observed: 'KMS no dice en qué estado está la clave',
      cause: 'El campo falta en la respuesta o tiene un valor que Keyway no conoce.',
      remedy: 'Keyway lo vuelve a leer automáticamente. Si persiste, revise la clave en AWS KMS.',
    },
  },
};
