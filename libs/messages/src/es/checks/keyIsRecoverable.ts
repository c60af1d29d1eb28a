import type { CheckMessages } from '../../checkMessages.ts';

export const keyIsRecoverable: CheckMessages<'keyIsRecoverable'> = {
  title: 'Una clave eliminada se puede recuperar',
  expected: 'Un nivel de recuperación sin «Purgeable»',
  outcomes: {
    ok: '{level}',
    impliedByVault: 'Recuperable, pues el almacén tiene protección contra purga',
    purgeable: {
      observed: '{level}',
      cause:
        'La clave se podría purgar de inmediato después de eliminarla: la protección contra purga del almacén está desactivada.',
      remedy:
        'Active la protección contra purga del almacén: Propiedades > Protección contra purga, o el script del paso Almacén. No se puede volver a desactivar.',
    },
    notStated: {
      observed: 'Nivel de recuperación: {level}',
      cause: 'La respuesta de Azure no dice si esta clave se puede purgar antes de tiempo.',
      remedy:
        'Keyway lo vuelve a leer automáticamente. La protección contra purga del almacén basta para esta comprobación.',
    },
  },
};
