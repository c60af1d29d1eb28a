import type { CheckMessages } from '../../checkMessages.ts';

export const bodyNamesSameOrganization: CheckMessages<'bodyNamesSameOrganization'> = {
  title: 'El cuerpo y el encabezado nombran la misma organización',
  expected: 'imsOrgId del cuerpo es igual al encabezado x-gw-ims-org-id',
  outcomes: {
    ok: '{body}',
    otherOrganization: {
      observed: 'El cuerpo nombra {body}, el encabezado {header}',
      cause: 'Tiene que ser la misma, o la clave se configuraría para otra organización.',
      remedy:
        'No se envió nada. Solicite la aprobación de nuevo; si persiste, comuníquelo como un error de Keyway.',
    },
    unreadableBody: {
      observed: 'El cuerpo no nombra ninguna organización',
      cause: 'No es el JSON documentado.',
      remedy: 'No se envió nada. Comuníquelo como un error de Keyway.',
    },
  },
};
