export const call = {
  unreadable: {
    observed: 'No se pudo leer: {answer}',
    cause: '{failureCause}',
    remedy: '{failureRemedy}',
  },
  answer:
    '{message, select, none {{identified}} other {«{message}»{identified, select, none {} other { ({identified})}}}}',
  identified:
    '{code, select, none {HTTP {status}} other {código {code}{status, select, none {} other {, HTTP {status}}}}}',
  noAnswer:
    'sin respuesta{host, select, none {} other { de {host}}}{identified, select, none {} other { ({identified})}}',
  own: {
    KEYWAY_NOT_CONNECTED: 'esta organización no tiene conexión con la nube',
    KEYWAY_OTHER_ACCOUNT: 'el rol está en otra cuenta de AWS que la que dice su ARN',
    KEYWAY_OTHER_TENANT: 'la conexión es de otro inquilino que el almacén que se aprobó',
    KEYWAY_CREDENTIAL_NOT_READABLE: 'no se puede descifrar la credencial guardada',
    KEYWAY_NO_HOST: 'no hay ningún host de Experience Platform documentado para la región',
    KEYWAY_NOT_READ_YET: 'aún no se ha leído aquello de lo que depende este paso',
    KEYWAY_INVALID_REQUEST: 'un nombre o identificador necesario para la llamada no es válido',
    KEYWAY_MALFORMED_CREDENTIAL:
      'el ID de inquilino, el ID de cliente o el secreto de cliente no tienen el formato correcto',
    KEYWAY_NO_SUBSCRIPTION: 'la credencial no puede ver ninguna suscripción',
    KEYWAY_TOO_MANY_SUBSCRIPTIONS:
      'la credencial puede ver más de 50 suscripciones y la conexión no indica ninguna',
    KEYWAY_NOT_IN_SUBSCRIPTIONS:
      'no hay nada con este nombre en las suscripciones que la credencial puede ver',
    KEYWAY_UNEXPECTED_RESPONSE: 'la respuesta tiene un formato inesperado',
    KEYWAY_OTHER_RESOURCE: 'la respuesta describe otro recurso',
    KEYWAY_OTHERWISE_THERE: 'ya hay otra cosa, y Keyway no la sobrescribe',
    KEYWAY_RESPONSE_INCOMPLETE: 'la respuesta está incompleta',
    KEYWAY_RESPONSE_TOO_LONG: 'la respuesta es demasiado larga',
    KEYWAY_REDIRECTED: 'la respuesta remite a otro host',
    KEYWAY_TOO_MANY_PAGES: 'la lista tiene demasiadas páginas',
    KEYWAY_NO_IDENTITY: 'Keyway no tiene una identidad propia con la que iniciar sesión',
    KEYWAY_SEALING_KEY_UNAVAILABLE:
      'en este momento no se puede usar la clave que sella las credenciales',
    KEYWAY_SEALING_KEY_NOT_CONFIGURED:
      'la clave que selló la credencial guardada no está configurada en Keyway',
    KEYWAY_HISTORY_CHANGED:
      'el historial no es lo que firmó su último punto de control, por lo que no se envía nada: se cambió en la base de datos',
    KEYWAY_WRAPPED_KEY_DIFFERS: 'la clave desencapsulada no es la que se encapsuló',
    KEYWAY_PROXY_UNREACHABLE: 'el proxy de esta red no responde',
    KEYWAY_PROXY_REFUSED: 'el proxy de esta red rechazó la conexión',
    KEYWAY_PROXY_SIGN_IN: 'el proxy de esta red requiere credenciales',
    KEYWAY_UNKNOWN_AUTHORITY: 'el certificado es de una entidad de certificación desconocida',
  },
};
