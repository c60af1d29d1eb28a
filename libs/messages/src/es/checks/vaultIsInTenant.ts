import type { CheckMessages } from '../../checkMessages.ts';

export const vaultIsInTenant: CheckMessages<'vaultIsInTenant'> = {
  title: 'El almacén está en el inquilino correcto',
  expected: 'El inquilino en el que se da el consentimiento a la aplicación de Adobe',
  outcomes: {
    ok: 'Inquilino {tenant}',
    otherThanConnection: {
      observed: 'El almacén está en el inquilino {tenant}',
      cause:
        'La conexión de Azure es del inquilino {expectedTenant}. El consentimiento dado allí no se aplica a este almacén.',
      remedy:
        'Conecte Azure de nuevo con el inquilino {tenant}, o use un almacén del inquilino {expectedTenant}.',
    },
    otherThanOrganization: {
      observed: 'El almacén está en el inquilino {tenant}',
      cause: 'Esta organización está registrada con el inquilino {organizationTenant}.',
      remedy:
        'Averigüe cuál es el inquilino del cliente. Use un almacén del inquilino {organizationTenant}, o corrija el inquilino de la organización.',
    },
    notStated: {
      observed: 'Azure no dice a qué inquilino pertenece el almacén',
      cause: 'Falta tenantId en la respuesta.',
      remedy:
        'Keyway lo vuelve a leer automáticamente. Si persiste, revise el ID de directorio en la Información general del almacén.',
    },
    nothingToCompare: {
      observed: 'El almacén está en el inquilino {tenant}',
      cause:
        'Ni la conexión a Azure ni la organización nombran un inquilino con el que compararlo.',
      remedy:
        'Conecte Azure para esta organización con el inquilino {tenant}, si es el del cliente.',
    },
  },
};
