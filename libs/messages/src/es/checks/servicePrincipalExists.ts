import type { CheckMessages } from '../../checkMessages.ts';

export const servicePrincipalExists: CheckMessages<'servicePrincipalExists'> = {
  title: 'La aplicación de Adobe tiene el consentimiento en el inquilino del almacén',
  expected:
    'Una entidad de servicio de la aplicación de Adobe en el inquilino propietario del almacén',
  outcomes: {
    ok: 'Entidad de servicio {objectId} en el inquilino {tenant}',
    absent: {
      observed:
        'La aplicación {applicationId} no tiene entidad de servicio en el inquilino {tenant}',
      cause:
        'Nadie ha dado aún el consentimiento, o fue a otro inquilino. La página a la que se llega después no demuestra nada.',
      remedy:
        'Un administrador de aplicaciones, administrador de aplicaciones en la nube o administrador global del inquilino {tenant} abre la URL de consentimiento de «Qué hacer» y selecciona Aceptar. O: az ad sp create --id {applicationId}.',
    },
    disabled: {
      observed: 'La entidad de servicio {objectId} está deshabilitada',
      cause: 'Se desactivó el inicio de sesión de esta aplicación en el inquilino {tenant}.',
      remedy:
        'Microsoft Entra ID > Aplicaciones empresariales > la aplicación > Propiedades > ¿Habilitado para que los usuarios inicien sesión?: Sí.',
    },
    otherApplication: {
      observed: 'La entidad de servicio es de la aplicación {seenApplicationId}',
      cause:
        'No es la aplicación de Adobe, {applicationId}. Los nombres pueden ser iguales; solo el ID identifica una aplicación.',
      remedy: 'Dé el consentimiento a la aplicación {applicationId} en el inquilino {tenant}.',
    },
    otherTenant: {
      observed: 'La entidad de servicio está en el inquilino {seenTenant}',
      cause:
        'El almacén está en el inquilino {tenant}; el consentimiento en otro inquilino no se le aplica.',
      remedy:
        'Dé el consentimiento de nuevo con la URL de «Qué hacer», que nombra el inquilino {tenant}, y conecte Azure para ese inquilino.',
    },
    unclear: {
      observed: 'No se sabe si la aplicación {applicationId} está en el inquilino {tenant}',
      cause:
        'Aún no se conoce el ID de la aplicación, o la respuesta del directorio estaba incompleta.',
      remedy: 'No hay que hacer nada: Keyway lo vuelve a leer automáticamente.',
    },
  },
};
