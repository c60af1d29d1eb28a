import type { CheckMessages } from '../../checkMessages.ts';

export const kmsKeyRotates: CheckMessages<'kmsKeyRotates'> = {
  title: 'La clave rota automáticamente',
  expected: 'Rotación automática, cada 90 a 2560 días',
  outcomes: {
    ok: 'Activada{periodInDays, select, none {} other {, cada {periodInDays} días}}',
    off: {
      observed: 'Desactivada',
      cause:
        'KMS solo rota una clave si alguien lo activa. La rotación no cambia ni el ARN ni lo que tiene Adobe.',
      remedy:
        'Ejecute: aws kms enable-key-rotation --key-id {arn} --rotation-period-in-days 365. O acéptelo con un motivo; el material importado no se puede rotar automáticamente.',
    },
    notRead: {
      observed: 'No se pudo leer si la clave rota',
      cause:
        '{permission, select, none {KMS rechazó la llamada{message, select, none {} other {: «{message}»}}.} other {Al rol que asume Keyway le falta {permission}.}} La rotación no cambia ni el ARN ni lo que tiene Adobe.',
      remedy:
        'Conceda al rol kms:GetKeyRotationStatus. O ejecute: aws kms get-key-rotation-status --key-id {arn}, y acéptelo con lo que haya visto.',
    },
    notStated: {
      observed: 'KMS no dice si la clave rota',
      cause: 'El campo falta en la respuesta o tiene un valor que Keyway no conoce.',
      remedy: 'Keyway lo vuelve a leer automáticamente. Si persiste, revise la clave en AWS KMS.',
    },
  },
};
