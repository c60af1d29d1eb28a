export const network = {
  KEYWAY_PROXY_UNREACHABLE: {
    cause: 'No se pudo llegar al proxy que indica HTTPS_PROXY, o este cerró la conexión.',
    remedy:
      'Compruebe HTTPS_PROXY del worker y el propio proxy; el registro del worker lo nombra. Después no hay nada más que hacer: Keyway vuelve a intentarlo automáticamente.',
  },
  KEYWAY_PROXY_REFUSED: {
    cause: 'El proxy que indica HTTPS_PROXY no permite conexiones con este host.',
    remedy:
      'Permita en el proxy CONNECT con el host y el puerto 443, o agregue el host a NO_PROXY del worker.',
  },
  KEYWAY_PROXY_SIGN_IN: {
    cause:
      'El proxy que indica HTTPS_PROXY no aceptó las credenciales de Keyway, o no se indicó ninguna.',
    remedy:
      'Indíquelas en HTTPS_PROXY del worker (http://usuario:contraseña@proxy:3128) y vuelva a iniciarlo.',
  },
  KEYWAY_UNKNOWN_AUTHORITY: {
    cause: 'Algo en el camino abre las conexiones TLS, por ejemplo un proxy que las inspecciona.',
    remedy:
      'Indique en NODE_EXTRA_CA_CERTS del worker un archivo PEM con la entidad de certificación del proxy y vuelva a iniciarlo.',
  },
};
