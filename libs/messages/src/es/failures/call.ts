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
    KEYWAY_CREDENTIAL_NOT_READABLE: 'no se puede descifrar la credencial guardada',
    KEYWAY_NO_HOST: 'no hay ningún host de Experience Platform documentado para la región',
    KEYWAY_NOT_READ_YET: 'aún no se ha leído aquello de lo que depende este paso',
  },
};
