import type { CheckMessages } from '../../checkMessages.ts';

const REGISTRATION_REMEDY =
  'No abra la URL. Compárela con la página de Adobe (Administración > Cifrado > Claves administradas por el cliente > Configurar) y comunique la diferencia a Adobe Customer Care.';

export const appRegistrationHoldsTogether: CheckMessages<'appRegistrationHoldsTogether'> = {
  title: 'El registro de la aplicación de Adobe es coherente',
  expected:
    'Un solo ID de aplicación, una sola dirección de Adobe y el host de inicio de sesión de Microsoft',
  outcomes: {
    ok: 'Aplicación {applicationId} ({name})',
    absent: {
      observed: 'Adobe no tiene registro de la aplicación para esta organización: {answer}',
      cause:
        'Quizá la organización no tenga la licencia, o su región no sea {region}, a cuyo host {platformHost} se llamó.',
      remedy:
        'Compruebe el shield y la región de la organización. Si ambos son correctos, pida a Adobe Customer Care el registro de la aplicación.',
    },
    incomplete: {
      observed:
        'A la respuesta de Adobe le faltan el ID de aplicación, el nombre o las direcciones',
      cause: 'La respuesta está incompleta.',
      remedy:
        'Compruebe de nuevo más tarde. Si persiste, tome los valores de la página de cifrado de Adobe y comuníquelo a Adobe Customer Care.',
    },
    otherSignInHost: {
      observed: 'La URL de la aplicación {applicationId} no lleva a login.microsoftonline.com',
      cause:
        'Una URL de consentimiento tiene que ser de Microsoft; esta lleva a otro sitio y puede estar manipulada.',
      remedy: REGISTRATION_REMEDY,
    },
    otherClient: {
      observed: 'La URL pide el consentimiento para una aplicación distinta de {applicationId}',
      cause:
        'client_id y applicationId difieren; el consentimiento daría acceso a la aplicación equivocada.',
      remedy: REGISTRATION_REMEDY,
    },
    otherRedirect: {
      observed: 'La URL no lleva de vuelta a {applicationUri}',
      cause:
        'redirect_uri y applicationUri difieren; el código del consentimiento se enviaría a otro sitio.',
      remedy: REGISTRATION_REMEDY,
    },
    otherAdobeHost: {
      observed: 'La dirección de la aplicación es {applicationUri}',
      cause: 'No es una dirección de adobe.com.',
      remedy: REGISTRATION_REMEDY,
    },
    otherName: {
      observed: '{applicationUri} no termina en {name}',
      cause: 'El nombre y la dirección de la aplicación no se corresponden.',
      remedy: REGISTRATION_REMEDY,
    },
  },
};
